extension SchoolBuilder {
  /// Final marks of every period that ended, on its last school day, and of the year from them.
  mutating func addFinalMarks() {
    var random = random(.papers)
    let sums = tables.markSums()
    for schoolClass in tables.classes {
      let subjects = Set(courses.filter { $0.schoolClass == schoolClass.id }.map(\.subject)).sorted()
        .filter { tables.isGraded(subject: $0, schoolClass: schoolClass.id) }
      let periods = tables.reportingPeriods(ofClass: schoolClass.id).filter { $0.end <= plan.to }
      let year = tables.periods.first {
        $0.school == schoolClass.school && $0.kind == .year && $0.end <= plan.to
      }
      for pupil in tables.pupils where pupil.schoolClass == schoolClass.id {
        for subject in subjects {
          var finals: [Int] = []
          for period in periods where pupil.isEnrolled(period.end) {
            let sum = sums[SchoolTables.PeriodUnit(pupil: pupil.id, subject: subject, period: period.id)]
            let value = sum?.rounded
            if let value { finals.append(value) }
            addFinal(pupil: pupil, subject: subject, period: period, value: value, using: &random)
          }
          if let year, pupil.isEnrolled(year.end) {
            let value = finals.isEmpty ? nil : MarkSum(total: finals.reduce(0, +), count: finals.count).rounded
            addFinal(pupil: pupil, subject: subject, period: year, value: value, using: &random)
          }
        }
      }
    }
  }

  /// An exempt pupil gets ОСВ; without marks there is no final mark.
  private mutating func addFinal(
    pupil: SchoolTables.Pupil, subject: Int, period: SchoolTables.Period, value: Int?, using random: inout SplitMix64
  ) {
    let isExempt = exempt.contains(PupilSubject(pupil: pupil.id, subject: subject))
    guard let text = isExempt ? "ОСВ" : value.map(String.init) else { return }
    var decided = period.end
    while !calendar.isSchoolDay(decided, sixDays: false) { decided = decided + -1 }
    let entered = Moment(decided, 21, 10) + random.below(3600)
    tables.finalMarks.append(
      SchoolTables.FinalMark(
        pupil: pupil.id, subject: subject, period: period.id, value: text, decidedAt: decided, enteredAt: entered))
  }
}

/// The sum and the number of some marks.
struct MarkSum {
  var total = 0
  var count = 0

  /// The mean, halves up, in integers.
  var rounded: Int { (2 * total + count) / (2 * count) }
}

extension SchoolTables {
  /// What the rules about accumulation judge.
  struct PeriodUnit: Hashable {
    var pupil: Int
    var subject: Int
    var period: Int
  }

  /// The reporting period of a class that holds a day.
  func reportingPeriod(ofClass id: Int, on day: Day) -> Period? {
    let (school, grade) = (schoolClass(id).school, schoolClass(id).grade)
    return periods.first {
      $0.school == school && $0.kind != .year && $0.grades.contains(grade) && $0.contains(day)
    }
  }

  func markSums() -> [PeriodUnit: MarkSum] {
    var lessonOfWork: [Int: Int] = [:]
    for work in works { lessonOfWork[work.id] = work.lesson }
    var periodOfLesson = Array(repeating: 0, count: lessons.count + 1)
    for lesson in lessons {
      periodOfLesson[lesson.id] = reportingPeriod(ofClass: lesson.schoolClass, on: lesson.date)?.id ?? 0
    }
    var sums: [PeriodUnit: MarkSum] = [:]
    for mark in marks {
      guard let id = lessonOfWork[mark.work] else { continue }
      let unit = PeriodUnit(pupil: mark.pupil, subject: lesson(id).subject, period: periodOfLesson[id])
      sums[unit, default: MarkSum()].total += mark.value
      sums[unit, default: MarkSum()].count += 1
    }
    return sums
  }
}
