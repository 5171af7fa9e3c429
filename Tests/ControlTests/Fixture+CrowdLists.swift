import Journal

@testable import Control

/// More of the crowd: what lists, snapshots and stays say of what is missing.
extension Fixture {
  func addCrowdLists(_ asOf: Int) throws {
    try addTwos(asOf)
    try addJoinedPupils()
    try addMissingFinalMarks()
    try addPlannedLessons(asOf)
  }

  /// The ways of a pupil to be in a class or a group while lessons go by after a mark 2.
  private func addTwos(_ asOf: Int) throws {
    let stays = [
      "name = name", "enrolled_on = \(day(asOf - 20))", "enrolled_on = \(day(asOf - 10))", "left_on = \(day(asOf + 5))",
      "left_on = \(day(asOf - 8))", "class_from = \(day(asOf - 20))", "class_from = \(day(asOf - 10))",
      "gone_by = \(noon(asOf + 5))", "gone_by = \(noon(asOf - 1))",
    ]
    let memberships: [(Int?, Int?)] = [(nil, nil), (asOf - 20, nil), (asOf - 10, nil), (nil, asOf + 5), (1, asOf - 8)]
    // All lessons shown; the second not shown by its marks, or by its attendance.
    for (index, hidden) in [FactKind?.none, .mark, .attendance].enumerated() {
      let studyClass = try addClass(grade: 7, letter: "Д\(index)")
      let subjects = [try addSubject("История \(index)"), try addSubject("Немецкий язык \(index)")]
      let group = try addGroup(studyClass: studyClass)
      let days = [asOf - 13, asOf - 11, asOf - 9, asOf - 7, asOf - 5]
      let lessons = try subjects.map { subject in
        try days.map {
          try addLesson(
            $0, studyClass: studyClass, group: subject == subjects[1] ? group : nil, subject: subject, entry: .on($0))
        }
      }
      if let hidden {
        try store.database.execute(
          "UPDATE coverage SET from_day = \(day(asOf - 10)) WHERE kind = \(hidden.rawValue) AND study_class = \(studyClass)"
        )
      }
      for (number, stay) in stays.enumerated() {
        let pupil = try addPupil("Двоечник \(index) \(number)", studyClass: studyClass)
        try store.database.execute("UPDATE pupil SET \(stay) WHERE id = \(pupil)")
        try addMark(lessons[0][0], "2", .on(asOf - 13), pupil: pupil)
      }
      for (number, (from, to)) in memberships.enumerated() {
        let pupil = try addPupil("Двоечник группы \(index) \(number)", studyClass: studyClass)
        try insert("membership", [group, pupil, from.map(day) ?? 0, to.map(day)])
        try addMark(lessons[1][0], "2", .on(asOf - 13), pupil: pupil)
      }
      guard hidden == nil else { continue }
      try addAbsentTwos(asOf, lessons[0], studyClass: studyClass, subject: subjects[0])
    }
  }

  /// Absences and later marks that may stand or not, and exemptions that may hold.
  private func addAbsentTwos(_ asOf: Int, _ lessons: [Int64], studyClass: Int64, subject: Int64) throws {
    let absences: [(ExampleEntry, (Int, Int)?)] = [
      (.on(asOf - 9), nil), (.on(asOf - 9), (asOf - 2, asOf + 4)), (.on(asOf - 9), (asOf + 2, asOf + 5)),
      (.between(asOf - 4, asOf + 4), nil),
    ]
    for (number, (entry, gone)) in absences.enumerated() {
      for mark in [String?.none, "4"] {
        let pupil = try addPupil("Отсутствовавший \(number) \(mark ?? "")", studyClass: studyClass)
        try addMark(lessons[0], "2", .on(asOf - 13), pupil: pupil)
        try addAttendance(lessons[2], .absent, entry, pupil: pupil, gone: gone)
        if let mark { try addMark(lessons[4], mark, .on(asOf - 5), pupil: pupil) }
      }
    }
    for (number, days) in [(Int?.none, Int?.none), (3, asOf - 14), (3, asOf + 9), (asOf - 12, nil)].enumerated() {
      for gone in [(Int, Int)?.none, (asOf - 2, asOf + 4)] {
        let pupil = try addPupil("Освобождаемый \(number)", studyClass: studyClass)
        try addMark(lessons[0], "2", .on(asOf - 13), pupil: pupil)
        try addExemption(
          pupil: pupil, subject: subject, from: days.0, to: days.1,
          gone == nil ? .between(asOf - 4, asOf + 4) : .on(asOf - 9))
        if let gone {
          try store.database.execute(
            "UPDATE exemption SET gone_from = \(noon(gone.0)), gone_by = \(noon(gone.1)) WHERE pupil = \(pupil)")
        }
      }
    }
  }

