import Testing

/// When a snapshot was taken (CONTROL 4).
@Suite struct MomentTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func moments() throws -> [String] {
    try scratch.rows("SELECT DISTINCT datetime(taken_at, 'unixepoch') FROM source_file")
  }

  @Test func aMomentToComeIsRefused() throws {
    try scratch.write(JournalBook(.journal()), to: "5а.xlsx")
    let refused = try scratch.zavuch("import", "5а.xlsx", "--taken-at", "2199-01-05T10:00")
    #expect(refused.status == 2 && refused.messages.contains("ещё не наступил"), "\(refused.messages)")
    #expect(scratch.names() == ["5а.xlsx"])
  }

  @Test func nothingTellsIt() throws {
    try scratch.write(JournalBook(.journal(), created: nil))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx
      ✗ 5а.xlsx: не принят
      ! 5а.xlsx: неизвестно, когда сделана выгрузка: в файле нет ни времени внесения записей, ни даты создания, ни даты в названии
      !   что делать: Укажите момент выгрузки: --taken-at ГГГГ-ММ-ДДTЧЧ:ММ.
      [3]
      """)
    #expect(scratch.names() == ["5а.xlsx"])
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx --taken-at 2025-11-01T10:00
      ✓ 5а.xlsx — журналы класса Дневник.ру: классов 1, уроков 3, учеников 2, отметок 4, пропусков 3, итоговых 2, освобождений 1, выгрузка на 01.11.2025 10:00:00
        новых 13, изменено 0, исчезло 0, отклонено 0
      """)
    #expect(try moments() == ["2025-11-01 10:00:00"])
  }

  @Test func tablesWithoutTimesAskToo() throws {
    try scratch.write("lesson_id;pupil_id;code\nL1;P1;Н\n", to: "attendance.csv")
    try scratch.expect(
      """
      $ zavuch import attendance.csv
      ✗ attendance.csv: не принят
      ! attendance.csv: неизвестно, когда сделана выгрузка: в файле нет ни времени внесения записей, ни даты создания, ни даты в названии
      !   что делать: Укажите момент выгрузки: --taken-at ГГГГ-ММ-ДДTЧЧ:ММ.
      [3]
      """)
    #expect(scratch.names() == ["attendance.csv"])
  }

  /// Lists need no moment.
  @Test func listsGoInWithoutOne() throws {
    try scratch.write("id;school_id;name\nT1;S1;Смирнова\n", to: "teachers.csv")
    try scratch.zavuch("import", "teachers.csv")
    #expect(try moments() == ["—"])
  }

  @Test func ofTheDocument() throws {
    try scratch.write(JournalBook(.journal()), to: "журнал-05.11.2025.xlsx")
    try scratch.zavuch("import", "журнал-05.11.2025.xlsx")
    #expect(try moments() == ["2025-11-01 10:00:00"])
  }

  /// A book saved again later tells that day, and would prove too much.
  @Test(arguments: [("30.10.2025", true), ("31.10.2025", false), ("05.11.2025", false)])
  func aBookMuchYoungerThanItsNameIsTold(_ day: String, _ isTold: Bool) throws {
    try scratch.write(JournalBook(.journal()), to: "журнал-\(day).xlsx")
    let outcome = try scratch.zavuch("import", "журнал-\(day).xlsx")
    let told = """
      журнал-\(day).xlsx: в названии стоит \(day), а внутри файла — 01.11.2025 10:00:00: выгрузка считается сделанной 01.11.2025
      """
    #expect(outcome.messages.hasPrefix(told) == isTold && outcome.status == 0, "\(outcome.messages)")
  }

  @Test func ofTheArchive() throws {
    var archive = Archive(modifiedOnNovember: 3)
    archive.add(try JournalBook(.journal(), created: nil).bytes(), as: "5а.xlsx")
    try scratch.write(try archive.bytes(), to: "журнал-05.11.2025.zip")
    try scratch.zavuch("import", "журнал-05.11.2025.zip")
    #expect(try moments() == ["2025-11-03 12:00:00"])
  }

  @Test func ofTheNewestEntry() throws {
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
    #expect(try moments() == ["2025-10-25 12:00:00"])
  }

  /// The day's beginning: made at noon, it does not show what was entered by the evening.
  @Test func ofTheName() throws {
    try scratch.write(JournalBook(.journal(), created: nil), to: "журнал-05.11.2025.xlsx")
    try scratch.zavuch("import", "журнал-05.11.2025.xlsx")
    #expect(try moments() == ["2025-11-05 00:00:00"])
  }

  @Test func givenGoesBeforeAll() throws {
    try scratch.write(JournalBook(.journal()), to: "журнал-05.11.2025.xlsx")
    try scratch.zavuch("import", "журнал-05.11.2025.xlsx", "--taken-at", "07.11.2025 08:30")
    #expect(try moments() == ["2025-11-07 08:30:00"])
  }

  @Test func givenOtherThanTheFileSaysIsTold() throws {
    try scratch.write(JournalBook(.journal()))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx --taken-at 2025-11-07T08:30
      ✓ 5а.xlsx — журналы класса Дневник.ру: классов 1, уроков 3, учеников 2, отметок 4, пропусков 3, итоговых 2, освобождений 1, выгрузка на 07.11.2025 08:30:00
        новых 13, изменено 0, исчезло 0, отклонено 0
      ! 5а.xlsx: момент выгрузки взят из --taken-at: 07.11.2025 08:30:00; сам файл говорит: 01.11.2025 10:00:00
      !   что делать: Если прав файл, загрузите его без --taken-at.
      """)
  }

  @Test func givenBeforeAnEntryIsRefused() throws {
    try scratch.write(SchoolTables())
    let outcome = try scratch.zavuch("import", "Школа", "--taken-at", "2025-10-20T12:00")
    #expect(outcome.status == 3)
    #expect(
      outcome.messages.contains(
        """
        в выгрузке есть запись, сделанная 25.10.2025 12:00:00, позже момента из --taken-at: 20.10.2025 12:00:00
        """))
    #expect(scratch.names()?.contains("zavuch.sqlite") != true)
  }

  /// A row that is rejected for what it refers to has no say, however late it claims to be.
  @Test func ofARejectedRowIsNone() throws {
    var tables = SchoolTables()
    tables.append("M9;W1;P77;5;2026-03-01T09:00:00", to: "marks")
    tables.append("L9;C77;SU1;T1;2025-09-05;1;;Дроби;;2026-03-02T09:00:00", to: "lessons")
    tables.append("P77;pupil;C1;2026-03-03T09:00:00", to: "logins")
    try scratch.write(tables)
    #expect(try scratch.zavuch("import", "Школа").status == 3)
    #expect(try moments() == ["2025-10-25 12:00:00"])
  }

  @Test func ofALoginAfterTheNewestEntry() throws {
    var tables = SchoolTables()
    tables.append("P2;pupil;C1;2025-10-29T20:00:00", to: "logins")
    try scratch.write(tables)
    try scratch.zavuch("import", "Школа")
    #expect(try moments() == ["2025-10-29 20:00:00"])
  }

  /// Nothing shows what was entered after it was made.
  @Test func ofAnEntryAfterTheArchive() throws {
    var archive = Archive(modifiedOnNovember: 3)
    var tables = SchoolTables()
    tables.append("P2;pupil;C1;2025-11-05T20:00:00", to: "logins")
    for name in SchoolTables.names { archive.add(tables[name], as: "\(name).csv") }
    try scratch.write(try archive.bytes(), to: "Школа.zip")
    let outcome = try scratch.zavuch("import", "Школа.zip")
    #expect(outcome.messages.contains("файл сделан 03.11.2025 12:00:00, а в нём есть запись от 05.11.2025 20:00:00"))
    #expect(try moments() == ["2025-11-05 20:00:00"])
  }
}
