import Journal
import Testing

@testable import Control

/// A pupil who moved on the 15th: in 5А up to the 10th, in 5Б from the 15th on.
@Suite struct MovedPupilTests {
  private func moved() throws -> Fixture {
    let fixture = try Fixture()
    try fixture.addClass(grade: 5, letter: "Б")
    try fixture.addTeacher("T2", "Орлов П.И.")
    try fixture.store.database.execute(
      """
      UPDATE pupil SET study_class = 2, class_from = \(fixture.day(15)) WHERE id = 1;
      INSERT INTO former_class VALUES (1, 1, 0, \(fixture.day(10)));
      """)
    return fixture
  }

  @Test func lessonsOfEitherClassAreThePupilsOnlyInTheirDays() throws {
    let fixture = try moved()
    // 5А after the move, 5Б before it, and both between.
    for day in [12, 20] { try fixture.addLesson(day, entry: .on(day)) }
    for day in [5, 12] { try fixture.addLesson(day, studyClass: 2, teachers: 2, entry: .on(day)) }
    #expect(try fixture.judge(.pupilWithoutMarks) == [0, 0, 0])
    try fixture.addLesson(5, entry: .on(5))
    #expect(try fixture.findings(.pupilWithoutMarks).map(\.place.teachers.count) == [1])
    try fixture.addLesson(20, studyClass: 2, teachers: 2, entry: .on(20))
    let findings = try fixture.findings(.pupilWithoutMarks)
    #expect(findings.map(\.place.studyClass?.name) == ["5Б"])
    #expect(findings.map(\.place.teachers.count) == [2])
  }

  @Test func marksOfTheFirstClassCount() throws {
    let fixture = try moved()
    try fixture.addMark(try fixture.addLesson(5, entry: .on(5)), "5", .on(5))
    try fixture.addLesson(20, studyClass: 2, teachers: 2, entry: .on(20))
    #expect(try fixture.judge(.pupilWithoutMarks) == [1, 0, 0])
    #expect(try fixture.judge(.pupilWithOneMark) == [0, 1, 0])
  }

  @Test func worksOfTheNewClassFromBeforeTheMoveAreNotOwed() throws {
    let fixture = try moved()
    try fixture.addWork(try fixture.addLesson(5, studyClass: 2, teachers: 2, entry: .on(5)))
    #expect(try fixture.judge(.writtenWorkOverdue, from: 1) == [0, 0, 0])
    try fixture.addWork(try fixture.addLesson(16, studyClass: 2, teachers: 2, entry: .on(16)))
    #expect(try fixture.judge(.writtenWorkOverdue, from: 1) == [0, 1, 0])
  }

  /// Absent from the first and the third lesson of a day, present at the second.
  @Test(arguments: [(5, 1, 1), (5, 2, 0), (12, 1, 0), (20, 1, 0), (20, 2, 1)])
  func absencesOfADayAreHeldAgainstTheClassOfTheDay(_ day: Int, _ studyClass: Int64, _ broken: Int) throws {
    let fixture = try moved()
    for number in 1...3 {
      let lesson = try fixture.addLesson(day, number: number, studyClass: studyClass, entry: .on(day))
      if number != 2 { try fixture.addAttendance(lesson, .absent, .on(day)) }
    }
    #expect(try fixture.judge(.attendanceContradiction, from: 1) == [0, broken, 0])
  }
}
