import Journal

/// What reports say of accounts: each state is held against that of the report before, and kept.
struct AccountStates {
  enum Change {
    case new, changed, same
  }

  private let before: Statement
  private let insertion: Statement
  private static let values = [
    "site", "mobile", "ios", "android", "last_login", "last_login_at", "last_view", "last_view_at",
  ]

  init(_ database: Database) throws(StoreError) {
    before = try database.prepare(
      """
      SELECT \(Self.values.joined(separator: ", "))
      FROM account_state s JOIN activity_report r ON r.id = s.report
      WHERE s.account = ?1 AND r.taken_at < ?2 ORDER BY r.taken_at DESC, r.id DESC LIMIT 1
      """)
    insertion = try database.prepare(
      """
      INSERT OR REPLACE INTO account_state (\(Self.values.joined(separator: ", ")), last_login_raw, last_view_raw, is_whole,
        sheet_row, account, report)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
      """)
  }

  /// Against the nearest report made before `taken`; of one that lacks the account, or shows it without a login, it is new.
  func change(of account: Int64, to fact: AccountFact, before taken: LocalMoment) throws -> Change {
    try before.bind(account, at: 1)
    try before.bind(taken.seconds, at: 2)
    defer { before.reset() }
    guard try before.step() else { return .new }
    let known = (0..<Int32(Self.values.count)).map { before.optionalInteger($0) }
    guard known.prefix(LoginCounter.allCases.count).contains(where: { $0 ?? 0 > 0 }) else { return .new }
    return known == Self.values(of: fact) ? .same : .changed
  }

  func insert(_ fact: AccountFact, as account: Int64, in report: Int64) throws {
    var index: Int32 = 0
    for value in Self.values(of: fact) {
      index += 1
      try insertion.bind(value, at: index)
    }
    try insertion.bind(fact.lastLogin?.raw, at: index + 1)
    try insertion.bind(fact.lastView?.raw, at: index + 2)
    try insertion.bind(fact.isWhole ? 1 : 0, at: index + 3)
    try insertion.bind(fact.row, at: index + 4)
    try insertion.bind(account, at: index + 5)
    try insertion.bind(report, at: index + 6)
    try insertion.run()
  }

  private static func values(of fact: AccountFact) -> [Int64?] {
    fact.counters.map { $0.map(Int64.init) }
      + [fact.lastLogin, fact.lastView].flatMap { seen -> [Int64?] in
        [seen.map { $0.day?.stored ?? 0 }, seen?.moment?.seconds]
      }
  }
}
