import Journal
import Testing

@testable import Control

@Suite struct MarkTrendTests {
  /// Checks on the 15th and the 30th of September.
  private func fixture(grade: Int = 5) throws -> Fixture {
    let fixture = try Fixture(grade: grade)
    let days: [(Int, String, Int)] = [
      (3, "5", 3), (4, "2", 4), (5, "3", 20), (17, "4", 17), (18, "зач", 18), (19, "4", 19),
    ]
    for (day, value, entered) in days {
      try fixture.addMark(try fixture.addLesson(day, entry: .on(day)), value, .on(entered))
    }
    try fixture.settle()
    for (asOf, from) in [(15, 1), (30, 16)] {
      try fixture.insert(
        "registered_check",
        [nil, fixture.day(asOf), fixture.day(from), fixture.day(asOf), nil, "digest"])
    }
    return fixture
  }

  /// The mark of the 5th was entered after the first check, and its lesson is outside the second's window.
  @Test func everyCheckSeesItsOwnWindowAndEvening() throws {
    let points = try Control.markTrend(try fixture().store).points
    #expect(points.map(\.marks.mean) == [Ratio(7, of: 2), Ratio(8, of: 2)])
    #expect(points.map(\.marks.quality) == [Ratio(1, of: 2), Ratio(2, of: 2)])
    #expect(points.map { $0.marks.sou(MarkTrend.sou) } == [Ratio(116, of: 2), Ratio(128, of: 2)])
  }

  @Test func marksThatMayBeThereAreInNoFigure() throws {
    let fixture = try fixture()
    try fixture.addMark(try fixture.addLesson(6, entry: .on(6)), "2", .between(10, 20))
    try fixture.settle()
    let points = try Control.markTrend(fixture.store).points
    #expect(points.map(\.uncertain) == [1, 0])
    #expect(points.map(\.marks.grades) == [2, 2])
  }

  @Test func partsOfTheSchoolAreAsked() throws {
    let fixture = try fixture()
    try fixture.addTeacher("T2", "Орлов П.И.")
    try fixture.addSubject("Геометрия")
    try fixture.addMark(
      try fixture.addLesson(20, subject: 2, teachers: 2, entry: .on(20)), "2", .on(20))
    try fixture.settle()
    func grades(_ scope: TrendScope) throws -> [Int] {
      try Control.markTrend(fixture.store, scope: scope).points.map(\.marks.grades)
    }
    #expect(try grades(TrendScope()) == [2, 3])
    #expect(try grades(TrendScope(studyClass: "5 а")) == [2, 3])
    #expect(try grades(TrendScope(subject: "Геометрия")) == [0, 1])
    #expect(try grades(TrendScope(studyClass: "5А", teacher: "Смирнова")) == [2, 2])
    #expect(throws: ControlError.self) { try grades(TrendScope(subject: "Астрология")) }
  }

  @Test func ungradedMarksAreOutside() throws {
    #expect(try Control.markTrend(try fixture(grade: 1).store).points.map(\.marks.grades) == [0, 0])
    let fixture = try fixture()
    try fixture.store.database.execute("UPDATE subject SET is_graded = 0")
    #expect(try Control.markTrend(fixture.store).points.map(\.marks.grades) == [0, 0])
  }
}
