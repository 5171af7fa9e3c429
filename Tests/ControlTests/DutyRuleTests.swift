import Journal
import Testing

@testable import Control

@Suite struct DutyRuleTests {
  private func register(_ fixture: Fixture, asOf: Int, from: Int, _ settings: ControlSettings = ControlSettings())
    throws
    -> CheckResult
  {
    try fixture.settle()
    let request = CheckRequest(window: fixture.window(asOf: asOf, from: from), settings: settings)
    let result = try Control.check(fixture.store, request)
    try Control.register(fixture.store, result) { "\($0.count)" }
    return result
  }

  private func states(_ result: CheckResult, _ rule: Rule) -> [String] {
    result.findings.filter { $0.rule == rule.id }.map {
      "\($0.key.drop { $0 != ":" }.dropFirst()) \($0.state.rawValue)"
    }
  }

  // MARK: Lists of classes

  @Test func aClassWithoutARowInATableThatIsThereIsNotVerified() throws {
    let fixture = try Fixture()
    try fixture.addClass(grade: 5, letter: "Б", headTeacher: 1)
    try fixture.insert("class_list_check", [nil, 1, "Смирнова А.В.", fixture.noon(20), 1, 1])
    let findings = try fixture.findings(.classListNotVerified)
    #expect(findings.map(\.sentence) == ["Сверка списка класса не записана ни разу."])
    #expect(findings.map(\.place.teachers.first?.name) == ["Смирнова А.В."])
    try fixture.store.database.execute("UPDATE study_class SET same_as = 1 WHERE id = 2")
    #expect(try fixture.judge(.classListNotVerified) == [1, 0, 0])
  }

  @Test func aClassOfAnEarlierSchoolYearIsNobodysDuty() throws {
    let fixture = try Fixture()
    let old = try fixture.addJournal(.timedExample)
    try fixture.addClass(grade: 11, letter: "А")
    try fixture.addPupil("Волкова Ольга", studyClass: 2)
    try fixture.store.database.execute("UPDATE journal SET school_year = 2024 WHERE id = \(old)")
    try fixture.store.database.execute("UPDATE coverage SET journal = \(old) WHERE study_class = 2")
    try fixture.insert("class_list_check", [nil, 1, "Смирнова А.В.", fixture.noon(20), 1, 1])
    try fixture.insert("consent", [nil, 1, "child", fixture.day(1), nil, 1, 1])
    #expect(try fixture.judge(.classListNotVerified) == [1, 0, 0])
    #expect(try fixture.judge(.consentMissing) == [1, 1, 1])
    // A class that no export shows any lesson of may be of this year.
    try fixture.store.database.execute("DELETE FROM coverage WHERE study_class = 2")
    #expect(try fixture.judge(.classListNotVerified) == [1, 1, 0])
    // Next year's journal is no reason to forget this year's classes.
    try fixture.store.database.execute("UPDATE journal SET school_year = 2026 WHERE id = \(old)")
    try fixture.store.database.execute(
      "INSERT INTO coverage (kind, study_class, journal, taken_at, from_day, to_day, is_timed) SELECT kind, 2, \(old), taken_at, \(fixture.day(365)), to_day, 1 FROM coverage WHERE study_class = 1"
    )
    #expect(try fixture.judge(.classListNotVerified) == [1, 0, 0])
  }

  @Test func aListIsNewRepeatedAndPutRight() throws {
    let fixture = try Fixture()
    try fixture.insert("class_list_check", [nil, 1, "Смирнова А.В.", fixture.noon(-10), 1, 1])
    #expect(states(try register(fixture, asOf: 30, from: 16), .classListNotVerified) == ["C1 new"])
    #expect(states(try register(fixture, asOf: 40, from: 31), .classListNotVerified) == ["C1 repeated"])
    try fixture.insert("class_list_check", [nil, 1, "Смирнова А.В.", fixture.noon(41), 1, 1])
    #expect(states(try register(fixture, asOf: 50, from: 41), .classListNotVerified) == ["C1 put-right"])
  }

  // MARK: Consents and documents

