import Journal
import Testing

@testable import Control

/// What a school lays down changes what is judged, and by what.
@Suite struct SettingsTests {
  private let fixture: Fixture
  private var settings = ControlSettings()

  init() throws { fixture = try Fixture() }

  private func check(_ rule: Rule, asOf: Int = 30, from: Int = 16) throws -> CheckResult {
    try fixture.settle()
    return try Control.check(
      fixture.store,
      CheckRequest(window: fixture.window(asOf: asOf, from: from), rules: [rule.id], settings: settings))
  }

  private func counts(_ rule: Rule, asOf: Int = 30, from: Int = 16) throws -> [Int] {
    let counts = try check(rule, asOf: asOf, from: from).rules[0].counts
    return [counts.kept, counts.broken, counts.undetermined]
  }

  private func rows(_ table: String) throws -> [[Int64?]] {
    let tables = SettingTables(fixture.store.database, settings: settings, asOf: RuleExample.asOf)
    try tables.make()
    let statement = try fixture.store.database.prepare("SELECT * FROM \(table) ORDER BY 1, 2")
    var rows: [[Int64?]] = []
    while try statement.step() { rows.append((0..<statement.columnCount).map { statement.optionalInteger($0) }) }
    return rows
  }

  private func days(_ from: Int, _ to: Int) -> DaySpan {
    DaySpan(from: RuleExample.date(from), to: RuleExample.date(to))
  }

  // MARK: Norms

  private func norm(_ value: Int, classes: [String] = [], kinds: [String] = [], act: String? = nil) -> NormSetting {
    var norm = NormSetting(rule: "written-work-overdue", name: "days", value: value)
    norm.scope.classes = classes
    norm.scope.workKinds = kinds
    norm.act = act
    return norm
  }

  private func lateWork() throws {
    let lesson = try fixture.addLesson(10, entry: .on(10))
    try fixture.addMark(lesson, "4", .on(20), work: try fixture.addWork(lesson))
  }

