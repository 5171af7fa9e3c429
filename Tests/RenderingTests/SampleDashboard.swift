import Journal

@testable import Reporting

/// A made-up check with findings of every state. No person or school in it exists.
enum SampleDashboard {
  static func dashboard(findings count: Int = 24) throws -> Dashboard {
    var findings: [DashboardFinding] = []
    for index in 0..<count { findings.append(try finding(index)) }
    return Dashboard(
      title: "Панель проверки на 15.10.2025", organisation: "МБОУ «Средняя школа № 14 <имени> Н. И. Пирогова»",
      asOf: try date("15.10.2025"), from: try date("01.10.2025"), to: try date("15.10.2025"),
      previous: try date("30.09.2025"), scope: nil, checks: [try date("15.09.2025"), try date("30.09.2025")],
      inputsDigest: String(repeating: "0123456789abcdef", count: 4), programVersion: "0.1.0", metrics: metrics,
      charts: [SampleDocument.columns, SampleDocument.shares], findings: findings)
  }

  static let empty = Dashboard(
    title: "Панель", organisation: "", asOf: CivilDate(days: 20_000), from: CivilDate(days: 19_990),
    to: CivilDate(days: 20_000), previous: nil, scope: "класс 5А", checks: [], inputsDigest: "",
    programVersion: "0.1.0",
    metrics: [], charts: [], findings: [])

  static let teachers = ["Абдурахманова Г.Ш.", "Ёлкин А.Б.", "Яковлева-Преображенская К.К."]
  static let classes = ["5А", "9Б", "10А"]

  private static let metrics = [
    metric("lesson-not-entered", "Уроки внесены в день проведения", "Уроки", kept: 95, broken: 5),
    metric("topic-missing", "Тема урока указана", "Уроки", kept: 100, broken: 0),
    Dashboard.Metric(
      rule: "login", demand: "Родители входили в журнал", clause: "П 3.8", direction: "Участие", units: "учеников",
      norms: "", kept: 0, broken: 0, waived: 0, undetermined: 0, undeterminedReasons: "",
      reason: "входов выгрузки не показывают", open: 0, history: [.empty, .empty], change: .empty),
  ]

  private static func metric(
    _ rule: String, _ demand: String, _ direction: String, kept: Int, broken: Int
  ) -> Dashboard.Metric {
    Dashboard.Metric(
      rule: rule, demand: demand, clause: "Р 2", direction: direction, units: "уроков", norms: "7 дней", kept: kept,
      broken: broken, waived: 0, undetermined: 3, undeterminedReasons: "нет времени внесения — 3", reason: nil,
      open: broken, history: [.share(part: 90, whole: 100), .share(part: kept, whole: kept + broken)],
      change: .points(tenths: -14))
  }

  private static func finding(_ index: Int) throws -> DashboardFinding {
    let states = DashboardFinding.State.allCases
    let state = states[index % states.count]
    return DashboardFinding(
      key: "lesson-not-entered:L\(index)", rule: index % 2 == 0 ? "lesson-not-entered" : "topic-missing",
      title: index % 2 == 0 ? "Урок не внесён в срок" : "Тема урока не указана",
      severity: DashboardFinding.Severity.allCases[index % 3], state: state, times: state == .repeated ? 2 : 1,
      className: classes[index % 3], subject: SampleDocument.subjects[index % 5], teachers: [teachers[index % 3]],
      classOrder: index % 3, day: try date("15.10.2025").advanced(by: -(index * 7 % 11)),
      sentence: "Урок \(index) внесён на \(index % 5 + 1)-й день: \"<позже>\" срока & записан не так.",
      mend: "Внесите урок.", mendBy: try date("29.10.2025"), waiver: state == .waived ? "приказ № 5" : nil,
      evidence: state.isBroken
        ? DashboardFinding.Evidence(
          norms: ["7 дней"],
          facts: [
            .init(
              title: "Отметка — Белов Пётр, 14.10.2025", value: "5", raw: "5/4",
              place: "5А.xlsx, лист «Алгебра», строка 7, столбец AB", note: "внесено: 14.10.2025 10:00:00")
          ], omitted: index == 0 ? 3 : 0,
          missing: [.init(what: "Тема урока", searched: ["выгрузка «5А.xlsx», состояние на 15.10.2025 23:59:59"])])
        : nil)
  }

  private static func date(_ text: String) throws -> CivilDate { try SampleDocument.date(text) }
}
