import Journal
import JournalStore

/// Reads the rows that registered checks wrote.
struct ComparisonReader {
  typealias RuleCounts = (rule: String, demand: String, counts: UnitCounts?)

  let database: Database

  func rules(_ before: Int64, _ after: Int64) throws -> [CheckComparison.RulePair] {
    var pairs: [CheckComparison.RulePair] = []
    for (rule, demand, counts) in try counts(after) {
      pairs.append(.init(rule: rule, demand: demand, before: nil, after: counts))
    }
    for (rule, demand, counts) in try counts(before) {
      if let known = pairs.firstIndex(where: { $0.rule == rule }) {
        pairs[known].before = counts
      } else {
        pairs.append(.init(rule: rule, demand: demand, before: counts, after: nil))
      }
    }
    return pairs
  }

  /// In the check's order; no counts where the rule was not applicable.
  func counts(_ check: Int64) throws -> [RuleCounts] {
    let statement = try database.prepare(
      """
      SELECT rule, coalesce(nullif(demand, ''), title), checked, kept, broken, undetermined, waived, reason
      FROM check_rule WHERE registered_check = ?1 ORDER BY position
      """)
    try statement.bind(check, at: 1)
    var rows: [RuleCounts] = []
    while try statement.step() {
      var counts = UnitCounts()
      counts.checked = Int(statement.integer(2))
      counts.kept = Int(statement.integer(3))
      counts.broken = Int(statement.integer(4))
      counts.undetermined = Int(statement.integer(5))
      counts.waived = Int(statement.integer(6))
      rows.append((statement.text(0), statement.text(1), statement.optionalText(7) == nil ? counts : nil))
    }
    return rows
  }

  func remarks(_ before: RegisteredCheck, _ after: RegisteredCheck) throws -> [CheckComparison.Remark] {
    let open = try findings(before.id).filter(\.isOpen)
    let now = try findings(after.id).filter(\.isOpen)
    let known = Set(open.map(\.remark.key))
    let still = Set(now.map(\.remark.key))
    let ended = try ended(between: before, and: after)
    var remarks = now.map { finding in
      finding.remark.with(known.contains(finding.remark.key) ? .repeated : .new)
    }
    for finding in open where !still.contains(finding.remark.key) {
      remarks.append(finding.remark.with(ended[finding.remark.key] ?? .undetermined))
    }
    return CheckComparison.Remark.Fate.allCases.flatMap { fate in remarks.filter { $0.fate == fate } }
  }

  /// Keys of all findings, in order.
  func keys(_ check: Int64) throws -> [String] {
    let statement = try database.prepare(
      "SELECT key FROM finding WHERE registered_check = ?1 ORDER BY position")
    try statement.bind(check, at: 1)
    var keys: [String] = []
    while try statement.step() { keys.append(statement.text(0)) }
    return keys
  }

  private func findings(_ check: Int64) throws -> [(remark: CheckComparison.Remark, isOpen: Bool)] {
    let statement = try database.prepare(
      """
      SELECT key, rule, coalesce(class_title, ''), coalesce(subject_name, ''), day, teacher_names, sentence, times, state
      FROM finding WHERE registered_check = ?1 ORDER BY position
      """)
    try statement.bind(check, at: 1)
    var rows: [(CheckComparison.Remark, Bool)] = []
    while try statement.step() {
      let remark = CheckComparison.Remark(
        fate: .new, key: statement.text(0), rule: statement.text(1), className: statement.text(2),
        subjectName: statement.text(3), day: statement.optionalInteger(4).map { CivilDate(days: Int32($0)) },
        teachers: statement.text(5), sentence: statement.text(6), times: Int(statement.integer(7)))
      rows.append((remark, Finding.State(rawValue: statement.text(8))?.isOpen ?? false))
    }
    return rows
  }

  /// How findings ended in the checks after the earlier one, up to the later one; the last word counts.
  private func ended(
    between before: RegisteredCheck, and after: RegisteredCheck
  ) throws -> [String: CheckComparison.Remark.Fate] {
    let statement = try database.prepare(
      """
      SELECT f.key, f.state
      FROM registered_check c JOIN finding f ON f.registered_check = c.id
      WHERE (c.as_of > ?1 OR (c.as_of = ?1 AND c.to_day > ?2)) AND (c.as_of < ?3 OR (c.as_of = ?3 AND c.to_day <= ?4))
      ORDER BY c.as_of, c.to_day, c.from_day, f.position
      """)
    for (index, day) in [before.asOf, before.to, after.asOf, after.to].enumerated() {
      try statement.bind(day.days, at: Int32(index + 1))
    }
    var fates: [String: CheckComparison.Remark.Fate] = [:]
    while try statement.step() {
      switch Finding.State(rawValue: statement.text(1)) {
      case .putRight, .putRightLate: fates[statement.text(0)] = .putRight
      case .gone: fates[statement.text(0)] = .gone
      default: fates[statement.text(0)] = nil
      }
    }
    return fates
  }
}
