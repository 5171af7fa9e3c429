import Journal
import JournalStore
import Testing

@testable import Control

/// A Дневник.ру journal and the lesson planning of its class: one lesson, shown by two exports.
@Suite struct PlanningRuleTests {
  private let fixture: Fixture
  private let journal: Int64

  init() throws {
    fixture = try Fixture(snapshot: nil)
    journal = try fixture.addJournal([.marks, .attendance, .topics, .homework, .lessonPlanning])
  }

  /// A snapshot of the journal without topics, or of the planning with nothing else, of the evening of a day.
  private func addSnapshot(_ day: Int, kinds: [FactKind]) throws {
    for kind in kinds {
      try fixture.insert(
        "coverage",
        [
          Int64(kind.rawValue), 1, journal, LocalMoment.evening(of: RuleExample.date(day)).seconds, fixture.day(1),
          fixture.day(60), 0, 1,
        ])
    }
  }

  private func addJournalSnapshot(_ day: Int) throws { try addSnapshot(day, kinds: [.lesson, .mark, .attendance]) }

  private func addPlanningSnapshot(_ day: Int, showing lessons: Int64...) throws {
    try addSnapshot(day, kinds: [.topic, .homework])
    let moment = LocalMoment.evening(of: RuleExample.date(day)).seconds
    for lesson in lessons { try fixture.insert("listing", [journal, 4, lesson, moment, moment]) }
  }

  private func addLesson(_ day: Int, isPlanned: Bool = false) throws -> Int64 {
    let lesson = try fixture.addLesson(day, journal: journal)
    if isPlanned { try fixture.store.database.execute("UPDATE lesson SET is_planned = 1 WHERE id = \(lesson)") }
    return lesson
  }

  /// Only the two together prove that a blank column was not entered.
  @Test(
    arguments: [
      (journal: 30, planning: nil, [0, 0, 1]), (30, 30, [0, 1, 0]), (30, 29, [0, 0, 1]), (29, 30, [0, 0, 1]),
    ] as [(Int, Int?, [Int])])
  func blankColumn(journal: Int, planning: Int?, expected: [Int]) throws {
    let lesson = try addLesson(16)
    try addJournalSnapshot(journal)
    if let planning { try addPlanningSnapshot(planning, showing: lesson) }
    #expect(try fixture.judge(.lessonNotEntered) == expected)
  }

  @Test func aTopicEntersTheLesson() throws {
    let lesson = try addLesson(16)
    try addJournalSnapshot(30)
    try addPlanningSnapshot(30, showing: lesson)
    try fixture.addTopic(lesson, "Дроби", .firstSeen(30))
    #expect(try fixture.judge(.lessonNotEntered) == [1, 0, 0])
    #expect(try fixture.judge(.lessonWithoutTopic) == [1, 0, 0])
    #expect(try fixture.judge(.lessonEnteredLate) == [0, 0, 1])
  }

  @Test func aMarkWithoutATopicIsALessonWithoutTopic() throws {
    let lesson = try addLesson(16)
    try addJournalSnapshot(30)
    try addPlanningSnapshot(30, showing: lesson)
    try fixture.addMark(lesson, "5", .firstSeen(30))
    #expect(try fixture.judge(.lessonNotEntered) == [1, 0, 0])
    #expect(try fixture.judge(.lessonWithoutTopic) == [0, 1, 0])
  }

  /// What the planning does not name has no topic that anybody could have seen.
  @Test func aLessonThatThePlanningLacksIsUndetermined() throws {
    let (lesson, other) = (try addLesson(16), try addLesson(17))
    try addJournalSnapshot(30)
    try addPlanningSnapshot(30, showing: other)
    try fixture.addMark(lesson, "5", .firstSeen(30))
    try fixture.addTopic(other, "Дроби", .firstSeen(30))
    #expect(try fixture.judge(.lessonWithoutTopic) == [1, 0, 1])
  }

  @Test func aLessonOfThePlanningAloneIsNeverCalledBlank() throws {
    let (blank, told) = (try addLesson(16, isPlanned: true), try addLesson(17, isPlanned: true))
    try addJournalSnapshot(30)
    try addPlanningSnapshot(30, showing: blank, told)
    try fixture.addTopic(told, "Дроби", .firstSeen(30))
    #expect(try fixture.judge(.lessonNotEntered) == [1, 0, 1])
    let outcome = try fixture.outcome(.lessonNotEntered)
    #expect(
      outcome.undeterminedReasons.map(\.text) == [
        "урок есть только в поурочном планировании: журнал с отметками его не показывает"
      ])
  }

  /// Nobody knows who was absent from it.
  @Test func aLessonOfThePlanningAloneContradictsNoAttendance() throws {
    let lessons = try (0..<3).map { _ in try addLesson(16) }
    try addJournalSnapshot(30)
    for lesson in lessons { try fixture.addAttendance(lesson, .absent, .firstSeen(30)) }
    #expect(try fixture.judge(.attendanceContradiction) == [1, 0, 0])
    let planned = try addLesson(16, isPlanned: true)
    try addPlanningSnapshot(30, showing: planned)
    try fixture.addTopic(planned, "Дроби", .firstSeen(30))
    try fixture.addMark(planned, "5", .firstSeen(30))
    #expect(try fixture.judge(.attendanceContradiction) == [1, 0, 0])
  }
}