  @Test func aConsentOfAnotherSourcesRowCountsAndKindsAreFollowedApart() throws {
    let fixture = try Fixture()
    try fixture.addPupil("Иванов П.")
    try fixture.store.database.execute("UPDATE pupil SET same_as = 1 WHERE id = 2")
    try fixture.store.database.execute("UPDATE pupil SET birth_date = \(fixture.day(-3000)) WHERE id = 1")
    try fixture.insert("consent", [nil, 2, "child", fixture.day(1), nil, 1, 1])
    #expect(states(try register(fixture, asOf: 30, from: 16), .consentMissing) == ["P1/parent new"])
    #expect(states(try register(fixture, asOf: 40, from: 31), .consentMissing) == ["P1/parent repeated"])
    try fixture.insert("consent", [nil, 1, "parent", fixture.day(41), nil, 1, 1])
    try fixture.store.database.execute("UPDATE consent SET withdrawn_on = \(fixture.day(42)) WHERE kind = 'child'")
    let third = try register(fixture, asOf: 50, from: 41)
    #expect(states(third, .consentMissing) == ["P1/child new", "P1/parent put-right"])
    let child = try #require(third.findings.first { $0.key == "consent-missing:P1/child" })
    #expect(child.sentence.hasSuffix("данных ребёнка (отозвано 12.10.2025)."))
    try fixture.store.database.execute("UPDATE pupil SET left_on = \(fixture.day(51))")
    #expect(states(try register(fixture, asOf: 60, from: 51), .consentMissing) == ["P1/child gone"])
  }

