/// One journal as a source keeps it: a sheet of a Дневник.ру workbook, or a school year of interchange tables. It is the
/// unit that snapshots are compared in, and it declares what its source can say (CONTROL 1, «What a source can say»).
public struct BatchJournal: Sendable {
  /// Unique in the school: `interchange/2025`, `dnevnik/2018/8Б/8Б/АЛГЕБРА`.
  public var key: String
  public var school: Int32
  public var layout: String
  public var schoolYear: Int
  public var says: SourceCapabilities
  /// Whose rows and which periods' columns the snapshot shows; nil for all that the batch names.
  public var pupils: [Int32]?
  public var periods: [Int32]?

  public init(
    key: String, school: Int32, layout: String, schoolYear: Int, says: SourceCapabilities, pupils: [Int32]? = nil,
    periods: [Int32]? = nil
  ) {
    self.key = key
    self.school = school
    self.layout = layout
    self.schoolYear = schoolYear
    self.says = says
    self.pupils = pupils
    self.periods = periods
  }
}

/// What a source can say. The raw values are stored. A journal says what any of its snapshots says: that decides whether
/// a rule can be asked at all. What is claimed of a single fact rests on the snapshots that show its place: an export
/// without topics makes no lesson of its own one without a topic, and one without times none that was never entered.
public struct SourceCapabilities: OptionSet, Hashable, Sendable {
  public let rawValue: Int32

  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  public static let topics = SourceCapabilities(rawValue: 1 << 0)
  public static let homework = SourceCapabilities(rawValue: 1 << 1)
  public static let marks = SourceCapabilities(rawValue: 1 << 2)
  public static let works = SourceCapabilities(rawValue: 1 << 3)
  public static let attendance = SourceCapabilities(rawValue: 1 << 4)
  public static let everybodyPresent = SourceCapabilities(rawValue: 1 << 5)
  public static let lessonNumbers = SourceCapabilities(rawValue: 1 << 6)
  public static let logins = SourceCapabilities(rawValue: 1 << 7)
  public static let lessonTimes = SourceCapabilities(rawValue: 1 << 8)
  public static let markTimes = SourceCapabilities(rawValue: 1 << 9)
  public static let attendanceTimes = SourceCapabilities(rawValue: 1 << 10)
  public static let finalMarkTimes = SourceCapabilities(rawValue: 1 << 11)
  public static let enrolmentDates = SourceCapabilities(rawValue: 1 << 12)
  /// It shows a part of the lessons: one pupil's, for days that nobody names, or works without their lessons. What it
  /// lacks proves nothing, and nothing in it is a unit of the control.
  public static let partial = SourceCapabilities(rawValue: 1 << 13)
  /// Н stands for «without a good reason», not for «reason unknown».
  public static let absenceReasons = SourceCapabilities(rawValue: 1 << 14)
  /// Topics and homework come in exports of their own, the lesson planning, which name their lessons themselves.
  public static let lessonPlanning = SourceCapabilities(rawValue: 1 << 15)
}
