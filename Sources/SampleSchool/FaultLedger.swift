/// What was broken, written down while it was being broken.
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

    /// Early in a period a clean school, too, has pupils without marks; these rules' truth is known at its end only.
    var isKnownAtTheEndOnly: Bool { self == .pupilWithoutMarks || self == .pupilWithOneMark }
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

  init(end: Day) {
    self.end = end
  }

  mutating func add(_ rule: Rule, _ unit: Unit, days: [Day], brokenFrom: Day, mended: Day? = nil) {
    entries.append(Entry(rule: rule, unit: unit, days: days, brokenFrom: brokenFrom, mended: mended))
  }
}
