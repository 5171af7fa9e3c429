import Journal
import JournalStore
import Testing

@testable import Reporting

@Suite struct DashboardReadingTests {
  private func dashboard(_ check: Int64, _ fixture: CheckFixture, scope: String? = nil, privacy: PrivacyProfile? = nil)
    throws -> Dashboard
  {
    let official = ReportContext.Official(position: "Директор", name: nil)
    return try Dashboard(
      of: check,
      ReportContext(
        basis: .check(check), organisation: "Школа", place: "", deputy: official, director: official, scope: scope,
        programVersion: "1.0.0", privacy: privacy), in: fixture.database)
  }

  /// Reports count remarks by `RemarkSQL`.
  @Test func opensAsManyFindingsAsReportsCount() throws {
    for (check, make) in [(1, CheckFixture.normal), (2, CheckFixture.followUp)] {
      let fixture = try CheckFixture()
      try make(fixture)()
      let dashboard = try dashboard(Int64(check), fixture)
      let counted = try fixture.database.prepare("WITH \(RemarkSQL.remark) SELECT count(*) FROM remark")
      try counted.bind(["check": Int64(check)])
      #expect(try counted.step())
      #expect(dashboard.findings.count(where: \.state.isOpen) == Int(counted.integer(0)))
      #expect(dashboard.metrics.reduce(0) { $0 + $1.open } <= dashboard.findings.count(where: \.state.isOpen))
    }
  }

  @Test func followsMetricsOverTheChecksUpToThisOne() throws {
    let fixture = try CheckFixture()
    try fixture.check(1, asOf: "2025-09-15", from: "2025-09-01", to: "2025-09-15")
    try fixture.check(2, asOf: "2025-09-30", from: "2025-09-16", to: "2025-09-30", previous: 1)
    try fixture.check(3, asOf: "2025-10-15", from: "2025-10-01", to: "2025-10-15", previous: 2)
    try fixture.rule(1, "a", "А", "П 1", "Уроки", kept: 9, broken: 1)
    try fixture.rule(2, "a", "А", "П 1", "Уроки", kept: 2, broken: 1, waived: 1)
    try fixture.rule(2, "b", "Б", "П 2", "Отметки", reason: "нечего судить")
    try fixture.rule(3, "a", "А", "П 1", "Уроки", kept: 1)
    let second = try dashboard(2, fixture)
    #expect(second.checks.map(\.russian) == ["15.09.2025", "30.09.2025"] && second.previous?.russian == "15.09.2025")
    #expect(second.metrics[0].history == [.share(part: 9, whole: 10), .share(part: 2, whole: 4)])
    #expect(second.metrics[0].change == .points(tenths: -400))
    #expect(second.metrics[1].reason == "нечего судить" && second.metrics[1].history == [.empty, .empty])
    #expect(try dashboard(1, fixture).metrics[0].change == .empty)
    #expect(try dashboard(2, fixture, scope: "класс 5А").checks.isEmpty)
  }

  @Test func hidesNamesAndWhatCanBeMadeOfThem() throws {
    let fixture = try CheckFixture()
    try fixture.normal()
    #expect(try !dashboard(1, fixture).hidesEvidence)
    #expect(try dashboard(1, fixture).findings.contains { $0.sentence.hasPrefix("Белов Пётр:") })
    let masked = try dashboard(1, fixture, privacy: .numbers)
    #expect(masked.hidesEvidence && !masked.findings.contains { $0.sentence.contains("Белов") })
  }

  @Test func chartsOpenFindings() throws {
    let fixture = try CheckFixture()
    try fixture.check(1, asOf: "2025-09-15", from: "2025-09-01", to: "2025-09-15")
    try fixture.rule(1, "a", "А", "П 1", "Уроки", kept: 9, broken: 3, undetermined: 2)
    for (id, title) in [(1, "9Б"), (2, "10А"), (3, "11А")] {
      try fixture.studyClass(1, id, title, head: nil, lessons: 5)
    }
    try fixture.finding(1, "a", "Раз.", studyClass: (2, "10А"))
    try fixture.finding(1, "a", "Два.", state: "repeated", times: 2, studyClass: (2, "10А"))
    try fixture.finding(1, "a", "Три.", studyClass: (1, "9Б"))
    try fixture.finding(1, "a", "Исправлено.", state: "put-right", studyClass: (3, "11А"))
    try fixture.finding(1, "a", "Принято.", waiver: "приказ", studyClass: (3, "11А"))
    try fixture.finding(1, "a", "Давно.", state: "known", isCarried: true, studyClass: (3, "11А"))
    let dashboard = try dashboard(1, fixture)
    #expect(dashboard.findings.map(\.state) == [.new, .repeated, .new, .putRight, .waived, .told])
    let byClass = try #require(dashboard.charts.first { $0.name == "Классы" })
    #expect(byClass.categories == ["9Б", "10А"])
    #expect(byClass.series.map(\.name) == ["Впервые", "Повторно"])
    #expect(byClass.series.map(\.values) == [[.integer(1), .integer(1)], [.integer(0), .integer(1)]])
    #expect(byClass.alternative == "Замечания есть в 2 из 3 классов; больше всего в классе 10А: 2.")
    let shares = try #require(dashboard.charts.first { $0.name == "Направления" })
    #expect(shares.series.map(\.values) == [[.integer(9)], [.integer(3)], [.integer(2)]])
  }
}
