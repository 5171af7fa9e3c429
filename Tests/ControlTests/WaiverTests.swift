import Journal
import JournalStore
import Testing

@testable import Control

@Suite struct WaiverTests {
  /// Two classes with a lesson each that was never entered.
  private func fixture() throws -> Fixture {
    let fixture = try Fixture()
    try fixture.addClass(grade: 5, letter: "Б")
    try fixture.addTeacher("T2", "Петрова О.И.")
    try fixture.addSubject("Физика")
    try fixture.addLesson(16, entry: .never)
    try fixture.addLesson(17, studyClass: 2, subject: 2, teachers: 2, entry: .never)
    try fixture.settle()
    return fixture
  }

  private func waived(_ fixture: Fixture, asOf: Int = 30) throws -> [String] {
    let request = CheckRequest(window: fixture.window(asOf: asOf), rules: ["lesson-not-entered"])
    let result = try Control.check(fixture.store, request)
    let counts = result.rules[0].counts
    #expect(counts.waived == result.findings.count { $0.waiver != nil } && counts.checked == 2)
    #expect(counts.broken == 2 - counts.waived && result.findings.count == 2)
    return result.findings.filter { $0.waiver != nil }.map(\.key)
  }

  @Test func acceptsOneFindingAndCountsItApart() throws {
    let fixture = try fixture()
    try fixture.addWaiver("lesson-not-entered", finding: "lesson-not-entered:L2", from: 20, until: 40)
    #expect(try waived(fixture) == ["lesson-not-entered:L2"])
    let finding = try #require(try fixture.findings(.lessonNotEntered).last)
    #expect(finding.waiver == "болезнь учителя (директор, приказ № 5; действует по 10.10.2025)")
    #expect(finding.state == .new && finding.mend.isEmpty && finding.mendBy == nil)
  }

  @Test(arguments: [
    (nil, nil, nil, 0), ("5А", nil, nil, 1), (nil, "Физика", nil, 2), (nil, nil, "Смирнова", 1),
    ("5 а", "Физика", nil, 0), ("5Б", "Физика", "Петрова О.И.", 2), ("9Я", nil, nil, 0),
  ])
  func acceptsWhatIsInEveryPlaceItNames(
    _ studyClass: String?, _ subject: String?, _ teacher: String?, _ lesson: Int
  ) throws {
    let fixture = try fixture()
    if studyClass != nil || subject != nil || teacher != nil {
      try fixture.addWaiver(
        "lesson-not-entered", studyClass: studyClass, subject: subject, teacher: teacher, from: 1, until: 40)
    }
    try fixture.addWaiver("lesson-without-topic", studyClass: "5А", from: 1, until: 40)
    #expect(try waived(fixture) == (lesson == 0 ? [] : ["lesson-not-entered:L\(lesson)"]))
  }

  @Test func acceptsFindingsOfOnePupil() throws {
    let fixture = try Fixture()
    try fixture.addPupil("Белов Иван")
    try fixture.addLesson(16, entry: .on(16))
    try fixture.settle()
    try fixture.addWaiver("pupil-without-marks", pupil: "Белов И.", from: 1, until: 40)
    let result = try Control.check(
      fixture.store, CheckRequest(window: fixture.window(), rules: ["pupil-without-marks"], by: [.studyClass]))
    #expect(result.findings.filter { $0.waiver != nil }.map(\.place.pupil?.name) == ["Белов Иван"])
    let outcome = try #require(result.rules.first)
    #expect((outcome.counts.broken, outcome.counts.waived) == (1, 1))
    #expect(result.groups.map(\.counts.waived) == [1])
    #expect(outcome.people?.broken == 1 && outcome.people?.checked == 2)
  }

  @Test func isInForceOnItsDaysOnly() throws {
    let fixture = try fixture()
    try fixture.addWaiver("lesson-not-entered", studyClass: "5А", from: 25, until: 28)
    #expect(try [24, 25, 28, 29].map { try waived(fixture, asOf: $0).count } == [0, 1, 1, 0])
    try fixture.store.database.execute("UPDATE waiver SET revoked_on = \(fixture.day(27))")
    #expect(try [26, 27].map { try waived(fixture, asOf: $0).count } == [1, 0])
  }

