/// One spelling for codes and keys that people type differently.
public enum CodeFolding {
  /// Upper case, Latin look-alikes to Cyrillic (where the token has no other Latin letter), Ё to Е, spaces collapsed
  /// and trimmed, no-break space as space. FORMATS 9.
  public static func fold(_ text: some StringProtocol) -> String {
    var folded = ""
    var onlyLookAlikes = true
    for character in collapse(text).uppercased() {
      if character == "Ё" {
        folded.append("Е")
        continue
      }
      if character.isASCII, character.isLetter, lookAlikes[character] == nil { onlyLookAlikes = false }
      folded.append(character)
    }
    guard onlyLookAlikes else { return folded }
    return String(folded.map { lookAlikes[$0] ?? $0 })
  }

  /// Trimmed, no-break spaces as spaces, runs of white space as one space.
  public static func collapse(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: { $0.isWhitespace || $0 == "\u{a0}" || $0 == "\u{200b}" || $0 == "\u{feff}" })
      .joined(separator: " ")
  }

  private static let lookAlikes: [Character: Character] = [
    "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "K": "К", "M": "М", "O": "О", "P": "Р", "T": "Т", "X": "Х",
    "Y": "У",
  ]
}
