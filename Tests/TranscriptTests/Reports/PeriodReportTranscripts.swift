import Foundation
import Testing

/// Reports of a period as a person asks for them.
@Suite struct PeriodReportTranscripts {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
  }

  @Test func registerOfAClassIsNamedAfterItAndRegistersNothing() throws {
    try scratch.expect(
      """
      $ zavuch report class-summary --as-of 2025-09-30 --format html --class '5 а' --period '1 четверть'
      Отчёты/class-summary-5А-1-четверть-2025-09-30.html
      $ zavuch report class-summary --as-of 2025-09-30 --format html,xlsx
      Отчёты/class-summary-2025-09-30.html
      Отчёты/class-summary-2025-09-30.xlsx
      """)
    #expect(try scratch.rows("SELECT count(*) FROM registered_check") == ["0"])
    let text = String(decoding: try scratch.bytes("Отчёты/class-summary-5А-1-четверть-2025-09-30.html"), as: UTF8.self)
    #expect(text.contains("учёта успеваемости обучающихся 5А\u{a0}класса, 1\u{a0}четверть 2025/26 учебного года"))
    #expect(text.contains("Итоговые отметки, 5А") && text.contains("Математика"))
  }

  /// What single lessons say is read from the journal as it was on the as-of evening.
  @Test func extractForParentsHoldsTheMarksOfOnePupil() throws {
    let pupil = try #require(
      try scratch.rows("SELECT name FROM pupil WHERE id IN (SELECT pupil FROM mark) ORDER BY id LIMIT 1").first)
    let surname = try #require(pupil.split(separator: " ").first.map(String.init))
    let made = try scratch.zavuch(
      "report", "parent-extract", "--as-of", "2025-09-30", "--format", "html", "--pupil", surname, "--class", "5А")
    let path = try #require(made.output.split(separator: "\n").first.map(String.init))
    let text = String(decoding: try scratch.bytes(path), as: UTF8.self)
    let marks = try scratch.rows(
      """
      SELECT m.value || ' (' || strftime('%d.%m', l.held_on * 86400, 'unixepoch') || ')'
      FROM mark m JOIN lesson l ON l.id = m.lesson JOIN pupil p ON p.id = m.pupil
      WHERE p.name = '\(pupil)' AND m.is_mark = 1
      """)
    #expect(!marks.isEmpty)
    for mark in marks { #expect(text.contains(mark)) }
    #expect(try scratch.zavuch("report", "attendance", "--pupil", surname).status == 2)
  }

  /// SampleData has two pupils of one name in 7А: each gets the own extract, told apart by the birth date.
  @Test func namesakesHaveAnExtractEach() throws {
    let samples = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../SampleData")
      .standardized.path(percentEncoded: false)
    let school = try Scratch()
    try school.zavuch("import", "\(samples)/Таблицы-2025-10-01")
    let made = try school.zavuch(
      "report", "parent-extract", "--as-of", "2025-09-30", "--format", "html", "--class", "7А", "--pupil", "Андреев")
    let paths = made.output.split(separator: "\n").map(String.init)
    try #require(paths.count == 2)
    let texts = try paths.map { String(decoding: try school.bytes($0), as: UTF8.self) }
    let births = try school.rows(
      "SELECT strftime('%d.%m.%Y', birth_date * 86400, 'unixepoch') FROM pupil WHERE name LIKE 'Андреев Николай %'")
    #expect(texts[0] != texts[1] && births.count == 2)
    for text in texts {
      #expect(births.filter { text.contains("(\($0) г. р.)") }.count == 1)
    }
    let hidden = try school.zavuch(
      "report", "parent-extract", "--as-of", "2025-09-30", "--format", "html", "--class", "7А", "--privacy", "numbers")
    let page = String(
      decoding: try school.bytes(hidden.output.split(separator: "\n").map(String.init)[0]), as: UTF8.self)
    #expect(!page.contains("г. р.") && !page.contains("обучающийся ("))
  }

  @Test func whatDoesNotFitAPeriodIsRefused() throws {
    try scratch.expect(
      """
      $ zavuch report class-summary --as-of 2025-09-30 --teacher Орлов
      ! zavuch report: Отчёт class-summary составляется по учебному периоду.
      ! Вместо --teacher, --from и --to укажите --class и --period, например --period '1 четверть'.
      [2]
      $ zavuch report class-summary --as-of 2025-09-30 --period '7 четверть'
      ! zavuch report: Периода «7 четверть» на 30.09.2025 нет. Есть: 1 четверть, Год.
      [2]
      $ zavuch report clas-summary
      ! zavuch report: clas-summary.xml: такого шаблона нет; похоже на class-summary
      [2]
      $ zavuch sign class-summary --as deputy --name 'Смирнова Е.В.' --date 2025-10-01
      ! zavuch sign: Отчёт class-summary составляется по журналу на контрольную дату, а она не названа.
      ! Укажите ту же, что у проекта: --as-of ДАТА, или назовите его файл: class-summary-ДАТА.
      [2]
      """)
  }
}
