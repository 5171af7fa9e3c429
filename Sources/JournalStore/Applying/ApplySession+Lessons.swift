import Journal

extension ApplySession {
  /// Lessons in order of date, so that ids, and with them the facts clustered by lesson, follow the calendar.
  func applyLessons() throws {
    lessons = Array(repeating: 0, count: batch.lessons.count)
    let moments = EntryMoments(self)
    var known: [Int32: [String: KnownLesson]] = [:]
    for position in batch.journals.indices {
      guard let slot = slot(Int32(position), .lesson), !slot.isFirst, let journal = id(Int32(position), in: journals)
      else { continue }
      known[Int32(position)] = try knownLessons(of: journal)
    }
    let calendar = try PeriodCalendar(database)
    if !batch.periods.isEmpty { try reassignPeriods(calendar) }
    var writer = try LessonWriter(database)
    let order = batch.lessons.indices.sorted {
      (batch.lessons[$0].date.days, $0) < (batch.lessons[$1].date.days, $1)
    }
    for index in order {
      let lesson = batch.lessons[index]
      if lesson.isReference {
        lessons[index] = try findLesson(lesson.key)
        if lessons[index] != 0 { try writer.widen(lessons[index], moments, index) }
        continue
      }
      guard let row = try row(of: lesson, calendar) else { continue }
      guard let slot = slot(lesson.journal, .lesson) else { continue }
      if let old = known[lesson.journal]?.removeValue(forKey: lesson.key) {
        lessons[index] = old.id
        let isChanged = try writer.update(old, row, lesson.place, moments, index, isNewest: isNewest)
        if isChanged { count(ChangeCounts(changed: 1), at: lesson.place) }
      } else {
        lessons[index] = writer.add(row, index, slot)
        count(ChangeCounts(new: 1), at: lesson.place)
      }
    }
    try writer.finish(batch.lessons, moments)
    for (position, rest) in known.sorted(by: { $0.key < $1.key }) {
      guard let slot = slot(position, .lesson), let journal = id(position, in: journals) else { continue }
      try endLessons(rest.values.filter { !$0.isGone }.map(\.id).sorted(), slot)
      try showLessons(of: journal, at: slot.moment)
    }
  }

  private func knownLessons(of journal: Int64) throws -> [String: KnownLesson] {
    let rows = try database.prepare(
      """
      SELECT key, id, gone_by IS NOT NULL, study_class, study_group, subject, teacher_set, held_on, number, period,
             is_timed, entry_by
      FROM lesson WHERE journal = ?1
      """)
    try rows.bind(journal, at: 1)
    var known: [String: KnownLesson] = [:]
    while try rows.step() {
      let row = LessonRow(
        journal: journal, studyClass: rows.integer(3), group: rows.optionalInteger(4), subject: rows.integer(5),
        teacherSet: rows.integer(6), day: rows.integer(7), number: rows.optionalInteger(8),
        period: rows.optionalInteger(9), isTimed: rows.integer(10) == 1, sheet: 0)
      known[rows.text(0)] = KnownLesson(
        id: rows.integer(1), row: row, isGone: rows.integer(2) == 1, entryBy: rows.optionalInteger(11))
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
      return refuse(lesson, "класс", batch.classes, at: lesson.studyClass, \.key)
    }
    guard let subject = id(lesson.subject, in: subjects) else {
      return refuse(lesson, "предмет", batch.subjects, at: lesson.subject, \.key)
    }
    guard lesson.group < 0 || id(lesson.group, in: groups) != nil else {
      return refuse(lesson, "группа", batch.groups, at: lesson.group, \.key)
    }
    guard let teacherSet = id(lesson.teacherSet, in: teacherSets) else {
      let unknown = batch.teacherSets[Int(lesson.teacherSet)].first { id($0, in: teachers) == nil } ?? 0
      return refuse(lesson, "учитель", batch.teachers, at: unknown, \.key)
    }
    let grade =
      batch.classes[Int(lesson.studyClass)].isReference
      ? Int(try database.integer("SELECT grade FROM study_class WHERE id = \(studyClass)") ?? 0)
      : batch.classes[Int(lesson.studyClass)].grade
    return LessonRow(
      journal: journal, studyClass: studyClass, group: id(lesson.group, in: groups), subject: subject,
      teacherSet: teacherSet, day: lesson.date.stored, number: lesson.number.map(Int64.init),
      period: id(lesson.period, in: periods) ?? calendar.period(grade: grade, day: lesson.date),
      isTimed: lesson.isTimed, sheet: sheetIds[Int(lesson.place.sheet)])
  }

  private func refuse<Entity>(
    _ lesson: LessonFact, _ what: String, _ entities: [Entity], at position: Int32, _ key: KeyPath<Entity, String>
  ) -> LessonRow? {
    let name = position >= 0 ? entities[Int(position)][keyPath: key] : ""
    reject(
      lesson.place, raw: name, "\(what) «\(name)» не найден в выгрузке и в хранилище",
      hint: "Загрузите вместе с уроками таблицы классов, групп, предметов и учителей.")
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

  /// Lessons that this snapshot does not show any more. An older snapshot ends nothing: they came later.
  private func endLessons(_ ids: [Int64], _ slot: SnapshotSlot) throws {
    guard slot.next == nil else { return }
    let end = try database.prepare("UPDATE lesson SET gone_from = ?2, gone_by = ?3 WHERE id = ?1")
    for lesson in ids {
      try end.bind(lesson, at: 1)
      try end.bind(slot.previous ?? 0, at: 2)
      try end.bind(slot.moment, at: 3)
      try end.run()
    }
    outcome.changes[Int(slot.file)].vanished += ids.count
  }

  private func showLessons(of journal: Int64, at moment: Int64) throws {
    let show = try database.prepare(
      "UPDATE lesson SET shown_at = ?2 WHERE journal = ?1 AND gone_by IS NULL AND shown_at < ?2")
    try show.bind(journal, at: 1)
    try show.bind(moment, at: 2)
    try show.run()
  }
}
