import Journal
import Testing

@testable import Control

/// Final marks of one pupil, subject and period in two sources are judged once, by both.
@Suite struct JoinedFinalMarkTests {
  /// A lesson with marks of the first source; the second names the pupil, the subject and the quarter in its own way.
  private func joined(kind: PeriodKind = .quarter) throws -> (fixture: Fixture, pupil: Int64, subject: Int64) {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(5, entry: .on(5))
    try fixture.addMark(lesson, "4", .on(5))
    let pupil = try fixture.addPupil("Иванов П.")
    let subject = try fixture.addSubject("Алг.")
    let studyClass = try fixture.addClass(grade: 5, letter: "А")
    try fixture.store.database.execute(
      """
      INSERT INTO period (id, key, name, kind, school_year, start_day, end_day, grade_from, grade_to, sheet, sheet_row)
      VALUES (2, 'q/1', '1 четв', \(kind.rawValue), 2025, NULL, NULL, 1, 12, 1, 1);
      INSERT INTO period_same VALUES (2, 5, 1);
      UPDATE period SET kind = \(kind.rawValue);
      UPDATE study_class SET same_as = 1 WHERE id = \(studyClass);
      UPDATE pupil SET same_as = 1, study_class = \(studyClass) WHERE id = \(pupil);
      UPDATE subject SET same_as = 1 WHERE id = \(subject)
      """)
    return (fixture, pupil, subject)
  }

  @Test func theOtherSourceHasTheMark() throws {
    let (fixture, pupil, subject) = try joined()
    #expect(try fixture.judge(.finalMarkLate, asOf: 60, from: 50) == [0, 1, 0])
    try fixture.addFinalMark("4", pupil: pupil, subject: subject, period: 2, .on(57))
    #expect(try fixture.judge(.finalMarkLate, asOf: 60, from: 50) == [1, 0, 0])
    #expect(try fixture.judge(.finalMarkDisagrees, asOf: 60, from: 50) == [1, 0, 0])
  }

  @Test func theOneEnteredEarlierCounts() throws {
    let (fixture, pupil, subject) = try joined()
    try fixture.addFinalMark("4", .on(59))
    #expect(try fixture.judge(.finalMarkLate, asOf: 60, from: 50) == [0, 1, 0])
    try fixture.addFinalMark("4", pupil: pupil, subject: subject, period: 2, .on(57))
    #expect(try fixture.judge(.finalMarkLate, asOf: 60, from: 50) == [1, 0, 0])
  }

  /// What may have come after the evening takes nothing from what certainly stands.
  @Test func anUncertainMarkElsewhereChangesNothing() throws {
    let (fixture, pupil, subject) = try joined()
    try fixture.addFinalMark("4", .on(57))
    try fixture.addFinalMark("5", pupil: pupil, subject: subject, period: 2, .between(0, 70))
    #expect(try fixture.judge(.finalMarkLate, asOf: 60, from: 50) == [1, 0, 0])
    #expect(try fixture.judge(.finalMarkDisagrees, asOf: 60, from: 50) == [1, 0, 0])
  }

  @Test func marksThatDifferAreUndetermined() throws {
    let (fixture, pupil, subject) = try joined()
    try fixture.addFinalMark("4", .on(57))
    try fixture.addFinalMark("5", pupil: pupil, subject: subject, period: 2, .on(57))
    #expect(try fixture.judge(.finalMarkDisagrees, asOf: 60, from: 50) == [0, 0, 1])
    #expect(
      try fixture.outcome(.finalMarkDisagrees, asOf: 60, from: 50).undeterminedReasons.map(\.text)
        == ["в журнале стоят разные отметки за один период"])
  }

  @Test func markOfAYearIsOneUnit() throws {
    let (fixture, pupil, subject) = try joined(kind: .year)
    try fixture.addFinalMark("4", .on(59))
    try fixture.addFinalMark("4", pupil: pupil, subject: subject, period: 2, .on(59))
    #expect(try fixture.judge(.finalMarkLate, asOf: 60, from: 50) == [0, 1, 0])
    #expect(try fixture.findings(.finalMarkLate, asOf: 60, from: 50).map(\.key) == ["final-mark-late:P1/SU1/Q1"])
  }

  @Test func remarkShowsTheMarksOfBothSources() throws {
    let (fixture, pupil, subject) = try joined()
    try fixture.addFinalMark("4", .on(59))
    try fixture.addFinalMark("4", pupil: pupil, subject: subject, period: 2, .on(60))
    try fixture.settle()
    let told = try Control.explain(
      fixture.store, "final-mark-late:P1/SU1/Q1", CheckRequest(window: fixture.window(asOf: 60, from: 50)))
    #expect(
      told.evidence.map(\.title).filter { $0.hasPrefix("Отметка за период") }
        == ["Отметка за период «1 четверть»", "Отметка за период «1 четв»"])
  }
}
