import Foundation
import Testing

/// A school's own rule is one file: dropped into the folder it takes part in everything.
@Suite struct OwnRuleTranscripts {
  private let scratch: Scratch
  private let example: String

  init() throws {
    scratch = try Scratch()
    let root = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }
    example = String(
      decoding: try Data(contentsOf: URL(filePath: "\(root)/RuleExamples/homework-late.json5")), as: UTF8.self)
  }

  private func dropRule(_ text: String? = nil, _ name: String = "Правила/homework-late.json5") throws {
    try scratch.write(text ?? example, to: name)
  }

  private func importLateHomework() throws {
    var tables = SchoolTables()
    tables.replace(
      "L1;C1;SU1;T1;2025-09-01;1;;Дроби;№ 5;2025-09-01T09:00:00",
      with: "L1;C1;SU1;T1;2025-09-01;1;;Дроби;№ 5;2025-09-05T09:00:00", in: "lessons")
    try scratch.write(tables)
    try scratch.zavuch("import", "Школа")
  }

  @Test func shippedExamplePassesItsCheck() throws {
    try dropRule()
    try scratch.expect(
      """
      $ zavuch rules --check
      Домашнее задание внесено поздно (homework-late), файл Правила/homework-late.json5
        верно — соблюдено: задание внесено на другой день
        верно — нарушено: задание внесено через два дня
            Домашнее задание к уроку 16.09.2025 (2-й по расписанию) внесено 18.09.2025, а нужно было до 17.09.2025.
        верно — соблюдено: школа разрешила 5А три дня
        верно — данных недостаточно: задание появилось между выгрузками, из которых одна — до срока
            по выгрузкам не установить, внесено это до срока или после него
        верно — данных недостаточно: задание есть уже в первой выгрузке, сделанной после срока
            когда внесено, неизвестно: более ранней выгрузки нет
        верно — не проверяется: задания нет: об этом это правило не судит
        верно — не проверяется: на месте задания прочерк
      Примеров: 7, все сошлись.
      """)
  }

  @Test func droppedFileIsInCheckRulesFindingsAndReports() throws {
    try importLateHomework()
    #expect(try !scratch.zavuch("rules").output.contains("homework-late"))
    try dropRule()
    let list = try scratch.zavuch("rules").output
    #expect(list.contains(/homework-late +Положение школы/))
    #expect(list.hasSuffix("Правило школы «homework-late» — из файла Правила/homework-late.json5\n"))
    let page = try scratch.zavuch("rules", "homework-late").output
    #expect(page.contains("Ученикам и родителям нужно время") && page.contains("урок 1: домашнее задание «§ 5, № 12»"))
    let check = try scratch.zavuch("check", "--as-of", "2025-09-15", "--json").output
    #expect(check.contains(#""id":"homework-late","checked":1,"kept":0,"broken":1,"undetermined":0"#))
    let only = try scratch.zavuch("check", "--as-of", "2025-09-15", "--rule", "homework-late", "--fail-on", "note")
    #expect(only.status == 1 && only.output.contains("Домашнее задание внесено не позже"))
    let findings = try scratch.zavuch("findings", "--as-of", "2025-09-15", "--rule", "homework-late").output
    #expect(findings.contains("Домашнее задание внесено поздно — 1") && findings.contains("homework-late:L1"))
    let explained = try scratch.zavuch("findings", "--as-of", "2025-09-15", "--explain", "homework-late:L1").output
    #expect(explained.contains("№ 5") && explained.contains("Школа/lessons.csv"))
    try scratch.zavuch("report", "control", "--as-of", "2025-09-15", "--format", "html")
    let report = String(decoding: try scratch.bytes("Отчёты/control-2025-09-15.html"), as: UTF8.self)
    #expect(report.contains("внесено 05.09.2025, а нужно было до 02.09.2025"))
    #expect(try scratch.rows("SELECT version, broken FROM check_rule WHERE rule = 'homework-late'") == ["1|1"])
    #expect(try scratch.zavuch("trends", "homework-late").output.contains("не позже чем через день"))
  }

  @Test func settingsSwitchItAndSetItsNorm() throws {
    try importLateHomework()
    try dropRule(nil, "Наши/homework-late.json5")
    try scratch.write(
      """
      { rulesFolder: "Наши", norms: [{ rule: "homework-late", norm: "days", value: 4, grades: [5] }],
        rules: { "homework-late": { severity: "risk" } } }
      """, to: "zavuch.json5")
    let check = try scratch.zavuch("check", "--as-of", "2025-09-15", "--rule", "homework-late", "--json").output
    #expect(check.contains(#""checked":1,"kept":1,"broken":0"#))
    #expect(try scratch.zavuch("rules").output.contains(/homework-late +Положение школы.*риск/))
    try scratch.write("{ norms: [{ rule: \"homework-lat\", norm: \"days\", value: 4 }] }", to: "zavuch.json5")
    let refused = try scratch.zavuch("rules")
    #expect(refused.status == 2 && refused.messages.contains("нет правила «homework-lat»"))
    try scratch.write("{ rulesFolder: \"Нет\" }", to: "zavuch.json5")
    #expect(try scratch.zavuch("rules").messages.contains("строка 1, столбец 16: папки с правилами «Нет» нет"))
  }

  @Test func faultyFileStopsTheCheckAndNotTheImport() throws {
    try scratch.write(SchoolTables())
    try dropRule(example.replacing("severity: \"note\"", with: "severity: \"nota\""))
    #expect(try scratch.zavuch("import", "Школа").status == 0)
    let check = try scratch.zavuch("check", "--as-of", "2025-09-15")
    #expect(check.status == 2)
    #expect(
      check.messages.contains(
        "Правила/homework-late.json5, строка 19, столбец 13: важности «nota» не бывает, возможно, «note»"))
    #expect(check.messages.contains("zavuch rules --check"))
  }

  @Test(arguments: [
    ("title:", "titel:", "неизвестная настройка «titel», возможно, «title»"),
    ("unit: \"lesson\"", "unit: \"lessen\"", "возможно, «lesson»"),
    ("canBeMended: false,", "canBeMended: false,,", "строка 29, столбец 22"),
    ("{ homework: {", "{ homewerk: {", "нет факта «homewerk», возможно, «homework»"),
    ("lesson: 1, text", "lesson: 2, text", "такого урока в примере выше нет"),
    ("name: 1, day", "name: 2, day", "здесь нужен номер 1"),
    ("outcome: \"broken\"", "outcome: \"kept\"", "ни один пример не нарушает правило"),
    ("{урок}", "{урк}", "ближе всего «{урок}»"), ("{{day ", "{{dey ", "нет вставки {{dey}}"),
    ("id: \"homework-late\"", "id: \"lesson-not-entered\"", "занято встроенным правилом"),
    ("\"2025-09-18\"", "\"2035-09-18\"", "дни примера"),
    ("\"firstSnapshot\"", "\"firstSnapshat\"", "возможно, «firstSnapshot»"),
  ]) func wrongPartIsToldWithItsPlace(_ part: String, _ wrong: String, _ told: String) throws {
    try dropRule(example.replacing(part, with: wrong), "a.json5")
    let outcome = try scratch.zavuch("rules", "--check", "a.json5")
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains(told) && outcome.messages.contains("a.json5, строка "), "\(outcome.messages)")
  }

  @Test(arguments: [
    (
      "WHERE h.kind = 3", "WHERE h.kind = 2",
      "НЕВЕРНО — ожидалось «нарушено», получено «не проверяется»: задание внесено через два дня", ""
    ),
    ("SELECT\",", "DELETE FROM mark\",", "", "разрешено только чтение"),
    ("reads: [\"lessons\"]", "reads: []", "", "Таблицу control_lesson готовит reads: [\"lessons\"]"),
    ("AS deadline", "AS dedline", "", "ближе всего «dedline»"),
    ("h.is_filler", "h.is_filer", "", "no such column"),
  ]) func examplesThatDifferAndBadQueriesAreRefused(
    _ part: String, _ wrong: String, _ printed: String, _ told: String
  ) throws {
    try dropRule(
      example.replacing(part, with: wrong).replacing(
        "o.is_filler", with: part == "h.is_filler" ? "o.is_filer" : "o.is_filler"), "a.json5")
    let outcome = try scratch.zavuch("rules", "--check", "a.json5")
    #expect(outcome.status == 2)
    #expect(printed.isEmpty || outcome.output.contains(printed), "\(outcome.output)")
    #expect(told.isEmpty || outcome.messages.contains(told), "\(outcome.messages)")
  }

  @Test func everyKindOfFactIsRead() throws {
    let facts = """
      { source: { lacks: ["markTimes"], snapshot: "2025-10-01" } }, { grade: 6 }, "ungradedSubject", { weeklyHours: 250 },
      "needsBriefing", "doubleLessons", { covered: "2025-09-01" }, { period: { from: "2025-09-01", to: "2025-10-26" } },
      { holiday: { from: "2025-10-27", to: "2025-11-02" } },
      { check: { asOf: "2025-09-30", from: "2025-09-01", to: "2025-09-30" } }, { registered: "2025-09-15" },
      { group: { from: "2025-09-01" } }, { enrolled: { to: "2025-12-01" } },
      { lesson: { name: 1, day: "2025-09-16", number: 2, inGroup: true, entered: "never" } },
      { lesson: { name: 2, day: "2025-09-17", entered: "ofItsFacts" } },
      { topic: { lesson: 2, text: "Дроби", entered: { betweenEvenings: ["2025-09-17", "2025-09-19"] } } },
      { homework: { lesson: 2, text: "§ 1", entered: { firstSeen: "2025-09-20" } } }, { writtenWork: 2 },
      { mark: { lesson: 2, value: 5, entered: "2025-09-17" } },
      { attendance: { lesson: 1, code: "Н", entered: "2025-09-16" } },
      { cell: { lesson: 1, raw: "н4", mark: "4", code: "Н", entered: "2025-09-16" } },
      { everybodyPresent: { lesson: 2, entered: "2025-09-17" } }, { paperTally: { lesson: 2, marks: 1, absences: 0 } },
      { plan: { number: 1, day: "2025-09-16" } }, { classHour: { day: "2025-09-16", topic: "Мир" } },
      { exempt: { from: "2025-09-01", entered: "2025-09-01" } },
      { finalMark: { value: "5", decided: "2025-10-24", entered: "2025-10-25" } }, { birth: "2014-03-01" },
      { login: { role: "parent", day: "2025-09-20" } },
      { report: { made: "2025-09-29", from: "2025-09-01", to: "2025-09-28", logins: 2, last: "2025-09-20", role: "pupil" } },
      { consent: { kind: "child", given: "2025-09-01" } }, { classListVerified: "2025-09-10" },
      { document: { recorded: "2025-09-01" } }, { norm: { name: "days", value: 2 } },
      """.replacing("{ birth: \"2014-03-01\" },", with: "{ birth: \"2025-03-01\" },")
    try dropRule(
      example.replacing(
        "      facts: [{ lesson: {",
        with: "facts: [\(facts)], }, { title: \"б\", outcome: \"kept\", facts: [{ lesson: {"),
      "a.json5")
    let outcome = try scratch.zavuch("rules", "--check", "a.json5")
    #expect(outcome.messages.isEmpty, "\(outcome.messages)")
    #expect(outcome.output.contains("НЕВЕРНО"))
  }
}
