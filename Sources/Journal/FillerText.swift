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

  /// Placeholders begin with «Не» and a space, after spaces and dashes; folding every text would cost more than the whole
  /// import. Latin look-alikes count, and so does the no-break space; other signs that begin with its first byte («§»)
  /// are common in homework.
  private static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = bytes[...]
    while let first = rest.first, first == 32 || first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if isNoBreakSpace(rest) { return true }
    for (latin, upper, lower) in [(UInt8(ascii: "h"), 0x9D, 0xBD), (UInt8(ascii: "e"), 0x95, 0xB5)]
      as [(UInt8, UInt8, UInt8)]
    {
      guard let first = rest.first else { return false }
      if first | 0x20 == latin {
        rest = rest.dropFirst()
      } else if first == 0xD0, let second = rest.dropFirst().first, second == upper || second == lower {
        rest = rest.dropFirst(2)
      } else {
        return false
      }
    }
    return rest.first == 32 || isNoBreakSpace(rest)
  }

  private static func isNoBreakSpace(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.first == 0xC2 && bytes.dropFirst().first == 0xA0
  }
}
