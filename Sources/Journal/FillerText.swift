/// Topics and homework that say nothing. CONTROL 2, `lesson-without-topic`: no letter and no digit, or a source's
/// placeholder. Short text can be genuine («ЮАР», «п 3»), so length is no test.
public enum FillerText {
  private static let placeholders: Set<String> = [
    "НЕ ЗАДАНО", "НЕ УКАЗАНА", "НЕ УКАЗАНО", "---НЕ УКАЗАНА---", "---НЕ УКАЗАНО---", "---НЕ ЗАДАНО---",
  ]

  public static func isFiller(_ text: String) -> Bool {
    var text = text
    // Nearly every text begins with a letter or a digit: those bytes settle it, but for the placeholders.
    let holdsLetterOrDigit = text.withUTF8 { bytes in
      bytes.contains { ($0 | 0x20) &- 0x61 < 26 || $0 &- 48 < 10 }
    }
    if !holdsLetterOrDigit, !text.contains(where: { $0.isLetter || $0.isNumber }) { return true }
    // Placeholders begin with «Не» or a dash; folding every text would cost more than the whole import.
    guard text.utf8.count <= 40, let first = text.first, "НнHh-".contains(first) else { return false }
    return placeholders.contains(CodeFolding.fold(text))
  }
}