  // MARK: From check to check

  private func register(_ fixture: Fixture, asOf: Int, from: Int) throws -> CheckResult {
    let result = try Control.check(fixture.store, CheckRequest(window: fixture.window(asOf: asOf, from: from)))
    try Control.register(fixture.store, result) { "\($0.count)" }
    return result
  }

  @Test func staysInTheListAndIsRepeatedWhenItEnds() throws {
    let fixture = try fixture()
    try fixture.addWaiver("lesson-not-entered", studyClass: "5А", from: 1, until: 40)
    let key = "lesson-not-entered:L1"
    let first = try register(fixture, asOf: 30, from: 16)
    #expect(try #require(first.findings.first { $0.key == key }).waiver != nil)
    let second = try register(fixture, asOf: 40, from: 31)
    let kept = try #require(second.findings.first { $0.key == key })
    #expect(kept.waiver != nil && kept.state == .repeated && kept.isCarried)
    let third = try register(fixture, asOf: 45, from: 41)
    let ended = try #require(third.findings.first { $0.key == key })
    #expect(ended.waiver == nil && ended.state == .repeated && ended.times == 3 && ended.mendBy != nil)
    let read = try fixture.store.database.integer(
      "SELECT count(*) FROM finding WHERE key = '\(key)' AND waiver IS NOT NULL")
    #expect(read == 2)
    // Of 5А the first check tells no finding that stands: its lesson is accepted.
    let told = try fixture.store.database.integer(
      "SELECT findings FROM check_class WHERE registered_check = 1 AND title = '5Б'")
    #expect(told == Int64(first.findings.count { $0.place.studyClass?.name == "5Б" }))
    let accepted = try fixture.store.database.integer(
      "SELECT findings FROM check_class WHERE registered_check = 1 AND title = '5А'")
    #expect(accepted == Int64(first.findings.count { $0.place.studyClass?.name == "5А" && $0.waiver == nil }))
  }

