import FoundationEssentials
import Journal
import JournalStore
import Testing

@testable import Control

@Suite struct CheckTests {
  /// Classes 5А and 10А, two teachers who share one lesson, one lesson not entered.
  private func school() throws -> Fixture {
    let fixture = try Fixture()
    try fixture.addTeacher("T2", "Орлов И.П.")
    let both = try fixture.addTeacherSet(1, 2)
    try fixture.addClass(grade: 10, letter: "А")
    try fixture.addSubject("Физика")
    try fixture.addLesson(16, entry: .on(16))
    try fixture.addLesson(17, teachers: both, entry: .never)
    try fixture.addLesson(17, studyClass: 2, subject: 2, teachers: 2, entry: .on(17))
    return fixture
  }

  private func groups(_ fixture: Fixture, _ by: [Scope], _ change: (inout CheckRequest) -> Void = { _ in }) throws
    -> [ScopeGroup]
  {
    var request = CheckRequest(window: fixture.window(), rules: ["lesson-not-entered"], by: by)
    change(&request)
    return try Control.check(fixture.store, request).groups
  }

  @Test func groupsNameTheSchoolsSpellingAndTheSourcesIds() throws {
    let groups = try groups(school(), [.school, .studyClass, .subject, .period])
    #expect(groups.map(\.studyClass?.name) == ["5А", "10А"])
    #expect(groups.map(\.studyClass?.sourceID) == ["C1", "C2"])
    #expect(groups.map(\.subject?.sourceID) == ["SU1", "SU2"])
    #expect(groups.map(\.period?.sourceID) == ["Q1", "Q1"])
    #expect(groups.map(\.school?.sourceID) == ["S1", "S1"])
    #expect(groups[0].counts == UnitCounts(checked: 2, kept: 1, broken: 1))
    #expect(groups[0].teacher == nil)
  }

  @Test func unitOfTwoTeachersCountsForEachAndOnceInTheTotal() throws {
    let fixture = try school()
    let groups = try groups(fixture, [.teacher])
    #expect(groups.map(\.teacher?.name) == ["Орлов И.П.", "Смирнова А.В."])
    #expect(groups.map(\.counts.broken) == [1, 1])
    #expect(try fixture.outcome(.lessonNotEntered).counts.broken == 1)
  }

  @Test func filtersTakeAnySpelling() throws {
    let fixture = try school()
    #expect(try groups(fixture, [.studyClass]) { $0.classes = ["10 а"] }.map(\.studyClass?.name) == ["10А"])
    let byTeacher = try groups(fixture, [.teacher]) { $0.teachers = ["орлов"] }
    #expect(byTeacher.map(\.teacher?.name) == ["Орлов И.П."] && byTeacher[0].counts.checked == 2)
    #expect(throws: ControlError.self) { try groups(fixture, []) { $0.classes = ["7Ю"] } }
    #expect(throws: ControlError.self) { try groups(fixture, []) { $0.teachers = ["Орло"] } }
    #expect(throws: ControlError.self) { try groups(fixture, []) { $0.rules = ["lesson-not-there"] } }
  }

  @Test func rulesOutsideTheFilterSayWhy() throws {
    let fixture = try school()
    var request = CheckRequest(window: fixture.window(), classes: ["5А"])
    let byClass = try Control.check(fixture.store, request)
    #expect(byClass.rules.first { $0.rule.id == "teacher-inactive" }?.reason != nil)
    request.classes = nil
    request.teachers = ["Орлов И.П."]
    let byTeacher = try Control.check(fixture.store, request)
    #expect(byTeacher.rules.first { $0.rule.id == "pupil-not-participating" }?.reason != nil)
    #expect(byTeacher.followUp == nil)
  }

