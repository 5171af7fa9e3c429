import Journal

/// What a rule judges, and so which columns name one unit and what its business key is made of.
public enum UnitKind: String, Sendable, Hashable, CaseIterable {
  case lesson
  /// Pupil × subject × reporting period.
  case pupilPeriod
  /// Pupil × written work.
  case pupilWork
  /// Pupil × day.
  case pupilDay
  case pupil
  case teacher
  /// An account of a source that names accounts only.
  case account
  /// One of the pupil's marks in a lesson, by its `ordinal`.
  case mark
  /// Pupil × lesson: an absence.
  case pupilLesson
  /// Class × subject.
  case classSubject
  case studyClass
  /// Class × week, by the day of its Monday.
  case classWeek
  /// Pupil × kind of consent (`item`: 1 of the child's data, 2 of the parent's, 3 of the pupil from 16 years).
  case consent
  /// `item`: a row of `class_hour`.
  case classHour
  /// `item`: a row of `setting_document`.
  case document
  /// `item`: a row of `waiver`.
  case waiver
  /// `item`: year × 12 + month − 1; `day` is its last.
  case month

  /// The unit has neither day nor period: every check judges it, over its own window.
  var isBoundToWindow: Bool {
    switch self {
    case .pupil, .teacher, .account, .classSubject, .studyClass, .consent, .document, .waiver: true
    case .lesson, .pupilPeriod, .pupilWork, .pupilDay, .mark, .pupilLesson, .classWeek, .classHour, .month: false
    }
  }
}

/// The columns of a rule's SELECT that the runner knows; all others are evidence.
enum UnitColumn: String, CaseIterable {
  case verdict, reason
  case studyClass = "study_class"
  case subject, period, day, lesson, pupil, work, teacher, account, ordinal, item
  case teacherSet = "teacher_set"
}

/// One judged unit, in row ids of the store; names and keys are made of it only where somebody reads them.
struct JudgedUnit: Sendable {
  enum Verdict: Sendable {
    case kept, broken, undetermined
    /// Broken, and accepted by a waiver in force.
    case waived
  }

  var verdict = Verdict.kept
  /// Code of the rule's reason; 0 where the verdict is determined.
  var reason: Int64 = 0
  var studyClass: Int64?
  var subject: Int64?
  var period: Int64?
  var day: Int64?
  var lesson: Int64?
  var pupil: Int64?
  var work: Int64?
  var teacher: Int64?
  var account: Int64?
  var ordinal: Int64?
  var item: Int64?
  /// The first row's set of teachers, and those of the others of the unit's adjacent rows: nearly all units have one.
  var teacherSet: Int64?
  var otherTeacherSets: [Int64] = []
  /// So many kept units in one place are told as one (`Rule.summary`).
  var count = 1
  /// What the school decided, of a waived unit.
  var waiver: String?
  /// Only of units somebody will read about.
  var evidence: [String: Int64] = [:]

  var teacherSets: [Int64] { (teacherSet.map { [$0] } ?? []) + otherTeacherSets }

  /// Takes over the teachers of the unit's next row.
  mutating func addTeachers(of other: JudgedUnit) {
    guard teacherSet != nil else {
      teacherSet = other.teacherSet
      return
    }
    if let set = other.teacherSet { otherTeacherSets.append(set) }
  }

  func isSameUnit(as other: JudgedUnit, kind: UnitKind) -> Bool {
    switch kind {
    case .lesson: lesson == other.lesson
    case .pupilPeriod: pupil == other.pupil && subject == other.subject && period == other.period
    case .pupilWork: pupil == other.pupil && work == other.work
    case .pupilDay: pupil == other.pupil && day == other.day
    case .pupil: pupil == other.pupil
    case .teacher: teacher == other.teacher
    case .account: account == other.account
    case .mark: lesson == other.lesson && pupil == other.pupil && ordinal == other.ordinal
    case .pupilLesson: lesson == other.lesson && pupil == other.pupil
    case .classSubject: studyClass == other.studyClass && subject == other.subject
    case .studyClass: studyClass == other.studyClass
    case .classWeek: studyClass == other.studyClass && day == other.day
    case .consent: pupil == other.pupil && item == other.item
    case .classHour, .document, .waiver, .month: item == other.item
    }
  }
}
