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
}