  @Test func findingsAreInTotalOrderWhateverTheRowsOrder() throws {
    let fixture = try Fixture()
    try fixture.addClass(grade: 10, letter: "А")
    for (studyClass, day) in [(2, 16), (1, 20), (1, 17), (1, 17)] {
      try fixture.addLesson(day, studyClass: Int64(studyClass), entry: .never)
    }
    #expect(
      try fixture.findings(.lessonNotEntered).map(\.key)
        == ["L3", "L4", "L2", "L1"].map { "lesson-not-entered:\($0)" })
  }

  @Test func countsAreDisjointForEveryRule() throws {
    for outcome in try Control.check(school().store, CheckRequest(window: RuleExample.window)).rules {
      let counts = outcome.counts
      #expect(counts.checked == counts.kept + counts.broken + counts.undetermined + counts.waived, "\(outcome.rule.id)")
    }
  }

  @Test func emptyStoreIsTold() throws {
    let store = try JournalStore(path: ":memory:")
    #expect(throws: ControlError.self) { try Control.check(store, CheckRequest(window: RuleExample.window)) }
  }

  @Test func readOnlyStoreCanBeChecked() throws {
    let fixture = try school()
    let path = FileManager.default.temporaryDirectory.path + "/zavuch-control-\(UUID()).sqlite"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try fixture.store.database.execute("VACUUM INTO '\(path)'")
    let store = try JournalStore(path: path, mode: .readOnly)
    let result = try Control.check(store, CheckRequest(window: fixture.window(), rules: ["lesson-not-entered"]))
    #expect(result.rules[0].counts.broken == 1)
  }

  @Test func storeOnDiskIsJudgedLikeOneInMemory() throws {
    let fixture = try school()
    let marked = try fixture.addLesson(20, entry: .on(20))
    for pupil in 1...3 {
      try fixture.addPupil("Ученик \(pupil)")
      for _ in 1...pupil { try fixture.addMark(marked, "5", .on(20), pupil: Int64(pupil)) }
    }
    let path = FileManager.default.temporaryDirectory.path + "/zavuch-control-\(UUID()).sqlite"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try fixture.settle()
    try fixture.store.database.execute("VACUUM INTO '\(path)'")
    // On disk marks are counted on a connection of their own.
    let request = CheckRequest(window: fixture.window(), by: [.studyClass, .period])
    let inMemory = try Control.check(fixture.store, request)
    let onDisk = try Control.check(try JournalStore(path: path), request)
    #expect(onDisk.groups == inMemory.groups)
    #expect(onDisk.findings.map(\.key) == inMemory.findings.map(\.key))
    #expect(onDisk.rules.map(\.rule.id) == Rule.all.map(\.id))
    #expect(inMemory.findings.contains { $0.rule == "pupil-with-one-mark" })
  }
}

@Suite struct CheckWindowTests {
  private func resolve(_ fixture: Fixture, asOf: Int, from: Int? = nil, to: Int? = nil) throws -> [CivilDate] {
    let window = try CheckWindow.resolve(
      fixture.store, asOf: RuleExample.date(asOf), from: from.map(RuleExample.date), to: to.map(RuleExample.date))
    return [window.from, window.to]
  }

  private func days(_ days: Int...) -> [CivilDate] { days.map(RuleExample.date) }

  @Test func beforeAnyCheckItIsTheHalfMonth() throws {
    let fixture = try Fixture()
    #expect(try resolve(fixture, asOf: 30) == days(16, 30))
    #expect(try resolve(fixture, asOf: 12) == days(1, 12))
    #expect(try resolve(fixture, asOf: 30, to: 10) == days(1, 10))
    #expect(throws: ControlError.self) { try resolve(fixture, asOf: 10, to: 11) }
    #expect(throws: ControlError.self) { try resolve(fixture, asOf: 10, from: 9, to: 8) }
  }

  @Test func afterACheckItFollowsOrRepeats() throws {
    let fixture = try Fixture()
    try fixture.insert("registered_check", [1, fixture.day(12), fixture.day(1), fixture.day(10), nil, ""])
    #expect(try resolve(fixture, asOf: 30) == days(11, 30))
    #expect(try resolve(fixture, asOf: 12, to: 10) == days(1, 10))
    try fixture.insert("registered_check", [2, fixture.day(30), fixture.day(11), fixture.day(30), 1, ""])
    #expect(try resolve(fixture, asOf: 30) == days(11, 30))
    // An old check runs again as it was.
    #expect(try resolve(fixture, asOf: 20) == days(11, 20))
    #expect(try resolve(fixture, asOf: 30, from: 5, to: 6) == days(5, 6))
  }
}
