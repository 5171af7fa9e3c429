extension FaultInjector {
  /// Lessons and marks; after all other faults, so that these stay as they are without them.
  mutating func breakFurther(_ faults: FaultPlan) {
    dropHomework(faults.homeworkMissing)
    takeMarks(faults.pupilsWithTwoMarks, leaving: 2)
    leaveTwos(faults.twosLeft)
    hideReasons(faults.reasonsMissing)
    dropBriefings(faults.briefingsMissing)
    markUngraded(faults.marksInUngradedClasses)
  }

  /// Homework that is empty or filler; never in grade 1, with a written work or on the last day of the course in a period.
  private mutating func dropHomework(_ count: Int) {
    struct CoursePeriod: Hashable {
      var schoolClass: Int
      var subject: Int
      var period: Int?
    }
    func course(_ lesson: SchoolTables.Lesson) -> CoursePeriod {
      let period = tables.reportingPeriod(ofClass: lesson.schoolClass, on: lesson.date)
      return CoursePeriod(schoolClass: lesson.schoolClass, subject: lesson.subject, period: period?.id)
    }
    let courses = Dictionary(grouping: tables.lessons, by: course)
    // Of a course in groups the last lesson of either may be the last.
    let lastDays = courses.mapValues { lessons in
      Set(Dictionary(grouping: lessons, by: \.group).values.compactMap { $0.map(\.date).max() })
    }
    let candidates = freeLessons().filter { lesson in
      tables.schoolClass(lesson.schoolClass).grade > 1 && !lesson.homework.isEmpty && !hasWrittenWork(lesson.id)
        && lastDays[course(lesson)]?.contains(lesson.date) == false
    }
    for id in takeLessons(count, from: candidates, disturbing: false) {
      let date = tables.lesson(id).date
      tables.lessons[id - 1].homework = random.pick(["", "", "-", "."])
      ledger.add(.lessonWithoutHomework, unit(ofLesson: id), days: [date], brokenFrom: date)
    }
  }

  /// A mark becomes 2, and the pupil's marks after it in the period are gone; two others stay.
  private mutating func leaveTwos(_ count: Int) {
    var left = count
    for position in shuffled(Array(tables.marks.indices)) where left > 0 {
      let mark = tables.marks[position]
      let lesson = lesson(ofMark: position)
      guard !removedMarks.contains(mark.id), !lockedLessons.contains(lesson),
        let unit = periodUnit(pupil: mark.pupil, lesson: lesson), !lockedUnits.contains(unit)
      else { continue }
      let later = (index.marksOfUnit[unit] ?? []).filter { self.lesson(ofMark: $0) > lesson }
      guard later.count <= 4, marksLeft[unit, default: 0] - later.count >= 2,
        !later.contains(where: { lockedLessons.contains(self.lesson(ofMark: $0)) })
      else { continue }
      for position in later { remove(markAt: position) }
      marksLeft[unit, default: 0] -= later.count
      lockedUnits.insert(unit)
      tables.marks[position].value = 2
      left -= 1
    }
  }

  /// Absences lose their reason.
  private mutating func hideReasons(_ count: Int) {
    var left = count
    for position in shuffled(Array(tables.attendance.indices)) where left > 0 {
      let row = tables.attendance[position]
      guard let pupil = row.pupil, row.code.isAbsence, !removedAttendance.contains(position) else { continue }
      tables.attendance[position].code = .absent
      var unit = unit(ofLesson: row.lesson)
      unit.pupil = pupil
      let date = tables.lesson(row.lesson).date
      ledger.add(.absenceReasonMissing, unit, days: [date], brokenFrom: date + 8)
      left -= 1
    }
  }

  private mutating func dropBriefings(_ count: Int) {
    let prefix = "Инструктаж по охране труда. "
    let lessons = tables.lessons.filter { $0.topic.hasPrefix(prefix) && !lockedLessons.contains($0.id) }
    for lesson in shuffled(lessons).prefix(count) {
      lockedLessons.insert(lesson.id)
      tables.lessons[lesson.id - 1].topic = String(lesson.topic.dropFirst(prefix.count))
    }
  }

  /// Marks in grade 1 and in ungraded subjects, each of a work of its own.
  private mutating func markUngraded(_ count: Int) {
    let lessons = freeLessons().filter { !tables.isGraded(subject: $0.subject, schoolClass: $0.schoolClass) }
    for lesson in shuffled(lessons).prefix(count) {
      let pupils = tables.pupils.filter { pupil in
        pupil.schoolClass == lesson.schoolClass && pupil.isEnrolled(lesson.date)
          && (lesson.group.map { index.groupsOfPupil[pupil.id]?.contains($0) ?? false } ?? true)
      }
      guard !pupils.isEmpty, let entered = lesson.enteredAt else { continue }
      let pupil = random.pick(pupils)
      lockedLessons.insert(lesson.id)
      let work = SchoolTables.Work(
        id: tables.works.count + 1, lesson: lesson.id, kind: "Ответ на уроке", isWritten: false)
      let mark = SchoolTables.Mark(
        id: (tables.marks.last?.id ?? 0) + 1, work: work.id, pupil: pupil.id, value: random.within(3...5),
        enteredAt: entered + 60)
      tables.works.append(work)
      tables.marks.append(mark)
      var unit = unit(ofLesson: lesson.id)
      (unit.pupil, unit.work, unit.mark) = (pupil.id, work.id, mark.id)
      ledger.add(.markInUngradedClass, unit, days: [lesson.date], brokenFrom: lesson.date)
    }
  }
}
