extension SchoolBuilder {
  /// Illness, leave and lateness, pupil by pupil; then every lesson's rows, or «everybody present».
  ///
  /// Absences of a day have no hole, and a part of a day is at most a half of it, so that a clean school has no
  /// contradiction whether the order of lessons is known or not.
  mutating func addAttendance() {
    var random = random(.attendance)
    var codes: [LessonPupil: SchoolTables.AttendanceCode] = [:]
    for pupil in tables.pupils { addAbsences(of: pupil, to: &codes, using: &random) }
    var rows: [[SchoolTables.Attendance]] = Array(repeating: [], count: tables.lessons.count + 1)
    for pupil in tables.pupils {
      for id in lessons(of: pupil) {
        guard let code = codes[LessonPupil(lesson: id, pupil: pupil.id)], let at = tables.lesson(id).enteredAt else {
          continue
        }
        rows[id].append(SchoolTables.Attendance(lesson: id, pupil: pupil.id, code: code, enteredAt: at))
        if code.isAbsence { absences.insert(LessonPupil(lesson: id, pupil: pupil.id)) }
      }
    }
    for lesson in tables.lessons {
      guard rows[lesson.id].isEmpty, let at = lesson.enteredAt else {
        tables.attendance += rows[lesson.id]
        continue
      }
      tables.attendance.append(SchoolTables.Attendance(lesson: lesson.id, pupil: nil, code: .present, enteredAt: at))
    }
  }

  private func lessons(of pupil: SchoolTables.Pupil) -> [Int] {
    (plan.from.number...plan.to.number).flatMap { lessons(of: pupil, on: Day(number: $0)) }
  }

  /// The pupil's lessons of a day, in order; none outside the pupil's enrolment.
  func lessons(of pupil: SchoolTables.Pupil, on day: Day) -> [Int] {
    guard pupil.isEnrolled(day) else { return [] }
    let groups = groupsOfPupil[pupil.id] ?? []
    return (lessonsOfDay[ClassDay(schoolClass: pupil.schoolClass, day: day)] ?? []).filter {
      tables.lesson($0).group.map(groups.contains) ?? true
    }
  }

  private func addAbsences(
    of pupil: SchoolTables.Pupil, to codes: inout [LessonPupil: SchoolTables.AttendanceCode],
    using random: inout SplitMix64
  ) {
    var illDays = 0
    var daysHeld = 0
    var daysMissed = 0
    var reason = SchoolTables.AttendanceCode.ill
    for number in plan.from.number...plan.to.number {
      let lessons = lessons(of: pupil, on: Day(number: number))
      guard !lessons.isEmpty else { continue }
      daysHeld += 1
      if illDays == 0, daysMissed * 6 <= daysHeld {
        switch random.below(1000) {
        case 0..<19: (illDays, reason) = (random.within(2...6), .ill)
        case 19..<35: (illDays, reason) = (1, .excused)
        case 35..<48 where lessons.count > 1:
          for id in lessons.suffix(random.within(1...lessons.count / 2)) {
            codes[LessonPupil(lesson: id, pupil: pupil.id)] = .excused
          }
        case 48..<60: codes[LessonPupil(lesson: lessons[0], pupil: pupil.id)] = .late
        default: break
        }
      }
      guard illDays > 0 else { continue }
      illDays -= 1
      daysMissed += 1
      for id in lessons { codes[LessonPupil(lesson: id, pupil: pupil.id)] = reason }
    }
  }
}
