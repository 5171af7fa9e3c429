import Journal
import JournalStore

/// What became of the findings and pending units of the registered check before (CONTROL 3).
///
/// A tracked unit that is in the window is judged there; the others over a window widened back to them. A rule whose
/// verdict rests on the window (inactive teachers, logins) so asks of a unit outside it: from the beginning of the window
/// in which it was found, until now.
final class FollowUp {
  /// A finding that was open, or a unit that was pending, at the check before.
  struct Tracked {
    var rule: String
    /// Nil for a pending unit.
    var finding: Finding?
    var day: CivilDate
  }

  private let window: CheckWindow
  private let book: RuleBook
  private let database: Database
  private(set) var tracked: [String: Tracked] = [:]
  private(set) var hints: TrackingHints
  /// The id of the check before; nil where there is none.
  let previous: Int64?

  /// Verdicts of tracked units, and whether the unit is in the window.
  private var judged: [String: (unit: JudgedUnit, isInWindow: Bool)] = [:]

  init(_ store: JournalStore, window: CheckWindow, book: RuleBook) throws {
    self.window = window
    self.book = book
    database = store.database
    previous = try RegisteredChecks.before(window, database)
    hints = TrackingHints(joinedPupils: try previous == nil ? [:] : Self.joinedPupils(database))
    guard let previous else { return }
    for open in try RegisteredChecks.openFindings(previous, database) {
      track(open.finding.key, Tracked(rule: open.finding.rule, finding: open.finding, day: open.day))
    }
    let pending = try RegisteredChecks.pendingUnits(previous, database).filter { tracked[$0.key] == nil }
    let earlier = try FollowUp.findings(of: Set(pending.map(\.key)), before: previous, database)
    for unit in pending { track(unit.key, Tracked(rule: unit.rule, finding: earlier[unit.key], day: unit.day)) }
  }

  /// The findings that units were before they became undetermined, by key: of the last check that did not leave them
  /// pending.
  private static func findings(
    of pending: Set<String>, before check: Int64, _ database: Database
  ) throws -> [String: Finding] {
    var found: [String: Finding] = [:]
    var (wanted, current) = (pending, check)
    while !wanted.isEmpty,
      let earlier = try RegisteredChecks.read("WHERE id = ?1", database, [current]).first?.previous
    {
      for open in try RegisteredChecks.openFindings(earlier, database) where wanted.contains(open.finding.key) {
        found[open.finding.key] = open.finding
      }
      wanted.formIntersection(try RegisteredChecks.pendingUnits(earlier, database).map(\.key))
      current = earlier
    }
    return found
  }

  private static func joinedPupils(_ database: Database) throws -> [Int64: [Int64]] {
    let statement = try database.prepare("SELECT same_as, id FROM pupil WHERE same_as IS NOT NULL ORDER BY id")
    var joined: [Int64: [Int64]] = [:]
    while try statement.step() { joined[statement.integer(0), default: []].append(statement.integer(1)) }
    return joined
  }

  private func track(_ key: String, _ unit: Tracked) {
    tracked[key] = unit
    hints.add(unit.finding, rule: unit.rule, day: unit.day)
  }

  /// A unit of the window.
  func see(_ unit: JudgedUnit, rule: Rule, names: NameBook) throws {
    try see(unit, rule, isInWindow: true, names) { _ in true }
  }

  private func see(
    _ unit: JudgedUnit, _ rule: Rule, isInWindow: Bool, _ names: NameBook, where isWanted: (Tracked) -> Bool
  ) throws {
    guard hints.mayTrack(unit, rule) else { return }
    let key = try names.key(of: unit, rule: rule)
    if let unitTracked = tracked[key], isWanted(unitTracked), judged[key] == nil { judged[key] = (unit, isInWindow) }
  }

  /// Judges again, outside the window, what the window did not hold. What is not found among the lessons and periods
  /// that the check before named is looked for everywhere before it is called gone.
  func judgeRest(rules: [Rule], settings: ControlSettings, names: NameBook) throws {
    guard let previous else { return }
    let bound = rules.filter(\.unit.isBoundToWindow)
    let others = rules.filter { !$0.unit.isBoundToWindow }
    for day in Set(missing(bound).map(\.day)).sorted() {
      try judge(bound, settings: settings, isNarrowed: false, names) { $0.day == day }
    }
    try narrow(previous)
    for isNarrowed in [true, false] {
      try judge(others, settings: settings, isNarrowed: isNarrowed, names) { _ in true }
    }
  }

  private func missing(_ rules: [Rule]) -> [Tracked] {
    tracked.filter { key, unit in judged[key] == nil && rules.contains { $0.id == unit.rule } }.map(\.value)
  }

