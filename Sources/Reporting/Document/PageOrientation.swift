public enum PageOrientation: String, Hashable, Sendable {
  case portrait, landscape
}
