import Journal
import JournalStore

/// What became of the findings and pending units of the registered check before (CONTROL 3).
///
/// A tracked unit that is in the window is judged there; the others over a window widened back to them. A rule whose
/// verdict rests on the window (inactive teachers, logins) so asks of a unit outside it: since the check before, until now.
final class FollowUp {
  /// A finding that was open, or a unit that was pending, at the check before.
  struct Tracked {
    var rule: String
    /// Nil for a pending unit.
    var finding: Finding?
    var day: CivilDate
  }

  /// The id of the check before; nil where there is none.
  let previous: Int64?
  private let window: CheckWindow
  private let database: Database
  private(set) var tracked: [String: Tracked] = [:]
  private var rulesTracked: Set<String> = []
  private var widenedFrom: CivilDate

  /// Verdicts of tracked units, and whether the unit is in the window.
  private var judged: [String: (unit: JudgedUnit, isInWindow: Bool)] = [:]

  init(_ store: JournalStore, window: CheckWindow) throws {
    self.window = window
    database = store.database
    widenedFrom = window.from
    let before = try RegisteredChecks.before(window, database)
    previous = before?.id
    guard let before else { return }
    widenedFrom = min(widenedFrom, before.from)
    for open in try RegisteredChecks.openFindings(before.id, database) {
      track(open.finding.key, Tracked(rule: open.finding.rule, finding: open.finding, day: open.day))
    }
    for pending in try RegisteredChecks.pendingUnits(before.id, database) where tracked[pending.key] == nil {
      track(pending.key, Tracked(rule: pending.rule, finding: nil, day: pending.day))
    }
  }

  private func track(_ key: String, _ unit: Tracked) {
    tracked[key] = unit
    rulesTracked.insert(unit.rule)
    widenedFrom = min(widenedFrom, unit.day)
  }

  func tracks(_ rule: Rule) -> Bool { rulesTracked.contains(rule.id) }

  /// A unit of the window.
  func see(_ unit: JudgedUnit, rule: Rule, names: NameBook) throws {
    let key = try names.key(of: unit, rule: rule)
    if tracked[key] != nil { judged[key] = (unit, true) }
  }

  /// Judges again, outside the window, what the window did not hold.
  func judgeRest(rules: [Rule], norms: [String: [String: Int]], names: NameBook) throws {
    let missing = Set(tracked.filter { judged[$0.key] == nil }.values.map(\.rule))
    guard !missing.isEmpty else { return }
    let widened = CheckWindow(asOf: window.asOf, from: widenedFrom, to: window.asOf)
    let runner = try RuleRunner(database, window: widened, norms: norms)
    for rule in rules where missing.contains(rule.id) {
      guard try runner.reasonNotToRun(rule) == nil else { continue }
      try runner.run(rule, readsAllEvidence: true) { unit in
        let key = try names.key(of: unit, rule: rule)
        if tracked[key] != nil, judged[key] == nil { judged[key] = (unit, false) }
      }
    }
  }

  /// Gives the result's findings their states, adds what was carried, put right or is gone, and what is still pending.
  func tell(_ result: inout CheckResult, pending: [(unit: JudgedUnit, rule: Rule)], names: NameBook) throws {
    for index in result.findings.indices {
      let key = result.findings[index].key
      guard let before = tracked[key]?.finding, let unit = judged[key]?.unit else { continue }
      repeated(&result.findings[index], before, unit)
    }
    var units: [String: PendingUnit] = [:]
    for (unit, rule) in pending {
      let key = try names.key(of: unit, rule: rule)
      units[key] = PendingUnit(
        key: key, rule: rule.id, day: unit.day.map { CivilDate(days: Int32($0)) } ?? window.from)
    }
    for (key, tracked) in tracked.sorted(by: { $0.key < $1.key }) {
      guard let rule = Rule.named(tracked.rule), let (unit, isInWindow) = judged[key] else {
        if let before = tracked.finding { result.findings.append(ended(before, .gone)) }
        continue
      }
      switch unit.verdict {
      case .kept:
        if let before = tracked.finding { result.findings.append(ended(before, putRight(before, unit))) }
      case .broken:
        guard !isInWindow else { continue }
        var finding = try names.finding(unit, rule: rule, window: window)
        finding.isCarried = true
        if let before = tracked.finding { repeated(&finding, before, unit) }
        result.findings.append(finding)
      case .undetermined:
        // Neither broken nor put right: the next check asks again.
        units[key] = PendingUnit(key: key, rule: tracked.rule, day: tracked.day)
      }
    }
    result.pending = units.values.sorted { $0.key < $1.key }
    result.followUp = Self.count(result.findings)
  }

  /// Broken again: known where nothing can be done about it any more.
  private func repeated(_ finding: inout Finding, _ before: Finding, _ unit: JudgedUnit) {
    let isMendable = Rule.named(finding.rule)?.isMendable(unit) ?? true
    finding.state = isMendable ? .repeated : .known
    finding.times = before.times + 1
  }

  /// Late only if by the kindest reading it was put right after the day that the check before had set.
  private func putRight(_ before: Finding, _ unit: JudgedUnit) -> Finding.State {
    guard let deadline = before.mendBy, let mended = unit.evidence["mended_from"], mended > 0 else { return .putRight }
    return LocalMoment(seconds: mended).date > deadline ? .putRightLate : .putRight
  }

  private func ended(_ before: Finding, _ state: Finding.State) -> Finding {
    var finding = before
    finding.state = state
    finding.mend = ""
    finding.mendBy = nil
    return finding
  }

  private static func count(_ findings: [Finding]) -> FollowUpCounts {
    var counts = FollowUpCounts()
    for finding in findings {
      switch finding.state {
      case .new: counts.new += 1
      case .repeated: counts.repeated += 1
      case .known: break
      case .putRight, .putRightLate: counts.putRight += 1
      case .gone: counts.gone += 1
      }
    }
    return counts
  }
}
