import Journal

/// Reporting periods as the reports of one class name them. «4 Четверть» of the report card and «с 24.03.25 по 24.05.25» of
/// the marks' report are one period of the store, so that the means of one can be held against the marks of the other.
struct StudentPeriods {
  struct Name: Hashable {
    var kind: PeriodKind
    /// From 1 in its school year; nil for the year, examinations and the result.
    var ordinal: Int?
    /// As reports print it: «4 четверть».
    var text: String
  }

  /// `1 Четверть`, `II полугодие`, `Год. оценка`, `Экз. оценка`, `Гос. экз. оценка`, `Итог. оценка`.
  static func name(label: String) -> Name? {
    let folded = CodeFolding.fold(label)
    if folded.contains("ГОС") && folded.contains("ЭКЗ") { return Name(kind: .exam, text: "Гос. экзамен") }
    guard let kind = PeriodKind(label: label) else { return nil }
    switch kind {
    case .year: return Name(kind: kind, text: "Год")
    case .exam: return Name(kind: kind, text: "Экзамен")
    case .result: return Name(kind: kind, text: "Итог")
    case .quarter, .trimester, .half:
      guard let ordinal = PeriodKind.ordinal(label: label) else { return nil }
      return Name(kind: kind, ordinal: ordinal, text: "\(ordinal) \(word(kind))")
    }
  }

  /// What days that have final marks are. A quarter, a trimester or a half-year is recognised by its length and by the
  /// month of its middle, two weeks and more from where the next one begins; other days are called by themselves.
  static func name(days: ClosedRange<CivilDate>) -> Name {
    let length = Int(days.upperBound.days - days.lowerBound.days) + 1
    let kind = PeriodKind(lengthInDays: length)
    let middle = days.lowerBound.advanced(by: length / 2).month
    let ordinal: Int? =
      switch kind {
      case .quarter where length >= 35: [9: 1, 10: 1, 11: 2, 12: 2, 1: 3, 2: 3, 4: 4, 5: 4][middle]
      case .trimester: [10: 1, 1: 2, 4: 3][middle]
      case .half where length >= 120: [10: 1, 11: 1, 3: 2, 4: 2][middle]
      default: nil
      }
    if let ordinal { return Name(kind: kind, ordinal: ordinal, text: "\(ordinal) \(word(kind))") }
    return Name(kind: kind, text: "\(days.lowerBound.russian)–\(days.upperBound.russian)")
  }

  /// What to call a period that its source leaves without a name.
  static func text(_ kind: PeriodKind, days: ClosedRange<CivilDate>) -> String {
    if kind == .year { return "Учебный год" }
    let name = name(days: days)
    return name.kind == kind ? name.text : "\(days.lowerBound.russian)–\(days.upperBound.russian)"
  }

  /// Periods of one school year and grade: classes of a grade have the same.
  static func key(_ name: Name, _ schoolYear: Int, grade: Int) -> String {
    "student/\(schoolYear)/\(grade)/\(CodeFolding.fold(name.text))"
  }

  private static func word(_ kind: PeriodKind) -> String {
    switch kind {
    case .quarter: "четверть"
    case .trimester: "триместр"
    default: "полугодие"
    }
  }
}
