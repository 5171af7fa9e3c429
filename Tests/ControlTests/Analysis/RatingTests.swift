import Journal
import Testing

@testable import Control

/// Two classes and two teachers at one registered check.
@Suite struct RatingTests {
  private func fixture() throws -> Fixture {
    let fixture = try Fixture()
    try fixture.addClass(grade: 5, letter: "Б", headTeacher: nil)
    try fixture.addTeacher("T2", "Орлов П.И.")
    // 5А, Смирнова: one of four late; 5Б, Орлов: everything in time.
    for day in 16...19 { try lesson(fixture, day, entered: day == 16 ? 17 : day, 1) }
    for day in 16...18 { try lesson(fixture, day, entered: day, 2) }
    try fixture.settle()
    return fixture
  }

  private func lesson(_ fixture: Fixture, _ day: Int, entered: Int, _ number: Int64) throws {
    let lesson = try fixture.addLesson(day, studyClass: number, teachers: number, entry: .on(entered))
    try fixture.addTopic(lesson, "Тема", .on(entered))
    try fixture.addHomework(lesson, "§ 1", .on(entered))
    try fixture.addAttendance(lesson, .present, .on(entered), pupil: 0)
  }

  private func register(_ fixture: Fixture) throws {
    let result = try Control.check(fixture.store, CheckRequest(window: fixture.window()))
    try Control.register(fixture.store, result) { _ in "digest" }
  }

  @Test(arguments: [(1, 4, 2500), (1, 3, 3333), (0, 7, 0), (2, 3, 6667), (1, 6, 1667), (1, 16, 625)])
  func whatARuleTakesIsRoundedHalfUp(_ broken: Int, _ judged: Int, _ lost: Int) {
    let part = Rating.Part(
      rule: "r", demand: "", weight: 3, kept: judged - broken, broken: broken, judged: judged, lost: 0, findings: [])
    let entry = Rating.Entry(UnitPlace.Item(id: 1, name: ""), [part])
    #expect(entry.parts[0].lost == lost)
    #expect(entry.points == 10_000 - lost)
  }

  /// Weights 3 and 1: half of the first is 37.5 points, all of the second 25.
  @Test func weightsAreBroughtToAHundred() {
    func part(_ weight: Int, _ broken: Int, of judged: Int) -> Rating.Part {
      Rating.Part(
        rule: "r", demand: "", weight: weight, kept: judged - broken, broken: broken, judged: judged, lost: 0,
        findings: [])
    }
    let entry = Rating.Entry(UnitPlace.Item(id: 1, name: ""), [part(3, 1, of: 2), part(1, 2, of: 2)])
    #expect(entry.parts.map(\.lost) == [3750, 2500])
    #expect(entry.points == 3750)
    let worst = Rating.Entry(UnitPlace.Item(id: 1, name: ""), [1, 1, 1, 1, 1, 1].map { part($0, 1, of: 1) })
    #expect(worst.parts.map(\.lost).reduce(0, +) == 10_002)
    #expect(worst.points == 0)
  }

  @Test func everyPointLostRestsOnFindings() throws {
    let fixture = try fixture()
    try register(fixture)
    for kind in Rating.Kind.allCases {
      let rating = try Control.rating(fixture.store, of: kind)
      #expect(
        rating.entries.map(\.item.name).sorted()
          == (kind == .classes ? ["5А", "5Б"] : ["Орлов П.И.", "Смирнова А.В."]))
      for part in rating.entries.flatMap(\.parts) {
        #expect(part.findings.count == part.broken, "\(part.rule)")
        #expect((part.lost > 0) == !part.findings.isEmpty)
      }
      let late = try #require(rating.entries.last?.parts.first { $0.rule == "lesson-entered-late" })
      #expect(late.findings == ["lesson-entered-late:L1"])
      #expect([late.kept, late.broken, late.judged] == [3, 1, 4])
    }
  }

  @Test func anEntryIsFoundByItsName() throws {
    let fixture = try fixture()
    try register(fixture)
    let classes = try Control.rating(fixture.store, of: .classes)
    #expect(try Control.entry("5 а", of: classes, in: fixture.store)?.item.name == "5А")
    let teachers = try Control.rating(fixture.store, of: .teachers)
    #expect(try Control.entry("Орлов", of: teachers, in: fixture.store)?.place == 1)
    #expect(throws: ControlError.self) { try Control.entry("Никто", of: teachers, in: fixture.store) }
  }

  @Test func equalPointsShareAPlace() throws {
    let fixture = try Fixture()
    try fixture.addTeacher("T2", "Орлов П.И.")
    for teacher in 1...2 { try lesson(fixture, 15 + teacher, entered: 15 + teacher, Int64(1)) }
    try fixture.store.database.execute("UPDATE lesson SET teacher_set = 2 WHERE id = 2")
    try fixture.settle()
    try register(fixture)
    let rating = try Control.rating(fixture.store, of: .teachers)
    let equal = Set(rating.entries.map(\.points)).count == 1
    #expect(equal && rating.entries.map(\.place) == [1, 1])
    #expect(rating.entries.map(\.item.name) == ["Орлов П.И.", "Смирнова А.В."])
  }

  @Test func thereIsNoRatingWithoutACheck() throws {
    let fixture = try fixture()
    #expect(throws: ControlError.self) { try Control.rating(fixture.store, of: .classes) }
    try register(fixture)
    #expect(throws: ControlError.self) { try Control.rating(fixture.store, of: .classes, check: 9) }
  }
}
