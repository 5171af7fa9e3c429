/// A mean that a source computed itself. It is kept to be held against our own arithmetic, and judged by no rule.
public struct ReportedMeanFact: Sendable {
  public var journal: Int32
  public var pupil: Int32
  public var subject: Int32
  /// -1 where the days are no reporting period.
  public var period: Int32
  /// The days whose marks it is of; nil where the source names the period only.
  public var days: ClosedRange<CivilDate>?
  /// By weights of works that the source does not tell.
  public var isWeighted: Bool
  /// 3.67 is 3,670,000; 0 is none.
  public var millionths: Int64
  /// How many decimals the source rounds to, 6 at most.
  public var decimals: Int
  public var place: FactPlace

  public init(
    journal: Int32, pupil: Int32, subject: Int32, period: Int32, days: ClosedRange<CivilDate>? = nil,
    isWeighted: Bool, millionths: Int64, decimals: Int, place: FactPlace
  ) {
    self.journal = journal
    self.pupil = pupil
    self.subject = subject
    self.period = period
    self.days = days
    self.isWeighted = isWeighted
    self.millionths = millionths
    self.decimals = decimals
    self.place = place
  }
}
