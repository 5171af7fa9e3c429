extension FaultInjector {
  /// Final marks, plans and papers; after everything else agrees with them.
  mutating func spoilPapers(_ faults: FaultPlan) {
    changeFinalMarks(faults.finalMarksChanged)
    delayFinalMarks(faults.finalMarksLate)
    spoilPlans(faults.plansAhead)
    spoilClassHours(faults.classHoursIncomplete)
    ageClassLists(faults.classListsOld)
    loseConsents(faults.consentsMissing)
    spoilPaper(faults.paperErrors)
    forgetHolidays(faults.holidaysForgotten)
  }

  private func periodUnit(of final: SchoolTables.FinalMark) -> SchoolTables.PeriodUnit {
    SchoolTables.PeriodUnit(pupil: final.pupil, subject: final.subject, period: final.period)
  }

  /// Positions of final marks of reporting periods in a seeded order.
  private mutating func shuffledFinalMarks() -> [Int] {
    shuffled(
      tables.finalMarks.indices.filter {
        tables.finalMarks[$0].value != "ОСВ" && tables.periods[tables.finalMarks[$0].period - 1].kind != .year
      })
  }

  /// One mark better than the mean, or worse than five.
  private mutating func changeFinalMarks(_ count: Int) {
    let sums = tables.markSums()
    let positions = shuffledFinalMarks().filter { sums[periodUnit(of: tables.finalMarks[$0])] != nil }
    for position in positions.prefix(count) {
      let final = tables.finalMarks[position]
      guard let value = Int(final.value) else { continue }
      tables.finalMarks[position].value = String(value == 5 ? 4 : value + 1)
      let end = tables.periods[final.period - 1].end
      ledger.add(.finalMarkDisagrees, unit(of: periodUnit(of: final)), days: [end], brokenFrom: end)
    }
  }

  private mutating func delayFinalMarks(_ count: Int) {
    var missing: Set<Int> = []
    // One that is changed and gone would be no unit of the other rule any more.
    let changed = ledger.units(of: .finalMarkDisagrees)
    let positions = shuffledFinalMarks().filter {
      let final = tables.finalMarks[$0]
      return final.decidedAt + 2 <= to && !changed.contains(unit(of: periodUnit(of: final)))
    }
    for (ordinal, position) in positions.prefix(count).enumerated() {
      let final = tables.finalMarks[position]
      let end = tables.periods[final.period - 1].end
      var known = end + 2
      if ordinal % 3 == 0, known <= to {
        missing.insert(position)
      } else {
        let entered = final.decidedAt + random.within(2...min(6, to - final.decidedAt))
        tables.finalMarks[position].enteredAt = Moment(entered, 20, 15)
        known = min(known, entered)
      }
      ledger.add(.finalMarkLate, unit(of: periodUnit(of: final)), days: [end], brokenFrom: known)
    }
    tables.finalMarks = tables.finalMarks.enumerated().filter { !missing.contains($0.offset) }.map(\.element)
  }

  /// Plans that are three to five lessons ahead, and plans without dates.
  private mutating func spoilPlans(_ count: Int) {
    struct Course: Hashable {
      var schoolClass: Int
      var subject: Int
    }
    let courses = Dictionary(grouping: tables.plan) { Course(schoolClass: $0.schoolClass, subject: $0.subject) }
    let order = courses.keys.sorted { ($0.schoolClass, $0.subject) < ($1.schoolClass, $1.subject) }
    let chosen = shuffled(order).prefix(2 * count)
    for course in chosen.prefix(count) {
      guard var row = courses[course]?.last else { continue }
      row.date = courses[course]?.first?.date
      row.topic = "Повторение"
      for _ in 0..<random.within(3...5) {
        row.number += 1
        tables.plan.append(row)
      }
    }
    let undated = Set(chosen.dropFirst(count))
    for position in tables.plan.indices {
      let row = tables.plan[position]
      if undated.contains(Course(schoolClass: row.schoolClass, subject: row.subject)) {
        tables.plan[position].date = nil
      }
    }
  }

  private mutating func spoilClassHours(_ count: Int) {
    for position in shuffled(Array(tables.classHours.indices)).prefix(count) {
      switch random.below(3) {
      case 0: tables.classHours[position].topic = ""
      case 1: tables.classHours[position].direction = ""
      default: tables.classHours[position].attendanceTaken = false
      }
      let hour = tables.classHours[position]
      let unit = FaultLedger.Unit(schoolClass: hour.schoolClass, date: hour.date)
      ledger.add(.classHourIncomplete, unit, days: [hour.date], brokenFrom: hour.date)
    }
  }

  /// The last confirmation of the list is older than 30 days on the last day; there may be none at all.
  private mutating func ageClassLists(_ count: Int) {
    let first = tables.lessons.first?.date ?? to
    for schoolClass in shuffled(tables.classes.filter { $0.headTeacher != nil }).prefix(count) {
      let limit = to + -31 + -random.below(20)
      tables.classLists.removeAll { $0.schoolClass == schoolClass.id && limit < $0.verifiedAt.day }
      let last = tables.classLists.filter { $0.schoolClass == schoolClass.id }.map(\.verifiedAt.day).max()
      let days = (first.number...to.number).map { Day(number: $0) }
      ledger.add(
        .classListNotVerified, FaultLedger.Unit(schoolClass: schoolClass.id), days: days,
        brokenFrom: last.map { $0 + 31 } ?? first)
    }
  }

  /// One consent of a pupil was never given, or is withdrawn.
  private mutating func loseConsents(_ count: Int) {
    let first = tables.lessons.first?.date ?? to
    var lost: Set<Int> = []
    var pupils: Set<Int> = []
    for position in shuffled(Array(tables.consents.indices)) where pupils.count < count {
      let consent = tables.consents[position]
      let pupil = tables.pupil(consent.pupil)
      guard pupil.left == nil, pupil.enrolled <= first, consent.given < first, pupils.insert(pupil.id).inserted
      else { continue }
      var known = first
      if random.chance(1, of: 2) {
        lost.insert(position)
      } else {
        known = first + random.below(to - first + 1)
        tables.consents[position].withdrawn = known
      }
      let unit = FaultLedger.Unit(schoolClass: pupil.schoolClass, pupil: pupil.id)
      let days = (first.number...to.number).map { Day(number: $0) }
      ledger.add(.consentMissing, unit, days: days, brokenFrom: known)
    }
    tables.consents = tables.consents.enumerated().filter { !lost.contains($0.offset) }.map(\.element)
  }

  private mutating func spoilPaper(_ count: Int) {
    let positions = tables.paperTally.indices.filter { tables.lesson(tables.paperTally[$0].lesson).enteredAt != nil }
    for position in shuffled(positions).prefix(count) {
      if random.chance(1, of: 2) {
        tables.paperTally[position].extraMarks = 1
      } else {
        tables.paperTally[position].extraAbsences = 1
      }
      let lesson = tables.paperTally[position].lesson
      let date = tables.lesson(lesson).date
      ledger.add(.paperJournalDisagrees, unit(ofLesson: lesson), days: [date], brokenFrom: date)
    }
    tables.recountPaperTally()
  }

  private mutating func forgetHolidays(_ count: Int) {
    let long = shuffled(tables.holidays.indices.filter { tables.holidays[$0].to - tables.holidays[$0].from >= 7 })
    let forgotten = Set(long.prefix(count))
    tables.holidays = tables.holidays.enumerated().filter { !forgotten.contains($0.offset) }.map(\.element)
  }
}
