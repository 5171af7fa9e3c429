import Journal

/// The rules about logins over activity reports, whose unit is the account (CONTROL 2): one with the role, which no report
/// made by as-of has lost and none made at the window's end or later still lacked.
///
/// - Kept: its last login or last look at the diary lies in the window; or a counter over a range inside the window is
///   above 0; or a counter grew between two reports of one first day, of which the first tells all logins before the
///   window and the second none after it.
/// - Broken, if its row could be read as a whole and its last look at the diary is of a day before the window: a report made
///   after the window's last day names a last login of a day before the window; or every counter over exactly the window's
///   days is 0; or none grew between two such reports, the second of which tells all logins of the window.
///
/// A report is believed of the days before the one it was made on: the site does not count the logins of that day
/// (`activity_report.complete_day`). A look at the diary without a login, by a session left open, is participation.
enum AccountSQL {
  static let reasons = [
    UndeterminedReason(code: 10, text: "отчёт об активности сделан не позже последнего дня периода контроля"),
    UndeterminedReason(
      code: 11,
      text: "последний вход или просмотр позже периода контроля: был ли вход в нём, по отчёту об активности не видно"),
    UndeterminedReason(code: 12, text: "в строке отчёта об активности есть нечитаемая ячейка"),
    UndeterminedReason(code: 13, text: "учётную запись нельзя отличить от другой с тем же именем"),
  ]

  static func requirement(_ role: AccountRoles, _ whose: String) -> Requirement {
    Requirement(
      select: """
        SELECT 1 FROM activity_report r WHERE r.from_day <= :to AND EXISTS (SELECT 1
          FROM account_state s JOIN account a ON a.id = s.account
          WHERE s.report = r.id AND (a.roles & \(role.rawValue)) <> 0)
        """,
      otherwise: "выгрузки не содержат входов \(whose)")
  }

  static func select(_ role: AccountRoles) -> String {
    """
    WITH state AS MATERIALIZED (
      SELECT s.*, r.from_day, r.to_day, r.latest_day, r.complete_day, r.taken_at,
        \(RuleSQL.day("r.taken_at")) AS taken_on
      FROM account_state s JOIN activity_report r ON r.id = s.report
    ), judged AS MATERIALIZED (
      SELECT a.id AS account, a.is_ambiguous,
        max(CASE WHEN \(isKept) THEN 1 ELSE 0 END) AS is_kept,
        max(CASE WHEN \(isBroken) THEN 1 ELSE 0 END) AS is_broken,
        max(CASE WHEN s.taken_on > :to AND s.is_whole = 1 THEN 1 ELSE 0 END) AS is_told,
        max(CASE WHEN s.taken_on > :to THEN 1 ELSE 0 END) AS is_late
      FROM account a JOIN state s ON s.account = a.id
      WHERE (a.roles & \(role.rawValue)) <> 0 AND (a.gone_by IS NULL OR a.gone_by > :evening)
        AND (a.appeared_after IS NULL OR \(RuleSQL.day("a.appeared_after")) < :to)
      GROUP BY a.id, a.is_ambiguous
    )
    SELECT CASE WHEN is_kept = 1 THEN 0 WHEN is_broken = 1 AND is_ambiguous = 0 THEN 1 END AS verdict,
      CASE WHEN is_broken = 1 THEN 13 WHEN is_late = 0 THEN 10 WHEN is_told = 1 THEN 11 ELSE 12 END AS reason,
      account
    FROM judged ORDER BY account
    """
  }

  /// The rule as it is asked of accounts; `whose` is one in the genitive.
  static func fallback(
    of rule: Rule, _ role: AccountRoles, whose: String, genitivePlural: String, blindSpots: String
  ) -> Rule {
    var own = rule
    own.title = "С учётной записи \(whose) не заходили в электронный дневник"
    own.demand = "С учётной записи \(whose) заходили в электронный дневник"
    own.unit = .account
    own.units = "учётных записей \(genitivePlural)"
    own.blindSpots = blindSpots
    own.requirements = [requirement(role, genitivePlural)]
    own.reasons = reasons
    own.select = select(role)
    own.sentence = {
      "\($0.accountName): за \($0.window.russian) входов с учётной записи в электронный дневник не было."
    }
    own.examples = []
    own.fallback = nil
    return own
  }

  private static let isKept = """
    s.last_login BETWEEN :from AND :to OR s.last_view BETWEEN :from AND :to
      OR (s.from_day >= :from AND s.latest_day <= :to AND \(logins("s")) > 0)
      OR (s.latest_day <= :to AND EXISTS (\(earlier) AND f.complete_day >= :from - 1
        AND (\(counters.map { "s.\($0) > e.\($0)" }.joined(separator: " OR ")))))
    """

  private static let isBroken = """
    s.is_whole = 1 AND coalesce(s.last_view, 0) < :from AND (
      (s.taken_on > :to AND s.last_login < :from)
      OR (s.from_day = :from AND s.to_day = :to AND s.complete_day >= :to AND \(logins("s")) = 0)
      OR (s.complete_day >= :to AND EXISTS (\(earlier) AND e.is_whole = 1 AND f.latest_day < :from
        AND \(counters.map { "coalesce(s.\($0), -1) = coalesce(e.\($0), -1)" }.joined(separator: " AND ")))))
    """

  /// The states `e` of the same account in earlier reports `f` that count from the same day.
  private static let earlier = """
    SELECT 1 FROM account_state e JOIN activity_report f ON f.id = e.report
    WHERE e.account = s.account AND f.from_day = s.from_day AND f.taken_at < s.taken_at
    """

  private static let counters = ["site", "mobile", "ios", "android"]

  private static func logins(_ t: String) -> String {
    "(\(counters.map { "coalesce(\(t).\($0), 0)" }.joined(separator: " + ")))"
  }
}
