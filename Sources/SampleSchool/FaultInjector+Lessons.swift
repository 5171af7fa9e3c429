extension FaultInjector {
  func unit(ofLesson id: Int) -> FaultLedger.Unit {
    let lesson = tables.lesson(id)
    return FaultLedger.Unit(
      schoolClass: lesson.schoolClass, subject: lesson.subject, teachers: [lesson.teacher], date: lesson.date,
      lesson: id)
  }

  /// Teachers who give no marks and have few lessons stop keeping the journal: nothing of theirs is ever entered.
  mutating func silenceTeachers(_ count: Int) {
    let weeks = max(1, (to - (tables.lessons.first?.date ?? to)) / 7)
    var lessons: [Int: [Int]] = [:]
    for lesson in tables.lessons { lessons[lesson.teacher, default: []].append(lesson.id) }
    let candidates = lessons.keys.sorted().filter { teacher in
      guard let own = lessons[teacher], own.count <= weeks * 4 else { return false }
      return own.allSatisfy { index.works[$0] == nil }
    }
    for teacher in shuffled(candidates).prefix(count) {
      guard let own = lessons[teacher], let first = own.first else { continue }
      for id in own { forget(id) }
      let days = own.map { tables.lesson($0).date }
      ledger.add(
        .teacherInactive, FaultLedger.Unit(teachers: [teacher]), days: days, brokenFrom: tables.lesson(first).date)
    }
  }

  /// Lessons without works and without absent pupils are never entered.
  mutating func forgetLessons(_ count: Int) {
    for id in takeLessons(count, from: freeLessons().filter { index.works[$0.id] == nil }) { forget(id) }
  }

  private mutating func forget(_ id: Int) {
    lockedLessons.insert(id)
    let date = tables.lesson(id).date
    ledger.add(.lessonNotEntered, unit(ofLesson: id), days: [date], brokenFrom: date)
    tables.lessons[id - 1].enteredAt = nil
    tables.lessons[id - 1].topic = ""
    tables.lessons[id - 1].homework = ""
    removedAttendance.formUnion(index.attendance[id] ?? [])
  }

  /// Lessons without written works are entered one to nine days late, with everything that belongs to them.
  mutating func delayLessons(_ count: Int) {
    let candidates = freeLessons().filter { $0.date + 9 <= to && !hasWrittenWork($0.id) }
    for id in takeLessons(count, from: candidates) {
      let date = tables.lesson(id).date
      // Most teachers notice within two days, some when they are told.
      let delay = random.chance(3, of: 5) ? random.within(1...2) : random.within(3...9)
      let shift = delay * 86_400
      ledger.add(.lessonNotEntered, unit(ofLesson: id), days: [date], brokenFrom: date, mended: date + delay)
      ledger.add(.lessonEnteredLate, unit(ofLesson: id), days: [date], brokenFrom: date + delay)
      tables.lessons[id - 1].enteredAt = tables.lesson(id).enteredAt.map { $0 + shift }
      for position in index.attendance[id] ?? [] {
        tables.attendance[position].enteredAt = tables.attendance[position].enteredAt + shift
      }
      for work in index.works[id] ?? [] {
        for position in index.marksOfWork[tables.works[work].id] ?? [] {
          tables.marks[position].enteredAt = tables.marks[position].enteredAt + shift
        }
      }
    }
  }

  /// Topics that are empty or filler; safety briefings stay.
  mutating func dropTopics(_ count: Int) {
    let candidates = freeLessons().filter { !$0.topic.contains("Инструктаж") && !hasWrittenWork($0.id) }
    for (ordinal, id) in takeLessons(count, from: candidates, disturbing: false).enumerated() {
      let date = tables.lesson(id).date
      let filler = random.pick(["", "", ".", "...", "-"])
      let mended = date + random.within(4...13)
      if ordinal % 3 == 0, mended <= to {
        tables.lessons[id - 1].draftTopic = filler
        tables.lessons[id - 1].topicMendedAt = Moment(mended, 16)
        ledger.add(.lessonWithoutTopic, unit(ofLesson: id), days: [date], brokenFrom: date, mended: mended)
      } else {
        tables.lessons[id - 1].topic = filler
        ledger.add(.lessonWithoutTopic, unit(ofLesson: id), days: [date], brokenFrom: date)
      }
    }
  }

  /// Lessons lose their «everybody present».
  mutating func dropAttendance(_ count: Int) {
    for id in takeLessons(count, from: freeLessons(), disturbing: false) {
      let date = tables.lesson(id).date
      removedAttendance.formUnion(index.attendance[id] ?? [])
      ledger.add(.attendanceNotRecorded, unit(ofLesson: id), days: [date], brokenFrom: date)
    }
  }

  /// Lessons that no fault uses and at which everybody was present.
  func freeLessons() -> [SchoolTables.Lesson] {
    tables.lessons.filter { !lockedLessons.contains($0.id) && isEverybodyPresent($0.id) }
  }

  /// Chooses lessons for a fault and locks them.
  ///
  /// - Parameter disturbing: the lesson loses its day of entry; at most a third of a teacher's half-month may.
  mutating func takeLessons(
    _ count: Int, from candidates: [SchoolTables.Lesson], disturbing: Bool = true
  ) -> [Int] {
    var chosen: [Int] = []
    for lesson in shuffled(candidates) where chosen.count < count {
      let half = TeacherHalf(teacher: lesson.teacher, start: lesson.date.halfMonthStart)
      if disturbing {
        guard (disturbed[half, default: 0] + 1) * 3 <= lessonsOfTeacher[half, default: 0] else { continue }
        disturbed[half, default: 0] += 1
      }
      lockedLessons.insert(lesson.id)
      chosen.append(lesson.id)
    }
    return chosen.sorted()
  }

  func isEverybodyPresent(_ id: Int) -> Bool {
    let rows = index.attendance[id] ?? []
    return rows.count == 1 && tables.attendance[rows[0]].pupil == nil
  }

  func hasWrittenWork(_ id: Int) -> Bool {
    (index.works[id] ?? []).contains { tables.works[$0].isWritten }
  }
}
