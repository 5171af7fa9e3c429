/// How the interchange tables are spelt; all styles hold the same rows.
public struct TableStyle: Hashable, Sendable {
  public enum Encoding: Hashable, Sendable {
    case utf8, utf8WithBOM, windows1251
  }

  public var delimiter: Delimiter
  public var encoding: Encoding
  public var lineEnd: LineEnd

  public enum Delimiter: UInt8, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
  }

  public enum LineEnd: String, Sendable {
    case lf = "\n"
    case crlf = "\r\n"
  }

  public init(delimiter: Delimiter = .comma, encoding: Encoding = .utf8, lineEnd: LineEnd = .lf) {
    self.delimiter = delimiter
    self.encoding = encoding
    self.lineEnd = lineEnd
  }
}
