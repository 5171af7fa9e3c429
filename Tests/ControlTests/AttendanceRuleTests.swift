import Journal
import Testing

@testable import Control

@Suite struct AttendanceContradictionTests {
  /// Lessons of the 16th, one a number; `absent` are the numbers missed.
  private func day(_ numbers: [Int?], absent: [Int], says: SourceCapabilities = .timedExample) throws -> Fixture {
    let fixture = try Fixture(says: says)
    for (index, number) in numbers.enumerated() {
      let teacher = try fixture.addTeacher("X\(index)", "Учитель \(index + 1)")
      let lesson = try fixture.addLesson(16, number: number, teachers: teacher, entry: .on(16))
      if absent.contains(index + 1) { try fixture.addAttendance(lesson, .absent, .on(16)) }
    }
    return fixture
  }

  @Test func teachersAreThoseOfTheGap() throws {
    let finding = try #require(day([1, 2, 3, 4, 5], absent: [1, 4]).findings(.attendanceContradiction).first)
    #expect(finding.place.teachers.map(\.name) == ["Учитель 2", "Учитель 3"])
    #expect(finding.key == "attendance-contradiction:P1/2025-09-16")
    #expect(finding.place.period?.name == "1 четверть" && finding.place.subject == nil)
  }

  @Test func equalNumbersAreNoOrder() throws {
    #expect(try day([1, 2, 2, 3], absent: [1, 4]).judge(.attendanceContradiction) == [1, 0, 0])
    #expect(try day([1, 2, nil, 3], absent: [1, 4]).judge(.attendanceContradiction) == [1, 0, 0])
    #expect(try day([1, 2, 2, 3], absent: [1, 2, 4]).judge(.attendanceContradiction) == [0, 0, 1])
  }

  @Test func absentFromAllContradictsNothing() throws {
    #expect(try day([1, 2, 3], absent: [1, 2, 3]).judge(.attendanceContradiction) == [1, 0, 0])
    #expect(try day([nil, nil, nil], absent: [1, 2, 3]).judge(.attendanceContradiction) == [1, 0, 0])
  }

  @Test func blankLessonsAreNotHeld() throws {
    let fixture = try day([1, 2], absent: [1])
    try fixture.addLesson(16, number: 3, entry: .never)
    #expect(try fixture.judge(.attendanceContradiction) == [0, 0, 0])
  }

  @Test func lessonsOfOtherGroupsAreNotThePupils() throws {
    let fixture = try day([1, 3], absent: [1, 2])
    let other = try fixture.addGroup()
    try fixture.addLesson(16, number: 2, group: other, entry: .on(16))
    #expect(try fixture.judge(.attendanceContradiction) == [0, 0, 0])
    try fixture.insert("membership", [other, 1, 0, nil])
    #expect(try fixture.judge(.attendanceContradiction) == [0, 1, 0])
  }

  @Test func lessonsOfThePupilsGroupInAnotherClassAreThePupils() throws {
    let fixture = try day([1, 3], absent: [1, 2])
    try fixture.addClass(grade: 5, letter: "Б")
    let group = try fixture.addGroup(studyClass: 2, pupils: [1])
    try fixture.addLesson(16, number: 2, studyClass: 2, group: group, entry: .on(16))
    #expect(try fixture.judge(.attendanceContradiction) == [0, 1, 0])
    #expect(try fixture.findings(.attendanceContradiction).first?.place.studyClass?.name == "5А")
    // Two rows of one membership are one lesson.
    try fixture.insert("membership", [group, 1, fixture.day(2), nil])
    #expect(try fixture.judge(.attendanceContradiction) == [0, 1, 0])
  }

  @Test func oneAbsenceIsBrokenOnlyWithAMarkInTheOrderUnknown() throws {
    // 4 × 3 ≥ 3 × 4: the mark in the fourth lesson tells.
    let fixture = try day([nil, nil, nil, nil], absent: [1, 2, 3])
    try fixture.addMark(4, "5", .on(16))
    #expect(try fixture.findings(.attendanceContradiction).map(\.place.teachers.first?.name) == ["Учитель 4"])
    let late = try day([nil, nil, nil, nil], absent: [1, 2, 3])
    try late.addAttendance(4, .late, .on(16))
    #expect(try late.judge(.attendanceContradiction) == [1, 0, 0])
  }

  @Test func uncertainAbsenceOfTheDayIsUndetermined() throws {
    let fixture = try day([1, 2, 3, 4], absent: [1, 3])
    try fixture.addAttendance(4, .ill, .between(29, 31))
    #expect(try fixture.judge(.attendanceContradiction) == [0, 0, 1])
    #expect(try fixture.judge(.attendanceContradiction, asOf: 31) == [0, 1, 0])
  }
}

@Suite struct LoginRuleTests {
  @Test func loginAfterAsOfOrOutsideTheWindowDoesNotCount() throws {
    let fixture = try Fixture()
    try fixture.addPupil("Второй")
    try fixture.addPupil("Третий")
    try fixture.addLogin(.parent, 16, person: 1)
    try fixture.addLogin(.parent, 31, person: 2)
    try fixture.addLogin(.pupil, 20, person: 3)
    #expect(try fixture.judge(.parentNotParticipating) == [1, 2, 0])
    #expect(try fixture.judge(.pupilNotParticipating) == [1, 2, 0])
  }

  @Test func loginAfterAsOfDoesNotMakeTheRuleApplicable() throws {
    let fixture = try Fixture()
    try fixture.addLogin(.parent, 31)
    #expect(try fixture.outcome(.parentNotParticipating).reason == "выгрузки не содержат входов родителей")
    #expect(try fixture.outcome(.parentNotParticipating, asOf: 31).reason == nil)
  }

  @Test func sourceWithoutLoginsIsNotApplicable() throws {
    let fixture = try Fixture(says: .timedExample.subtracting(.logins))
    #expect(try fixture.outcome(.parentNotParticipating).reason == "выгрузки не содержат входов родителей")
  }
}
