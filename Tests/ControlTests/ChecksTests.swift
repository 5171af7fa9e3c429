import Journal
import Testing

@testable import Control

/// Registered checks listed, compared, and followed over time.
@Suite struct ChecksTests {
  /// Two half-months of one class: two lessons late and one without a topic, then one late; the topic is mended.
  private func fixture() throws -> (Fixture, [RegisteredCheck]) {
    let fixture = try Fixture()
    for (day, entered) in [(2, 4), (3, 3), (8, 9), (17, 17), (18, 20)] {
      let lesson = try fixture.addLesson(day, entry: .on(entered))
      try fixture.addTopic(lesson, "Тема", .on(day == 3 ? 16 : entered))
    }
    for window in [fixture.window(asOf: 15, from: 1), fixture.window(asOf: 30, from: 16)] {
      let result = try Control.check(fixture.store, CheckRequest(window: window))
      try Control.register(fixture.store, result) { _ in "digest" }
    }
    return (fixture, try Control.registeredChecks(fixture.store))
  }

  @Test func summariesCountWhatBecame() throws {
    let (fixture, checks) = try fixture()
    let summaries = try Control.checkSummaries(fixture.store)
    #expect(summaries.map(\.check) == checks)
    #expect(summaries[0].open == summaries[0].new && summaries[0].putRight == 0)
    #expect(summaries[1].putRight == 1)
    #expect(summaries.allSatisfy { $0.sources == 1 && $0.inputsDigest == "digest" && $0.kept <= $0.judged })
  }

  @Test func whatTheSchoolAcceptsIsNotCountedAmongFindings() throws {
    let (fixture, _) = try fixture()
    let before = try Control.checkSummaries(fixture.store)[0]
    try fixture.store.database.execute(
      "UPDATE finding SET waiver = 'Приказ' WHERE registered_check = 1 AND position = (SELECT min(position) FROM finding)"
    )
    let after = try Control.checkSummaries(fixture.store)[0]
    #expect(after.open == before.open - 1 && after.new == before.new - 1)
  }

  @Test func comparisonTellsEveryFate() throws {
    let (fixture, checks) = try fixture()
    let comparison = try Control.compare(fixture.store, checks[0], checks[1])
    let late = try #require(comparison.rules.first { $0.rule == "lesson-entered-late" })
    #expect(late.before?.broken == 2 && late.after?.broken == 1)
    let topic = try #require(comparison.remarks.first { $0.rule == "lesson-without-topic" })
    #expect(topic.fate == .putRight && topic.key == "lesson-without-topic:L2" && topic.className == "5А")
    let ofLate = comparison.remarks.filter { $0.rule == "lesson-entered-late" }
    #expect(ofLate.map(\.fate) == [.new, .repeated, .repeated])
    #expect(ofLate.map(\.key) == ["L5", "L1", "L3"].map { "lesson-entered-late:\($0)" })
    #expect(CheckComparison.Remark.Fate.allCases.map(comparison.count).reduce(0, +) == comparison.remarks.count)
  }

  @Test func trendsFollowARuleByItsParts() throws {
    let (fixture, _) = try fixture()
    func broken(_ scope: TrendScope) throws -> [Int?] {
      try Control.trends(fixture.store, rules: ["lesson-entered-late"], scope: scope)[0].points.map(\.counts?.broken)
    }
    #expect(try broken(TrendScope()) == [2, 1])
    #expect(try broken(TrendScope(studyClass: "5 а")) == [2, 1])
    #expect(try broken(TrendScope(studyClass: "5А", subject: "Алгебра")) == [2, 1])
    #expect(try broken(TrendScope(teacher: "Смирнова")) == [2, 1])
    #expect(throws: ControlError.self) { try broken(TrendScope(studyClass: "5А", teacher: "Смирнова")) }
    #expect(throws: ControlError.self) { try broken(TrendScope(studyClass: "11Я")) }
  }

  @Test func anOldCheckRunAgainGivesTheSame() throws {
    let (fixture, checks) = try fixture()
    for check in checks {
      let rerun = try Control.rerun(fixture.store, check) { _ in "digest" }
      #expect(rerun.isSame && rerun.rules.isEmpty && rerun.appeared.isEmpty && rerun.vanished.isEmpty)
    }
  }

  @Test func whatARerunFindsOtherwiseIsTold() throws {
    let (fixture, checks) = try fixture()
    try fixture.store.database.execute(
      "UPDATE lesson SET entry_from = \(fixture.noon(17)), entry_by = entry_from WHERE id = 5")
    let rerun = try Control.rerun(fixture.store, checks[1]) { _ in "digest" }
    #expect(!rerun.isSame && rerun.vanished == ["lesson-entered-late:L5"] && rerun.appeared.isEmpty)
    #expect(rerun.rules.map(\.before?.broken) == [1] && rerun.rules.map(\.after?.broken) == [0])
    #expect(try Control.compare(fixture.store, checks[0], checks[1]).rules.contains { $0.after?.broken == 1 })
  }

  @Test func numberOfAnUnknownCheckIsRefusedWithThoseThereAre() throws {
    let (fixture, checks) = try fixture()
    #expect(try Control.registeredCheck(2, in: fixture.store) == checks[1])
    let error = #expect(throws: ControlError.self) { try Control.registeredCheck(7, in: fixture.store) }
    #expect(error?.hint.contains("1 (на 15.09.2025)") == true)
  }
}
