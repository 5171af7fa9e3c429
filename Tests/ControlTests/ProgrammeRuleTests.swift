import Journal
import Testing

@testable import Control

@Suite struct ProgrammeRuleTests {
  private func plan(_ fixture: Fixture, group: Int64? = nil, days: [Int]) throws {
    for (index, day) in days.enumerated() {
      try fixture.insert("plan_row", [nil, 1, group, 1, index + 1, "тема", fixture.day(day), 1, index + 1])
    }
  }

  @Test func planOfTheClassIsHeldAgainstTheGroupThatHasMost() throws {
    let fixture = try Fixture()
    let first = try fixture.addGroup(pupils: [1])
    let second = try fixture.addGroup()
    try plan(fixture, days: [2, 3, 4, 5])
    try fixture.addLesson(2, group: first, entry: .on(2))
    try fixture.addLesson(2, group: second, entry: .on(2))
    #expect(try fixture.judge(.programmeBehindPlan) == [0, 1, 0])
    try fixture.addLesson(3, group: second, entry: .on(3))
    #expect(try fixture.judge(.programmeBehindPlan) == [1, 0, 0])
  }

  /// In the midst of a span of the sums, at its ends, before and after late entries.
  @Test(arguments: [3, 14, 15, 16, 30, 46, 47, 48, 79, 80]) func sumsTellWhatTheLessonsDo(asOf: Int) throws {
    let fixture = try Fixture()
    let group = try fixture.addGroup(pupils: [1])
    try plan(fixture, days: Array(1...80))
    for day in 1...80 {
      try fixture.addLesson(day, entry: day % 7 == 0 ? .never : .on(day % 5 == 0 ? day + 20 : day))
      if day > 40 { try fixture.addLesson(day, group: group, entry: .on(day)) }
    }
    try fixture.settle()
    let window = fixture.window(asOf: asOf, from: 1)
    let runner = try RuleRunner(fixture.store.database, window: window, settings: ControlSettings())
    var told: [Int64?] = []
    let isRead = { (_: JudgedUnit) in true }
    try runner.run(.programmeBehindPlan, evidenceOf: isRead) {
      told += [$0.evidence["due"], $0.evidence["entered"]]
    }
    let lessons = try Control.materialAccounts(fixture.store, CheckRequest(window: window)).first?.lessons
    let plan = try #require(
      try fixture.store.database.integer(
        "SELECT count(*) FROM plan_row WHERE day <= \(window.asOf.days)"))
    #expect(told == [plan, lessons.map(Int64.init)])
    try runner.prepare(.pupilPeriods)
    let listed = "SELECT study_group, first_day, last_day FROM control_list"
    let counted = """
      SELECT study_group, min(held_on), max(held_on) FROM lesson WHERE held_on <= \(window.asOf.days) AND period = 1
      GROUP BY study_group
      """
    for (one, other) in [(listed, counted), (counted, listed)] {
      #expect(try runner.database.integer("SELECT count(*) FROM (\(one) EXCEPT \(other))") == 0)
    }
  }

  /// The journal of one subject says nothing of another, whose journal nobody exported, in whatever class; tables of the whole
  /// school say that there are no lessons.
  @Test func aSubjectWithoutItsJournalIsNotBehind() throws {
    let fixture = try Fixture()
    let other = try fixture.addSubject("Биология")
    let otherClass = try fixture.addClass(grade: 6, letter: "Б")
    try fixture.addLesson(2, subject: other, entry: .on(2))
    try plan(fixture, days: [2, 3, 4, 5])
    #expect(try fixture.judge(.programmeBehindPlan) == [0, 1, 0])
    try fixture.store.database.execute("UPDATE journal SET layout = 'dnevnik-journal'")
    try fixture.addLesson(2, studyClass: otherClass, subject: other, entry: .on(2))
    #expect(try fixture.judge(.programmeBehindPlan) == [0, 0, 1])
    #expect(
      try fixture.outcome(.programmeBehindPlan).undeterminedReasons.map(\.text) == [
        "журнал предмета не загружен, хотя другие журналы класса есть"
      ])
    let whole = try fixture.addJournal(.timedExample)
    try fixture.addSnapshot(90, journal: whole)
    #expect(try fixture.judge(.programmeBehindPlan) == [0, 1, 0])
  }

  @Test func onePlanBehindOfSeveralIsEnoughAndNamesItsNumbers() throws {
    let fixture = try Fixture()
    let first = try fixture.addGroup(pupils: [1])
    let second = try fixture.addGroup()
    try plan(fixture, group: first, days: [2, 3])
    try plan(fixture, group: second, days: [2, 3, 4, 5, 8])
    try fixture.addLesson(2, group: second, entry: .on(2))
    let finding = try #require(try fixture.findings(.programmeBehindPlan).first)
    #expect(finding.sentence == "По плану к 30.09.2025 — 5 уроков, внесено — 1: отставание на 4 урока.")
    #expect(finding.key == "programme-behind-plan:C1/SU1" && finding.place.teachers.map(\.name) == ["Смирнова А.В."])
  }

  @Test func exportsWithoutTopicsTellNoneOfThem() throws {
    let fixture = try Fixture(says: SourceCapabilities.timedExample.subtracting(.topics))
    try fixture.addLesson(2, entry: .on(2))
    try fixture.settle()
    let accounts = try Control.materialAccounts(fixture.store, CheckRequest(window: fixture.window()))
    #expect(accounts.map(\.lessons) == [1] && accounts.map(\.topics) == [nil])
  }

  @Test func materialIsCountedAlsoWithoutAPlan() throws {
    let fixture = try Fixture()
    let other = try fixture.addSubject("Биология")
    try fixture.addTopic(try fixture.addLesson(2, entry: .on(2)), "Дроби", .on(2))
    try fixture.addTopic(try fixture.addLesson(3, entry: .on(3)), "-", .on(3))
    try fixture.addLesson(4, entry: .never)
    try fixture.addLesson(2, subject: other, entry: .on(2))
    try plan(fixture, days: [2, 3, 4, 40])
    try fixture.settle()
    let accounts = try Control.materialAccounts(fixture.store, CheckRequest(window: fixture.window()))
    #expect(accounts.map(\.subject.name) == ["Алгебра", "Биология"])
    #expect(accounts.allSatisfy { !$0.teachers.isEmpty })
    #expect(accounts.map(\.lessons) == [2, 1] && accounts.map(\.topics) == [1, 0])
    #expect(accounts.map(\.planned) == [3, nil] && accounts.map(\.plannedInAll) == [4, nil])
  }
}

