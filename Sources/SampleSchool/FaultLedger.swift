/// What was broken, written down while it was being broken. Rules that one fault breaks by way of another, such as
/// `marks-below-norm`, are not here: only a recount of the finished tables tells them (`Scripts/plain-check`).
public struct FaultLedger: Sendable {
  public enum Rule: String, CaseIterable, Sendable {
    case attendanceContradiction = "attendance-contradiction"
    case attendanceNotRecorded = "attendance-not-recorded"
    case lessonEnteredLate = "lesson-entered-late"
    case lessonNotEntered = "lesson-not-entered"
    case lessonWithoutTopic = "lesson-without-topic"
    case markWithAbsence = "mark-with-absence"
    case parentNotParticipating = "parent-not-participating"
    case pupilNotParticipating = "pupil-not-participating"
    case pupilWithOneMark = "pupil-with-one-mark"
    case pupilWithoutMarks = "pupil-without-marks"
    case teacherInactive = "teacher-inactive"
    case writtenWorkOverdue = "written-work-overdue"
    case absenceReasonMissing = "absence-reason-missing"
    case classHourIncomplete = "class-hour-incomplete"
    case classListNotVerified = "class-list-not-verified"
    case consentMissing = "consent-missing"
    case finalMarkDisagrees = "final-mark-disagrees"
    case finalMarkLate = "final-mark-late"
    case lessonWithoutHomework = "lesson-without-homework"
    case markInUngradedClass = "mark-in-ungraded-class"
    case paperJournalDisagrees = "paper-journal-disagrees"

    /// Early in a period a clean school, too, has pupils without marks; these rules' truth is known at its end only.
    public var isKnownAtTheEndOnly: Bool { self == .pupilWithoutMarks || self == .pupilWithOneMark }

    /// Those of `FaultPlan.seeded`, whose truth is in SampleData.
    static let first = allCases.prefix { $0 != .absenceReasonMissing }
  }

  /// The broken unit; what does not apply is nil.
  struct Unit: Hashable, Sendable {
    var schoolClass: Int?
    var subject: Int?
    var teachers: [Int] = []
    var period: Int?
    var date: Day?
    var lesson: Int?
    var pupil: Int?
    var work: Int?
    var mark: Int?
  }

  struct Entry: Sendable {
    var rule: Rule
    var unit: Unit
    /// A window judges the unit if it holds one of these days.
    var days: [Day]
    /// The first as-of at which the unit is broken.
    var brokenFrom: Day
    /// The first as-of at which it is no longer.
    var mended: Day?
  }

  private(set) var entries: [Entry] = []
  /// The as-of at which the whole truth is known: the last day of the plan.
  public let end: Day
  /// What was there to be broken; of others nothing is told.
  public let rules: [Rule]

  init(end: Day, rules: [Rule] = Rule.allCases) {
    self.end = end
    self.rules = rules
  }

  func units(of rule: Rule) -> Set<Unit> { Set(entries.filter { $0.rule == rule }.map(\.unit)) }

  mutating func add(_ rule: Rule, _ unit: Unit, days: [Day], brokenFrom: Day, mended: Day? = nil) {
    entries.append(Entry(rule: rule, unit: unit, days: days, brokenFrom: brokenFrom, mended: mended))
  }
}
