/// What a report is made from.
public enum TemplateBasis: String, CaseIterable, Sendable {
  /// The check of the days asked for, which is registered if it is not yet.
  case check
  /// A check that is registered already, with those before it. Nothing is judged anew.
  case registered
  /// The analysis of a reporting period.
  case period

  /// Which queries have an answer then.
  var sources: Set<ReportQuery.Source> {
    switch self {
    case .check, .registered: [.check, .checks, .rating]
    case .period: [.period]
    }
  }

  /// For messages: «отчёт составляется по …».
  public var russian: String {
    switch self {
    case .check: "по проверке"
    case .registered: "по зарегистрированным проверкам"
    case .period: "по анализу учебного периода"
    }
  }
}
