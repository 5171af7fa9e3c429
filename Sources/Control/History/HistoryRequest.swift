import Journal

/// Whose history is asked for. What is given narrows together; at least a lesson, a class, a pupil or a teacher is.
public struct HistoryRequest: Sendable, Hashable {
  /// A lesson's key as findings tell it.
  public var lesson: String?
  /// A class, a subject, a pupil and a teacher in any usual spelling, or by the source's id.
  public var studyClass: String?
  public var subject: String?
  public var pupil: String?
  public var teacher: String?
  /// The days of lessons, both ends included; nil is unbounded.
  public var from: CivilDate?
  public var to: CivilDate?
  /// Only what was changed or removed after it had been entered.
  public var onlyChanges: Bool

  public init(
    lesson: String? = nil, studyClass: String? = nil, subject: String? = nil, pupil: String? = nil,
    teacher: String? = nil, from: CivilDate? = nil, to: CivilDate? = nil, onlyChanges: Bool = false
  ) {
    self.lesson = lesson
    self.studyClass = studyClass
    self.subject = subject
    self.pupil = pupil
    self.teacher = teacher
    self.from = from
    self.to = to
    self.onlyChanges = onlyChanges
  }

  var isEmpty: Bool { lesson == nil && studyClass == nil && pupil == nil && teacher == nil }
}
