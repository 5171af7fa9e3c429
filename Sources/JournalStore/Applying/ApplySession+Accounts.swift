import Journal

extension ApplySession {
  /// Activity reports: every account's state in each is kept. A fact of them that the import report counts is an account
  /// that logged in within the range: new where the report before did not have it, changed where what the report says of it
  /// is another than the report before said.
  func applyActivity() throws {
    let reports = batch.activity.filter { $0.school == school && !isKnownFile[Int(batch.sheets[Int($0.sheet)].file)] }
    guard !reports.isEmpty else { return }
    for report in reports {
      let file = batch.sheets[Int(report.sheet)].file
      guard let taken = batch.files[Int(file)].takenAt else { continue }
      let before = try vanishedAccounts(at: taken)
      let id = try insert(report, taken)
      try applyAccounts(of: report, id, taken)
      try coverAccounts(of: report, id)
      try compareAccounts()
      outcome.changes[Int(file)].vanished += max(0, try vanishedAccounts(at: taken) - before)
    }
    // Classes that only accounts name have their year from these.
    areNamesChanged = true
  }

  private func insert(_ report: ActivityReport, _ taken: LocalMoment) throws -> Int64 {
    let insert = try database.prepare(
      """
      INSERT INTO activity_report (sheet, taken_at, from_day, to_day, latest_day, complete_day, school_year, is_whole,
        site_column, mobile_column, ios_column, android_column, login_column, view_column)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) RETURNING id
      """)
    let day = taken.date
    let values: [Int64] =
      [
        sheetIds[Int(report.sheet)], taken.seconds, report.from.stored, report.to.stored,
        min(report.to, day).stored, min(report.to, day.advanced(by: -1)).stored, Int64(report.schoolYear),
        report.isWhole ? 1 : 0,
      ] + (report.columns.counters + [report.columns.lastLogin, report.columns.lastView]).map(Int64.init)
    for (index, value) in values.enumerated() { try insert.bind(value, at: Int32(index + 1)) }
    guard try insert.step() else { return 0 }
    defer { insert.reset() }
    return insert.integer(0)
  }

  private func applyAccounts(of report: ActivityReport, _ id: Int64, _ taken: LocalMoment) throws {
    let find = try database.prepare(
      """
      SELECT a.id, (SELECT max(r.taken_at) FROM account_state s JOIN activity_report r ON r.id = s.report
        WHERE s.account = a.id)
      FROM account a WHERE a.key = ?1
      """)
    let insert = try database.prepare(
      "INSERT INTO account (key, namesake, name, roles) VALUES (?1, ?2, ?3, ?4) RETURNING id")
    let rename = try database.prepare("UPDATE account SET name = ?2, roles = ?3 WHERE id = ?1")
    let leave = try database.prepare("DELETE FROM account_class WHERE account = ?1")
    let join = try database.prepare("INSERT INTO account_class (account, position, study_class) VALUES (?1, ?2, ?3)")
    let states = try AccountStates(database)
    for account in report.accounts {
      try find.bind(account.key, at: 1)
      let known = try find.step() ? (id: find.integer(0), shownAt: find.optionalInteger(1)) : nil
      find.reset()
      var row = known?.id ?? 0
      if known == nil {
        try insert.bind(account.key, at: 1)
        try insert.bind(account.namesake, at: 2)
        try insert.bind(account.name, at: 3)
        try insert.bind(account.roles.rawValue, at: 4)
        guard try insert.step() else { continue }
        row = insert.integer(0)
        insert.reset()
      } else if known?.shownAt ?? 0 <= taken.seconds {
        try rename.bind(row, at: 1)
        try rename.bind(account.name, at: 2)
        try rename.bind(account.roles.rawValue, at: 3)
        try rename.run()
      }
      if known?.shownAt ?? 0 <= taken.seconds {
        try leave.bind(row, at: 1)
        try leave.run()
        for (position, studyClass) in account.classes.compactMap({ self.id($0, in: classes) }).enumerated() {
          try join.bind(row, at: 1)
          try join.bind(position, at: 2)
          try join.bind(studyClass, at: 3)
          try join.run()
        }
      }
      if account.hasLogins {
        let place = FactPlace(sheet: report.sheet, row: account.row)
        switch try states.change(of: row, to: account, before: taken) {
        case .new: count(ChangeCounts(new: 1), at: place)
        case .changed: count(ChangeCounts(changed: 1), at: place)
        case .same: break
        }
      }
      try states.insert(account, as: row, in: id)
    }
  }

  /// A report that lacks rows proves of no account that it is not there.
  private func coverAccounts(of report: ActivityReport, _ id: Int64) throws {
    guard report.isWhole else { return }
    try database.execute(
      """
      INSERT OR IGNORE INTO activity_cover (report, roles, class_name)
      SELECT \(id), a.roles, coalesce(c.grade || c.letter, '')
      FROM account_state s JOIN account a ON a.id = s.account LEFT JOIN account_class k ON k.account = a.id
        LEFT JOIN study_class c ON c.id = k.study_class
      WHERE s.report = \(id)
      """)
  }

  /// What the reports together say of each account.
  private func compareAccounts() throws {
    let covers = """
      EXISTS (SELECT 1 FROM activity_cover v WHERE v.report = r.id AND (v.roles & account.roles) <> 0
        AND v.class_name IN (SELECT coalesce(c.grade || c.letter, '') FROM account x
          LEFT JOIN account_class k ON k.account = x.id LEFT JOIN study_class c ON c.id = k.study_class
          WHERE x.id = account.id))
      """
    func shown(_ end: String) -> String {
      """
      (SELECT \(end)(o.taken_at) FROM account_state s JOIN activity_report o ON o.id = s.report
        WHERE s.account = account.id)
      """
    }
    try database.execute(
      """
      UPDATE account SET
        appeared_after = (SELECT max(r.taken_at) FROM activity_report r WHERE r.taken_at < \(shown("min")) AND \(covers)),
        gone_by = (SELECT min(r.taken_at) FROM activity_report r WHERE r.taken_at > \(shown("max")) AND \(covers)),
        is_ambiguous = (SELECT CASE WHEN min(n.count) <> max(n.count) THEN 1 ELSE 0 END
          FROM (SELECT count(*) AS count FROM account b JOIN account_state s ON s.account = b.id
            WHERE b.namesake = account.namesake GROUP BY s.report) n)
      """)
  }

  /// Accounts with logins that end with the report of this moment.
  private func vanishedAccounts(at moment: LocalMoment) throws -> Int {
    Int(
      try database.integer(
        """
        SELECT count(*) FROM account a WHERE a.gone_by = \(moment.seconds) AND EXISTS (SELECT 1 FROM account_state s
          WHERE s.account = a.id AND max(coalesce(s.site, 0), coalesce(s.mobile, 0), coalesce(s.ios, 0),
            coalesce(s.android, 0)) > 0)
        """) ?? 0)
  }
}