  @Test mutating func normOfAClassIsAppliedAndTold() throws {
    try lateWork()
    settings.norms = [norm(14, classes: ["5 а", "10Б"], act: "приказ № 12 от 30.08.2025")]
    let result = try check(.writtenWorkOverdue, from: 1)
    #expect(result.rules[0].counts.kept == 1)
    #expect(
      result.rules[0].norms == [
        "отметка за письменную работу — не позже чем через 7 календарных дней",
        "отметка за письменную работу — не позже чем через 14 календарных дней (5 а, 10Б; приказ № 12 от 30.08.2025)",
      ])
    #expect(result.unknownNames == ["класс «10Б» (norms)"])
  }

  @Test func nounsOfANormFollowItsNumber() throws {
    let norm = try #require(Rule.writtenWorkOverdue.norms.first)
    #expect(norm.russian(1).hasSuffix("через 1 календарный день"))
    #expect(norm.russian(22).hasSuffix("через 22 календарных дня"))
    #expect(norm.russian("N").hasSuffix("через N календарных дней"))
    for rule in Rule.all {
      for norm in rule.norms { #expect(!norm.russian(norm.standard).contains { "{|}%".contains($0) }) }
    }
  }

  @Test mutating func normOfAKindOfWorkIsFoundInAnySpelling() throws {
    try lateWork()
    try fixture.store.database.execute("UPDATE work SET kind = 'Контрольная  работа'")
    settings.norms = [norm(14, kinds: ["КОНТРОЛЬНАЯ РАБОТА"])]
    #expect(try counts(.writtenWorkOverdue, from: 1) == [1, 0, 0])
    settings.norms = [norm(14, kinds: ["диктант с заданием"])]
    #expect(try counts(.writtenWorkOverdue, from: 1) == [0, 1, 0])
    #expect(try check(.writtenWorkOverdue).unknownNames == ["вид работы «диктант с заданием» (norms)"])
  }

  @Test mutating func normOutsideItsDaysIsNeitherAppliedNorTold() throws {
    try lateWork()
    var later = norm(14, classes: ["5А"])
    later.validFrom = RuleExample.date(31)
    settings.norms = [later]
    #expect(try counts(.writtenWorkOverdue, from: 1) == [0, 1, 0])
    #expect(try check(.writtenWorkOverdue).rules[0].norms.count == 1)
    settings.norms[0].validFrom = RuleExample.date(30)
    #expect(try counts(.writtenWorkOverdue, from: 1) == [1, 0, 0])
  }

  @Test func normSaysByWhatItCanBeSetApart() throws {
    let rule = Rule.writtenWorkOverdue
    #expect(rule.dimensions(of: rule.norms[0]) == [.studyClass, .subject, .workKind])
    let asked = "SELECT \(RuleSQL.norm("share", of: "r", subject: "coalesce(u.subject, 1)"))"
    #expect(RuleSQL.asks(asked, "share", of: "r", by: .subject))
    #expect(!RuleSQL.asks(asked, "share", of: "r", by: .studyClass))
    #expect(!RuleSQL.asks(asked, "share", of: "r", by: .workKind))
    #expect(!RuleSQL.asks(asked, "days", of: "r", by: .subject))
  }

  // MARK: Calendar

  @Test mutating func daysOfAPeriodComeFromTheSettings() throws {
    try fixture.store.database.execute("UPDATE period SET start_day = NULL, end_day = NULL, name = 'I чет'")
    try fixture.addLesson(5, entry: .on(5))
    try fixture.store.database.execute("UPDATE lesson SET period = 1")
    #expect(try counts(.pupilWithoutMarks) == [0, 0, 0])
    settings.periods = [PeriodSetting(kind: .quarter, ordinal: 1, days: days(1, 56))]
    #expect(try counts(.pupilWithoutMarks) == [0, 1, 0])
    #expect(try rows("control_period_days") == [[1, 1, fixture.day(1), fixture.day(56)]])
  }

  @Test mutating func periodOfAClassGoesBeforeThatOfAllAndOfTheExports() throws {
    try fixture.addClass(grade: 9, letter: "Б")
    var ofClass = PeriodSetting(kind: .quarter, ordinal: 1, days: days(1, 50))
    ofClass.scope.classes = ["9Б"]
    settings.periods = [ofClass, PeriodSetting(kind: .quarter, ordinal: 1, days: days(1, 55))]
    #expect(
      try rows("control_period_days") == [
        [1, 1, fixture.day(1), fixture.day(55)], [1, 2, fixture.day(1), fixture.day(50)],
      ])
    settings.periods = [PeriodSetting(kind: .quarter, ordinal: 2, days: days(60, 110))]
    #expect(
      try rows("control_period_days") == [
        [1, 1, fixture.day(1), fixture.day(56)], [1, 2, fixture.day(1), fixture.day(56)],
      ])
  }

  @Test mutating func shiftedDayIsWorkedAndAnotherFree() throws {
    settings.holidays = [days(57, 65)]
    settings.shiftedDays = [ShiftedDay(worked: RuleExample.date(60), free: RuleExample.date(70))]
    #expect(
      try rows("control_holiday") == [
        [fixture.day(57), fixture.day(59)], [fixture.day(61), fixture.day(65)], [fixture.day(70), fixture.day(70)],
      ])
    settings.shiftedDays = [ShiftedDay(worked: RuleExample.date(57), free: RuleExample.date(70))]
    #expect(
      try rows("control_holiday") == [[fixture.day(58), fixture.day(65)], [fixture.day(70), fixture.day(70)]])
  }

  // MARK: Subjects and pupils

  @Test mutating func gradedSubjectOfOneClassStaysUngradedInOthers() throws {
    try fixture.addClass(grade: 9, letter: "Б")
    try fixture.store.database.execute("UPDATE subject SET is_graded = 0")
    var setting = SubjectSetting(scope: SettingScope(), isGraded: true)
    setting.scope.classes = ["5А"]
    settings.subjects = [setting]
    #expect(try rows("control_ungraded") == [[1, 2]])
    settings.subjects = [SubjectSetting(scope: SettingScope(), isGraded: true)]
    #expect(try rows("control_ungraded").isEmpty)
    settings.subjects.append(SubjectSetting(scope: setting.scope, isGraded: false))
    #expect(try rows("control_ungraded") == [[1, 1]])
  }

  @Test mutating func doubleLessonsAreAskedByClassAndSubject() throws {
    var setting = SubjectSetting(scope: SettingScope(), isDouble: true)
    setting.scope.subjects = ["Алгебра"]
    setting.scope.grades = [5]
    settings.subjects = [setting]
    _ = try rows("setting_subject")
    func isDouble(_ subject: Int, _ studyClass: Int) throws -> Int64? {
      try fixture.store.database.integer(
        "SELECT \(RuleSQL.isDouble(subject: "\(subject)", studyClass: "\(studyClass)"))")
    }
    #expect(try isDouble(1, 1) == 1)
    #expect(try isDouble(1, 2) == 0)
    #expect(try isDouble(2, 1) == 0)
  }

  @Test mutating func pupilWithARegimeIsNoUnitOfRulesAboutMarks() throws {
    try fixture.addPupil("Белов Иван")
    try fixture.addLesson(5, entry: .on(5))
    #expect(try counts(.pupilWithoutMarks) == [0, 2, 0])
    settings.regimes = [PupilRegime(pupil: "Белов И.", studyClass: "5а")]
    #expect(try counts(.pupilWithoutMarks) == [0, 1, 0])
    settings.regimes = [PupilRegime(pupil: "Белов", subjects: ["Химия"])]
    let result = try check(.pupilWithoutMarks)
    #expect(result.rules[0].counts.broken == 2)
    #expect(result.unknownNames == ["предмет «Химия» (exemptions)"])
    settings.regimes = [PupilRegime(pupil: "Котов Иван", studyClass: "5А")]
    #expect(try check(.pupilWithoutMarks).unknownNames == ["один ученик «Котов Иван, 5А» (exemptions)"])
  }

  @Test mutating func attendanceIsLeftOutOnlyWhereSaidAndInItsDays() throws {
    for (lesson, number) in [(1, 1), (2, 2), (3, 3)] {
      try fixture.addLesson(16, number: number, entry: .on(16))
      if number != 2 { try fixture.addAttendance(Int64(lesson), .absent, .on(16)) }
    }
    #expect(try counts(.attendanceContradiction) == [0, 1, 0])
    settings.regimes = [PupilRegime(pupil: "Иванов Пётр")]
    #expect(try counts(.attendanceContradiction) == [0, 1, 0])
    settings.regimes[0].isOfAttendance = true
    #expect(try counts(.attendanceContradiction) == [0, 0, 0])
    settings.regimes[0].to = RuleExample.date(15)
    #expect(try counts(.attendanceContradiction) == [0, 1, 0])
    settings.regimes[0].to = RuleExample.date(16)
    settings.regimes[0].from = RuleExample.date(16)
    #expect(try counts(.attendanceContradiction) == [0, 0, 0])
    settings.regimes[0].from = RuleExample.date(17)
    settings.regimes[0].to = nil
    #expect(try counts(.attendanceContradiction) == [0, 1, 0])
  }

  // MARK: Stored

  @Test mutating func registeredCheckIsMadeAgainWithItsOwnNorms() throws {
    try lateWork()
    try fixture.settle()
    settings.norms = [norm(14, classes: ["5А"], act: "приказ"), norm(7)]
    settings.holidays = [days(57, 65)]
    settings.rules = [RuleSetting(rule: "lesson-without-topic", isOn: false), RuleSetting(rule: "teacher-inactive")]
    let request = CheckRequest(window: fixture.window(from: 1), settings: settings)
    let first = try Control.check(fixture.store, request)
    try Control.register(fixture.store, first) { "\($0.count)" }
    let check = try #require(try Control.registeredChecks(fixture.store).first)
    let again = try Control.request(again: check, fixture.store)
    // What only says what holds anyway is not kept.
    #expect(again.settings.norms == [settings.norms[0]])
    #expect(again.settings.rules == [settings.rules[0]])
    #expect(again.settings.holidays == settings.holidays)
    let second = try Control.check(fixture.store, again)
    #expect(second.rules.map(\.norms) == first.rules.map(\.norms))
    #expect(second.rules.map(\.counts) == first.rules.map(\.counts))
    #expect(try Control.register(fixture.store, second) { "\($0.count)" }.kind == .unchanged)
  }

  @Test mutating func findingOfARuleSwitchedOffIsNotGone() throws {
    try fixture.addLesson(16, entry: .never)
    try fixture.settle()
    let first = try Control.check(fixture.store, CheckRequest(window: fixture.window()))
    #expect(first.findings.contains { $0.rule == "lesson-not-entered" })
    try Control.register(fixture.store, first) { "\($0.count)" }
    settings.rules = [RuleSetting(rule: "lesson-not-entered", isOn: false)]
    let second = try Control.check(
      fixture.store, CheckRequest(window: fixture.window(asOf: 40, from: 31), settings: settings))
    #expect(second.followUp?.gone == 0)
    #expect(!second.findings.contains { $0.rule == "lesson-not-entered" })
    #expect(!second.rules.contains { $0.rule.id == "lesson-not-entered" })
  }

  @Test mutating func settingsSurviveBeingStored() throws {
    settings.norms = [norm(14, classes: ["5А"], kinds: ["сочинение"], act: "«приказ» № 1/2")]
    settings.norms[0].validFrom = RuleExample.date(1)
    settings.rules = [RuleSetting(rule: "teacher-inactive", severity: .note)]
    settings.subjects = [SubjectSetting(scope: SettingScope(), isGraded: false, weeklyHours: 250, isDouble: true)]
    settings.periods = [PeriodSetting(kind: .year, ordinal: nil, days: days(1, 200))]
    settings.holidays = [days(57, 65)]
    settings.shiftedDays = [ShiftedDay(worked: RuleExample.date(60), free: RuleExample.date(70))]
    settings.regimes = [PupilRegime(pupil: "Белов", subjects: ["Труд"], to: RuleExample.date(9), paper: "приказ")]
    settings.documents = [DocumentSetting(key: "a", title: "Приказ", clause: "П 3.5", recordedOn: RuleExample.date(1))]
    let text = try settings.storedText()
    #expect(try ControlSettings(storedText: text) == settings)
    #expect(text.contains("\"2025-09-01\"") && text.contains("№ 1/2"))
    #expect(try ControlSettings().storedText() == "")
    // Stored by an earlier version, or by one that had set nothing else.
    #expect(try ControlSettings(storedText: "{\"holidays\":[]}") == ControlSettings())
  }
}
