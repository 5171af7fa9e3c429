import Journal

/// What a check found. Counts are of units; `checked = kept + broken + undetermined + waived` (CONTROL 1).
public struct CheckResult: Sendable {
  public var window: CheckWindow
  public var isFiltered: Bool
  /// Nil for an unfiltered check.
  public var scope: CheckScope?
  /// In the order of the request's `RuleBook`.
  public var rules: [RuleOutcome]
  /// What the check was made with, without what only says what holds anyway.
  public var settings: ControlSettings
  /// What the settings name and the store does not know: «класс «12Ю» (norms)».
  public var unknownNames: [String]
  /// In total order: school, class, subject, teacher, period, rule.
  public var groups: [ScopeGroup]
  /// Broken units of the window, and of an unfiltered check with a registered one before it also what became of that
  /// check's findings. In total order: rule, class, subject, day, key.
  public var findings: [Finding]
  /// Only where asked for; same order.
  public var undetermined: [UndeterminedUnit]
  /// Nil for a filtered check.
  public var followUp: FollowUpCounts?
  /// The registered check that this one is compared with.
  public var previousCheck: Int64?
  var pending: [PendingUnit]
  var judged: JudgedScope
  /// For trends; empty for a filtered check.
  var scopes: [KeptScope]
}

public struct UnitCounts: Sendable, Hashable {
  public var checked = 0
  public var kept = 0
  public var broken = 0
  public var undetermined = 0
  /// Broken and accepted until a date.
  public var waived = 0

  /// Units with a determined verdict: what a share is of (CONTROL 1).
  public var judged: Int { kept + broken + waived }

  /// Whether a share tells of the whole. Where more units are undetermined than determined it does not: what could be
  /// proved is one side more often than the other (one late activity report proves who did not come, hardly who did).
  public var isShareTelling: Bool { judged > 0 && undetermined <= judged }

  mutating func count(_ verdict: JudgedUnit.Verdict, _ units: Int = 1) {
    checked += units
    switch verdict {
    case .kept: kept += units
    case .broken: broken += units
    case .undetermined: undetermined += units
    case .waived: waived += units
    }
  }

  static func + (a: UnitCounts, b: UnitCounts) -> UnitCounts {
    UnitCounts(
      checked: a.checked + b.checked, kept: a.kept + b.kept, broken: a.broken + b.broken,
      undetermined: a.undetermined + b.undetermined, waived: a.waived + b.waived)
  }
}

public struct RuleOutcome: Sendable {
  public var rule: Rule
  /// The norms applied, in words; empty where there are none.
  public var norms: [String]
  public var counts: UnitCounts
  /// Why the rule is not applicable; `counts.checked` is 0 then.
  public var reason: String?
  /// Most frequent first, then by the card's order.
  public var undeterminedReasons: [(text: String, count: Int)]
  /// Distinct pupils beside the units: those with a broken one, of those with a determined one.
  public var people: (label: String, broken: Int, checked: Int)?
}

/// Counts of one rule in one scope. Columns that were not asked for or do not apply are nil.
public struct ScopeGroup: Sendable, Hashable {
  /// A thing in the school's own spelling and the source's own id.
  public struct Name: Sendable, Hashable {
    public var name: String
    public var sourceID: String
  }

  public var school: Name?
  public var studyClass: Name?
  public var subject: Name?
  public var teacher: Name?
  public var period: Name?
  public var rule: String
  public var counts: UnitCounts
}

/// What became of findings since the registered check before. Units judged again outside the window are in no metric.
public struct FollowUpCounts: Sendable, Hashable {
  public var new = 0
  public var repeated = 0
  public var putRight = 0
  public var gone = 0
}
