import Testing

/// Reports, lists and settings as a person meets them.
@Suite struct ReportEdgeTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
  }

  @Test func reportOfAClassOrATeacherIsNamedAfterThemAndNotRegistered() throws {
    try scratch.expect(
      """
      $ zavuch report control --as-of 2025-09-15 --format html --class '5 а'
      Отчёты/control-5А-2025-09-15.html
      $ zavuch report control --as-of 2025-09-15 --format html --teacher Орлов
      Отчёты/control-Орлов-Пётр-Ильич-2025-09-15.html
      """)
    #expect(try scratch.rows("SELECT count(*) FROM registered_check") == ["0"])
    let text = String(decoding: try scratch.bytes("Отчёты/control-Орлов-Пётр-Ильич-2025-09-15.html"), as: UTF8.self)
    #expect(text.contains("Справка составлена с отбором: учитель Орлов Пётр Ильич."))
    #expect(text.contains("с предыдущими проверками не сравнивается") && !text.contains("Смирнова Анна"))
    try scratch.expect(
      """
      $ zavuch sign control-5А-2025-09-15 --as deputy --name 'Смирнова Е.В.' --date 2025-09-16
      ! zavuch sign: Отчёт «control-5А-2025-09-15» составлен с отбором по классу или учителю, такой не подписывают.
      ! Подписывают отчёт по всей школе, например control-2025-09-15.
      [2]
      """)
  }

  @Test func workbooksShowWhereRemarksStandUntilTheyAreSigned() throws {
    func sheets(_ path: String) throws -> String { try scratch.zavuch("import", "--describe", path).output }
    try scratch.zavuch("report", "control", "teacher-remarks", "--as-of", "2025-09-15", "--format", "xlsx")
    #expect(try sheets("Отчёты/control-2025-09-15.xlsx").contains("Основания"))
    #expect(try sheets("Отчёты/teacher-remarks-2025-09-15.xlsx").contains("Основания"))
    // Evidence is in the words of the exports, names and all.
    try scratch.zavuch("report", "control", "--as-of", "2025-09-15", "--format", "xlsx", "--privacy", "codes")
    #expect(try !sheets("Отчёты/control-codes-2025-09-15.xlsx").contains("Основания"))
    // What it rests on is read anew each time, and a second signature is put under the same bytes.
    try scratch.zavuch(
      "sign", "control-2025-09-15", "--as", "deputy", "--name", "Смирнова Е.В.", "--date", "2025-09-16")
    let signed = try sheets("Архив/2025/0001-control-2025-09-15/control-2025-09-15.xlsx")
    #expect(signed.contains("Показатели") && !signed.contains("Основания"))
  }

  @Test func oldReportIsMadeFromTheResultThatLaterOnesWereComparedWith() throws {
    try scratch.zavuch("report", "control", "--as-of", "2025-09-15", "--format", "html")
    try scratch.zavuch("report", "control", "--as-of", "2025-09-30", "--format", "html")
    let before = try scratch.bytes("Отчёты/control-2025-09-15.html")
    // A mark of the first half of September that the first export did not have.
    try scratch.write("id;work_id;pupil_id;value;entered_at\nM9;W1;P1;4;2025-09-10T09:10:00\n", to: "marks.csv")
    try scratch.zavuch("import", "marks.csv")
    let again = try scratch.zavuch("report", "control", "--as-of", "2025-09-15", "--format", "html")
    #expect(again.status == 0 && again.messages.contains("с ней сравнена проверка на 30.09.2025"))
    #expect(try scratch.bytes("Отчёты/control-2025-09-15.html") == before)
    let refused = try scratch.zavuch("check", "--as-of", "2025-09-15", "--register")
    #expect(refused.status == 2 && refused.output.isEmpty)
  }

  @Test func checkOfADayToComeIsNotRegistered() throws {
    for command in [["report", "control", "--format", "html"], ["report", "dashboard"], ["check", "--register"]] {
      let refused = try Zavuch.run(
        command + ["--as-of", "2199-09-15"], in: scratch.folder, environment: ["LC_ALL": "C", "TZ": "UTC"])
      #expect(refused.status == 2 && refused.output.isEmpty)
      #expect(refused.messages.contains("Контрольная дата 15.09.2199 ещё не наступила: сегодня "))
    }
    #expect(try scratch.rows("SELECT count(*) FROM registered_check") == ["0"])
    #expect(scratch.names("Отчёты") == nil)
    #expect(try scratch.zavuch("check", "--as-of", "2199-09-15").status == 0)
  }

  @Test func windowInTheHolidaysNamesWhomItJudges() throws {
    try scratch.zavuch(
      "report", "control", "--as-of", "2025-10-24", "--from", "2025-10-20", "--format", "html")
    let text = String(decoding: try scratch.bytes("Отчёты/control-2025-10-24.html"), as: UTF8.self)
    #expect(text.contains("1\u{a0}класс, 2\u{a0}учителя, уроков в периоде контроля не было."))
    #expect(text.contains("Проверенные классы: 5А."))
  }

  @Test func findingsFitANarrowTerminal() throws {
    let list = try scratch.zavuch("findings", "--as-of", "2025-09-15").output.split(separator: "\n")
    #expect(list.contains("Урок не внесён в журнал — 1"))
    #expect(list.contains("      5А, Математика, Смирнова Анна Викторовна"))
    #expect(list.contains("      lesson-not-entered:L3"))
    #expect(list.allSatisfy { $0.count <= 100 })
  }

  @Test func unknownTimeZoneIsRefusedAtItsPlace() throws {
    try scratch.write("{\n  timeZone: \"Europe/Moskva\" }", to: "zavuch.json5")
    try scratch.expect(
      """
      $ zavuch check
      ! zavuch check: zavuch.json5, строка 2, столбец 13: неизвестный часовой пояс «Europe/Moskva»; нужно имя вида Europe/Moscow, Asia/Yekaterinburg или UTC.
      ! Исправьте файл настроек и повторите команду.
      [2]
      """)
  }

  @Test func exportsOlderThanTheCheckAndEmptyPeriodsAreTold() throws {
    let late = try scratch.zavuch("check", "--as-of", "2025-11-15")
    #expect(late.status == 0)
    #expect(
      late.messages.contains("показывают состояние журнала только на 25.10.2025, а контрольная дата — 15.11.2025."))
    #expect(try scratch.zavuch("check", "--as-of", "2025-10-26").messages.isEmpty)
    #expect(
      try scratch.zavuch("check", "--as-of", "2024-10-15").messages
        == "За период 01.10.2024–15.10.2024 проверять нечего: в хранилище нет его уроков. Проверьте --as-of, --from и --to.\n"
    )
  }

  @Test func emptyFolderIsTold() throws {
    try scratch.makeFolder("Пусто")
    try scratch.expect(
      """
      $ zavuch import Пусто
      ! Файлов нет, загружать нечего: Пусто
      """)
  }
}
