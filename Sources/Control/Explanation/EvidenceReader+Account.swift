import Journal

extension EvidenceReader {
  /// What every report says of the account, cell by cell, in order of the reports.
  func account(_ account: Int64) throws -> [EvidenceFact] {
    var facts: [EvidenceFact] = []
    for report in try reports(of: account) {
      facts += try lastSeen(account, report, "last_login", column: "login_column", "Последний вход")
      facts += try lastSeen(account, report, "last_view", column: "view_column", "Последний просмотр дневника")
      for (counter, told) in [
        ("site", ""), ("mobile", " (мобильное приложение)"), ("ios", " (приложение iOS)"),
        ("android", " (приложение Android)"),
      ] {
        facts += try read(
          .account,
          """
          SELECT 'Входов\(told) за \(report.days), отчёт на \(report.taken)', s.\(counter), NULL, NULL, NULL, NULL, NULL,
            r.sheet, s.sheet_row, r.\(counter)_column
          FROM account_state s JOIN activity_report r ON r.id = s.report
          WHERE s.account = ?1 AND s.report = ?2 AND s.\(counter) IS NOT NULL
          """, [account, report.id])
      }
    }
    return facts
  }

  private func lastSeen(
    _ account: Int64, _ report: Report, _ seen: String, column: String, _ title: String
  ) throws -> [EvidenceFact] {
    try read(
      .account,
      """
      SELECT '\(title), отчёт на \(report.taken)', s.\(seen)_raw, NULL, NULL, NULL, NULL, NULL, r.sheet, s.sheet_row,
        r.\(column)
      FROM account_state s JOIN activity_report r ON r.id = s.report
      WHERE s.account = ?1 AND s.report = ?2 AND s.\(seen) IS NOT NULL
      """, [account, report.id])
  }

  private struct Report {
    var id: Int64
    var days: String
    var taken: String
  }

  private func reports(of account: Int64) throws -> [Report] {
    let statement = try prepare(
      """
      SELECT r.id, r.from_day, r.to_day, r.taken_at FROM account_state s JOIN activity_report r ON r.id = s.report
      WHERE s.account = ?1 ORDER BY r.taken_at, r.from_day, r.id
      """, [account])
    var reports: [Report] = []
    while try statement.step() {
      let days = [1, 2].map { CivilDate(days: Int32(statement.integer($0))).russian }
      reports.append(
        Report(
          id: statement.integer(0), days: days.joined(separator: "–"),
          taken: LocalMoment(seconds: statement.integer(3)).russian))
    }
    return reports
  }
}
