import Journal

extension ExampleStore {
  /// A report of one account, which is the same in every report of its roles.
  @discardableResult
  func addReport(
    made: Int, from: Int, to: Int, logins: Int, last: Int?, of roles: AccountRoles, lastView: Int? = nil,
    isWhole: Bool = true
  ) throws -> Int64 {
    let report = (try store.database.integer("SELECT count(*) FROM activity_report") ?? 0) + 1
    let account = Int64(roles.rawValue)
    let taken = LocalMoment(RuleExample.date(made), hour: 21).seconds
    let complete = min(day(to), day(made - 1))
    try insert(
      "activity_report",
      [report, 1, taken, day(from), day(to), min(day(to), day(made)), complete, 2025, 1, 5, 6, 7, 8, 9, 10])
    if try store.database.integer("SELECT 1 FROM account WHERE id = \(account)") == nil {
      let key = "ИВАНОВ ПЁТР/\(roles.rawValue)/5А"
      try insert("account", [account, key, key, "Иванов Пётр", account, 0])
      try insert("account_class", [account, 1, 1])
    }
    let seen: [(any ExampleCell)?] = [last.map(day) ?? 0, nil, last.map { RuleExample.date($0).russian } ?? "-"]
    let view: [(any ExampleCell)?] = [lastView.map(day) ?? 0, nil, "-"]
    try insert("account_state", [account, report, logins, 0, 0, 0] + seen + view + [isWhole ? 1 : 0, 6])
    return account
  }
}
