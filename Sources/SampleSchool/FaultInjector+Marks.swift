extension FaultInjector {
  /// Pupils lose their marks in a subject and period, all, all but one, or all but as many as no rule of these tells.
  mutating func takeMarks(_ count: Int, leaving kept: Int) {
    let rule: FaultLedger.Rule? = kept == 0 ? .pupilWithoutMarks : kept == 1 ? .pupilWithOneMark : nil
    let units = index.marksOfUnit.keys.sorted {
      ($0.pupil, $0.subject, $0.period) < ($1.pupil, $1.subject, $1.period)
    }
    var left = count
    for unit in shuffled(units) where left > 0 {
      var positions = shuffled(index.marksOfUnit[unit] ?? [])
      guard !lockedUnits.contains(unit), positions.count > kept, positions.count == marksLeft[unit],
        !positions.contains(where: { lockedLessons.contains(lesson(ofMark: $0)) })
      else { continue }
      positions.removeLast(kept)
      for position in positions { remove(markAt: position) }
      marksLeft[unit] = kept
      lockedUnits.insert(unit)
      let period = tables.periods[unit.period - 1]
      let days = (period.start.number...min(period.end, to).number).map { Day(number: $0) }
      if let rule { ledger.add(rule, self.unit(of: unit), days: days, brokenFrom: min(period.end, to)) }
      left -= 1
    }
  }

  /// The teachers are those of the pupil's own lessons of the subject in the period.
  func unit(of unit: SchoolTables.PeriodUnit) -> FaultLedger.Unit {
    let pupil = tables.pupil(unit.pupil)
    let period = tables.periods[unit.period - 1]
    let groups = index.groupsOfPupil[pupil.id] ?? []
    let teachers = tables.lessons.filter { lesson in
      lesson.schoolClass == pupil.schoolClass && lesson.subject == unit.subject && period.contains(lesson.date)
        && (lesson.group.map(groups.contains) ?? true)
    }.map(\.teacher)
    return FaultLedger.Unit(
      schoolClass: pupil.schoolClass, subject: unit.subject, teachers: Set(teachers).sorted(), period: unit.period,
      pupil: pupil.id)
  }

  func lesson(ofMark position: Int) -> Int { index.lessonOfWork[tables.marks[position].work] ?? 0 }

  /// A removed mark of a written work is overdue from the ninth day on.
  mutating func remove(markAt position: Int) {
    let mark = tables.marks[position]
    removedMarks.insert(mark.id)
    guard let work = tables.works.indices.contains(mark.work - 1) ? tables.works[mark.work - 1] : nil else { return }
    if work.isWritten { addOverdue(pupil: mark.pupil, work: work) }
  }

  private mutating func addOverdue(pupil: Int, work: SchoolTables.Work) {
    var unit = unit(ofLesson: work.lesson)
    unit.pupil = pupil
    unit.work = work.id
    let date = tables.lesson(work.lesson).date
    ledger.add(.writtenWorkOverdue, unit, days: [date], brokenFrom: date + 8)
  }

  /// All marks of a written work come a week and more after the lesson.
  mutating func delayWorks(_ count: Int) {
    var left = count
    let candidates = tables.works.filter { $0.isWritten && tables.lesson($0.lesson).date + 13 <= to }
    for work in shuffled(candidates) where left > 0 && !lockedLessons.contains(work.lesson) {
      lockedLessons.insert(work.lesson)
      let entered = Moment(tables.lesson(work.lesson).date + random.within(8...13), 19, 40)
      for position in index.marksOfWork[work.id] ?? [] where !removedMarks.contains(tables.marks[position].id) {
        tables.marks[position].enteredAt = entered
        addOverdue(pupil: tables.marks[position].pupil, work: work)
      }
      left -= 1
    }
  }

  /// Single marks of written works are missing; the pupils keep at least two others.
  mutating func loseWrittenMarks(_ count: Int) {
    var left = count
    for position in shuffled(Array(tables.marks.indices)) where left > 0 {
      let mark = tables.marks[position]
      let work = tables.works[mark.work - 1]
      guard work.isWritten, !removedMarks.contains(mark.id), !lockedLessons.contains(work.lesson),
        tables.lesson(work.lesson).date + 8 <= to, let unit = periodUnit(pupil: mark.pupil, lesson: work.lesson),
        !lockedUnits.contains(unit), marksLeft[unit, default: 0] > 2
      else { continue }
      marksLeft[unit, default: 0] -= 1
      lockedUnits.insert(unit)
      remove(markAt: position)
      left -= 1
    }
  }

  /// Pupils get a mark at a lesson from which they are absent.
  mutating func markAbsentPupils(_ count: Int) {
    var left = count
    for position in shuffled(Array(tables.attendance.indices)) where left > 0 {
      let row = tables.attendance[position]
      guard let pupil = row.pupil, row.code.isAbsence, !removedAttendance.contains(position),
        !lockedLessons.contains(row.lesson), !hasWrittenWork(row.lesson),
        let work = index.works[row.lesson]?.first.map({ tables.works[$0] }),
        let unit = periodUnit(pupil: pupil, lesson: row.lesson), !lockedUnits.contains(unit),
        marksLeft[unit, default: 0] >= 2
      else { continue }
      let id = (tables.marks.last?.id ?? 0) + 1
      lockedUnits.insert(unit)
      lockedLessons.insert(row.lesson)
      tables.marks.append(
        SchoolTables.Mark(
          id: id, work: work.id, pupil: pupil, value: random.within(3...5), enteredAt: row.enteredAt + 120))
      var broken = self.unit(ofLesson: row.lesson)
      (broken.pupil, broken.work, broken.mark) = (pupil, work.id, id)
      let date = tables.lesson(row.lesson).date
      ledger.add(.markWithAbsence, broken, days: [date], brokenFrom: date)
      left -= 1
    }
  }
}
