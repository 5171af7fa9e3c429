extension FaultInjector {
  /// A pupil who missed a whole day becomes present at one lesson in its middle.
  mutating func contradict(_ count: Int) {
    var left = count
    var usedDays: Set<SchoolBuilder.ClassDay> = []
    for position in shuffled(Array(tables.attendance.indices)) where left > 0 {
      let row = tables.attendance[position]
      guard let pupilID = row.pupil, row.code.isAbsence else { continue }
      let pupil = tables.pupil(pupilID)
      let day = tables.lesson(row.lesson).date
      let lessons = index.lessons(of: pupil, on: day, in: tables)
      let classDay = SchoolBuilder.ClassDay(schoolClass: pupil.schoolClass, day: day)
      guard lessons.count >= 5, !usedDays.contains(classDay), let place = lessons.firstIndex(of: row.lesson),
        (1..<lessons.count - 1).contains(place), !hasWrittenWork(row.lesson),
        lessons.allSatisfy({ isAbsent(pupilID, at: $0) && !lockedLessons.contains($0) })
      else { continue }
      if (index.attendance[row.lesson] ?? []).count == 1 {
        tables.attendance[position].pupil = nil
        tables.attendance[position].code = .present
      } else {
        removedAttendance.insert(position)
      }
      usedDays.insert(classDay)
      lockedLessons.formUnion(index.lessonsOfDay[classDay] ?? [])
      let unit = FaultLedger.Unit(
        schoolClass: pupil.schoolClass, date: day, pupil: pupilID)
      ledger.add(.attendanceContradiction, unit, days: [day], brokenFrom: day)
      left -= 1
    }
  }

  func isAbsent(_ pupil: Int, at lesson: Int) -> Bool {
    (index.attendance[lesson] ?? []).contains {
      tables.attendance[$0].pupil == pupil && tables.attendance[$0].code.isAbsence && !removedAttendance.contains($0)
    }
  }

  /// No login of the pupil, or of the pupil's parents, in the whole span.
  mutating func silencePupils(_ count: Int, role: SchoolTables.Login.Role) {
    let rule = role == .pupil ? FaultLedger.Rule.pupilNotParticipating : .parentNotParticipating
    let first = tables.lessons.first?.date ?? to
    var silent: Set<Int> = []
    for pupil in shuffled(tables.pupils).prefix(count) {
      silent.insert(pupil.id)
      let (from, until) = (max(first, pupil.enrolled), min(to, pupil.left ?? to))
      let unit = FaultLedger.Unit(schoolClass: pupil.schoolClass, pupil: pupil.id)
      ledger.add(rule, unit, days: (from.number...until.number).map { Day(number: $0) }, brokenFrom: from)
    }
    tables.logins.removeAll { $0.role == role && silent.contains($0.person) }
  }
}
