/// Letters that name a column of a spreadsheet.
public enum ColumnName {
  /// What a Russian keyboard gives in place of the Latin letter of the same shape.
  private static let latin: [Character: Character] = [
    "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "К": "K", "М": "M", "О": "O", "Р": "P", "Т": "T", "Х": "X",
    "У": "Y",
  ]

  /// From 1: `A` is 1, `AB` is 28; Cyrillic letters of the same shape count as Latin ones. Nil for anything else and beyond
  /// the last column of a spreadsheet, `XFD`.
  public static func number(_ letters: some StringProtocol) -> Int? {
    guard (1...3).contains(letters.count) else { return nil }
    var number = 0
    for character in letters.uppercased() {
      guard let value = (latin[character] ?? character).asciiValue, (65...90).contains(value) else { return nil }
      number = number * 26 + Int(value) - 64
    }
    return number <= 16_384 ? number : nil
  }
}
