import Testing

/// Settings reach every command, and what they name in vain is told.
@Suite struct SettingsTranscripts {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
    try scratch.write(
      """
      {
        rules: { "lesson-without-topic": { on: false }, "lesson-not-entered": { severity: "note" } },
        norms: [
          { rule: "written-work-overdue", norm: "days", value: 14, classes: ["5а", "10Ю"], act: "приказ № 12" },
        ],
        subjects: [{ subjects: "Химия", briefing: true }],
        exemptions: [{ pupil: "Белов И.", class: "5А" }],
      }

      """, to: "zavuch.json5")
  }

  private let message =
    """
    В настройках названо то, чего в выгрузках нет: класс «10Ю» (norms), предмет «Химия» (subjects). Для этого настройки не \
    действуют; проверьте написание.
    """

  @Test func normsAreInTheJSONAndInReports() throws {
    let told =
      "отметка за письменную работу — не позже чем через 14 календарных дней (5а, 10Ю; приказ № 12)"
    let check = try scratch.zavuch("check", "--as-of", "2025-09-15", "--json")
    #expect(
      check.output.contains(
        "\"norms\":[\"отметка за письменную работу — не позже чем через 7 календарных дней\",\"\(told)\"]"))
    #expect(!check.output.contains("lesson-without-topic"))
    #expect(check.messages.contains(message))
    let report = try scratch.zavuch("report", "control", "--as-of", "2025-09-15", "--format", "html")
    #expect(report.messages.contains(message))
    let page = String(decoding: try scratch.bytes("Отчёты/control-2025-09-15.html"), as: UTF8.self)
    #expect(page.contains(told))
    #expect(try scratch.rows("SELECT settings LIKE '%приказ № 12%' FROM registered_check") == ["1"])
    #expect(try scratch.zavuch("findings", "--as-of", "2025-09-15").messages.contains(message))
  }

  @Test func severityOfTheSettingsDecidesTheStatus() throws {
    let arguments = ["check", "--as-of", "2025-09-15", "--rule", "lesson-not-entered", "--fail-on"]
    #expect(try Zavuch.run(arguments + ["fault"], in: scratch.folder).status == 0)
    #expect(try Zavuch.run(arguments + ["note"], in: scratch.folder).status == 1)
  }

  @Test func rulesAreToldAsTheyAreSet() throws {
    let list = try scratch.zavuch("rules").output
    #expect(list.contains(/lesson-without-topic +П 3.8 +выключено/))
    #expect(list.contains(/lesson-not-entered +П 3.8 +к сведению/))
    let page = try scratch.zavuch("rules", "written-work-overdue").output
    #expect(
      page.contains(
        """
        Нормы:
          отметка за письменную работу — не позже чем через 7 календарных дней
            days: от 1 до 30, обычно 7; можно задать и по классам (classes, grades), по предметам (subjects), по видам работ (kinds)
            в настройках школы: отметка за письменную работу — не позже чем через 14 календарных дней (5а, 10Ю; приказ № 12)
        Свою норму задают в zavuch.json5 (его создаёт zavuch init), например:
          norms: [{ rule: "written-work-overdue", norm: "days", value: 7 }]
        """))
    #expect(
      try scratch.zavuch("rules", "lesson-without-topic").output.contains("В настройках школы правило выключено."))
  }
}
