/// Topics and homework that say nothing. CONTROL 2, `lesson-without-topic`: no letter and no digit, or a source's
/// placeholder. Short text can be genuine («ЮАР», «п 3»), so length is no test.
public enum FillerText {
  private static let placeholders: Set<String> = [
    "НЕ ЗАДАНО", "НЕ УКАЗАНА", "НЕ УКАЗАНО", "---НЕ УКАЗАНА---", "---НЕ УКАЗАНО---", "---НЕ ЗАДАНО---",
  ]

  public static func isFiller(_ text: String) -> Bool {
    var text = text
    // Nearly every text has an ASCII letter or digit, or a Cyrillic letter (U+0400 to U+047F begin with these bytes).
    let (holdsLetterOrDigit, mayBePlaceholder) = text.withUTF8 { bytes in
      (
        bytes.contains { $0 == 0xD0 || $0 == 0xD1 || ($0 | 0x20) &- 0x61 < 26 || $0 &- 48 < 10 },
        bytes.count <= 40 && begins(bytes)
      )
    }
    if !holdsLetterOrDigit, !text.contains(where: { $0.isLetter || $0.isNumber }) { return true }
    return mayBePlaceholder && placeholders.contains(CodeFolding.fold(text))
  }

  /// Placeholders begin with «Не», a Latin H or a dash, after spaces; folding every text would cost more than the whole
  /// import.
  private static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = bytes.firstIndex { $0 != 32 } ?? bytes.count
    guard start + 1 < bytes.count else { return false }
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "H"), UInt8(ascii: "h"), 0xC2: return true
    case 0xD0: return bytes[start + 1] == 0x9D || bytes[start + 1] == 0xBD
    default: return false
    }
  }
}
