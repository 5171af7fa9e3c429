import Journal
import Testing

@testable import Control

@Suite struct PupilPeriodRuleTests {
  @Test func marksOfAnyDateInThePeriodCount() throws {
    let fixture = try Fixture()
    try fixture.addLesson(5, entry: .on(5))
    // A lesson planned after as-of in which a mark stands already.
    try fixture.addMark(try fixture.addLesson(40, entry: .on(20)), "5", .on(20))
    #expect(try fixture.judge(.pupilWithoutMarks) == [1, 0, 0])
    #expect(try fixture.judge(.pupilWithOneMark) == [0, 1, 0])
  }

  @Test func periodIsJudgedIfItMeetsTheWindow() throws {
    let fixture = try Fixture()
    try fixture.insert("period", [2, "Q2", "2 четверть", 1, 2025, fixture.day(64), fixture.day(118), 1, 12, 1, 1])
    try fixture.addLesson(5, entry: .on(5))
    try fixture.addLesson(65, period: 2, entry: .on(65), shown: 200)
    #expect(try fixture.judge(.pupilWithoutMarks, asOf: 70, from: 60) == [0, 1, 0])
    #expect(try fixture.judge(.pupilWithoutMarks, asOf: 70, from: 56) == [0, 2, 0])
    #expect(try fixture.judge(.pupilWithoutMarks, asOf: 63, from: 57) == [0, 0, 0])
  }

  @Test func undatedPeriodMeetsTheWindowByTheClassesLessons() throws {
    let fixture = try Fixture()
    try fixture.insert("period", [2, "D1", "1 чет", 1, 2025, nil, nil, 1, 12, 1, 1])
    try fixture.addLesson(5, period: 2, entry: .on(5))
    try fixture.addLesson(18, period: 2, entry: .on(18))
    #expect(try fixture.judge(.pupilWithoutMarks, asOf: 30, from: 18) == [0, 1, 0])
    #expect(try fixture.judge(.pupilWithoutMarks, asOf: 30, from: 19) == [0, 0, 0])
  }

  @Test func pupilNeedsALessonWhileEnrolledAndInTheGroup() throws {
    let fixture = try Fixture()
    let first = try fixture.addPupil("Первый", enrolled: 6, left: 19)
    let second = try fixture.addPupil("Второй", enrolled: 8, left: 12)
    for pupil in [first, second] { try fixture.addGroup(pupils: [pupil]) }
    let subject = try fixture.addSubject("Английский язык")
    for day in [5, 10, 20] {
      try fixture.addLesson(day, group: 1, subject: subject, entry: .on(day))
      try fixture.addLesson(day, group: 2, subject: subject, entry: .on(day))
    }
    // Both have the lesson of the 10th, which is neither the first nor the last; Иванов Пётр is in no group.
    #expect(Set(try fixture.findings(.pupilWithoutMarks).map(\.place.pupil?.name)) == ["Первый", "Второй"])
    try fixture.store.database.execute("UPDATE membership SET to_day = \(fixture.day(9)) WHERE pupil = \(second)")
    #expect(try fixture.findings(.pupilWithoutMarks).map(\.place.pupil?.name) == ["Первый"])
  }

  @Test func exemptionExempts() throws {
    for (period, from, to, entry, expected) in [
      (Int64(0), 10, 12, ExampleEntry.on(1), [0, 0, 0]),
      (0, nil, nil, .on(1), [0, 0, 0]),
      (1, nil, nil, .on(1), [0, 0, 0]),
      (0, 31, 40, .on(1), [0, 1, 0]),
      (0, nil, nil, .on(31), [0, 1, 0]),
      (0, nil, nil, .between(29, 31), [0, 0, 1]),
    ] as [(Int64, Int?, Int?, ExampleEntry, [Int])] {
      let fixture = try Fixture()
      try fixture.addLesson(5, entry: .on(5))
      try fixture.addExemption(period: period, from: from, to: to, entry)
      #expect(try fixture.judge(.pupilWithoutMarks) == expected, "\(period) \(entry)")
    }
  }

