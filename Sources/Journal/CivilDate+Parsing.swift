extension CivilDate {
  /// Reads `YYYY-MM-DD` or `DD.MM.YYYY` (one-digit day and month allowed with dots); nil for anything else.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    let parsed = text.withUTF8 { CivilDate(utf8: $0) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// The same over UTF-8 bytes, without making a `String`. Not generic: other modules would call it unspecialised, which
  /// costs ten times as much.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var numbers = (0, 0, 0)
    var lengths = (0, 0, 0)
    var part = 0
    var separator: UInt8 = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte - UInt8(ascii: "0"))
        switch part {
        case 0: (numbers.0, lengths.0) = (numbers.0 * 10 + digit, lengths.0 + 1)
        case 1: (numbers.1, lengths.1) = (numbers.1 * 10 + digit, lengths.1 + 1)
        default: (numbers.2, lengths.2) = (numbers.2 * 10 + digit, lengths.2 + 1)
        }
        if lengths.0 > 4 || lengths.1 > 2 || lengths.2 > 4 { return nil }
      case UInt8(ascii: "-"), UInt8(ascii: "."):
        if part == 2 || (part == 1 && byte != separator) { return nil }
        separator = byte
        part += 1
      default: return nil
      }
    }
    guard part == 2 else { return nil }
    if separator == UInt8(ascii: "-") {
      guard lengths == (4, 2, 2) else { return nil }
      self.init(year: numbers.0, month: numbers.1, day: numbers.2)
    } else {
      guard (1...2).contains(lengths.0), (1...2).contains(lengths.1), lengths.2 == 4 else { return nil }
      self.init(year: numbers.2, month: numbers.1, day: numbers.0)
    }
  }
}
