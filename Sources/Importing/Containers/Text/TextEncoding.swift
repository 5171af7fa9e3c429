/// How the characters of a text file were written.
public enum TextEncoding: Sendable {
  case utf8, utf8WithMark, utf16, windows1251

  /// As a report names it.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf8WithMark: "UTF-8 с меткой BOM"
    case .utf16: "UTF-16"
    case .windows1251: "Windows-1251"
    }
  }
}
