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

  /// Amounts that differ by seed and grow with the number of classes.
  ///
  /// - Parameter density: 1 suits a quarter; a year takes four.
  public static func seeded(_ seed: UInt64, classes: Int, density: Int = 1) -> FaultPlan {
    var random = SplitMix64(seed: seed, stream: 77)
    var plan = FaultPlan(seed: seed)
    func amount(_ perClass: ClosedRange<Int>, of four: Int = 4) -> Int {
      max(1, classes * density * random.within(perClass) / four)
    }
    plan.lessonsNotEntered = amount(5...9)
    plan.lessonsEnteredLate = amount(10...18)
    plan.lessonsWithoutTopic = amount(5...10)
    plan.lessonsWithoutAttendance = amount(4...7)
    plan.contradictions = amount(2...4)
    plan.pupilsWithoutMarks = amount(2...5)
    plan.pupilsWithOneMark = amount(3...6)
    plan.worksMarkedLate = amount(1...2)
    plan.writtenMarksMissing = amount(2...6)
    plan.marksWithAbsence = amount(1...2)
    plan.pupilsNotParticipating = amount(2...4) / density
    plan.parentsNotParticipating = amount(3...6) / density
    plan.teachersInactive = random.within(1...2)
    return plan
  }
}
