import Journal
import Testing

@testable import Control

/// Small worlds counted by hand. The 1st quarter is days 1 to 56, the 2nd 65 to 117.
@Suite struct PeriodAnalysisTests {
  private func school(grade: Int = 5, pupils: Int = 1, snapshot: Int = 200) throws -> Fixture {
    let fixture = try Fixture(snapshot: snapshot, grade: grade)
    for number in 1..<pupils { try fixture.addPupil("Ученик \(number + 1)") }
    for subject in ["Биология", "Геометрия"] { try fixture.addSubject(subject) }
    try fixture.insert(
      "period", [2, "Q2", "2 четверть", 1, 2025, fixture.day(65), fixture.day(117), 1, 12, 1, 1])
    return fixture
  }

  private func analyse(
    _ fixture: Fixture, asOf: Int = 60, period: String? = nil, _ norms: AnalysisNorms = AnalysisNorms()
  ) throws -> PeriodAnalysis {
    try fixture.settle()
    let request = AnalysisRequest(
      asOf: RuleExample.date(asOf), classes: ["5А"], period: period, norms: norms)
    return try #require(try Control.analyse(fixture.store, request).first)
  }

  private func lesson(
    _ fixture: Fixture, _ day: Int, subject: Int64 = 1, group: Int64? = nil, studyClass: Int64 = 1, period: Int64 = 1
  ) throws -> Int64 {
    try fixture.addLesson(
      day, studyClass: studyClass, group: group, subject: subject, period: period, entry: .on(day), shown: 200)
  }

  @Test func pupilsOfEveryCategoryAreCounted() throws {
    let fixture = try school(pupils: 8)
    let marks: [[String]] = [
      ["5", "5", "5"], ["5", "4", "5"], ["4", "4", "5"], ["3", "5", "5"], ["3", "3", "4"], ["2", "5", "5"],
      ["5", "5", "н/а"], [],
    ]
    for (pupil, finals) in marks.enumerated() {
      for (subject, value) in finals.enumerated() {
        try fixture.addFinalMark(value, pupil: Int64(pupil + 1), subject: Int64(subject + 1), .on(56))
      }
    }
    let categories = try analyse(fixture).summary.categories
    #expect(PupilCategory.allCases.map { categories[$0] } == [1, 1, 1, 1, 1, 1, 1, 1])
    #expect(categories.quality == Ratio(3, of: 7))
    #expect(categories.success(lowersSuccess: true) == Ratio(5, of: 7))
    #expect(categories.success(lowersSuccess: false) == Ratio(6, of: 7))
    #expect(categories.failingBySubjects == [1, 0, 0])
  }