  @Test func aDocumentIsFollowedByItsKey() throws {
    let fixture = try Fixture()
    var settings = ControlSettings()
    settings.documents = [DocumentSetting(key: "order", title: "Приказ", clause: "П 3.5")]
    #expect(states(try register(fixture, asOf: 30, from: 16, settings), .documentMissing) == ["order new"])
    settings.documents.insert(DocumentSetting(key: "list", title: "Перечень", clause: "П 3.5"), at: 0)
    settings.documents[1].recordedOn = RuleExample.date(35)
    #expect(
      states(try register(fixture, asOf: 40, from: 31, settings), .documentMissing) == ["list new", "order put-right"])
    #expect(states(try register(fixture, asOf: 50, from: 41), .documentMissing) == ["list gone"])
  }

  // MARK: Timetable

  /// Lessons before and after the week of 22 September.
  private func timetable(grade: Int = 5) throws -> Fixture {
    let fixture = try Fixture(grade: grade)
    try fixture.insert("holiday", [fixture.day(57), fixture.day(63)])
    try fixture.addLesson(15, entry: .on(15))
    try fixture.addLesson(36, entry: .never)
    return fixture
  }

  @Test func anExportThatEndsBeforeTheWeekProvesNothing() throws {
    let fixture = try timetable()
    #expect(try fixture.judge(.timetableNotPosted, asOf: 28) == [0, 1, 0])
    try fixture.store.database.execute("UPDATE coverage SET to_day = \(fixture.day(21))")
    #expect(try fixture.judge(.timetableNotPosted, asOf: 28) == [0, 0, 1])
    try fixture.store.database.execute("UPDATE coverage SET to_day = \(fixture.day(22))")
    #expect(try fixture.judge(.timetableNotPosted, asOf: 28) == [0, 1, 0])
    try fixture.store.database.execute("UPDATE coverage SET from_day = \(fixture.day(29)), to_day = \(fixture.day(60))")
    #expect(try fixture.judge(.timetableNotPosted, asOf: 28) == [0, 0, 1])
    try fixture.store.database.execute("UPDATE coverage SET from_day = \(fixture.day(28))")
    #expect(try fixture.judge(.timetableNotPosted, asOf: 28) == [0, 1, 0])
  }

  /// The lessons of others show how far the export reaches.
  @Test func anotherClassesLessonsShowThatTheExportReachesTheWeek() throws {
    let fixture = try timetable()
    try fixture.addClass(grade: 6, letter: "А")
    try fixture.addLesson(24, studyClass: 2, entry: .on(24))
    try fixture.store.database.execute("UPDATE coverage SET to_day = \(fixture.day(21)) WHERE study_class = 1")
    #expect(try fixture.judge(.timetableNotPosted, asOf: 28) == [1, 1, 0])
    try fixture.store.database.execute("UPDATE journal SET says = says | \(SourceCapabilities.partial.rawValue)")
    #expect(try fixture.judge(.timetableNotPosted, asOf: 28) == [1, 0, 1])
  }

  @Test func firstClassesHaveHolidaysOfTheirOwn() throws {
    let fixture = try timetable(grade: 1)
    try fixture.addClass(grade: 1, letter: "Б")
    try fixture.addLesson(15, studyClass: 2, entry: .on(15))
    #expect(try fixture.judge(.timetableNotPosted, asOf: 28) == [0, 0, 2])
    try fixture.addLesson(23, studyClass: 2, entry: .on(23))
    #expect(try fixture.judge(.timetableNotPosted, asOf: 28) == [1, 1, 0])
  }

  @Test func aLessonThatTheExportLostPostsNothing() throws {
    let fixture = try timetable()
    try fixture.addLesson(24, entry: .on(24), gone: (25, 27))
    #expect(try fixture.judge(.timetableNotPosted, asOf: 28) == [0, 1, 0])
    try fixture.addLesson(24, entry: .on(24), gone: (25, 29))
    #expect(try fixture.judge(.timetableNotPosted, asOf: 28) == [1, 0, 0])
  }

  @Test func aWeekIsNewRepeatedPutRightOrGoneAndAnUnfinishedOneWaits() throws {
    let fixture = try timetable()
    try fixture.addLesson(37, entry: .never)
    let first = try register(fixture, asOf: 29, from: 16)
    #expect(states(first, .timetableNotPosted) == ["C1/2025-09-22 new"])
    #expect(first.rules.first { $0.rule.id == "timetable-not-posted" }?.counts.undetermined == 1)
    let second = try register(fixture, asOf: 35, from: 30)
    #expect(states(second, .timetableNotPosted) == ["C1/2025-09-22 repeated", "C1/2025-09-29 new"])
    try fixture.addLesson(24, entry: .on(24))
    try fixture.insert("holiday", [fixture.day(29), fixture.day(35)])
    let third = try register(fixture, asOf: 40, from: 36)
    #expect(states(third, .timetableNotPosted) == ["C1/2025-09-22 put-right", "C1/2025-09-29 gone"])
  }

  // MARK: Control and paper

  @Test func aMonthIsToldOnceByTheCheckAfterIt() throws {
    let fixture = try Fixture(snapshot: 1)
    let first = try register(fixture, asOf: 30, from: 1)
    #expect(first.rules.first { $0.rule.id == "control-too-rare" }?.counts.undetermined == 1)
    let second = try register(fixture, asOf: 45, from: 31)
    #expect(states(second, .controlTooRare) == ["2025-09 new"])
    #expect(
      second.findings.first { $0.rule == "control-too-rare" }?.sentence
        == "Сентябрь 2025 года: контроль журнала проведён 1 раз.")
    #expect(states(try register(fixture, asOf: 50, from: 46), .controlTooRare) == ["2025-09 known"])
    #expect(try register(fixture, asOf: 30, from: 1).rules.map(\.counts) == first.rules.map(\.counts))
  }

  @Test func aLessonOfThePaperIsRepeatedAndPutRight() throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(16, entry: .on(16))
    try fixture.insert("paper_tally", [nil, lesson, 1, 0, 1, 9])
    #expect(states(try register(fixture, asOf: 30, from: 16), .paperJournalDisagrees) == ["L1 new"])
    #expect(states(try register(fixture, asOf: 40, from: 31), .paperJournalDisagrees) == ["L1 repeated"])
    try fixture.addMark(lesson, "5", .on(41))
    #expect(states(try register(fixture, asOf: 50, from: 41), .paperJournalDisagrees) == ["L1 put-right"])
    let opened = try Control.explain(
      fixture.store, "paper-journal-disagrees:L1", CheckRequest(window: fixture.window(asOf: 40)))
    #expect(opened.evidence.contains { $0.value == "отметок — 1, пропусков — 0" && $0.place.row == 9 })
  }
}
