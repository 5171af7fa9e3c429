/// Kinds of reporting period from the shortest to the longest; the raw value orders them.
public enum PeriodKind: Int, Hashable, Sendable, Comparable, CaseIterable, Codable {
  case quarter = 1
  case trimester, half, year
  /// «Экзамен» and «Итог» columns: no lesson belongs to them.
  case exam, result

  public static func < (a: PeriodKind, b: PeriodKind) -> Bool { a.rawValue < b.rawValue }

  /// The interchange tables' word: `quarter`, `trimester`, `half`, `year`.
  public init?(word: some StringProtocol) {
    switch word.lowercased() {
    case "quarter": self = .quarter
    case "trimester": self = .trimester
    case "half": self = .half
    case "year": self = .year
    default: return nil
    }
  }

  /// The kind that a label names: `1 четверть`, `I чет`, `2 тр`, `1 сем`, `2 полугодие`, `Год`, `Экзамен`, `Итог`.
  public init?(label: some StringProtocol) {
    let label = CodeFolding.fold(label)
    // By whole words: «зачёт» has the letters of «чёт», «семинар» those of «сем», «семестр» those of «тр».
    let words = label.split { !$0.isLetter }
    if words.contains(where: { $0.hasPrefix("ЧЕТ") || $0.hasPrefix("ЧТВ") }) {
      self = .quarter
    } else if words.contains(where: { $0 == "ТР" || $0.hasPrefix("ТРИМ") }) {
      self = .trimester
    } else if label.contains("ПОЛУГ") || words.contains("СЕМ") || label.contains("СЕМЕСТР") || label.contains("П/Г") {
      self = .half
    } else if label.hasPrefix("ГОД") || label.contains("УЧЕБНЫЙ ГОД") {
      self = .year
    } else if label.hasPrefix("ЭКЗ") {
      self = .exam
    } else if label.hasPrefix("ИТОГ") {
      self = .result
    } else {
      return nil
    }
  }

  /// Which in its school year a label names, from 1: `1 четверть`, `1-я четв.`, `II полугодие`, `Четверть 3`, `Первый триместр`;
  /// nil where it names none.
  public static func ordinal(label: some StringProtocol) -> Int? {
    let folded = CodeFolding.fold(label)
    let first = folded.prefix { $0 != " " && $0 != "-" }
    if let number = Int(first.prefix(while: \.isNumber)), (1...4).contains(number) { return number }
    let words = folded.split { !$0.isLetter && !$0.isNumber }
    // In longer texts a number may be a day or a class.
    guard words.count <= 3 else { return nil }
    return words.lazy.compactMap { ordinal(word: String($0)) }.first
  }

  /// `fold` leaves a Latin I as it is, for it looks like no Cyrillic letter in use.
  private static func ordinal(word: String) -> Int? {
    if let known = ["1": 1, "2": 2, "3": 3, "4": 4, "I": 1, "II": 2, "III": 3, "IV": 4][word] { return known }
    // «Четверть» itself is no ordinal.
    let stems = [("ПЕРВ", 1), ("ВТОР", 2), ("ТРЕТ", 3), ("ЧЕТВЕРТА", 4), ("ЧЕТВЕРТО", 4), ("ЧЕТВЕРТЫ", 4)]
    return stems.first { word.hasPrefix($0.0) }?.1
  }

  /// Whether a text names a period of the kind: by its name, or by the same kind and number in other words («1 четв»,
  /// «I четверть»). A period whose kind nobody knows is named by its name alone.
  public static func isMeant(by text: String, kind: PeriodKind?, name: String) -> Bool {
    if CodeFolding.fold(text) == CodeFolding.fold(name) { return true }
    guard let kind else { return false }
    return PeriodKind(label: text) == kind && (ordinal(label: text) ?? 0) == (ordinal(label: name) ?? 0)
  }

  /// The kind that a length in days suggests, for a period whose name tells nothing.
  public init(lengthInDays days: Int) {
    self = days <= 80 ? .quarter : days <= 110 ? .trimester : days <= 200 ? .half : .year
  }
}
