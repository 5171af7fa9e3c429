/// The facts of a journal. `enteredAt` is the source's own timestamp, nil where it has none; positions refer to the
/// batch's arrays, -1 is none.

public struct LessonFact: Sendable {
  public var journal: Int32
  /// The source's key, or for a grid the business key.
  public var key: String
  public var studyClass: Int32
  /// -1: the whole class.
  public var group: Int32
  public var subject: Int32
  public var teacherSet: Int32
  public var date: CivilDate
  /// The lesson's number in the day's timetable, where the source has it.
  public var number: Int?
  /// The period whose column comes next in a grid; -1 where periods have dates.
  public var period: Int32
  /// The source keeps entry times of lessons: an absent `enteredAt` then means «never entered».
  public var isTimed: Bool
  public var enteredAt: LocalMoment?
  public var topic: String?
  public var homework: String?
  public var place: FactPlace
  /// Where the texts have cells of their own in the lesson's row; 0 where the row as a whole is their place.
  public var topicColumn: Int32
  public var homeworkColumn: Int32
  /// Only the key is known: marks or works of an earlier import's lesson.
  public var isReference: Bool

  public init(
    journal: Int32, key: String, studyClass: Int32, group: Int32 = -1, subject: Int32, teacherSet: Int32,
    date: CivilDate, number: Int? = nil, period: Int32 = -1, isTimed: Bool = false, enteredAt: LocalMoment? = nil,
    topic: String? = nil, homework: String? = nil, place: FactPlace, topicColumn: Int32 = 0, homeworkColumn: Int32 = 0,
    isReference: Bool = false
  ) {
    self.journal = journal
    self.key = key
    self.studyClass = studyClass
    self.group = group
    self.subject = subject
    self.teacherSet = teacherSet
    self.date = date
    self.number = number
    self.period = period
    self.isTimed = isTimed
    self.enteredAt = enteredAt
    self.topic = topic
    self.homework = homework
    self.place = place
    self.topicColumn = topicColumn
    self.homeworkColumn = homeworkColumn
    self.isReference = isReference
  }
}

public struct WorkFact: Sendable {
  public var key: String
  public var lesson: Int32
  public var kind: String
  public var isWritten: Bool
  public var place: FactPlace
  public var isReference: Bool

  public init(key: String, lesson: Int32, kind: String, isWritten: Bool, place: FactPlace, isReference: Bool = false) {
    self.key = key
    self.lesson = lesson
    self.kind = kind
    self.isWritten = isWritten
    self.place = place
    self.isReference = isReference
  }
}

/// One mark; a double mark («4/5») of a source that means two is two facts of one place.
public struct MarkFact: Sendable {
  /// -1 where only the work is known and the work is a reference.
  public var lesson: Int32
  public var pupil: Int32
  public var work: Int32
  public var value: MarkValue
  /// The source's key; empty for a grid.
  public var key: String
  public var enteredAt: LocalMoment?
  public var place: FactPlace
  /// The raw text where it is more than the value: `н5`, `4/4`.
  public var raw: String?

  public init(
    lesson: Int32, pupil: Int32, work: Int32 = -1, key: String = "", value: MarkValue, enteredAt: LocalMoment? = nil,
    place: FactPlace, raw: String? = nil
  ) {
    self.lesson = lesson
    self.pupil = pupil
    self.work = work
    self.key = key
    self.value = value
    self.enteredAt = enteredAt
    self.place = place
    self.raw = raw
  }
}

public struct AttendanceFact: Sendable {
  public var lesson: Int32
  /// -1 with code В: everybody is present.
  public var pupil: Int32
  public var code: AttendanceCode
  public var enteredAt: LocalMoment?
  public var place: FactPlace
  public var raw: String?

  public init(
    lesson: Int32, pupil: Int32, code: AttendanceCode, enteredAt: LocalMoment? = nil, place: FactPlace,
    raw: String? = nil
  ) {
    self.lesson = lesson
    self.pupil = pupil
    self.code = code
    self.enteredAt = enteredAt
    self.place = place
    self.raw = raw
  }
}

public struct FinalMarkFact: Sendable {
  public var journal: Int32
  public var pupil: Int32
  public var subject: Int32
  public var period: Int32
  public var value: MarkValue
  public var decided: CivilDate?
  public var enteredAt: LocalMoment?
  public var place: FactPlace

  public init(
    journal: Int32, pupil: Int32, subject: Int32, period: Int32, value: MarkValue, decided: CivilDate? = nil,
    enteredAt: LocalMoment? = nil, place: FactPlace
  ) {
    self.journal = journal
    self.pupil = pupil
    self.subject = subject
    self.period = period
    self.value = value
    self.decided = decided
    self.enteredAt = enteredAt
    self.place = place
  }
}

/// ОСВ: the pupil is exempt from the subject, in a period of a grid or from a day to a day.
public struct ExemptionFact: Sendable {
  public var journal: Int32
  public var pupil: Int32
  public var subject: Int32
  public var period: Int32
  public var from: CivilDate?
  public var to: CivilDate?
  public var enteredAt: LocalMoment?
  public var place: FactPlace

  public init(
    journal: Int32, pupil: Int32, subject: Int32, period: Int32 = -1, from: CivilDate? = nil, to: CivilDate? = nil,
    enteredAt: LocalMoment? = nil, place: FactPlace
  ) {
    self.journal = journal
    self.pupil = pupil
    self.subject = subject
    self.period = period
    self.from = from
    self.to = to
    self.enteredAt = enteredAt
    self.place = place
  }
}

public struct LoginFact: Sendable {
  public enum Role: Int32, Hashable, Sendable {
    case pupil = 1
    case parent, teacher
  }

  public var journal: Int32
  public var role: Role
  /// A pupil, also for a parent's login; a teacher for a teacher's.
  public var person: Int32
  public var at: LocalMoment
  public var place: FactPlace

  public init(journal: Int32, role: Role, person: Int32, at: LocalMoment, place: FactPlace) {
    self.journal = journal
    self.role = role
    self.person = person
    self.at = at
    self.place = place
  }
}
