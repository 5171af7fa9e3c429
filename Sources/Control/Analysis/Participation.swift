import JournalStore

/// Who of a class looked at the diary in the period (DOMAIN 3.9): what the rules of participation count over its days.
public struct Participation: Sendable, Hashable {
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case pupils, parents

    var rule: String { self == .pupils ? "pupil-not-participating" : "parent-not-participating" }

    public var russian: String { self == .pupils ? "учащихся" : "родителей" }
  }

  public var role: Role
  public var counts: UnitCounts
  /// Why nothing can be counted; nil where it can.
  public var reason: String?

  public var share: Ratio { Ratio(counts.kept, of: counts.judged) }
}

extension Control {
  /// Tells the participation of each class in its own period; classes of the same days are judged together.
  static func addParticipation(
    to analyses: inout [PeriodAnalysis], _ store: JournalStore, _ settings: ControlSettings
  ) throws {
    var results: [CheckWindow: CheckResult] = [:]
    for index in analyses.indices {
      let period = analyses[index].period
      let window = CheckWindow(asOf: analyses[index].asOf, from: period.from, to: period.countedOn)
      let rules = Participation.Role.allCases.map(\.rule)
      let result =
        try results[window]
        ?? check(store, CheckRequest(window: window, rules: rules, by: [.studyClass], settings: settings))
      results[window] = result
      let groups = result.groups.filter { $0.studyClass?.sourceID == analyses[index].classKey }
      analyses[index].participation = Participation.Role.allCases.map { role in
        Participation(
          role: role, counts: groups.first { $0.rule == role.rule }?.counts ?? UnitCounts(),
          reason: result.rules.first { $0.rule.id == role.rule }?.reason)
      }
    }
  }
}
