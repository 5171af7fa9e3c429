/// Breaks a clean school and writes down what it breaks. It never runs a rule: it knows because it did it.
///
/// Faults keep out of each other's way: a lesson takes part in one fault, a pupil's marks in a subject and period in
/// one, and a day with a contradiction stays as it is. What cannot be kept apart is written down as well: lessons of
/// an inactive teacher are not entered; a removed mark of a written work is overdue.
struct FaultInjector {
  var tables: SchoolTables
  let to: Day
  var ledger: FaultLedger
  var random: SplitMix64
  /// Lessons that a fault uses or that must stay as they are.
  var lockedLessons: Set<Int> = []
  var lockedUnits: Set<SchoolTables.PeriodUnit> = []
  /// How many lessons of a teacher in a half-month lost their day of entry, and how many there are.
  var disturbed: [TeacherHalf: Int] = [:]
  let lessonsOfTeacher: [TeacherHalf: Int]
  let index: JournalIndex
  var marksLeft: [SchoolTables.PeriodUnit: Int]
  var removedMarks: Set<Int> = []
  var removedAttendance: Set<Int> = []

  struct TeacherHalf: Hashable {
    var teacher: Int
    var start: Day
  }

  /// - Returns: the broken school and what was broken in it.
  static func inject(_ faults: FaultPlan, into clean: SchoolTables, to: Day) -> (SchoolTables, FaultLedger) {
    var injector = FaultInjector(clean, faults, to: to)
    injector.silenceTeachers(faults.teachersInactive)
    injector.contradict(faults.contradictions)
    injector.takeMarks(faults.pupilsWithoutMarks, leaving: 0)
    injector.takeMarks(faults.pupilsWithOneMark, leaving: 1)
    injector.delayWorks(faults.worksMarkedLate)
    injector.loseWrittenMarks(faults.writtenMarksMissing)
    injector.forgetLessons(faults.lessonsNotEntered)
    injector.delayLessons(faults.lessonsEnteredLate)
    injector.dropTopics(faults.lessonsWithoutTopic)
    injector.dropAttendance(faults.lessonsWithoutAttendance)
    injector.markAbsentPupils(faults.marksWithAbsence)
    injector.silencePupils(faults.pupilsNotParticipating, role: .pupil)
    injector.silencePupils(faults.parentsNotParticipating, role: .parent)
    if faults.isOfEveryKind { injector.breakFurther(faults) }
    injector.finish()
    if faults.isOfEveryKind { injector.spoilPapers(faults) }
    return (injector.tables, injector.ledger)
  }

  private init(_ clean: SchoolTables, _ faults: FaultPlan, to: Day) {
    tables = clean
    self.to = to
    ledger = FaultLedger(
      end: to, rules: faults.isOfEveryKind ? FaultLedger.Rule.allCases : Array(FaultLedger.Rule.first))
    random = SplitMix64(seed: faults.seed, stream: 99)
    index = JournalIndex(clean)
    marksLeft = clean.markSums().mapValues(\.count)
    var counts: [TeacherHalf: Int] = [:]
    for lesson in clean.lessons {
      counts[TeacherHalf(teacher: lesson.teacher, start: lesson.date.halfMonthStart), default: 0] += 1
    }
    lessonsOfTeacher = counts
  }

  /// Elements in a seeded order.
  mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
    var list = list
    random.shuffle(&list)
    return list
  }

  func periodUnit(pupil: Int, lesson id: Int) -> SchoolTables.PeriodUnit? {
    let lesson = tables.lesson(id)
    guard let period = tables.reportingPeriod(ofClass: lesson.schoolClass, on: lesson.date) else { return nil }
    return SchoolTables.PeriodUnit(pupil: pupil, subject: lesson.subject, period: period.id)
  }

  /// Removes what was marked for removal, and makes final marks and the paper agree with what is left.
  private mutating func finish() {
    tables.marks.removeAll { removedMarks.contains($0.id) }
    tables.attendance = tables.attendance.enumerated().filter { !removedAttendance.contains($0.offset) }.map(\.element)
    tables.attendance.sort { ($0.lesson, $0.pupil ?? 0) < ($1.lesson, $1.pupil ?? 0) }
    let sums = tables.markSums()
    for position in tables.finalMarks.indices {
      let final = tables.finalMarks[position]
      let unit = SchoolTables.PeriodUnit(pupil: final.pupil, subject: final.subject, period: final.period)
      // Without a mark left the old final mark stays: the teacher gave it from memory.
      if final.value != "ОСВ", let sum = sums[unit] { tables.finalMarks[position].value = String(sum.rounded) }
    }
    tables.recountPaperTally()
  }
}