  /// First lessons of subjects that need a briefing, without texts, of journals with a planning: listed there throughout,
  /// for a while, not at all; and of a class whose homework the planning does not show.
  private func addPlannedLessons(_ asOf: Int) throws {
    let evening = LocalMoment.evening(of: RuleExample.date(90)).seconds
    for (index, hidden) in [FactKind?.none, .homework, .lesson].enumerated() {
      let journal = try addJournal([.timedExample, .lessonPlanning])
      try addSnapshot(90, journal: journal)
      // It shows the class below only, and one of its lessons throughout.
      try store.database.execute("DELETE FROM coverage WHERE journal = \(journal)")
      let studyClass = try addClass(grade: 9, letter: "П\(index)")
      if let hidden {
        try store.database.execute(
          "DELETE FROM coverage WHERE kind = \(hidden.rawValue) AND study_class = \(studyClass) AND journal = \(journal)"
        )
      }
      for (number, end) in [Int64?.some(evening), noon(asOf - 5), nil].enumerated() {
        let subject = try addSubject("Химия \(index) \(number)")
        try store.database.execute("UPDATE subject SET needs_briefing = 1 WHERE id = \(subject)")
        let lesson = try addLesson(
          asOf - 9, studyClass: studyClass, subject: subject, journal: journal, entry: .on(asOf - 9))
        if let end { try insert("listing", [journal, 4, lesson, noon(asOf - 10), end]) }
      }
    }
  }

  /// One pupil of two sources, of which only the second tells logins.
  private func addJoinedPupils() throws {
    let silent = try addClass(grade: 6, letter: "И")
    try store.database.execute("DELETE FROM coverage WHERE kind = 8 AND study_class = \(silent)")
    let first = try addPupil("Двойной", studyClass: silent)
    let second = try addPupil("Двойной", studyClass: addClass(grade: 6, letter: "К"))
    try store.database.execute("UPDATE pupil SET same_as = \(first) WHERE id = \(second)")
  }

  /// Pupils without a final mark: seen and not seen by the snapshot that would prove it. The first journal does not show the
  /// period.
  private func addMissingFinalMarks() throws {
    let studyClass = try addClass(grade: 5, letter: "Ф")
    let subject = try addSubject("Физика Ф")
    try addLesson(5, studyClass: studyClass, subject: subject, journal: 2, entry: .on(5))
    let evening = LocalMoment.evening(of: RuleExample.date(90)).seconds
    try addPupil("Без итога", studyClass: studyClass)
    for (journal, kind, moment, isNamed) in [
      (2, 2, evening, 0), (1, 2, evening, 0), (2, 4, evening, 0), (2, 2, evening - 86_400, 0), (2, 2, evening, 1),
    ] {
      let pupil = try addPupil("Без итога \(journal) \(kind) \(isNamed)", studyClass: studyClass)
      try insert("sighting", [journal, kind, pupil, moment, isNamed])
    }
    try addPupil("Не перечисленный", studyClass: studyClass)
  }

  /// After `settle`, which lists everybody: somebody whom no list names.
  func leaveOutOfLists() throws {
    try store.database.execute(
      "DELETE FROM listing WHERE kind = 2 AND item IN (SELECT id FROM pupil WHERE name = 'Не перечисленный')")
  }
}