  @Test func vanishedMarkIsNoneAndVanishingIsUncertain() throws {
    let fixture = try Fixture(says: .untimedExample)
    try fixture.addMark(try fixture.addLesson(5), "5", .between(5, 10), gone: (20, 25))
    #expect(try fixture.judge(.pupilWithoutMarks, asOf: 19) == [1, 0, 0])
    #expect(try fixture.judge(.pupilWithoutMarks, asOf: 22) == [0, 0, 1])
    #expect(try fixture.judge(.pupilWithoutMarks, asOf: 25) == [0, 1, 0])
  }

  @Test func peopleAreCountedOnceBesideTheirSubjects() throws {
    let fixture = try Fixture()
    try fixture.addPupil("Петрова Анна")
    let physics = try fixture.addSubject("Физика")
    let algebra = try fixture.addLesson(5, entry: .on(5))
    try fixture.addLesson(5, subject: physics, entry: .on(5))
    for pupil in [Int64(1), 2] { try fixture.addMark(algebra, "4", .on(5), pupil: pupil) }
    let outcome = try fixture.outcome(.pupilWithoutMarks)
    #expect(outcome.counts == UnitCounts(checked: 4, kept: 2, broken: 2))
    #expect(outcome.people?.broken == 2 && outcome.people?.checked == 2)
  }

  @Test func nothingAboutAnAmbiguousPupilIsBroken() throws {
    let fixture = try Fixture()
    try fixture.addPupil("Иванов Пётр", isAmbiguous: true)
    try fixture.addLesson(5, entry: .on(5))
    #expect(try fixture.judge(.pupilWithoutMarks) == [0, 1, 1])
    #expect(
      try fixture.outcome(.pupilWithoutMarks).undeterminedReasons.map(\.text)
        == ["ученика нельзя отличить от однофамильца"])
  }

  @Test func sentenceNamesThePeriod() throws {
    let fixture = try Fixture()
    try fixture.addLesson(5, entry: .on(5))
    let finding = try #require(fixture.findings(.pupilWithoutMarks).first)
    #expect(finding.sentence == "Иванов Пётр: нет отметок за 1 четверть.")
    #expect(finding.key == "pupil-without-marks:P1/SU1/Q1")
    #expect(finding.mendBy == RuleExample.date(37))
    #expect(finding.place.teachers.map(\.name) == ["Смирнова А.В."])
  }
}

@Suite struct WrittenWorkRuleTests {
  @Test func deadlineIsANorm() throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(16, entry: .on(16))
    try fixture.addMark(lesson, "4", .on(24), work: try fixture.addWork(lesson))
    #expect(try fixture.judge(.writtenWorkOverdue) == [0, 1, 0])
    var request = CheckRequest(window: fixture.window(), rules: ["written-work-overdue"])
    request.settings.norms = [NormSetting(rule: "written-work-overdue", name: "days", value: 10)]
    let outcome = try Control.check(fixture.store, request).rules[0]
    #expect(outcome.counts.kept == 1)
    #expect(outcome.norms == ["отметка за письменную работу — не позже чем через 10 календарных дней"])
    request.settings.norms = [NormSetting(rule: "written-work-overdue", name: "days", value: 0)]
    #expect(throws: ControlError.self) { try Control.check(fixture.store, request) }
    request.settings.norms = [NormSetting(rule: "written-work-overdue", name: "weeks", value: 1)]
    #expect(throws: ControlError.self) { try Control.check(fixture.store, request) }
  }

  @Test func onlyTheMarkOfThatWorkCounts() throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(16, entry: .on(16))
    try fixture.addWork(lesson)
    let oral = try fixture.addWork(lesson, isWritten: false)
    try fixture.addMark(lesson, "4", .on(16), work: oral)
    #expect(try fixture.judge(.writtenWorkOverdue) == [0, 1, 0])
  }

  @Test func correctedMarkWasGivenInTime() throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(16, entry: .on(16))
    let work = try fixture.addWork(lesson)
    try fixture.addMark(lesson, "4", .on(17), work: work, gone: (28, 28))
    try fixture.addMark(lesson, "5", .on(28), work: work)
    #expect(try fixture.judge(.writtenWorkOverdue) == [1, 0, 0])
  }

  @Test func worksOfLessonsNeverEnteredAreJudged() throws {
    let fixture = try Fixture()
    try fixture.addWork(try fixture.addLesson(16, entry: .never))
    #expect(try fixture.judge(.writtenWorkOverdue) == [0, 1, 0])
  }

  @Test func pupilsNotEnrolledOnTheDayAreNoUnits() throws {
    let fixture = try Fixture()
    try fixture.addPupil("Новый", enrolled: 17)
    try fixture.addPupil("Выбывший", left: 16)
    try fixture.addWork(try fixture.addLesson(16, entry: .on(16)))
    #expect(
      try fixture.findings(.writtenWorkOverdue).map(\.key) == [
        "written-work-overdue:W1/P1", "written-work-overdue:W1/P3",
      ])
  }

  @Test func sourceWithoutWorksIsNotApplicable() throws {
    let fixture = try Fixture(says: .timedExample.subtracting(.works))
    #expect(try fixture.outcome(.writtenWorkOverdue).reason == "выгрузки не содержат видов работ")
  }

  @Test func worksWithoutATableOfMarksAreNotApplicable() throws {
    let fixture = try Fixture(says: .timedExample.subtracting(.marks))
    // Another journal that has marks but no works does not help.
    try fixture.addJournal(.timedExample.subtracting(.works))
    try fixture.addWork(try fixture.addLesson(16, entry: .on(16)))
    let outcome = try fixture.outcome(.writtenWorkOverdue)
    #expect(outcome.reason == "выгрузки с видами работ не содержат отметок")
    #expect(outcome.counts.checked == 0)
  }
}