  @Test func aClassWithoutTheNamedPeriodIsNamed() throws {
    let fixture = try school()
    _ = try lesson(fixture, 5)
    try fixture.settle()
    func leftOut(_ period: String?, classes: [String]? = nil) throws -> [LeftOutClass] {
      try Control.classesLeftOut(
        fixture.store, AnalysisRequest(asOf: RuleExample.date(60), classes: classes, period: period))
    }
    #expect(try leftOut("1 полугодие") == [LeftOutClass(studyClass: "5А", periods: ["1 четверть"])])
    #expect(
      try leftOut("1 четверть").isEmpty && leftOut(nil).isEmpty && leftOut("1 полугодие", classes: ["5А"]).isEmpty)
  }

  @Test func theOneThreeIsNamedWithItsTeacher() throws {
    let fixture = try school()
    _ = try lesson(fixture, 5)
    try fixture.addFinalMark("3", .on(56))
    try fixture.addFinalMark("5", subject: 2, .on(56))
    let reserve = try #require(try analyse(fixture).pupils[0].reserve)
    #expect(reserve.subject.name == "Алгебра")
    #expect(reserve.teachers.map(\.name) == ["Смирнова А.В."])
  }

  @Test func whereTheFinalMarkIsMissingItIsForecastFromCurrentOnes() throws {
    let fixture = try school()
    for (day, value) in [(5, "5"), (6, "4"), (7, "зач")] {
      try fixture.addMark(try lesson(fixture, day), value, .on(day))
    }
    let analysis = try analyse(fixture, asOf: 30)
    #expect(analysis.pupils[0].results.map(\.text) == ["5?"])
    #expect(analysis.summary.forecasts == 1)
    #expect(analysis.summary.categories.forecasts == 1)
    #expect(analysis.pupils[0].category == .excellent)
    try fixture.addFinalMark("4", .on(56))
    let given = try analyse(fixture)
    #expect(given.pupils[0].results.map(\.text) == ["4"])
    #expect(given.summary.forecasts == 0)
  }

  @Test func marksEnteredAfterAsOfAreNotThere() throws {
    let fixture = try school()
    let first = try lesson(fixture, 5)
    try fixture.addMark(first, "5", .on(5))
    try fixture.addMark(first, "2", .on(31))
    try fixture.addFinalMark("2", .on(56))
    #expect(try analyse(fixture, asOf: 30).pupils[0].results.map(\.text) == ["5?"])
  }

  @Test func aFinalMarkThatMayBeThereIsNotCounted() throws {
    let fixture = try school()
    _ = try lesson(fixture, 5)
    try fixture.addFinalMark("5", .between(20, 40))
    let analysis = try analyse(fixture, asOf: 30)
    #expect(analysis.pupils[0].results.map(\.text) == ["—"])
    #expect(analysis.notes.count == 1)
    #expect(analysis.pupils[0].risks.isEmpty)
    #expect(try analyse(fixture, asOf: 40).pupils[0].results.map(\.text) == ["5"])
  }

  @Test func aClassWithoutMarksHasNoPercentages() throws {
    let fixture = try school()
    _ = try lesson(fixture, 5)
    let analysis = try analyse(fixture)
    #expect(analysis.summary.categories.quality.rounded(times: 1000) == nil)
    #expect(analysis.summary.missing == 1)
    #expect(analysis.pupils[0].risks == [.withoutMarks(subjects: ["Алгебра"])])
  }

  @Test func inTheFirstGradeOnlyAttendanceIsAnalysed() throws {
    let fixture = try school(grade: 1)
    let first = try lesson(fixture, 5)
    try fixture.addMark(first, "5", .on(5))
    try fixture.addAttendance(first, .ill, .on(5))
    try fixture.settle()
    let analysis = try #require(
      try Control.analyse(fixture.store, AnalysisRequest(asOf: RuleExample.date(60))).first)
    #expect(!analysis.isGraded)
    #expect(analysis.pupils[0].results.isEmpty)
    #expect(analysis.summary.attendance.missedDays == [.ill: 1])
  }

  @Test func absencesAndTeachersOfTheFirstGradeReachReports() throws {
    let fixture = try school(grade: 1)
    try fixture.addAttendance(try lesson(fixture, 5), .ill, .on(5))
    try fixture.settle()
    let database = fixture.store.database
    _ = try Control.fillPeriodTables(fixture.store, AnalysisRequest(asOf: RuleExample.date(60)))
    #expect(try database.integer("SELECT missed_lessons FROM analysed_pupil") == 1)
    #expect(try database.integer("SELECT count(*) FROM analysed_missed WHERE subject_name = 'Алгебра'") == 1)
    #expect(try database.integer("SELECT count(*) FROM analysed_material WHERE teachers <> ''") == 1)
  }

  @Test func theExemptLeaveTheSubject() throws {
    let fixture = try school(pupils: 2)
    try fixture.addMark(try lesson(fixture, 5), "4", .on(5), pupil: 2)
    try fixture.addExemption()
    let analysis = try analyse(fixture)
    #expect(analysis.subjects.map(\.marks.counted) == [1])
    #expect(analysis.pupils[0].category == .noData)
    #expect(analysis.summary.categories.quality == Ratio(1, of: 1))
  }

  @Test func ungradedSubjectsAreNoResults() throws {
    let fixture = try school()
    let subject = try fixture.addSubject("Разговоры о важном", isGraded: false)
    _ = try lesson(fixture, 5, subject: subject)
    try fixture.addFinalMark("5", subject: subject, .on(56))
    #expect(try analyse(fixture).subjects.isEmpty)
  }

  @Test func thoseWhoLeftBeforeThePeriodsEndAreNotCounted() throws {
    let fixture = try school()
    let left = try fixture.addPupil("Уехавший Олег", left: 40)
    try fixture.addFinalMark("2", pupil: left, .on(39))
    try fixture.addFinalMark("5", .on(56))
    #expect(try analyse(fixture).pupils.map(\.pupil.name) == ["Иванов Пётр"])
    #expect(try analyse(fixture, asOf: 40).pupils.count == 2)
  }

  @Test func aPupilWhoMovedIsOfTheClassOfTheDayOfCounting() throws {
    let fixture = try school()
    try fixture.addClass(grade: 5, letter: "Б")
    try fixture.store.database.execute(
      """
      UPDATE pupil SET study_class = 2, class_from = \(fixture.day(15)) WHERE id = 1;
      INSERT INTO former_class VALUES (1, 1, 0, \(fixture.day(10)));
      """)
    try fixture.addMark(try lesson(fixture, 5), "4", .on(5))
    _ = try lesson(fixture, 20, studyClass: 2)
    #expect(try analyse(fixture).pupils.isEmpty)
    #expect(try analyse(fixture, asOf: 9).pupils.count == 1)
    let moved = try #require(
      try Control.analyse(fixture.store, AnalysisRequest(asOf: RuleExample.date(60), classes: ["5Б"])).first)
    #expect(moved.pupils[0].results.map(\.text) == ["4?"])
    #expect(moved.pupils[0].attendance.lessons == 2)
  }

  @Test func lessonsOfOtherGroupsAreNotThePupils() throws {
    let fixture = try school()
    let own = try fixture.addGroup(pupils: [1])
    let other = try fixture.addGroup()
    let first = try lesson(fixture, 5, group: own)
    _ = try lesson(fixture, 5, subject: 2, group: other)
    try fixture.addAttendance(first, .excused, .on(5))
    let analysis = try analyse(fixture)
    #expect(analysis.summary.attendance.lessons == 1)
    #expect(analysis.summary.attendance.missedDays == [.excused: 1])
    #expect(analysis.pupils[0].results.map(\.subject.name) == ["Алгебра"])
  }

  @Test func latenessIsNoAbsenceAndLaterAbsencesAreNotThere() throws {
    let fixture = try school()
    let lessons = try (5...7).map { try lesson(fixture, $0) }
    try fixture.addAttendance(lessons[0], .late, .on(5))
    try fixture.addAttendance(lessons[1], .absent, .on(6))
    try fixture.addAttendance(lessons[2], .absent, .on(40))
    let analysis = try analyse(fixture, asOf: 30)
    #expect(analysis.summary.attendance.attendedLessons == Ratio(2, of: 3))
    #expect(analysis.summary.attendance.late == 1)
    #expect(analysis.notes.isEmpty)
    try fixture.addAttendance(lessons[2], .ill, .between(29, 31))
    let uncertain = try analyse(fixture, asOf: 30)
    #expect(uncertain.summary.attendance.allMissedLessons == 1)
    #expect(uncertain.notes.count == 1)
  }

  @Test func pupilsWhoMissedMostOfASubjectMayNotBeAttested() throws {
    let fixture = try school()
    let lessons = try (5...8).map { try lesson(fixture, $0) }
    for lesson in lessons.prefix(2) { try fixture.addAttendance(lesson, .absent, .on(8)) }
    let half = try analyse(fixture, asOf: 30).pupils[0].risks
    #expect(half.map(\.id) == ["without-marks", "misses-often"])
    try fixture.addAttendance(lessons[2], .absent, .on(8))
    let more = try analyse(fixture, asOf: 30).pupils[0].risks
    #expect(more.map(\.id) == ["may-not-be-attested", "misses-often"])
  }

  /// One of five lessons is exactly the norm of 20 %.
  @Test func theNormOfAbsencesMayBeReached() throws {
    let fixture = try school()
    let lessons = try (5...9).map { try lesson(fixture, $0) }
    try fixture.addMark(lessons[1], "5", .on(6))
    try fixture.addAttendance(lessons[0], .ill, .on(5))
    #expect(try analyse(fixture, asOf: 30).pupils[0].risks.isEmpty)
    var norms = AnalysisNorms()
    norms.missedPercent = 19
    #expect(try analyse(fixture, asOf: 30, norms).pupils[0].risks.map(\.id) == ["misses-often"])
  }

  /// 4,5 of both subjects; the school rounds one of them from 0,60 on.
  @Test func aForecastRoundsAsTheControlDoes() throws {
    let fixture = try school()
    for subject in [Int64(1), 2] {
      for (day, mark) in [(5, "4"), (6, "5")] {
        try fixture.addMark(try lesson(fixture, day, subject: subject), mark, .on(day))
      }
    }
    try fixture.settle()
    var request = AnalysisRequest(asOf: RuleExample.date(30), classes: ["5А"])
    var norm = NormSetting(rule: "final-mark-disagrees", name: "rounding", value: 60)
    func forecasts() throws -> [String] {
      try #require(try Control.analyse(fixture.store, request).first).pupils[0].results.map(\.text)
    }
    #expect(try forecasts() == ["5?", "5?"])
    norm.scope.subjects = ["Биология"]
    request.settings.norms = [norm]
    #expect(try forecasts() == ["5?", "4?"])
    norm.scope.subjects = []
    request.settings.norms = [norm]
    #expect(try forecasts() == ["4?", "4?"])
  }

  @Test func thePeriodIsComparedWithTheOneBefore() throws {
    let fixture = try school(pupils: 2)
    for (pupil, values) in [(Int64(1), ["5", "2"]), (2, ["2", "2"])] {
      for (period, value) in values.enumerated() {
        try fixture.addFinalMark(value, pupil: pupil, period: Int64(period + 1), .on(period == 0 ? 56 : 117))
      }
    }
    let analysis = try analyse(fixture, asOf: 120)
    #expect(analysis.period.name == "2 четверть")
    #expect(analysis.previous?.summary.categories.success(lowersSuccess: true) == Ratio(1, of: 2))
    #expect(
      analysis.pupils.map(\.risks) == [
        [.failing(subjects: ["Алгебра"], again: false), .worse(than: .excellent)],
        [.failing(subjects: ["Алгебра"], again: true)],
      ])
    #expect(try analyse(fixture, asOf: 120, period: "I чтв").previous == nil)
  }

  @Test func theYearIsForecastFromItsPeriods() throws {
    let fixture = try school()
    try fixture.addFinalMark("3", .on(56))
    try fixture.addFinalMark("4", period: 2, .on(117))
    let year = try analyse(fixture, asOf: 120, period: "год")
    #expect(year.pupils[0].results.map(\.currentMean) == [Ratio(7, of: 2)])
    #expect(year.pupils[0].results.map(\.text) == ["4?"])
    try fixture.insert("period", [3, "Y", "Год", 4, 2025, nil, nil, 1, 12, 1, 1])
    try fixture.addFinalMark("3", period: 3, .on(118))
    #expect(try analyse(fixture, asOf: 120, period: "год").pupils[0].results.map(\.text) == ["3"])
  }

  @Test func aMarkGoesBeforeNotAttestedOfAnotherSheetAndDifferentMarksAreDisputed() throws {
    let fixture = try school()
    try fixture.addJournal(.timedExample)
    try fixture.addFinalMark("н/а", .on(56))
    try fixture.insert(
      "final_mark", [1, 1, 1, 2, 1, "4", 4, 1, nil, fixture.noon(56), fixture.noon(56), nil, nil, 1, 1, 1])
    #expect(try analyse(fixture).pupils[0].results.map(\.text) == ["4"])
    try fixture.store.database.execute("UPDATE final_mark SET value = '5', grade = 5, is_mark = 1 WHERE journal = 1")
    let disputed = try analyse(fixture)
    #expect(disputed.pupils[0].results.map(\.text) == ["≠"])
    #expect(disputed.summary.disputed == 1)
    #expect(disputed.notes.count == 1)
  }

  /// Logins of one of two pupils in the period, and of a parent after it.
  @Test func participationIsOfThePeriodsDays() throws {
    let fixture = try school(pupils: 2)
    _ = try lesson(fixture, 5)
    try fixture.addLogin(.pupil, 7)
    try fixture.addLogin(.parent, 58)
    #expect(try analyse(fixture).participation.map(\.share) == [Ratio(1, of: 2), Ratio(0, of: 2)])
    let silent = try Fixture(says: [.marks, .attendance])
    try silent.addLesson(5, entry: .on(5))
    #expect(try analyse(silent).participation.allSatisfy { $0.reason != nil })
  }

  @Test func unknownPeriodsAreRefusedWithThoseThereAre() throws {
    let fixture = try school()
    _ = try lesson(fixture, 5)
    let error = #expect(throws: ControlError.self) { try analyse(fixture, period: "5 четверть") }
    #expect(error?.hint == "Есть: 1 четверть, Год.")
  }

  @Test func analysingLeavesNoTrace() throws {
    let fixture = try school()
    _ = try lesson(fixture, 5)
    _ = try analyse(fixture)
    let left = try fixture.store.database.integer(
      "SELECT count(*) FROM sqlite_temp_schema WHERE name LIKE 'analysis%' AND type = 'table'")
    #expect(left == 0)
  }
}