  @Test func anExpiredOneIsNewRepeatedPutRightAndGone() throws {
    let fixture = try fixture()
    try fixture.addWaiver("lesson-not-entered", studyClass: "5А", from: 1, until: 20)
    try fixture.addWaiver("lesson-not-entered", finding: "lesson-not-entered:L2", from: 1, until: 20)
    func states(_ result: CheckResult) -> [Finding.State] {
      result.findings.filter { $0.rule == "waiver-expired" }.map(\.state)
    }
    let first = try register(fixture, asOf: 30, from: 16)
    #expect(states(first) == [.new, .new])
    let named = try #require(first.findings.first { $0.rule == "waiver-expired" })
    #expect(named.key == "waiver-expired:lesson-not-entered/5А////2025-09-01" && named.place.studyClass?.name == "5А")
    #expect(
      named.sentence
        == "«\(Rule.lessonNotEntered.title)» (класс 5А): решение действовало по 20.09.2025, а замечание осталось.")
    #expect(states(try register(fixture, asOf: 40, from: 31)) == [.repeated, .repeated])
    try fixture.store.database.execute(
      "UPDATE lesson SET entry_from = \(fixture.noon(42)), entry_by = \(fixture.noon(42)) WHERE id = 1")
    try fixture.store.database.execute("DELETE FROM waiver WHERE finding IS NOT NULL")
    #expect(states(try register(fixture, asOf: 45, from: 41)) == [.putRight, .gone])
  }

  @Test func anExpiredOneIsKeptWhereTheSchoolDecidesAgain() throws {
    let fixture = try fixture()
    try fixture.addWaiver("lesson-not-entered", studyClass: "5А", from: 1, until: 20)
    try fixture.addWaiver("lesson-not-entered", studyClass: "5А", from: 21, until: 40)
    #expect(try fixture.judge(.waiverExpired) == [2, 0, 0])
  }

  @Test func anExpiredOneOfALateEntryCannotBeMended() throws {
    let fixture = try Fixture()
    try fixture.addLesson(16, entry: .on(18))
    try fixture.addLesson(17, entry: .on(19))
    try fixture.settle()
    try fixture.addWaiver("lesson-entered-late", studyClass: "5А", from: 1, until: 20)
    let finding = try #require(try fixture.findings(.waiverExpired).first)
    #expect(finding.mend.isEmpty && finding.sentence.hasSuffix("а осталось 2 замечания."))
  }

  @Test func whatIsPreparedForOtherRulesSurvivesAskingThemAgain() throws {
    let fixture = try fixture()
    let before = try Control.check(fixture.store, CheckRequest(window: fixture.window()))
    try fixture.addWaiver("teacher-inactive", teacher: "Смирнова", from: 1, until: 20)
    try fixture.addWaiver("pupil-without-marks", studyClass: "5А", from: 1, until: 20)
    let after = try Control.check(fixture.store, CheckRequest(window: fixture.window()))
    for (a, b) in zip(before.rules, after.rules) where a.rule.id != "waiver-expired" { #expect(a.counts == b.counts) }
  }

  // MARK: Decisions

  private func waiver(_ finding: String? = nil, from: Int = 20, until: Int = 40) -> Waiver {
    Waiver(
      rule: "lesson-not-entered", finding: finding, reason: "болезнь", decidedBy: "директор", paper: "приказ № 1",
      from: RuleExample.date(from), until: RuleExample.date(until))
  }

  @Test func keepsADecisionAndRevokesIt() throws {
    let fixture = try fixture()
    let request = CheckRequest(window: fixture.window())
    let kept = try Control.waive(fixture.store, waiver("lesson-not-entered:L1"), request)
    #expect(kept.id == 1 && kept.title(in: .builtIn) == "«\(Rule.lessonNotEntered.title)» (ключ lesson-not-entered:L1)")
    #expect(try waived(fixture) == ["lesson-not-entered:L1"])
    let opened = try Control.explain(fixture.store, "lesson-not-entered:L1", request)
    #expect(opened.verdict == .waived(kept.told) && !opened.sentence.isEmpty)
    _ = try Control.revoke(fixture.store, waiver: 1, on: RuleExample.date(30))
    #expect(try waived(fixture) == [])
    #expect(try Control.waivers(fixture.store, on: RuleExample.date(30)).map(\.state) == [.revoked])
    #expect(throws: ControlError.self) { try Control.revoke(fixture.store, waiver: 1, on: RuleExample.date(31)) }
    #expect(throws: ControlError.self) { try Control.revoke(fixture.store, waiver: 2, on: RuleExample.date(31)) }
  }

  @Test func refusesADecisionThatNamesNobodyOrSaysTooLittle() throws {
    let fixture = try fixture()
    let request = CheckRequest(window: fixture.window())
    var ofNobody = waiver()
    ofNobody.studyClass = "9Я"
    var ofExpired = waiver()
    ofExpired.rule = "waiver-expired"
    ofExpired.studyClass = "5А"
    var both = waiver("lesson-not-entered:L1")
    both.studyClass = "5А"
    for wrong in [
      waiver(), waiver("lesson-not-entered:L9"), ofNobody, ofExpired, both,
      waiver("lesson-not-entered:L1", from: 20, until: 19),
    ] {
      #expect(throws: ControlError.self) { try Control.waive(fixture.store, wrong, request) }
    }
    _ = try Control.waive(fixture.store, waiver("lesson-not-entered:L1", until: 20), request)
    #expect(throws: ControlError.self) { try Control.waive(fixture.store, waiver("lesson-not-entered:L1"), request) }
    #expect(try fixture.store.database.waivers().count == 1)
  }

  @Test func tellsOfDecisionsThatAcceptNothing() throws {
    let fixture = try fixture()
    try fixture.addWaiver("lesson-not-entered", studyClass: "9Я", from: 1, until: 40)
    try fixture.addWaiver("no-rule", studyClass: "5А", from: 31, until: 40)
    try fixture.addWaiver("waiver-expired", studyClass: "5А", from: 1, until: 20)
    let listed = try Control.waivers(fixture.store, on: RuleExample.date(30))
    #expect(listed.map(\.state) == [.inForce, .notYet, .ended])
    #expect(listed.map { $0.problem != nil } == [true, true, true])
  }
}
