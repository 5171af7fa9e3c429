import Testing

/// Every fault of the control's settings is refused at its place, before anything is read.
@Suite struct ControlSettingsTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    /// Stands alone in the braces, from column 3 on.
    var setting: String
    var told: String
    var testDescription: String { setting }

    init(_ setting: String, _ told: String) { (self.setting, self.told) = (setting, told) }
  }

  @Test(arguments: ControlSettingsTests.faults)
  func isRefused(_ fault: Fault) throws {
    let scratch = try Scratch()
    try scratch.write("{ \(fault.setting) }\n", to: "zavuch.json5")
    let outcome = try scratch.zavuch("rules")
    #expect(outcome.status == 2)
    let told = outcome.messages.split(separator: "\n").first.map(String.init) ?? outcome.output
    #expect(told == "zavuch rules: zavuch.json5, строка 1, столбец \(fault.told).")
  }

  static let faults: [Fault] = [
    // Rules.
    Fault("rules: []", "10: ожидается набор настроек {…}, а стоит список"),
    Fault(
      "rules: { \"lesson-not-enterd\": { on: false } }",
      "12: нет правила «lesson-not-enterd», возможно, «lesson-not-entered»; все правила: zavuch rules"),
    Fault(
      "rules: { \"lesson-not-entered\": { off: true } }",
      "36: неизвестная настройка «off»; допустимы: on, severity"),
    Fault("rules: { \"lesson-not-entered\": { on: 1 } }", "40: ожидается true или false, а стоит число 1"),
    Fault(
      "rules: { \"lesson-not-entered\": { severity: \"falt\" } }",
      "46: важности «falt» не бывает, возможно, «fault»; допустимы: fault, risk, note"),
    // Norms.
    Fault(
      "norms: [{ rule: \"written-work-overdue\", value: 9 }]",
      "11: у нормы нужны rule (правило), norm (название нормы) и value (число)"),
    Fault(
      "norms: [{ rule: \"written-work\", norm: \"days\", value: 9 }]",
      "19: нет правила «written-work», возможно, «written-work-overdue»; все правила: zavuch rules"),
    Fault(
      "norms: [{ rule: \"written-work-overdue\", norm: \"dais\", value: 9 }]",
      "49: у правила «written-work-overdue» нет нормы «dais», возможно, «days»; есть: days"),
    Fault(
      "norms: [{ rule: \"lesson-not-entered\", norm: \"days\", value: 9 }]",
      "47: у правила «lesson-not-entered» нет нормы «days»; норм у него нет"),
    Fault(
      "norms: [{ rule: \"written-work-overdue\", norm: \"days\", value: 31 }]",
      "64: ожидается целое число от 1 до 30: отметка за письменную работу — не позже чем через N календарных дней, а стоит число 31"
    ),
    Fault(
      "norms: [{ rule: \"written-work-overdue\", norm: \"days\", value: \"9\" }]",
      "64: ожидается целое число от 1 до 30: отметка за письменную работу — не позже чем через N календарных дней, а стоит строка"
    ),
    Fault(
      "norms: [{ rule: \"written-work-overdue\", norm: \"days\", value: 9, clases: \"5А\" }]",
      "67: неизвестная настройка «clases», возможно, «classes»; допустимы: rule, norm, value, classes, grades, subjects, kinds, act, from, to"
    ),
    Fault(
      "norms: [{ rule: \"written-work-overdue\", norm: \"days\", value: 9, grades: [13] }]",
      "76: ожидается целое число от 1 до 12, а стоит число 13"),
    Fault(
      "norms: [{ rule: \"written-work-overdue\", norm: \"days\", value: 9, classes: [] }]", "76: список пуст"),
    Fault(
      "norms: [{ rule: \"written-work-overdue\", norm: \"days\", value: 9, from: \"2025-09-31\" }]",
      "73: нет такой даты: «2025-09-31»; нужна дата вида \"2025-09-01\" или \"01.09.2025\""),
    Fault(
      "norms: [{ rule: \"written-work-overdue\", norm: \"days\", value: 9, from: \"2025-09-02\", to: \"01.09.2025\" }]",
      "91: конец 01.09.2025 раньше начала 02.09.2025"),
    Fault(
      """
      norms: [{ rule: "written-work-overdue", norm: "days", value: 9, classes: "10 а" }, \
      { rule: "written-work-overdue", norm: "days", value: 8, classes: ["9А", "10А"], to: "2026-01-01" }]
      """,
      """
      86: норма «days» правила «written-work-overdue» для тех же и на те же дни уже задана в строке 1: там 9, здесь 8; \
      оставьте одну или разделите их сроками from и to
      """),
    // Calendar.
    Fault(
      "periods: [{ name: \"1 смена\", from: \"2025-09-01\", to: \"2025-10-26\" }]",
      "21: не понятно, какой это период: «1 смена»; нужно вида «1 четверть», «2 триместр», «1 полугодие» или «Год»"),
    Fault(
      "periods: [{ name: \"1 четверть\", from: \"2025-09-01\" }]",
      "13: у периода нужны name («1 четверть»), from и to (первый и последний день)"),
    Fault(
      "periods: [{ name: \"1 четверть\", from: \"2025-08-31\", to: \"2025-10-26\" }]",
      "13: период 31.08.2025–26.10.2025 лежит в двух учебных годах; учебный год начинается 1 сентября"),
    Fault(
      """
      periods: [{ name: "1 четверть", from: "2025-09-01", to: "2025-10-26" }, \
      { name: "2 четверть", from: "2025-10-26", to: "2025-12-30" }]
      """,
      "75: дни 26.10.2025–30.12.2025 пересекаются с 01.09.2025–26.10.2025 из строки 1, а классы те же"),
    Fault("holidays: [{ to: \"2025-10-26\" }]", "14: у каникул нужен первый день: from: \"2025-10-27\""),
    Fault(
      "shiftedDays: [{ day: \"2025-11-08\" }]",
      "17: у перенесённого дня нужны day (когда учатся) и instead (вместо какого дня)"),
    Fault(
      "shiftedDays: [{ day: \"2025-11-08\", instead: \"2025-11-08\" }]",
      "17: день назван дважды: 08.11.2025 вместо 08.11.2025"),
    // School.
    Fault(
      "subjects: [{ subjects: \"Труд\" }]",
      "14: о предмете ничего не сказано; можно указать graded, briefing, weeklyHours, double"),
    Fault(
      "subjects: [{ graded: false }]",
      "14: не сказано, о каких предметах или классах речь: subjects, classes, grades"),
    Fault(
      "subjects: [{ subjects: \"Труд\", weeklyHours: 31 }]",
      "47: ожидается число часов в неделю от 0 до 30, а стоит число 31"),
    Fault("exemptions: [{ class: \"5А\" }]", "16: не назван ученик: pupil: \"Фамилия Имя\""),
    Fault(
      "exemptions: [{ pupil: \"Белов\", marks: false }]",
      "16: ученика нечего освобождать: и marks, и attendance — false; уберите строку или поставьте true"),
    Fault(
      "documents: [{ key: \"a\", title: \"Приказ\" }]",
      "15: у документа нужны key (своё короткое имя), title (название) и clause (пункт Положения)"),
    Fault(
      "documents: [{ key: \"a\", title: \"А\", clause: \"П 3.5\" }, { key: \"a\", title: \"Б\", clause: \"П 3.5\" }]",
      "58: два документа с одним key «a»; назовите их по-разному"),
  ]

  @Test(arguments: [
    "classes: \"10А\" }, { rule: \"written-work-overdue\", norm: \"days\", value: 8, classes: \"10Б\"",
    "grades: [10] }, { rule: \"written-work-overdue\", norm: \"days\", value: 8, classes: \"10Б\"",
    "to: \"2025-12-31\" }, { rule: \"written-work-overdue\", norm: \"days\", value: 8, from: \"2026-01-01\"",
    "from: \"2026-01-01\" }, { rule: \"written-work-overdue\", norm: \"days\", value: 8, to: \"2025-12-31\"",
    "subjects: \"Химия\" }, { rule: \"written-work-overdue\", norm: \"days\", value: 8, subjects: \"Физика\"",
    "act: \"приказ\" }, { rule: \"written-work-overdue\", norm: \"days\", value: 9, act: \"Положение\"",
  ])
  func normsThatDoNotContradictAreTaken(_ norms: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      "{ norms: [{ rule: \"written-work-overdue\", norm: \"days\", value: 9, \(norms) }] }\n", to: "zavuch.json5")
    #expect(try scratch.zavuch("rules").status == 0)
  }
}