@Suite struct MarkWithAbsenceTests {
  /// What one cell may hold (FORMATS 4 and 9), each with an absence.
  @Test(arguments: [
    ("н5", true), ("5н", true), ("Н5", true), ("н4/5", true), ("УП5", true), ("5НП", true), ("5 ", true),
    ("5 Н", false), ("Н 2", false), ("Б Б 3", false), ("О\u{a0}Н 5", false), ("5\nН", false), ("5, Н", false),
    ("5,Н", false), ("5;Н", false), ("5\tН", false), ("нн5", false), ("НБ5", false), ("HH5", false), ("5бб", false),
    ("онп4", false), ("уу5", false), ("пп5", false),
  ])
  func cellOfTwoLessonsIsNoFault(_ raw: String, _ isBroken: Bool) throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(16, entry: .on(16))
    try fixture.addMark(lesson, "5", .on(16), raw: raw)
    try fixture.addAttendance(lesson, .absent, .on(16), raw: raw)
    #expect(try fixture.judge(.markWithAbsence) == (isBroken ? [0, 1, 0] : [1, 0, 0]))
    // A cell that got its second item later keeps the first one's text.
    try fixture.store.database.execute("UPDATE mark SET raw = NULL")
    #expect(try fixture.judge(.markWithAbsence) == (isBroken ? [0, 1, 0] : [1, 0, 0]))
  }

  @Test func recordsOfTheirOwnAreNoCell() throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(16, entry: .on(16))
    try fixture.addMark(lesson, "незач", .on(16), raw: "не зачтено")
    try fixture.addAttendance(lesson, .ill, .on(16), raw: "по болезни")
    #expect(try fixture.judge(.markWithAbsence) == [1, 0, 0])
    try fixture.store.database.execute("UPDATE mark SET sheet_column = 0")
    try fixture.store.database.execute("UPDATE attendance SET sheet_column = 0")
    #expect(try fixture.judge(.markWithAbsence) == [0, 1, 0])
  }

  @Test func everyMarkOfTheLessonIsAUnit() throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(16, entry: .on(16))
    for mark in ["4", "5"] { try fixture.addMark(lesson, mark, .on(16), raw: "н4/5") }
    try fixture.addMark(lesson, "3", .on(16), pupil: try fixture.addPupil("Петрова Анна"))
    try fixture.addAttendance(lesson, .absent, .on(16), raw: "н4/5")
    #expect(try fixture.judge(.markWithAbsence) == [1, 2, 0])
    let findings = try fixture.findings(.markWithAbsence)
    #expect(
      findings.map(\.key) == [
        "mark-with-absence:L1/P1/1", "mark-with-absence:L1/P1/2",
      ])
    #expect(
      findings.map(\.sentence) == [
        "Иванов Пётр, урок 16.09.2025: отмечено отсутствие («Н») и стоит отметка «4».",
        "Иванов Пётр, урок 16.09.2025: отмечено отсутствие («Н») и стоит отметка «5».",
      ])
  }

  @Test func exemptionWithDaysExemptsOnThem() throws {
    for (from, to, isBroken) in [(16, 20, false), (10, 16, false), (17, 20, true), (10, 15, true)] {
      let fixture = try Fixture()
      try fixture.addExemption(from: from, to: to)
      let lesson = try fixture.addLesson(16, entry: .on(16))
      try fixture.addMark(lesson, "5", .on(16))
      try fixture.addAttendance(lesson, .ill, .on(16))
      #expect(try fixture.judge(.markWithAbsence) == [0, isBroken ? 1 : 0, 0], "\(from)–\(to)")
    }
  }

  @Test func journalWithoutAttendanceCannotTell() throws {
    let fixture = try Fixture()
    let other = try fixture.addJournal(.timedExample.subtracting([.attendance]))
    try fixture.addMark(try fixture.addLesson(16, journal: other, entry: .on(16)), "5", .on(16))
    try fixture.addMark(try fixture.addLesson(17, entry: .on(17)), "5", .on(17))
    #expect(try fixture.judge(.markWithAbsence) == [1, 0, 1])
    let alone = try Fixture(says: .timedExample.subtracting([.attendance]))
    #expect(try alone.outcome(.markWithAbsence).reason == "выгрузки с отметками не содержат посещаемости")
  }

  /// Absence mended: put right; mark mended: its unit is gone.
  @Test func findingsOfMarksAreFollowed() throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(16, entry: .on(16))
    let pupils = [Int64(1), try fixture.addPupil("Второй"), try fixture.addPupil("Третий")]
    for pupil in pupils {
      try fixture.addMark(lesson, "5", .on(16), pupil: pupil, gone: pupil == 2 ? (32, 32) : nil)
      try fixture.addAttendance(lesson, .absent, .on(16), pupil: pupil, gone: pupil == 1 ? (32, 32) : nil)
    }
    try fixture.settle()
    var request = CheckRequest(window: fixture.window(), rules: nil)
    _ = try Control.register(fixture.store, try Control.check(fixture.store, request)) { "\($0.count)" }
    request.window = fixture.window(asOf: 40, from: 31)
    let findings = try Control.check(fixture.store, request).findings.filter { $0.rule == "mark-with-absence" }
    #expect(findings.map { String($0.key.suffix(4)) } == ["P1/1", "P2/1", "P3/1"])
    #expect(findings.map(\.state) == [.putRight, .gone, .repeated])
  }
}

