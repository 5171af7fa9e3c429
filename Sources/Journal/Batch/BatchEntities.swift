/// The people and things of a school as a batch names them. `key` is the source's own key, unique in its table; where
/// `isReference` is set, only the key is known, and the store must know the rest from an earlier import.

public struct BatchSchool: Sendable {
  /// The school of an export that does not name it.
  public static let unnamed = BatchSchool(key: "", name: "", place: FactPlace(sheet: 0, row: 0))

  public var key: String
  public var name: String
  public var place: FactPlace

  public init(key: String, name: String, place: FactPlace) {
    self.key = key
    self.name = name
    self.place = place
  }
}

public struct BatchTeacher: Sendable {
  public var key: String
  public var name: String
  public var school: Int32
  public var place: FactPlace
  public var isReference: Bool

  public init(key: String, name: String, school: Int32, place: FactPlace, isReference: Bool = false) {
    self.key = key
    self.name = name
    self.school = school
    self.place = place
    self.isReference = isReference
  }
}

public struct BatchClass: Sendable {
  public var key: String
  public var school: Int32
  public var grade: Int
  /// The school's own spelling, as reports print it: `5А`, `10 а`.
  public var title: String
  public var headTeacher: Int32
  public var place: FactPlace
  public var isReference: Bool

  public init(
    key: String, school: Int32, grade: Int, title: String, headTeacher: Int32 = -1, place: FactPlace,
    isReference: Bool = false
  ) {
    self.key = key
    self.school = school
    self.grade = grade
    self.title = title
    self.headTeacher = headTeacher
    self.place = place
    self.isReference = isReference
  }
}

public struct BatchGroup: Sendable {
  public var key: String
  public var studyClass: Int32
  public var name: String
  public var place: FactPlace
  public var isReference: Bool

  public init(key: String, studyClass: Int32, name: String, place: FactPlace, isReference: Bool = false) {
    self.key = key
    self.studyClass = studyClass
    self.name = name
    self.place = place
    self.isReference = isReference
  }
}

public struct BatchPupil: Sendable {
  public var key: String
  public var studyClass: Int32
  public var name: String
  public var birthDate: CivilDate?
  public var enrolled: CivilDate?
  public var left: CivilDate?
  /// The source cannot tell this pupil from another of the same name; nothing about it is called broken.
  public var isAmbiguous: Bool
  /// A row of a list of classes under a key of which the class is no part: another class in another list is a move.
  public var isListed: Bool
  /// The list has a column of `left`, so that an empty one is a pupil who has not left.
  public var saysLeft: Bool
  public var place: FactPlace
  public var isReference: Bool

  public init(
    key: String, studyClass: Int32, name: String, birthDate: CivilDate? = nil, enrolled: CivilDate? = nil,
    left: CivilDate? = nil, isAmbiguous: Bool = false, isListed: Bool = false, saysLeft: Bool = false,
    place: FactPlace, isReference: Bool = false
  ) {
    self.key = key
    self.studyClass = studyClass
    self.name = name
    self.birthDate = birthDate
    self.enrolled = enrolled
    self.left = left
    self.isAmbiguous = isAmbiguous
    self.isListed = isListed
    self.saysLeft = saysLeft
    self.place = place
    self.isReference = isReference
  }
}

/// A pupil in a group from a day to a day, both included; nil is unbounded.
public struct BatchMembership: Sendable {
  public var group: Int32
  public var pupil: Int32
  public var from: CivilDate?
  public var to: CivilDate?
  public var place: FactPlace

  public init(group: Int32, pupil: Int32, from: CivilDate? = nil, to: CivilDate? = nil, place: FactPlace) {
    self.group = group
    self.pupil = pupil
    self.from = from
    self.to = to
    self.place = place
  }
}

public struct BatchSubject: Sendable {
  public var key: String
  public var name: String
  /// The source knows the short name only: a full one holds, whatever its moment.
  public var isShort: Bool
  /// In hundredths of an hour a week.
  public var weeklyHours: Int?
  public var isGraded: Bool
  public var needsBriefing: Bool
  /// As other exports of the same source call it.
  public var shortName: String?
  public var place: FactPlace
  public var isReference: Bool

  public init(
    key: String, name: String, isShort: Bool = false, weeklyHours: Int? = nil, isGraded: Bool = true,
    needsBriefing: Bool = false, shortName: String? = nil, place: FactPlace, isReference: Bool = false
  ) {
    self.shortName = shortName
    self.key = key
    self.name = name
    self.isShort = isShort
    self.weeklyHours = weeklyHours
    self.isGraded = isGraded
    self.needsBriefing = needsBriefing
    self.place = place
    self.isReference = isReference
  }
}

/// A reporting period, both ends included. A Дневник.ру grid names periods without dates.
public struct BatchPeriod: Sendable {
  public var key: String
  public var school: Int32
  public var name: String
  public var kind: PeriodKind
  public var schoolYear: Int
  public var start: CivilDate?
  public var end: CivilDate?
  /// The grades it applies to; nil is all.
  public var grades: ClosedRange<Int>?
  public var place: FactPlace
  public var isReference: Bool

  public init(
    key: String, school: Int32, name: String, kind: PeriodKind, schoolYear: Int, start: CivilDate? = nil,
    end: CivilDate? = nil, grades: ClosedRange<Int>? = nil, place: FactPlace, isReference: Bool = false
  ) {
    self.key = key
    self.school = school
    self.name = name
    self.kind = kind
    self.schoolYear = schoolYear
    self.start = start
    self.end = end
    self.grades = grades
    self.place = place
    self.isReference = isReference
  }
}

public struct BatchHoliday: Sendable {
  public var school: Int32
  public var from: CivilDate
  public var to: CivilDate
  public var place: FactPlace

  public init(school: Int32, from: CivilDate, to: CivilDate, place: FactPlace) {
    self.school = school
    self.from = from
    self.to = to
    self.place = place
  }
}
