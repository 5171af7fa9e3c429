import Journal

/// What to analyse, and from which evening.
public struct AnalysisRequest: Sendable {
  public var asOf: CivilDate
  /// In any spelling; nil is all.
  public var classes: [String]?
  /// «1 четверть», «2 полугодие», «год»; nil is each class's latest reporting period that has begun.
  public var period: String?
  public var settings: ControlSettings
  public var norms: AnalysisNorms

  public init(
    asOf: CivilDate, classes: [String]? = nil, period: String? = nil, settings: ControlSettings = ControlSettings(),
    norms: AnalysisNorms = AnalysisNorms()
  ) {
    self.asOf = asOf
    self.classes = classes
    self.period = period
    self.settings = settings
    self.norms = norms
  }
}

/// What schools count differently (DOMAIN 3.1–3.4); each is printed with the figures.
public struct AnalysisNorms: Sendable, Hashable {
  /// From which hundredths on a mean is rounded up to the next grade where nothing else is laid down for a class or a subject:
  /// the norm of `final-mark-disagrees`, so that a forecast and the control round alike.
  public internal(set) var rounding = 50
  /// The school lays down another threshold for some classes or subjects, and forecasts of these use it.
  public internal(set) var roundingVaries = false
  /// A pupil who missed more of the lessons than this is told to the class teacher.
  public var missedPercent = 20
  /// A pupil who is not attested lowers the class's % успеваемости.
  public var notAttestedLowersSuccess = true
  public var sou = SOUFormula.withNotAttested

  public init() {}
}
