/// What school to make: the same plan gives the same school, byte by byte.
public struct SchoolPlan: Sendable {
  public struct ClassPlan: Hashable, Sendable {
    /// 1 to 11.
    public var grade: Int
    /// A capital letter, as `А`.
    public var letter: String
    /// Lessons on Saturdays too.
    public var sixDays: Bool

    public init(_ grade: Int, _ letter: String, sixDays: Bool = false) {
      self.grade = grade
      self.letter = letter
      self.sixDays = sixDays
    }
  }

  public var seed: UInt64
  /// All schools have the same classes; people and timetables differ.
  public var schools = 1
  public var classes: [ClassPlan]
  public var pupilsPerClass: Int
  /// The first calendar year of the school year.
  public var firstYear = 2025
  /// The first and the last day of the journal, both inside one school year; the last is the truth's as-of.
  public var from: Day
  public var to: Day
  /// Grades 1–9 by trimesters instead of quarters; 10–11 have half-years.
  public var trimesters = false
  /// About eleven subjects a class instead of the whole curriculum.
  public var coreSubjectsOnly = false
  public var tables = Set(InterchangeTable.allCases)
  /// False leaves every `entered_at` column out.
  public var timesKnown = true

  public init(seed: UInt64, classes: [ClassPlan], pupilsPerClass: Int, from: Day, to: Day) {
    self.seed = seed
    self.classes = classes
    self.pupilsPerClass = pupilsPerClass
    self.from = from
    self.to = to
  }
}
