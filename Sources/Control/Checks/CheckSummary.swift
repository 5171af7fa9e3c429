import Journal
import JournalStore

/// A registered check in figures.
public struct CheckSummary: Sendable, Hashable {
  public var check: RegisteredCheck
  /// Units of all rules with a determined verdict, and those that are right.
  public var judged = 0
  public var kept = 0
  /// Findings that the school does not accept, by what became of them; `known` ones cannot be mended.
  public var new = 0
  public var repeated = 0
  public var known = 0
  public var putRight = 0
  public var gone = 0
  public var undetermined = 0
  /// Exports whose facts it could see.
  public var sources = 0
  /// SHA-256 over rules, norms and exports, in hexadecimal digits.
  public var inputsDigest = ""

  /// Broken at as-of.
  public var open: Int { new + repeated + known }
}

extension Control {
  /// All registered checks in figures, oldest as-of first.
  public static func checkSummaries(_ store: JournalStore) throws -> [CheckSummary] {
    let counts = try store.database.prepare(
      """
      SELECT c.inputs_digest, (SELECT count(*) FROM check_source s WHERE s.registered_check = c.id),
        (SELECT coalesce(sum(r.kept), 0) FROM check_rule r WHERE r.registered_check = c.id),
        (SELECT coalesce(sum(r.kept + r.broken + r.waived), 0) FROM check_rule r WHERE r.registered_check = c.id),
        (SELECT coalesce(sum(r.undetermined), 0) FROM check_rule r WHERE r.registered_check = c.id)
      FROM registered_check c WHERE c.id = ?1
      """)
    let states = try store.database.prepare(
      """
      SELECT state, count(*) FROM finding WHERE registered_check = ?1 AND waiver IS NULL GROUP BY state ORDER BY state
      """)
    return try registeredChecks(store).map { check in
      var summary = CheckSummary(check: check)
      try counts.bind(check.id, at: 1)
      if try counts.step() {
        summary.inputsDigest = counts.text(0)
        summary.sources = Int(counts.integer(1))
        summary.kept = Int(counts.integer(2))
        summary.judged = Int(counts.integer(3))
        summary.undetermined = Int(counts.integer(4))
      }
      counts.reset()
      try states.bind(check.id, at: 1)
      while try states.step() {
        let count = Int(states.integer(1))
        switch Finding.State(rawValue: states.text(0)) {
        case .new: summary.new = count
        case .repeated: summary.repeated = count
        case .known: summary.known = count
        case .putRight, .putRightLate: summary.putRight += count
        case .gone: summary.gone = count
        default: break
        }
      }
      states.reset()
      return summary
    }
  }

  /// The registered check of this number; throws `ControlError` (usage) with the numbers there are.
  public static func registeredCheck(_ number: Int64, in store: JournalStore) throws -> RegisteredCheck {
    let all = try registeredChecks(store)
    guard let check = all.first(where: { $0.id == number }) else {
      let known = all.map { "\($0.id) (на \($0.asOf.russian))" }.joined(separator: ", ")
      throw ControlError(
        .usage, "Проверки № \(number) нет.",
        hint: known.isEmpty ? "Зарегистрированных проверок ещё нет: zavuch check --register." : "Есть: \(known).")
    }
    return check
  }
}
