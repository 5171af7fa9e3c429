import Testing

/// The dashboard of a check as a person asks for it.
@Suite struct DashboardTranscripts {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
  }

  @Test func isAPageWithEvidenceDownToTheCell() throws {
    try scratch.expect(
      """
      $ zavuch report dashboard --as-of 2025-09-15
      Отчёты/dashboard-2025-09-15.html
      """)
    #expect(try scratch.rows("SELECT count(*) FROM registered_check") == ["1"])
    let page = String(decoding: try scratch.bytes("Отчёты/dashboard-2025-09-15.html"), as: UTF8.self)
    #expect(page.contains("<h1>Панель проверки на 15.09.2025</h1>"))
    // What the page opens of a finding is what the command opens.
    let opened = try scratch.zavuch("findings", "--as-of", "2025-09-15", "--explain", "lesson-not-entered:L3").output
    #expect(page.contains("lesson-not-entered:L3") && opened.contains("Школа/lessons.csv, строка 4"))
    #expect(page.contains("Школа/lessons.csv, строка 4"))
  }

  @Test func ofAClassIsNotRegistered() throws {
    try scratch.expect(
      """
      $ zavuch report dashboard --as-of 2025-09-15 --class '5 а'
      Отчёты/dashboard-5А-2025-09-15.html
      """)
    #expect(try scratch.rows("SELECT count(*) FROM registered_check") == ["0"])
    let page = String(decoding: try scratch.bytes("Отчёты/dashboard-5А-2025-09-15.html"), as: UTF8.self)
    #expect(page.contains("Показана часть проверки: класс 5А."))
  }

  @Test func isNoPaper() throws {
    try scratch.expect(
      """
      $ zavuch report dashboard --format pdf
      ! zavuch report: Панель проверки (dashboard) бывает только страницей HTML.
      ! Уберите --format или добавьте html. Для печати и таблиц есть отчёт control.
      [2]
      $ zavuch report dashboard --pupil Белова
      ! zavuch report: Панель проверки отбирается по --class и --teacher, ученики и учебные периоды в ней не выбираются.
      ! Уберите --pupil и --period.
      [2]
      $ zavuch sign dashboard-2025-09-15 --as deputy --name 'Смирнова Е.В.' --date 2025-09-16
      ! zavuch sign: Панель проверки не подписывают: с ней работают на экране.
      ! Подписывают отчёт по той же проверке, например control.
      [2]
      """)
  }
}
