/// A shell that completion scripts can be written for.
public enum Shell: String, Sendable, CaseIterable {
  case bash, zsh
}