@Suite struct UnsatisfactoryTests {
  /// A 2 on the 16th, and lessons on the days after it.
  private func fixture(_ days: Int..., says: SourceCapabilities = .timedExample, snapshot: Int = 90) throws -> Fixture {
    let fixture = try Fixture(says: says, snapshot: snapshot)
    try fixture.addMark(try fixture.addLesson(16, entry: .on(16)), "2", .on(16))
    for day in days { try fixture.addLesson(day, entry: .on(day)) }
    return fixture
  }

  @Test func findingTellsHowFarWasLooked() throws {
    let fixture = try fixture(17, 18, 19, 22)
    let finding = try #require(try fixture.findings(.unsatisfactoryNotFollowedUp).first)
    #expect(
      finding.sentence
        == "Иванов Пётр: после отметки «2» за 16.09.2025 числовой отметки нет ни на одном из следующих 3 уроков, "
        + "где ученик был (последний — 19.09.2025).")
    #expect(finding.key == "unsatisfactory-not-followed-up:L1/P1/1" && finding.mend.isEmpty)
    let request = CheckRequest(window: fixture.window(), rules: nil)
    let told = try Control.explain(fixture.store, finding.key, request)
    #expect(told.evidence.filter { $0.kind == .lesson }.map(\.place.row) == [2, 3, 4, 5])
  }

  @Test func everyOfThreeLessonsWillDoAndAFourthDoesNot() throws {
    for (lesson, expected) in [(1, [0, 1, 0]), (2, [1, 0, 0]), (3, [1, 0, 0]), (4, [1, 0, 0]), (5, [0, 1, 0])] {
      let fixture = try fixture(17, 18, 19, 22)
      try fixture.addMark(Int64(lesson), "3", .on(23))
      #expect(try fixture.judge(.unsatisfactoryNotFollowedUp) == expected, "\(lesson)")
    }
  }

  @Test func aMarkBesideAnAbsenceFollowsUp() throws {
    let fixture = try fixture(17, 18, 19)
    try fixture.addMark(2, "3", .on(17))
    try fixture.addAttendance(2, .absent, .on(17))
    #expect(try fixture.judge(.unsatisfactoryNotFollowedUp) == [1, 0, 0])
  }

  @Test func lateIsThere() throws {
    let fixture = try fixture(17, 18, 19)
    try fixture.addAttendance(3, .late, .on(18))
    #expect(try fixture.judge(.unsatisfactoryNotFollowedUp) == [0, 1, 0])
  }

  @Test func lessonsOfOtherSubjectsClassesAndGroupsAreNotThePupils() throws {
    let fixture = try fixture(17, 18)
    try fixture.addLesson(19, subject: try fixture.addSubject("Физика"), entry: .on(19))
    let other = try fixture.addClass(grade: 5, letter: "Б")
    try fixture.addLesson(19, studyClass: other, entry: .on(19))
    let classmate = try fixture.addPupil("Петрова Анна")
    try fixture.addLesson(19, group: try fixture.addGroup(pupils: [classmate]), entry: .on(19))
    let past = try fixture.addGroup(pupils: [1], from: 1, to: 18)
    try fixture.addLesson(19, group: past, entry: .on(19))
    #expect(try fixture.judge(.unsatisfactoryNotFollowedUp) == [0, 0, 1])
    try fixture.addLesson(18, group: past, entry: .on(18))
    #expect(try fixture.judge(.unsatisfactoryNotFollowedUp) == [0, 1, 0])
  }

  /// By the strictest reading the mark came at the fourth lesson attended.
  @Test func uncertainAbsenceBeforeTheMarkIsUncertain() throws {
    for (isMarkedAt, expected) in [(4, [1, 0, 0]), (5, [0, 0, 1]), (6, [0, 1, 0])] {
      let fixture = try fixture(17, 18, 19, 22, 23, says: .untimedExample, snapshot: 35)
      try fixture.addAttendance(2, .ill, .between(29, 35))
      try fixture.addMark(Int64(isMarkedAt), "3", .on(23))
      #expect(try fixture.judge(.unsatisfactoryNotFollowedUp) == expected, "\(isMarkedAt)")
    }
  }

  @Test func twoTwosOfOneLessonAreTwoUnits() throws {
    let fixture = try fixture(17, 18, 19)
    try fixture.addMark(1, "2", .on(16))
    #expect(try fixture.judge(.unsatisfactoryNotFollowedUp) == [0, 2, 0])
  }

  /// The next check asks of the lessons that have been held since.
  @Test func aTwoIsJudgedWhenItsLessonsAreHeld() throws {
    let fixture = try fixture(17, 18, 31)
    try fixture.settle()
    var request = CheckRequest(window: fixture.window(), rules: nil)
    let first = try Control.check(fixture.store, request)
    #expect(!first.findings.contains { $0.rule == "unsatisfactory-not-followed-up" })
    _ = try Control.register(fixture.store, first) { "\($0.count)" }
    request.window = fixture.window(asOf: 40, from: 31)
    let carried = try Control.check(fixture.store, request).findings.filter {
      $0.rule == "unsatisfactory-not-followed-up"
    }
    #expect(carried.map(\.isCarried) == [true] && carried.map(\.state) == [.new])
  }

  @Test func leftOnTheDayOfTheCheckIsLeft() throws {
    for (left, reason) in [(30, "ученик выбыл раньше, чем прошли следующие уроки"), (31, nil)] {
      let fixture = try fixture(17)
      try fixture.store.database.execute("UPDATE pupil SET left_on = \(fixture.day(left))")
      try fixture.settle()
      let told = try fixture.outcome(.unsatisfactoryNotFollowedUp).undeterminedReasons.map(\.text)
      #expect(told == [reason ?? "следующих уроков, на которых ученик был, ещё не набралось"])
    }
  }
}
