import Journal

/// Days as Дневник.ру writes them for people: «Пн, 03 июн 19», «Пн, 03 июн 19 15:32» (FORMATS 10).
enum RussianTextDate {
  private static let weekdays = ["ПН", "ВТ", "СР", "ЧТ", "ПТ", "СБ", "ВС"]

  /// The day, and the moment where the text has a time. Two digits of a year are of this century. Also takes a day in
  /// digits, which a table saved again may hold. Nil for anything else, and for a weekday that is not the day's.
  static func parse(_ text: String) -> (day: CivilDate, moment: LocalMoment?)? {
    let collapsed = CodeFolding.collapse(text)
    if let moment = LocalMoment(collapsed) {
      return (moment.date, CivilDate(collapsed) == nil ? moment : nil)
    }
    let words = collapsed.split { $0 == " " || $0 == "," }
    if let first = words.first, let weekday = weekdays.firstIndex(of: CodeFolding.fold(first)) {
      guard let rest = parse(words: Array(words.dropFirst())), rest.day.weekday == weekday + 1 else { return nil }
      return rest
    }
    return parse(words: words)
  }

  private static func parse(words: [Substring]) -> (day: CivilDate, moment: LocalMoment?)? {
    guard (3...4).contains(words.count), (1...2).contains(words[0].count), let day = Int(words[0]),
      let month = MonthName.number(String(words[1])), let year = year(words[2]),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    guard words.count == 4 else { return (date, nil) }
    guard let moment = LocalMoment("\(date) \(words[3].count == 4 ? "0" : "")\(words[3])") else { return nil }
    return (date, moment)
  }

  private static func year(_ word: Substring) -> Int? {
    guard word.allSatisfy(\.isNumber), let number = Int(word) else { return nil }
    return word.count == 2 ? 2000 + number : word.count == 4 ? number : nil
  }
}
