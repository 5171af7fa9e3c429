import Journal
import JournalStore

/// Reads what a check keeps, for its dashboard.
struct DashboardReader {
  let database: Database
  let check: Int64

  /// Another check up to this one, with the shares of its metrics by rule.
  struct Past {
    var id: Int64
    var asOf: CivilDate
    var shares: [String: Value]
  }

  func head() throws -> (asOf: CivilDate, from: CivilDate, to: CivilDate, previous: CivilDate?, digest: String) {
    let row = try rows(
      """
      SELECT c.as_of, c.from_day, c.to_day, p.as_of, c.inputs_digest
      FROM registered_check c LEFT JOIN registered_check p ON p.id = c.previous WHERE c.id = :check
      """)
    guard try row.step() else { return (CivilDate(days: 0), CivilDate(days: 0), CivilDate(days: 0), nil, "") }
    return (
      date(row, 0) ?? CivilDate(days: 0), date(row, 1) ?? CivilDate(days: 0), date(row, 2) ?? CivilDate(days: 0),
      date(row, 3), row.text(4)
    )
  }

  /// This check and those before it, oldest first.
  func history() throws -> [Past] {
    let row = try rows(
      """
      SELECT c.id, c.as_of, r.rule, r.kept, \(ReportQuery.telling("r.kept + r.broken + r.waived", of: "r"))
      FROM registered_check this
      JOIN registered_check c ON (c.as_of, c.to_day, c.from_day) <= (this.as_of, this.to_day, this.from_day)
      LEFT JOIN check_rule r ON r.registered_check = c.id AND r.reason IS NULL
      WHERE this.id = :check
      ORDER BY c.as_of, c.to_day, c.from_day, c.id, r.position
      """)
    var history: [Past] = []
    while try row.step() {
      if history.last?.id != row.integer(0) {
        history.append(Past(id: row.integer(0), asOf: date(row, 1) ?? CivilDate(days: 0), shares: [:]))
      }
      guard let rule = row.optionalText(2) else { continue }
      history[history.count - 1].shares[rule] = .share(part: Int(row.integer(3)), whole: Int(row.integer(4)))
    }
    return history
  }

  func metrics(_ history: [Past], open: [String: Int]) throws -> [Dashboard.Metric] {
    let row = try rows(
      """
      SELECT r.rule, coalesce(nullif(r.demand, ''), r.title), r.clause, r.direction, r.units, r.norms, r.kept, r.broken,
        r.waived, r.undetermined, r.undetermined_reasons, r.reason, p.kept,
        \(ReportQuery.telling("p.kept + p.broken + p.waived", of: "p"))
      FROM (SELECT *, min(position) OVER (PARTITION BY direction) AS section FROM check_rule
        WHERE registered_check = :check) r
      JOIN registered_check c ON c.id = r.registered_check
      LEFT JOIN check_rule p ON p.registered_check = c.previous AND p.rule = r.rule AND p.reason IS NULL
      ORDER BY r.section, r.position
      """)
    var metrics: [Dashboard.Metric] = []
    while try row.step() {
      let rule = row.text(0)
      var metric = Dashboard.Metric(
        rule: rule, demand: row.text(1), clause: row.text(2), direction: row.text(3), units: row.text(4),
        norms: row.text(5), kept: Int(row.integer(6)), broken: Int(row.integer(7)), waived: Int(row.integer(8)),
        undetermined: Int(row.integer(9)), undeterminedReasons: row.text(10), reason: row.optionalText(11),
        open: open[rule] ?? 0, history: history.map { $0.shares[rule] ?? .empty }, change: .empty)
      let before = Value.share(part: Int(row.integer(12)), whole: Int(row.integer(13)))
      if metric.reason == nil, let now = metric.share.tenths, let then = before.tenths {
        metric.change = .points(tenths: now - then)
      }
      metrics.append(metric)
    }
    return metrics
  }

  /// Titles in the order of classes.
  func classes() throws -> [String] {
    let row = try rows("SELECT title FROM check_class WHERE registered_check = :check ORDER BY position")
    var titles: [String] = []
    while try row.step() { titles.append(row.text(0)) }
    return titles
  }

  func findings() throws -> [DashboardFinding] {
    let teachers = try teachers()
    let row = try rows(
      """
      SELECT f.position, f.key, f.rule, coalesce(r.title, f.rule), coalesce(r.severity, 'fault'), f.state, f.times,
        f.class_title, f.subject_name, f.day, f.sentence, f.mend, f.mend_by, f.waiver, coalesce(k.position, 1000000), f.is_carried
      FROM finding f
      LEFT JOIN check_rule r ON r.registered_check = f.registered_check AND r.rule = f.rule
      LEFT JOIN check_class k ON k.registered_check = f.registered_check AND k.study_class = f.study_class
      WHERE f.registered_check = :check ORDER BY f.position
      """)
    var findings: [DashboardFinding] = []
    while try row.step() {
      let waiver = row.optionalText(13)
      var state = DashboardFinding.State(rawValue: row.text(5)) ?? .new
      if state.isOpen, waiver != nil { state = .waived }
      if state == .known, row.integer(15) == 1 { state = .told }
      findings.append(
        DashboardFinding(
          key: row.text(1), rule: row.text(2), title: row.text(3),
          severity: DashboardFinding.Severity(rawValue: row.text(4)) ?? .fault,
          state: state, isCarried: row.integer(15) == 1, times: Int(row.integer(6)),
          className: row.text(7), subject: row.text(8), teachers: teachers[row.integer(0)] ?? [],
          classOrder: Int(row.integer(14)), day: date(row, 9), sentence: row.text(10), mend: row.text(11),
          mendBy: date(row, 12), waiver: waiver))
    }
    return findings
  }

  /// By the finding's position.
  private func teachers() throws -> [Int64: [String]] {
    let row = try rows(
      "SELECT finding, name FROM finding_teacher WHERE registered_check = :check ORDER BY finding, name, teacher")
    var teachers: [Int64: [String]] = [:]
    while try row.step() { teachers[row.integer(0), default: []].append(row.text(1)) }
    return teachers
  }

  private func rows(_ sql: String) throws -> Statement {
    let statement = try database.prepare(sql)
    try statement.bind(["check": check])
    return statement
  }

  private func date(_ row: Statement, _ column: Int32) -> CivilDate? {
    row.optionalInteger(column).map { CivilDate(days: Int32(clamping: $0)) }
  }
}

extension Value {
  /// Of a share, as it prints: tenths of a per cent, rounded half up.
  fileprivate var tenths: Int? {
    guard case .share(let part, let whole) = self, whole > 0 else { return nil }
    return (part * 2000 + whole) / (2 * whole)
  }
}
