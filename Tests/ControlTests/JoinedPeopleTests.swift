import Journal
import Testing

@testable import Control

/// Whoever several sources name is one person to the rules about persons.
@Suite struct JoinedPeopleTests {
  /// Иванов Пётр of a second source, which has no logins.
  private func joined() throws -> (fixture: Fixture, other: Int64) {
    let fixture = try Fixture()
    let other = try fixture.addPupil("Иванов П.")
    try fixture.store.database.execute("UPDATE pupil SET same_as = 1 WHERE id = \(other)")
    return (fixture, other)
  }

  @Test func pupilIsJudgedOnceByTheLoginsOfAllRows() throws {
    let (fixture, other) = try joined()
    try fixture.addLogin(.pupil, 10)
    #expect(try fixture.judge(.pupilNotParticipating) == [0, 1, 0])
    #expect(try fixture.findings(.pupilNotParticipating).map(\.key) == ["pupil-not-participating:P1"])
    try fixture.addLogin(.pupil, 20, person: other)
    #expect(try fixture.judge(.pupilNotParticipating) == [1, 0, 0])
  }

  @Test func pupilIsEnrolledByAllRows() throws {
    let (fixture, other) = try joined()
    try fixture.addLogin(.pupil, 10)
    try fixture.store.database.execute("UPDATE pupil SET left_on = \(fixture.day(15)) WHERE id = \(other)")
    #expect(try fixture.judge(.pupilNotParticipating) == [0, 0, 0])
  }

  @Test func pupilOpensToAllRows() throws {
    let (fixture, other) = try joined()
    try fixture.addLogin(.pupil, 10)
    try fixture.addLogin(.pupil, 12, person: other)
    let told = try Control.explain(
      fixture.store, "pupil-not-participating:P1", CheckRequest(window: RuleExample.window))
    #expect(told.evidence.map(\.value) == ["Иванов Пётр", "Иванов П.", ""])
    #expect(told.evidence.last?.entered == "12.09.2025 12:00:00")
  }

  @Test func findingOfAJoinedPupilIsFollowed() throws {
    let (fixture, other) = try joined()
    // Shown as the other row, judged by the one that has logins.
    try fixture.store.database.execute(
      "UPDATE pupil SET same_as = CASE id WHEN 1 THEN \(other) END; UPDATE pupil SET study_class = 1")
    try fixture.addLogin(.pupil, 1)
    func state(asOf: Int, from: Int) throws -> [String] {
      let result = try Control.check(fixture.store, CheckRequest(window: fixture.window(asOf: asOf, from: from)))
      try Control.register(fixture.store, result) { _ in "digest" }
      return result.findings.filter { $0.rule == "pupil-not-participating" }.map(\.state.rawValue)
    }
    #expect(try state(asOf: 10, from: 2) == ["new"])
    #expect(try state(asOf: 20, from: 11) == ["repeated"])
  }

  @Test func teacherIsJudgedOnceByTheLessonsOfAllRows() throws {
    let fixture = try Fixture()
    let other = try fixture.addTeacher("T2", "Смирнова Анна Викторовна")
    try fixture.store.database.execute("UPDATE teacher SET same_as = \(other) WHERE id = 1")
    try fixture.addLesson(16, entry: .never)
    try fixture.addLesson(17, teachers: other, entry: .never)
    #expect(try fixture.judge(.teacherInactive) == [0, 1, 0])
    let finding = try #require(try fixture.findings(.teacherInactive).first)
    #expect(finding.sentence.contains("уроков в этом периоде: 2."))
    let told = try Control.explain(fixture.store, finding.key, CheckRequest(window: RuleExample.window))
    #expect(told.evidence.count == 2)
    try fixture.addLesson(18, entry: .on(18))
    #expect(try fixture.judge(.teacherInactive) == [1, 0, 0])
  }
}
