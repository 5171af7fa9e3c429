import Journal
import Testing

@testable import Control

@Suite struct FollowUpTests {
  /// Registers a check and gives its id and result.
  @discardableResult
  private func register(_ fixture: Fixture, asOf: Int, from: Int, to: Int? = nil) throws -> (
    id: Int64, result: CheckResult
  ) {
    try fixture.settle()
    let result = try Control.check(
      fixture.store, CheckRequest(window: fixture.window(asOf: asOf, from: from, to: to)))
    return (try Control.register(fixture.store, result) { "\($0.count)" }.id, result)
  }

  private func states(_ result: CheckResult, _ rule: Rule) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: result.findings.filter { $0.rule == rule.id }.map {
        (String($0.key.drop { $0 != ":" }.dropFirst()), $0.state.rawValue)
      })
  }

  private func enter(_ fixture: Fixture, _ lesson: Int64, _ day: Int) throws {
    let moment = fixture.noon(day)
    try fixture.store.database.execute(
      "UPDATE lesson SET entry_from = \(moment), entry_by = \(moment), held_from = \(moment), held_by = \(moment) WHERE id = \(lesson)"
    )
  }

  @Test func findingIsNewRepeatedPutRightLateOrGone() throws {
    let fixture = try Fixture()
    for _ in 1...4 { try fixture.addLesson(5, entry: .never) }
    let first = try register(fixture, asOf: 10, from: 1)
    #expect(states(first.result, .lessonNotEntered) == ["L1": "new", "L2": "new", "L3": "new", "L4": "new"])
    #expect(first.result.previousCheck == nil)
    try enter(fixture, 2, 17)
    try enter(fixture, 3, 18)
    try fixture.store.database.execute(
      "UPDATE lesson SET gone_from = \(fixture.noon(11)), gone_by = \(fixture.noon(12)) WHERE id = 4")
    try fixture.addLesson(15, entry: .never)
    let second = try register(fixture, asOf: 20, from: 11)
    #expect(second.result.previousCheck == first.id)
    // The first check set the 17th as the day to mend by.
    #expect(
      states(second.result, .lessonNotEntered) == [
        "L1": "repeated", "L2": "put-right", "L3": "put-right-late", "L4": "gone", "L5": "new",
      ])
    #expect(
      second.result.rules.first { $0.rule.id == "lesson-not-entered" }?.counts == UnitCounts(checked: 1, broken: 1))
    let followUp = try #require(second.result.followUp)
    #expect(followUp.repeated >= 1 && followUp.gone >= 1 && followUp.putRight >= 2)
    let carried = try #require(second.result.findings.first { $0.key == "lesson-not-entered:L1" })
    #expect(carried.isCarried && carried.times == 2 && carried.mendBy == RuleExample.date(27))
    let third = try register(fixture, asOf: 30, from: 21)
    #expect(states(third.result, .lessonNotEntered) == ["L1": "repeated", "L5": "repeated"])
    #expect(third.result.findings.first { $0.key == "lesson-not-entered:L1" }?.times == 3)
  }

  @Test func whatCannotBeMendedIsKnownAfterItsFirstCheck() throws {
    let fixture = try Fixture()
    try fixture.addLesson(5, entry: .on(7))
    #expect(states(try register(fixture, asOf: 10, from: 1).result, .lessonEnteredLate) == ["L1": "new"])
    let second = try register(fixture, asOf: 20, from: 11).result
    #expect(states(second, .lessonEnteredLate) == ["L1": "known"])
    #expect(second.followUp?.repeated == second.findings.filter { $0.state == .repeated }.count)
  }

  @Test func missingMarkCanBeMendedAndALateOneIsKnown() throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(1, entry: .on(1))
    let work = try fixture.addWork(lesson)
    let missing = try register(fixture, asOf: 10, from: 1).result.findings.first { $0.rule == "written-work-overdue" }
    #expect(missing?.mend.isEmpty == false && missing?.mendBy == RuleExample.date(17))
    #expect(states(try register(fixture, asOf: 20, from: 11).result, .writtenWorkOverdue) == ["W1/P1": "repeated"])
    try fixture.addMark(lesson, "4", .on(25), work: work)
    #expect(states(try register(fixture, asOf: 30, from: 21).result, .writtenWorkOverdue) == ["W1/P1": "known"])
  }

  @Test func unitWhoseDeadlineHadNotComeIsJudgedByTheNextCheck() throws {
    let fixture = try Fixture()
    for day in [6, 9] { try fixture.addWork(try fixture.addLesson(day, entry: .on(day))) }
    try fixture.addMark(2, "5", .on(12), work: 2)
    let first = try register(fixture, asOf: 10, from: 1)
    #expect(states(first.result, .writtenWorkOverdue) == [:])
    #expect(try fixture.store.database.integer("SELECT count(*) FROM pending_unit") == 2)
    let second = try register(fixture, asOf: 20, from: 11).result
    #expect(states(second, .writtenWorkOverdue) == ["W1/P1": "new"])
    let finding = try #require(second.findings.first { $0.rule == "written-work-overdue" })
    #expect(finding.isCarried)
    #expect(second.rules.first { $0.rule.id == "written-work-overdue" }?.counts.checked == 0)
    #expect(try fixture.store.database.integer("SELECT count(*) FROM pending_unit WHERE registered_check = 2") == 0)
  }

  @Test func inactiveTeacherOfTwoWindowsIsOneRepeatedFinding() throws {
    let fixture = try Fixture()
    try fixture.addLesson(5, entry: .never)
    try fixture.addLesson(15, entry: .never)
    try register(fixture, asOf: 10, from: 1)
    #expect(states(try register(fixture, asOf: 20, from: 11).result, .teacherInactive) == ["T1": "repeated"])
    // Without a lesson in the window: asked since the check before.
    #expect(states(try register(fixture, asOf: 25, from: 21).result, .teacherInactive) == ["T1": "repeated"])
    try enter(fixture, 2, 27)
    #expect(states(try register(fixture, asOf: 30, from: 26).result, .teacherInactive) == ["T1": "put-right"])
  }

  @Test func pupilOfAnEndedPeriodIsCarried() throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(5, entry: .on(5))
    #expect(states(try register(fixture, asOf: 50, from: 40).result, .pupilWithoutMarks) == ["P1/SU1/Q1": "new"])
    #expect(states(try register(fixture, asOf: 70, from: 60).result, .pupilWithoutMarks) == ["P1/SU1/Q1": "repeated"])
    try fixture.addMark(lesson, "3", .on(75))
    #expect(states(try register(fixture, asOf: 80, from: 71).result, .pupilWithoutMarks) == ["P1/SU1/Q1": "put-right"])
  }

  @Test func whatBecomesUndeterminedStaysToBeJudged() throws {
    let fixture = try Fixture(says: .untimedExample, snapshot: 10)
    let lesson = try fixture.addLesson(5)
    #expect(states(try register(fixture, asOf: 10, from: 1).result, .lessonNotEntered) == ["L1": "new"])
    // No snapshot since: nothing is proved at the later as-of.
    #expect(states(try register(fixture, asOf: 20, from: 11).result, .lessonNotEntered) == [:])
    try fixture.addSnapshot(30)
    #expect(states(try register(fixture, asOf: 30, from: 21).result, .lessonNotEntered) == ["L1": "repeated"])
    try fixture.addTopic(lesson, "Дроби", .between(30, 35))
    try fixture.addSnapshot(35)
    #expect(states(try register(fixture, asOf: 35, from: 31).result, .lessonNotEntered) == ["L1": "put-right"])
  }

  @Test func undeterminedPupilStaysToBeJudgedBesideOthers() throws {
    let fixture = try Fixture(says: .untimedExample, snapshot: 10)
    try fixture.addPupil("Петрова Анна")
    let lesson = try fixture.addLesson(5)
    try register(fixture, asOf: 10, from: 1)
    try fixture.addMark(lesson, "5", .between(18, 25))
    try fixture.addSnapshot(20)
    // Of the first pupil a mark may be there by now; the second has none, which the new snapshot proves.
    #expect(states(try register(fixture, asOf: 20, from: 11).result, .pupilWithoutMarks) == ["P2/SU1/Q1": "repeated"])
    try fixture.store.database.execute("DELETE FROM mark")
    try fixture.addSnapshot(60)
    #expect(
      states(try register(fixture, asOf: 60, from: 57).result, .pupilWithoutMarks) == [
        "P1/SU1/Q1": "repeated", "P2/SU1/Q1": "repeated",
      ])
  }

  @Test func dayWithAGroupOfAnotherClassIsJudgedAgainWithAllItsLessons() throws {
    let fixture = try Fixture()
    try fixture.addClass(grade: 5, letter: "Б")
    let group = try fixture.addGroup(studyClass: 2, pupils: [1])
    for number in 1...3 {
      let lesson = try fixture.addLesson(
        5, number: number, studyClass: number == 2 ? 2 : 1, group: number == 2 ? group : nil, entry: .on(5))
      if number != 2 { try fixture.addAttendance(lesson, .absent, .on(5)) }
    }
    #expect(
      states(try register(fixture, asOf: 10, from: 1).result, .attendanceContradiction) == ["P1/2025-09-05": "new"])
    #expect(
      states(try register(fixture, asOf: 20, from: 11).result, .attendanceContradiction) == [
        "P1/2025-09-05": "repeated"
      ])
  }

  @Test func registeringAgainReplacesItsOwnRows() throws {
    let fixture = try Fixture()
    try fixture.addLesson(5, entry: .never)
    let first = try register(fixture, asOf: 10, from: 1)
    let second = try register(fixture, asOf: 20, from: 11)
    let rows = try contents(fixture)
    #expect(try register(fixture, asOf: 20, from: 11).id == second.id)
    #expect(try contents(fixture) == rows)
    #expect(try register(fixture, asOf: 10, from: 1).id == first.id)
    #expect(try contents(fixture) == rows)
    #expect(try Control.registeredChecks(fixture.store).map(\.previous) == [nil, first.id])
  }

  private func contents(_ fixture: Fixture) throws -> [String] {
    try [
      "registered_check", "check_rule", "check_class", "check_teacher", "finding", "finding_teacher", "pending_unit",
    ]
    .flatMap { table in
      let statement = try fixture.store.database.prepare("SELECT * FROM \(table) ORDER BY 1, 2, 3")
      var rows: [String] = []
      while try statement.step() {
        rows.append((0..<statement.columnCount).map { statement.text($0) }.joined(separator: "|"))
      }
      return rows
    }
  }

  @Test func classesAndTeachersWithoutRemarksAreRegisteredToo() throws {
    let fixture = try Fixture()
    try fixture.addClass(grade: 10, letter: "А")
    let second = try fixture.addTeacher("T2", "Орлов И.П.")
    try fixture.addLesson(5, entry: .never)
    let quiet = try fixture.addLesson(5, studyClass: 2, teachers: second, entry: .on(5))
    try fixture.addTopic(quiet, "Дроби", .on(5))
    try fixture.addAttendance(quiet, .present, .on(5), pupil: 0)
    let id = try register(fixture, asOf: 10, from: 1).id
    let classes = try fixture.store.database.prepare(
      "SELECT title, head_teacher, lessons, findings FROM check_class WHERE registered_check = \(id) ORDER BY position")
    var told: [String] = []
    while try classes.step() { told.append((0..<4).map { classes.text($0) }.joined(separator: " ")) }
    #expect(told == ["5А Смирнова А.В. 1 2", "10А  1 0"])
    #expect(
      try fixture.store.database.integer("SELECT findings FROM check_teacher WHERE name = 'Орлов И.П.'") == 0)
  }

  @Test func filteredCheckCannotBeRegistered() throws {
    let fixture = try Fixture()
    let result = try Control.check(fixture.store, CheckRequest(window: RuleExample.window, classes: ["5А"]))
    #expect(throws: ControlError.self) { try Control.register(fixture.store, result) { _ in "" } }
  }
}
