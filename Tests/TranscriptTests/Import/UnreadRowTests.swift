import Testing

/// What an export could not show, because its row or column could not be read, has not vanished.
@Suite struct UnreadRowTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let pupils = [["Белов И.", "5", "4", "5", "3", "5"], ["Волкова О.", "4", "н", "5", "2", "5"]]

  @Test func aLessonWhoseColumnHasNoDateAnyMore() throws {
    try scratch.write(JournalBook(.journal(pupils: Self.pupils)), to: "раз.xlsx")
    try scratch.write(
      JournalBook(.journal(days: ["1", "", "", "1", ""], pupils: Self.pupils), created: "2025-11-02T10:00:00Z"),
      to: "два.xlsx")
    try scratch.zavuch("import", "раз.xlsx")
    try scratch.expect(
      """
      $ zavuch import два.xlsx
      ✓ два.xlsx: классов 1, уроков 2, учеников 2, отметок 4, итоговых 4, выгрузка на 02.11.2025 10:00:00
        новых 0, изменено 0, исчезло 0, отклонено 1
      ! два.xlsx, лист «Алгебра 5а», строка 8, столбец D: в столбце есть записи, а над ними нет числа
      !   записано: «4»
      !   что делать: Столбец пропущен; впишите число или выгрузите журнал заново.
      [3]
      """)
    #expect(try scratch.rows("SELECT count(*) FROM lesson WHERE gone_by IS NOT NULL") == ["0"])
  }

  @Test func aPupilWhoseRowHasNoNameAnyMore() throws {
    try scratch.write(JournalBook(.journal(pupils: Self.pupils)), to: "раз.xlsx")
    var nameless = Self.pupils
    nameless[1][0] = ""
    try scratch.write(
      JournalBook(.journal(pupils: nameless), created: "2025-11-02T10:00:00Z"), to: "два.xlsx")
    try scratch.zavuch("import", "раз.xlsx", "два.xlsx")
    #expect(try scratch.rows("SELECT count(*) FROM pupil WHERE gone_by IS NOT NULL") == ["0"])
  }

  /// The next export that is read whole tells it.
  @Test func theNextWholeExportEndsWhatIsGone() throws {
    try scratch.write(JournalBook(.journal(pupils: Self.pupils)), to: "раз.xlsx")
    let fewer = [["Белов И.", "5", "", "5", "3", "5"], ["Волкова О.", "4", "", "5", "2", "5"]]
    for (day, name, days) in [(2, "два", ["1", "32", "", "1", ""]), (3, "три", ["1", "", "", "1", ""])] {
      try scratch.write(
        JournalBook(.journal(days: days, pupils: fewer), created: "2025-11-0\(day)T10:00:00Z"), to: "\(name).xlsx")
    }
    try scratch.zavuch("import", "раз.xlsx", "два.xlsx")
    #expect(try scratch.rows("SELECT count(*) FROM lesson WHERE gone_by IS NOT NULL") == ["0"])
    try scratch.zavuch("import", "три.xlsx")
    #expect(try scratch.rows("SELECT count(*) FROM lesson WHERE gone_by IS NOT NULL") == ["1"])
  }

  @Test(arguments: [("2025-09-01;1", "2025-99-99;1"), ("L1;C1;SU1", "L1;C1;SU77")])
  func aLessonWhoseRowIsRejected(_ right: String, _ wrong: String) throws {
    try scratch.write(SchoolTables(), to: "раз")
    var tables = SchoolTables()
    tables.replace(right, with: wrong, in: "lessons")
    try scratch.write(tables, to: "два")
    try scratch.zavuch("import", "раз", "--taken-at", "2025-10-01T12:00")
    try scratch.zavuch("import", "два", "--taken-at", "2025-11-01T12:00")
    #expect(try scratch.rows("SELECT count(*) FROM lesson WHERE gone_by IS NOT NULL") == ["0"])
  }

  @Test func aRowOfAMappedTableThatIsRejected() throws {
    try scratch.write(
      """
      { mappings: [{ name: "Уроки", columns: { date: "Дата", subject: "Предмет" }, constant: { class: "5А" } }] }
      """, to: "zavuch.json5")
    try scratch.write("Дата;Предмет\n02.09.2025;Алгебра\n03.09.2025;Алгебра\n04.09.2025;Алгебра\n", to: "раз.csv")
    try scratch.write("Дата;Предмет\n02.09.2025;Алгебра\n33.09.2025;Алгебра\n04.09.2025;Алгебра\n", to: "два.csv")
    try scratch.zavuch("import", "раз.csv", "--taken-at", "2025-10-01T12:00")
    try scratch.zavuch("import", "два.csv", "--taken-at", "2025-11-01T12:00")
    #expect(try scratch.rows("SELECT count(*), count(gone_by) FROM lesson") == ["3|0"])
  }
}
