import Journal
import JournalStore

/// Two registered checks side by side: what each rule counted, and what became of the earlier one's findings.
public struct CheckComparison: Sendable {
  /// A rule as both counted it; nil where a check did not have it or it was not applicable.
  public struct RulePair: Sendable, Hashable {
    public var rule: String
    public var demand: String
    public var before: UnitCounts?
    public var after: UnitCounts?
  }

  /// A finding of either check in the words of the later one that has it.
  public struct Remark: Sendable, Hashable {
    public enum Fate: String, Sendable, Hashable, CaseIterable {
      /// Open in the later check only.
      case new
      /// Open in both.
      case repeated
      case putRight = "put-right"
      /// The unit no longer exists.
      case gone
      /// Open before, and later checks could not tell.
      case undetermined
    }

    public var fate: Fate
    public var key: String
    public var rule: String
    public var className: String
    public var subjectName: String
    public var day: CivilDate?
    public var teachers: String
    public var sentence: String
    /// In how many checks in a row it stood, the last of them included.
    public var times: Int
  }

  public var before: RegisteredCheck
  public var after: RegisteredCheck
  /// In the order of the later check's rules, then those that only the earlier had.
  public var rules: [RulePair]
  /// By fate, then in the order of the check they are told by.
  public var remarks: [Remark]

  public func count(_ fate: Remark.Fate) -> Int { remarks.count { $0.fate == fate } }
}

extension Control {
  /// Compares two registered checks, the earlier first. What became of a finding is told by the checks from the earlier
  /// to the later one, each compared with the one before.
  public static func compare(
    _ store: JournalStore, _ before: RegisteredCheck, _ after: RegisteredCheck
  ) throws -> CheckComparison {
    let reader = ComparisonReader(database: store.database)
    return CheckComparison(
      before: before, after: after, rules: try reader.rules(before.id, after.id),
      remarks: try reader.remarks(before, after))
  }
}

extension CheckComparison.Remark {
  func with(_ fate: Fate) -> CheckComparison.Remark {
    var remark = self
    remark.fate = fate
    return remark
  }
}
