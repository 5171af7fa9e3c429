import Journal

/// Months as headers write them: nominative, genitive, short («сент.», «сентября»).
enum MonthName {
  private static let stems = [
    "ЯНВ", "ФЕВ", "МАР", "АПР", "МА", "ИЮН", "ИЮЛ", "АВГ", "СЕН", "ОКТ", "НОЯ", "ДЕК",
  ]

  /// 1 to 12; nil for no month.
  static func number(_ text: String) -> Int? {
    let folded = CodeFolding.fold(text).filter(\.isLetter)
    guard folded.count >= 3, folded.count <= 8 else { return nil }
    // «Май» and «мая» last: «март» begins alike.
    for (index, stem) in stems.enumerated() where index != 4 && folded.hasPrefix(stem) { return index + 1 }
    return folded == "МАЙ" || folded == "МАЯ" ? 5 : nil
  }
  /// The day under a month's name: September to December belong to the first year, January to August to the second.
  static func date(day: String, month: Int, schoolYear: Int) -> CivilDate? {
    Int(day).flatMap { CivilDate(year: month >= 9 ? schoolYear : schoolYear + 1, month: month, day: $0) }
  }
}
