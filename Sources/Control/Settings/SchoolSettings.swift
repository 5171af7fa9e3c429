import Journal

/// What the exports do not say of a subject; nil leaves what they say.
public struct SubjectSetting: Sendable, Hashable, Codable {
  public var scope: SettingScope
  public var isGraded: Bool?
  public var needsBriefing: Bool?
  /// In hundredths of an hour.
  public var weeklyHours: Int?
  /// One column of the journal stands for two lessons in a row.
  public var isDouble: Bool?

  public init(
    scope: SettingScope, isGraded: Bool? = nil, needsBriefing: Bool? = nil, weeklyHours: Int? = nil,
    isDouble: Bool? = nil
  ) {
    self.scope = scope
    self.isGraded = isGraded
    self.needsBriefing = needsBriefing
    self.weeklyHours = weeklyHours
    self.isDouble = isDouble
  }
}

/// When a reporting period is; a Дневник.ру journal names periods without dates. Its school year is that of its first day.
/// A lesson stays in the period that its source gives it to.
public struct PeriodSetting: Sendable, Hashable, Codable {
  public var kind: PeriodKind
  /// 1 of «1 четверть»; nil of the year.
  public var ordinal: Int?
  public var days: DaySpan
  /// Classes and grades.
  public var scope: SettingScope

  public init(kind: PeriodKind, ordinal: Int?, days: DaySpan, scope: SettingScope = SettingScope()) {
    self.kind = kind
    self.ordinal = ordinal
    self.days = days
    self.scope = scope
  }
}

/// Days from the first to the last, both included.
public struct DaySpan: Sendable, Hashable, Codable {
  public var from: CivilDate
  public var to: CivilDate

  public init(from: CivilDate, to: CivilDate) {
    self.from = from
    self.to = to
  }

  public func overlaps(_ other: DaySpan) -> Bool { from <= other.to && other.from <= to }
}

/// Lessons of one day are held on another: a working Saturday for a free Monday.
public struct ShiftedDay: Sendable, Hashable, Codable {
  public var worked: CivilDate
  public var free: CivilDate

  public init(worked: CivilDate, free: CivilDate) {
    self.worked = worked
    self.free = free
  }
}

/// A pupil taught by a plan of their own, at home or in a hospital: no unit of the rules about marks, or about attendance.
public struct PupilRegime: Sendable, Hashable, Codable {
  public var pupil: String
  public var studyClass: String?
  /// None is all.
  public var subjects: [String]
  /// Unbounded where nil, both ends included.
  public var from: CivilDate?
  public var to: CivilDate?
  public var isOfMarks: Bool
  public var isOfAttendance: Bool
  /// The order that lays it down.
  public var paper: String?

  public init(
    pupil: String, studyClass: String? = nil, subjects: [String] = [], from: CivilDate? = nil, to: CivilDate? = nil,
    isOfMarks: Bool = true, isOfAttendance: Bool = false, paper: String? = nil
  ) {
    self.pupil = pupil
    self.studyClass = studyClass
    self.subjects = subjects
    self.from = from
    self.to = to
    self.isOfMarks = isOfMarks
    self.isOfAttendance = isOfAttendance
    self.paper = paper
  }
}

/// A paper that the school must have.
public struct DocumentSetting: Sendable, Hashable, Codable {
  /// Stable, the school's own: `order-responsible`.
  public var key: String
  public var title: String
  /// The clause that asks for it: `П 3.5`.
  public var clause: String
  /// Its number and day; nil where it is not there yet.
  public var number: String?
  public var recordedOn: CivilDate?
  public var validTo: CivilDate?

  public init(
    key: String, title: String, clause: String, number: String? = nil, recordedOn: CivilDate? = nil,
    validTo: CivilDate? = nil
  ) {
    self.key = key
    self.title = title
    self.clause = clause
    self.number = number
    self.recordedOn = recordedOn
    self.validTo = validTo
  }
}
