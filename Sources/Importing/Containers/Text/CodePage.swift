import Glibc

/// A code page that glibc's iconv turns into UTF-8.
enum CodePage: String {
  case windows1251 = "CP1251"
  /// Windows in Western Europe.
  case windows1252 = "CP1252"
  /// DOS Russian: names in ZIP archives made in Windows.
  case cp866 = "CP866"
  case koi8 = "KOI8-R"
  case iso5 = "ISO-8859-5"
  /// With byte order mark.
  case utf16 = "UTF-16"

  /// By the number that Windows gives a code page of one byte a character; nil for those that no export is known to use.
  init?(number: Int) {
    switch number {
    case 1251: self = .windows1251
    // Excel writes 32769 for it, too.
    case 1252, 32_769: self = .windows1252
    case 866: self = .cp866
    default: return nil
    }
  }

  /// Nil as `utf8` is.
  func string(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBytes { utf8($0) }?.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// Nil when the bytes have a code that the page does not define, end inside a character, or the system has no such
  /// code page.
  func utf8(_ source: UnsafeRawBufferPointer) -> FileBytes? {
    guard let converter = iconv_open("UTF-8", rawValue), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var complete = false
    // No character of these pages takes more than three bytes of UTF-8 for each byte of its own.
    let converted = FileBytes(capacity: source.count * 3) { target in
      var input = UnsafeMutablePointer(
        mutating: source.baseAddress?.assumingMemoryBound(to: CChar.self))
      var inputLeft = source.count
      var output = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      var outputLeft = target.count
      let failed = iconv(converter, &input, &inputLeft, &output, &outputLeft) == -1
      complete = !failed && inputLeft == 0
      return target.count - outputLeft
    }
    return complete ? converted : nil
  }
}
