import Testing

/// Registered checks as people see them: the list, two of them side by side, and what moved.
@Suite struct ChecksTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func checkTwice() throws {
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
    for day in ["2025-09-15", "2025-09-30"] { try scratch.zavuch("check", "--as-of", day, "--register") }
  }

  @Test func checksAreListedAndOpened() throws {
    try checkTwice()
    let list = try scratch.zavuch("checks").output.split(separator: "\n")
    #expect(list.count == 4)
    #expect(list[2].hasPrefix("1  15.09.2025  01.09.2025–15.09.2025"))
    #expect(list[3].hasPrefix("2  30.09.2025  16.09.2025–30.09.2025"))
    let one = try scratch.zavuch("checks", "2").output
    #expect(one.hasPrefix("Проверка № 2 на 30.09.2025, период 16.09.2025–30.09.2025\nСравнена с проверкой № 1.\n"))
    #expect(one.contains("Урок внесён в день проведения") && one.contains("  Школа/lessons.csv, состояние на "))
    #expect(
      try scratch.zavuch("checks", "1", "--again").output
        == "Проверка № 1 на 15.09.2025: результат тот же, до последней записи.\n")
    #expect(try scratch.zavuch("checks", "--again").status == 2)
    let json = try scratch.zavuch("checks", "--json").output.split(separator: "\n")
    #expect(json.count == 2 && json[1].hasPrefix(#"{"number":2,"asOf":"2025-09-30","from":"2025-09-16""#))
  }

  /// The same check in the list, opened, and on its own line when it was made.
  @Test func findingsAddUpTheSameEverywhere() throws {
    try checkTwice()
    let row = try scratch.zavuch("checks").output.split(separator: "\n")[3].split(separator: " ").suffix(5)
    let counts = row.compactMap { Int($0) }
    try #require(counts.count == 5)
    let (open, new, repeated) = (counts[0], counts[1], counts[2])
    #expect(open > new && open == new + repeated + counts[3])
    let one = try scratch.zavuch("checks", "2").output
    #expect(one.contains("Замечаний \(open): новых \(new), повторно \(repeated), "), "\(one)")
    let check = try scratch.zavuch("check", "--as-of", "2025-09-30", "--from", "2025-09-16").output
      .replacing("\n", with: " ")
    #expect(check.contains("Замечаний \(open): за период контроля "), "\(check)")
    #expect(check.contains("новых \(new), повторно \(repeated)"), "\(check)")
  }

  @Test func comparisonCountsWhatItLists() throws {
    try checkTwice()
    let told = try scratch.zavuch("compare").output
    #expect(told.contains("Было: проверка № 1 на 15.09.2025") && told.contains("Стало: проверка № 2 на 30.09.2025"))
    let listed = told.split(separator: "\n").count { $0.hasPrefix("  • ") }
    let counted = ["Новые: ", "Повторно: ", "Устранено: ", "больше нет: ", "недостаточно: "].compactMap { title in
      told.split(separator: title).dropFirst().first.flatMap { Int($0.prefix(while: \.isNumber)) }
    }
    #expect(counted.count == 5 && counted.reduce(0, +) == listed && listed > 0)
    #expect(try scratch.zavuch("compare", "2", "1") == scratch.zavuch("compare"))
    #expect(try scratch.zavuch("compare", "--class", "9Я").output.contains("Новые: 0"))
  }

  @Test func trendsStandInColumnsOfChecks() throws {
    try checkTwice()
    let all = try scratch.zavuch("trends").output.split(separator: "\n")
    #expect(all[0].hasSuffix("15.09.2025  30.09.2025"))
    let one = try scratch.zavuch("trends", "lesson-entered-late", "--class", "5 а").output.split(separator: "\n")
    #expect(one.count == 5 && one[0] == "Урок внесён в день проведения" && one[4].hasPrefix("2  30.09.2025"))
    let json = try scratch.zavuch("trends", "lesson-entered-late", "--json").output
    #expect(json.hasPrefix(#"{"rule":"lesson-entered-late","points":[{"check":1,"asOf":"2025-09-15","kept":"#))
  }

  @Test func whatIsNotThereIsSaid() throws {
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
    #expect(try scratch.zavuch("checks").output.hasPrefix("Зарегистрированных проверок ещё нет."))
    let alone = try scratch.zavuch("compare")
    #expect(alone.status == 2 && alone.messages.contains("Зарегистрированных проверок ещё нет."))
    #expect(try scratch.zavuch("trends").output.hasPrefix("Зарегистрированных проверок с этими показателями нет."))
    try scratch.zavuch("check", "--as-of", "2025-09-15", "--register")
    #expect(try scratch.zavuch("compare").messages.contains("Сравнивать не с чем: проверка первая."))
    let unknown = try scratch.zavuch("checks", "7")
    #expect(unknown.status == 2 && unknown.messages.contains("Есть: 1 (на 15.09.2025)."))
    #expect(try scratch.zavuch("checks", "первая").messages.contains("Номер проверки — целое число"))
    #expect(try scratch.zavuch("compare", "1", "1").messages.contains("Названа дважды одна проверка: № 1."))
    let both = try scratch.zavuch("trends", "--class", "5А", "--teacher", "Смирнова")
    #expect(both.status == 2 && both.messages.contains("Назовите либо учителя, либо класс и предмет."))
  }
}
