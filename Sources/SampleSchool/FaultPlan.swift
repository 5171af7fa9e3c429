/// How many faults of each kind to make. A school that is too small for a number gets fewer; the truth says how many.
public struct FaultPlan: Sendable {
  public var seed: UInt64
  public var lessonsNotEntered = 0
  public var lessonsEnteredLate = 0
  /// A third of them are mended later, and then are no fault at the end.
  public var lessonsWithoutTopic = 0
  public var lessonsWithoutAttendance = 0
  public var contradictions = 0
  public var pupilsWithoutMarks = 0
  public var pupilsWithOneMark = 0
  /// Whole works whose marks come after the deadline.
  public var worksMarkedLate = 0
  /// Single marks of written works that never come.
  public var writtenMarksMissing = 0
  public var marksWithAbsence = 0
  public var pupilsNotParticipating = 0
  public var parentsNotParticipating = 0
  public var teachersInactive = 0
  public var homeworkMissing = 0
  public var marksInUngradedClasses = 0
  public var reasonsMissing = 0
  /// Pupils who keep two marks of a subject in a period.
  public var pupilsWithTwoMarks = 0
  /// Marks 2 that lose the marks after them.
  public var twosLeft = 0
  public var briefingsMissing = 0
  /// Courses whose plan is ahead of the lessons, and as many whose plan has no dates.
  public var plansAhead = 0
  /// A third of them never come where the period ended early enough.
  public var finalMarksLate = 0
  public var finalMarksChanged = 0
  public var classHoursIncomplete = 0
  public var classListsOld = 0
  public var consentsMissing = 0
  public var paperErrors = 0
  /// Holidays that no table tells: weeks without lessons.
  public var holidaysForgotten = 0
  /// The faults from `homeworkMissing` on are made too.
  public private(set) var isOfEveryKind = false

  public init(seed: UInt64) {
    self.seed = seed
  }

  /// Amounts that differ by seed and grow with the number of classes and the length of the journal.
  public static func seeded(_ seed: UInt64, for school: SchoolPlan) -> FaultPlan {
    var random = SplitMix64(seed: seed, stream: 77)
    var plan = FaultPlan(seed: seed)
    let classes = school.classes.count * max(1, school.schools)
    let quarters = max(1, (school.to - school.from) / 56)
    func amount(_ perFourClasses: ClosedRange<Int>, quarters: Int) -> Int {
      max(1, classes * quarters * random.within(perFourClasses) / 4)
    }
    plan.lessonsNotEntered = amount(5...9, quarters: quarters)
    plan.lessonsEnteredLate = amount(10...18, quarters: quarters)
    plan.lessonsWithoutTopic = amount(5...10, quarters: quarters)
    plan.lessonsWithoutAttendance = amount(4...7, quarters: quarters)
    plan.contradictions = amount(2...4, quarters: quarters)
    plan.pupilsWithoutMarks = amount(2...5, quarters: quarters)
    plan.pupilsWithOneMark = amount(3...6, quarters: quarters)
    plan.worksMarkedLate = amount(1...2, quarters: quarters)
    plan.writtenMarksMissing = amount(2...6, quarters: quarters)
    plan.marksWithAbsence = amount(1...2, quarters: quarters)
    plan.pupilsNotParticipating = amount(2...4, quarters: 1)
    plan.parentsNotParticipating = amount(3...6, quarters: 1)
    plan.teachersInactive = random.within(1...2)
    return plan
  }

  /// The same and faults of all other kinds that the tables can hold.
  public static func everyKind(_ seed: UInt64, for school: SchoolPlan) -> FaultPlan {
    var plan = seeded(seed, for: school)
    var random = SplitMix64(seed: seed, stream: 78)
    let classes = school.classes.count * max(1, school.schools)
    let quarters = max(1, (school.to - school.from) / 56)
    func amount(_ perFourClasses: ClosedRange<Int>) -> Int {
      max(1, classes * quarters * random.within(perFourClasses) / 4)
    }
    plan.isOfEveryKind = true
    plan.homeworkMissing = amount(5...10)
    plan.marksInUngradedClasses = amount(2...5)
    plan.reasonsMissing = amount(10...20)
    plan.pupilsWithTwoMarks = amount(2...5)
    plan.twosLeft = amount(2...5)
    plan.briefingsMissing = amount(1...2)
    plan.plansAhead = random.within(1...classes)
    plan.finalMarksLate = amount(3...6)
    plan.finalMarksChanged = amount(3...6)
    plan.classHoursIncomplete = amount(2...4)
    plan.classListsOld = random.within(1...max(1, classes / 3))
    plan.consentsMissing = amount(1...2)
    plan.paperErrors = random.within(2...5)
    plan.holidaysForgotten = 1
    return plan
  }
}
