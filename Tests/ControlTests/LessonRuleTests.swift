import Journal
import Testing

@testable import Control

@Suite struct LessonRuleTests {
  @Test func lessonsOutsideTheWindowTheSnapshotOrTheStoreAreNoUnits() throws {
    let fixture = try Fixture()
    try fixture.addLesson(15, entry: .never)
    try fixture.addLesson(25, entry: .never)
    try fixture.addLesson(20, entry: .never, shown: 19)
    try fixture.addLesson(18, entry: .never, gone: (20, 22))
    try fixture.addLesson(17, entry: .never, gone: (23, 27))
    // 25 is after as-of; the one gone between the 23rd and 27th may still be there.
    #expect(try fixture.judge(.lessonNotEntered, asOf: 24) == [0, 1, 0])
    #expect(try fixture.judge(.lessonNotEntered, asOf: 30, to: 24) == [0, 0, 0])
  }

  @Test func timedLessonIsEnteredByItsOwnMomentOnly() throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(16, entry: .never)
    try fixture.addTopic(lesson, "Дроби", .on(16))
    #expect(try fixture.judge(.lessonNotEntered) == [0, 1, 0])
    #expect(try fixture.judge(.lessonWithoutTopic) == [0, 0, 0])
  }

  @Test func lessonSeenWithoutEntryAfterAsOfIsProvedOnlyWithTopics() throws {
    for (says, expected) in [
      (SourceCapabilities.untimedExample, [0, 1, 0]), (.untimedExample.subtracting(.topics), [0, 0, 1]),
    ] {
      let fixture = try Fixture(says: says, snapshot: 40)
      let lesson = try fixture.addLesson(16)
      try fixture.addMark(lesson, "5", .between(31, 35))
      #expect(try fixture.judge(.lessonNotEntered) == expected)
    }
  }

  @Test func uncertainEntryMakesTheOtherRulesUndetermined() throws {
    let fixture = try Fixture(says: .untimedExample, snapshot: 35)
    let lesson = try fixture.addLesson(16)
    try fixture.addMark(lesson, "5", .between(29, 35))
    for rule in [Rule.lessonNotEntered, .lessonEnteredLate, .lessonWithoutTopic, .attendanceNotRecorded] {
      #expect(try fixture.judge(rule) == [0, 0, 1], "\(rule.id)")
    }
    // A week later the same snapshot tells.
    #expect(try fixture.judge(.lessonNotEntered, asOf: 35) == [1, 0, 0])
    // The snapshot of the 29th, after the lesson, did not show it.
    #expect(try fixture.judge(.lessonEnteredLate, asOf: 35) == [0, 1, 0])
  }

  @Test func topicsOfJournalsThatCarryNoneAreUndetermined() throws {
    let fixture = try Fixture()
    let other = try fixture.addJournal(.timedExample.subtracting(.topics))
    let lesson = try fixture.addLesson(16, entry: .on(16))
    try fixture.addTopic(lesson, "Дроби", .on(16))
    try fixture.addLesson(16, journal: other, entry: .on(16))
    #expect(try fixture.judge(.lessonWithoutTopic) == [1, 0, 1])
    let outcome = try fixture.outcome(.lessonWithoutTopic)
    #expect(outcome.undeterminedReasons.map(\.text) == ["выгрузка не содержит тем уроков"])
  }

  @Test func topicIsJudgedInTheVersionThereIsAtAsOf() throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(16, entry: .on(16))
    try fixture.addTopic(lesson, "Дроби", .on(16), gone: (20, 20))
    try fixture.addTopic(lesson, "-", .on(20), gone: (25, 25))
    try fixture.addTopic(lesson, "Дроби и части", .on(25))
    #expect(try fixture.judge(.lessonWithoutTopic, asOf: 19) == [1, 0, 0])
    #expect(try fixture.judge(.lessonWithoutTopic, asOf: 22) == [0, 1, 0])
    #expect(try fixture.judge(.lessonWithoutTopic, asOf: 26) == [1, 0, 0])
  }

  @Test func attendanceOfJournalsThatCannotSayEverybodyIsUndetermined() throws {
    let fixture = try Fixture()
    let other = try fixture.addJournal(.timedExample.subtracting(.everybodyPresent))
    try fixture.addLesson(16, entry: .on(16))
    let lesson = try fixture.addLesson(16, journal: other, entry: .on(16))
    try fixture.addAttendance(lesson, .ill, .on(16))
    #expect(try fixture.judge(.attendanceNotRecorded) == [0, 1, 1])
  }

  @Test func delayIsToldByTheKindestReading() throws {
    let fixture = try Fixture(says: .untimedExample)
    let lesson = try fixture.addLesson(16, number: 3)
    try fixture.addTopic(lesson, "Дроби", .between(18, 25))
    let finding = try #require(fixture.findings(.lessonEnteredLate).first)
    #expect(
      finding.sentence == """
        Урок 16.09.2025 (3-й по расписанию) внесён с опозданием на 2 дня: между 18.09.2025 12:00:00 и \
        25.09.2025 12:00:00 (установлено по двум выгрузкам).
        """)
    #expect(finding.mend.isEmpty && finding.mendBy == nil)
    #expect(finding.key == "lesson-entered-late:L1")
  }
}

@Suite struct TeacherRuleTests {
  @Test func everyKindOfFactCounts() throws {
    let kinds: [(Fixture, Int64) throws -> Void] = [
      { try $0.addTopic($1, "Дроби", .on(20)) },
      { try $0.addMark($1, "5", .on(20)) },
      { try $0.addAttendance($1, .present, .on(20), pupil: 0) },
    ]
    for add in kinds {
      let fixture = try Fixture()
      try fixture.addLesson(16, entry: .never)
      try add(fixture, try fixture.addLesson(3, entry: .on(3)))
      #expect(try fixture.judge(.teacherInactive) == [1, 0, 0])
    }
  }

  @Test func intervalMustLieWhollyInsideTheWindow() throws {
    for (entry, expected) in [
      (ExampleEntry.between(16, 30), [1, 0, 0]), (.between(15, 17), [0, 0, 1]), (.firstSeen(20), [0, 0, 1]),
      (.between(10, 15), [0, 1, 0]), (.between(31, 35), [0, 1, 0]), (.between(29, 35), [0, 0, 1]),
    ] {
      let fixture = try Fixture(says: .untimedExample)
      try fixture.addLesson(16)
      try fixture.addMark(try fixture.addLesson(5), "5", entry)
      #expect(try fixture.judge(.teacherInactive) == expected, "\(entry)")
    }
  }

  @Test func eachTeacherOfASetIsAUnit() throws {
    let fixture = try Fixture()
    let second = try fixture.addTeacher("T2", "Орлов И.П.")
    let both = try fixture.addTeacherSet(1, second)
    try fixture.addLesson(16, entry: .on(16))
    try fixture.addLesson(17, teachers: both, entry: .never)
    #expect(try fixture.judge(.teacherInactive) == [1, 1, 0])
    let finding = try #require(fixture.findings(.teacherInactive).first)
    #expect(finding.key == "teacher-inactive:T2" && finding.place.teachers.map(\.name) == ["Орлов И.П."])
  }

  @Test func sourceWithoutTeachersIsNotApplicable() throws {
    let fixture = try Fixture()
    try fixture.addLesson(16, entry: .never)
    try fixture.store.database.execute("DELETE FROM teacher_set_member")
    let outcome = try fixture.outcome(.teacherInactive)
    #expect(outcome.counts.checked == 0 && outcome.reason == "выгрузка не называет учителей")
  }
}