  /// Over a window from the first day of what is wanted and missing, to as-of.
  private func judge(
    _ rules: [Rule], settings: ControlSettings, isNarrowed: Bool, _ names: NameBook,
    where isWanted: (Tracked) -> Bool
  ) throws {
    let wanted = missing(rules).filter(isWanted)
    guard let first = wanted.map(\.day).min() else { return }
    let widened = CheckWindow(asOf: window.asOf, from: min(first, window.from), to: window.asOf)
    let runner = try RuleRunner(database, window: widened, settings: settings, book: book, isNarrowed: isNarrowed)
    for rule in rules where wanted.contains(where: { $0.rule == rule.id }) {
      guard try runner.reasonNotToRun(rule) == nil else { continue }
      let isRead = { (unit: JudgedUnit) in self.hints.mayTrack(unit, rule) }
      try runner.run(rule, evidenceOf: isRead) {
        try see($0, rule, isInWindow: false, names, where: isWanted)
      }
    }
  }

  /// The lessons and periods that the open findings and pending units of the check before can be about.
  private func narrow(_ check: Int64) throws {
    for sql in [
      "DROP TABLE IF EXISTS temp.control_tracked_lesson", "DROP TABLE IF EXISTS temp.control_tracked_period",
      "CREATE TEMP TABLE control_tracked_lesson (lesson INTEGER PRIMARY KEY)",
      """
      INSERT INTO control_tracked_lesson
      SELECT lesson FROM finding WHERE registered_check = \(check) AND lesson IS NOT NULL
      UNION
      SELECT l.id FROM finding f JOIN lesson l ON l.held_on = f.day
      WHERE f.registered_check = \(check) AND f.lesson IS NULL AND (l.study_class = f.study_class
        OR EXISTS (SELECT 1 FROM membership g WHERE g.study_group = l.study_group AND g.pupil = f.pupil))
      UNION
      SELECT l.id FROM pending_unit p JOIN lesson l ON l.held_on = p.day WHERE p.registered_check = \(check)
      """,
      "CREATE TEMP TABLE control_tracked_period (period INTEGER PRIMARY KEY)",
      """
      INSERT INTO control_tracked_period
      SELECT DISTINCT period FROM finding WHERE registered_check = \(check) AND period IS NOT NULL AND day IS NULL
      """,
      // Final marks of another source count too.
      "INSERT OR IGNORE INTO control_tracked_period \(joined("x.shown", to: "x.period"))",
      "INSERT OR IGNORE INTO control_tracked_period \(joined("x.period", to: "x.shown"))",
    ] { try database.execute(sql) }
  }

  private func joined(_ period: String, to tracked: String) -> String {
    "SELECT \(period) FROM period_same x WHERE \(tracked) IN (SELECT t.period FROM control_tracked_period t)"
  }

  /// Gives the result's findings their states, adds what was carried, put right or is gone, and what is still pending.
  func tell(
    _ result: inout CheckResult, rules: [Rule], pending: [(unit: JudgedUnit, rule: Rule)], names: NameBook
  ) throws {
    for index in result.findings.indices {
      let key = result.findings[index].key
      guard let before = tracked[key]?.finding, let unit = judged[key]?.unit else { continue }
      repeated(&result.findings[index], before, unit, rules)
    }
    var units: [String: PendingUnit] = [:]
    for (unit, rule) in pending {
      let key = try names.key(of: unit, rule: rule)
      units[key] = PendingUnit(
        key: key, rule: rule.id, day: unit.day.map { CivilDate(days: Int32($0)) } ?? window.from)
    }
    for (key, tracked) in tracked.sorted(by: { $0.key < $1.key }) {
      // A rule that the school has switched off or taken away says nothing of its findings.
      guard let rule = rules.first(where: { $0.id == tracked.rule }) else { continue }
      guard let (unit, isInWindow) = judged[key] else {
        if let before = tracked.finding { result.findings.append(ended(before, .gone)) }
        continue
      }
      switch unit.verdict {
      case .kept:
        if let before = tracked.finding { result.findings.append(ended(before, putRight(before, unit))) }
      case .broken, .waived:
        guard !isInWindow else { continue }
        var finding = try names.finding(unit, rule: rule, window: window)
        finding.isCarried = true
        if let before = tracked.finding { repeated(&finding, before, unit, rules) }
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
  private func repeated(_ finding: inout Finding, _ before: Finding, _ unit: JudgedUnit, _ rules: [Rule]) {
    let isMendable = rules.first { $0.id == finding.rule }?.isMendable(unit) ?? true
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
    for finding in findings where finding.waiver == nil {
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
