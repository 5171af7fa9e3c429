import Journal

extension ApplySession {
  /// Gives lessons their ids in order of date, so that ids, and with them the facts clustered by lesson, follow the
  /// calendar. Known lessons are brought up to date; the new ones are with the writer, to be finished.
  func assignLessons() throws -> LessonWriter {
    lessons = Array(repeating: 0, count: batch.lessons.count)
    let moments = EntryMoments(self)
    var known: [Int32: [String: KnownLesson]] = [:]
    for position in knownJournals {
      if let journal = id(position, in: journals) { known[position] = try knownLessons(of: journal) }
    }
    let calendar = try PeriodCalendar(database)
    if !batch.periods.isEmpty { try reassignPeriods(calendar) }
    var writer = try LessonWriter(database, moments)
    let days = batch.lessons.map(\.date.days)
    let order = days.indices.sorted { (days[$0], $0) < (days[$1], $1) }
    for index in order {
      let lesson = batch.lessons[index]
      if lesson.isReference {
        guard let old = known[lesson.journal]?[lesson.key] else {
          // Lists name lessons without a journal.
          if lesson.journal < 0 { lessons[index] = try findLesson(lesson.key) }
          continue
        }
        lessons[index] = old.id
        named[lesson.journal]?.name(old.id, studyClass: old.row.studyClass, day: old.row.day, hasRow: false)
        continue
      }
      let kind: FactKind = lessonKind(of: lesson.journal) == .lesson ? .lesson : .topic
      guard let row = try row(of: lesson, calendar), let slot = slot(lesson.journal, kind) else { continue }
      if let old = known[lesson.journal]?[lesson.key] {
        lessons[index] = old.id
        let change = try writer.update(old, row, lesson, at: slot.moment)
        count(change, at: lesson.place)
        if change.changed > 0 {
          note(.lessonChanged(old, row, entered: lesson.enteredAt, place: lesson.place), at: lesson.place)
        }
      } else {
        lessons[index] = writer.add(row, index, at: slot.moment)
        count(ChangeCounts(new: 1), at: lesson.place)
      }
      named[lesson.journal]?.name(lessons[index], studyClass: row.studyClass, day: row.day, hasRow: true)
      sightings[lesson.journal]?.show(
        lessons[index], day: row.day, studyClass: row.studyClass, at: slot.moment)
    }
    return writer
  }

  private func knownLessons(of journal: Int64) throws -> [String: KnownLesson] {
    let rows = try database.prepare(
      """
      SELECT key, id, gone_by IS NOT NULL, study_class, study_group, subject, teacher_set, held_on, number, period,
             is_timed, entry_by, shown_from, shown_at, is_planned
      FROM lesson WHERE journal = ?1
      """)
    try rows.bind(journal, at: 1)
    var known: [String: KnownLesson] = [:]
    while try rows.step() {
      let row = LessonRow(
        journal: journal, studyClass: rows.integer(3), group: rows.optionalInteger(4), subject: rows.integer(5),
        teacherSet: rows.integer(6), day: rows.integer(7), number: rows.optionalInteger(8),
        period: rows.optionalInteger(9), isTimed: rows.integer(10) == 1,
        isPlanned: rows.integer(14) == 1, sheet: 0)
      known[rows.text(0)] = KnownLesson(
        id: rows.integer(1), row: row, shownFrom: rows.integer(12), shownAt: rows.integer(13),
        isGone: rows.integer(2) == 1, entryBy: rows.optionalInteger(11))
    }
    return known
  }

  private func findLesson(_ key: String) throws -> Int64 {
    let find = try database.prepare("SELECT id FROM lesson WHERE key = ?1 ORDER BY id DESC")
    try find.bind(key, at: 1)
    return try find.step() ? find.integer(0) : 0
  }

  /// The row in the store's ids; nil for another school's lesson, and for one whose class, subject, group or teacher
  /// nobody knows, which is rejected.
  private func row(of lesson: LessonFact, _ calendar: PeriodCalendar) throws -> LessonRow? {
    guard let journal = id(lesson.journal, in: journals) else { return nil }
    guard let studyClass = id(lesson.studyClass, in: classes) else {
      return refuse(lesson, .studyClass, batch.classes[Int(lesson.studyClass)].key)
    }
    guard let subject = id(lesson.subject, in: subjects) else {
      return refuse(lesson, .subject, batch.subjects[Int(lesson.subject)].key)
    }
    guard lesson.group < 0 || id(lesson.group, in: groups) != nil else {
      let group = batch.groups[Int(lesson.group)]
      return refuse(lesson, .group, group.key, isElsewhere: isOfSchool(studyClass: group.studyClass) == false)
    }
    guard let teacherSet = id(lesson.teacherSet, in: teacherSets) else {
      let unknown = batch.teacherSets[Int(lesson.teacherSet)].first { id($0, in: teachers) == nil } ?? 0
      let teacher = batch.teachers[Int(unknown)]
      return refuse(
        lesson, .teacher, teacher.key, isElsewhere: !teacher.isReference && teacher.school != school)
    }
    let grade =
      batch.classes[Int(lesson.studyClass)].isReference
      ? Int(try database.integer("SELECT grade FROM study_class WHERE id = \(studyClass)") ?? 0)
      : batch.classes[Int(lesson.studyClass)].grade
    return LessonRow(
      journal: journal, studyClass: studyClass, group: id(lesson.group, in: groups), subject: subject,
      teacherSet: teacherSet, day: lesson.date.stored, number: lesson.number.map(Int64.init),
      period: id(lesson.period, in: periods) ?? calendar.period(grade: grade, day: lesson.date),
      isTimed: lesson.isTimed, isPlanned: lessonKind(of: lesson.journal) == .plannedLesson,
      sheet: sheetIds[Int(lesson.place.sheet)])
  }

  private func refuse(
    _ lesson: LessonFact, _ referent: Referent, _ key: String, isElsewhere: Bool = false
  ) -> LessonRow? {
    rejectUnknown(referent, key, isElsewhere: isElsewhere, at: lesson.place)
    return nil
  }

  private func reassignPeriods(_ calendar: PeriodCalendar) throws {
    let rows = try database.prepare(
      """
      SELECT l.id, c.grade, l.held_on, l.period FROM lesson l JOIN study_class c ON c.id = l.study_class
      LEFT JOIN period p ON p.id = l.period WHERE l.period IS NULL OR p.start_day IS NOT NULL
      """)
    var moved: [(lesson: Int64, period: Int64?)] = []
    while try rows.step() {
      let period = calendar.period(grade: Int(rows.integer(1)), day: CivilDate(days: Int32(rows.integer(2))))
      if period != rows.optionalInteger(3) { moved.append((rows.integer(0), period)) }
    }
    let update = try database.prepare("UPDATE lesson SET period = ?2 WHERE id = ?1")
    for (lesson, period) in moved {
      try update.bind(lesson, at: 1)
      try update.bind(period, at: 2)
      try update.run()
    }
  }
}