@Suite struct BriefingTests {
  @Test(arguments: [
    "Вводный инструктаж", "ИНСТРУКТАЖ", "Правила ТБ", "т.б. в кабинете", "Охране труда — внимание",
    "техники безопасности",
  ])
  func wordsNameABriefing(_ text: String) { #expect(BriefingWords.name(text)) }

  @Test(arguments: ["Отбор", "Информационная безопасность", "Труд и охрана", "Инструкция процессора"])
  func otherWordsDoNot(_ text: String) { #expect(!BriefingWords.name(text)) }

  @Test func subjectsAreKnownByName() {
    for name in ["Физика", "ФИЗИЧЕСКАЯ КУЛЬТУРА", "Труд (технология)", "Химия"] {
      #expect(BriefingWords.subjectNeedsOne(name), "\(name)")
    }
    for name in ["Алгебра", "Геофизика", "Физический практикум"] {
      #expect(!BriefingWords.subjectNeedsOne(name), "\(name)")
    }
  }

  @Test func everyGroupHasItsFirstLessonAndTheSchoolsWordComesFirst() throws {
    let fixture = try Fixture()
    let physics = try fixture.addSubject("Физика")
    let group = try fixture.addGroup(pupils: [1])
    for lesson in [
      try fixture.addLesson(16, subject: physics, entry: .on(16)),
      try fixture.addLesson(17, group: group, subject: physics, entry: .on(17)),
      try fixture.addLesson(18, subject: physics, entry: .on(18)),
    ] { try fixture.addTopic(lesson, "Введение", .on(16)) }
    #expect(try fixture.judge(.safetyBriefingMissing) == [0, 2, 0])
    var request = CheckRequest(window: fixture.window(), rules: ["safety-briefing-missing"])
    var scope = SettingScope()
    scope.subjects = ["Физика"]
    request.settings.subjects = [SubjectSetting(scope: scope, needsBriefing: false)]
    #expect(try Control.check(fixture.store, request).rules[0].counts.checked == 0)
  }
}

@Suite struct NewUnitFollowUpTests {
  @Test func classHoursAndPlansArePutRight() throws {
    let fixture = try Fixture()
    try fixture.insert("class_hour", [nil, "H1", 1, fixture.day(5), nil, "общение", 1, nil, 1, 1])
    for number in 1...3 {
      try fixture.insert("plan_row", [nil, 1, nil, 1, number, "тема", fixture.day(number), 1, number])
    }
    func states(_ asOf: Int, from: Int) throws -> [String: String] {
      try fixture.settle()
      let result = try Control.check(fixture.store, CheckRequest(window: fixture.window(asOf: asOf, from: from)))
      _ = try Control.register(fixture.store, result) { "\($0.count)" }
      return Dictionary(
        uniqueKeysWithValues: result.findings.filter { $0.rule.hasPrefix("class") || $0.rule.hasPrefix("prog") }
          .map { ($0.key, $0.state.rawValue) })
    }
    let (hour, plan) = ("class-hour-incomplete:H1", "programme-behind-plan:C1/SU1")
    #expect(try states(10, from: 1) == [hour: "new", plan: "new"])
    #expect(try states(15, from: 11) == [hour: "repeated", plan: "repeated"])
    try fixture.store.database.execute("UPDATE class_hour SET topic = 'Мы — команда'")
    for day in 16...18 { try fixture.addLesson(day, entry: .on(day)) }
    #expect(try states(30, from: 16) == [hour: "put-right", plan: "put-right"])
  }

  @Test func absencesAndOftenAbsentPupilsArePutRight() throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(2, entry: .on(2))
    try fixture.addAttendance(lesson, .absent, .on(2), gone: (20, 20))
    try fixture.addAttendance(lesson, .ill, .on(20))
    func states(_ asOf: Int, from: Int) throws -> [String: String] {
      try fixture.settle()
      let result = try Control.check(fixture.store, CheckRequest(window: fixture.window(asOf: asOf, from: from)))
      _ = try Control.register(fixture.store, result) { "\($0.count)" }
      return Dictionary(
        uniqueKeysWithValues: result.findings.filter { $0.rule.hasPrefix("abs") }.map { ($0.key, $0.state.rawValue) })
    }
    let (reason, often) = ("absence-reason-missing:L1/P1", "absent-too-often:P1")
    #expect(try states(8, from: 1) == [often: "new"])
    #expect(try states(10, from: 9)[reason] == "new")
    for day in 11...18 { try fixture.addLesson(day, entry: .on(day)) }
    #expect(try states(19, from: 11)[often] == "put-right")
    #expect(try states(30, from: 20)[reason] == "put-right")
  }
}
