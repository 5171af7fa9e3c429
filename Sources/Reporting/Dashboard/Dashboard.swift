import Journal

/// A registered check as a page to work with: its metrics with their trends, and all its findings down to their evidence.
public struct Dashboard: Sendable {
  /// A rule as the check counted it.
  public struct Metric: Hashable, Sendable {
    public var rule: String
    /// What is demanded.
    public var demand: String
    public var clause: String
    public var direction: String
    /// «уроков».
    public var units: String
    /// The norms applied, in words; empty where there are none.
    public var norms: String
    public var kept: Int
    public var broken: Int
    public var waived: Int
    public var undetermined: Int
    public var undeterminedReasons: String
    /// Why the rule is not applicable; nil where it is.
    public var reason: String?
    /// Findings that stand: as many rows of this rule have an open state.
    public var open: Int
    /// The shares of all checks up to this one, oldest first; `.empty` where a check did not have the metric.
    public var history: [Value]
    /// Against the check before, between the printed tenths; `.empty` where there is nothing to compare with.
    public var change: Value

    public var judged: Int { kept + broken + waived }
    /// Of nothing where more cases are undetermined than determined: a share of the remainder tells nothing of the whole.
    public var share: Value { .share(part: kept, whole: undetermined <= judged ? judged : 0) }
  }

  public var title: String
  public var organisation: String
  public var asOf: CivilDate
  public var from: CivilDate
  public var to: CivilDate
  /// The as-of of the check it is compared with.
  public var previous: CivilDate?
  /// What an unregistered check was narrowed to: «класс 5А»; nil for a registered one.
  public var scope: String?
  /// The as-of of every check up to this one, oldest first.
  public var checks: [CivilDate]
  public var inputsDigest: String
  public var programVersion: String
  /// Pupils are not named in full: no evidence is shown, and no keys, which can be made of names.
  public var hidesEvidence = false
  public var metrics: [Metric]
  public var charts: [Chart]
  public var findings: [DashboardFinding]

  /// Of those that stand, how many are of days before the check's period.
  public var carriedCount: Int { findings.count { $0.state.isOpen && $0.isCarried } }

  public func count(_ states: DashboardFinding.State...) -> Int { findings.count { states.contains($0.state) } }
}
