/// A look-alike of a Дневник.ру activity report, saved again as XLSX with its columns in another order.
struct ActivityBook {
  /// The last day that the report was made on, e.g. `2025-10-01`.
  var made: String
  var range = "01.08.2025 по 31.07.2026"
  /// Last login, site, iOS, name, roles, classes, last look at the diary.
  var accounts: [[String]]

  func book() -> JournalBook {
    var rows: [Int: [String]] = [
      1: ["Данные за промежуток с \(range)"], 3: ["Всего найдено: \(accounts.count)"],
      5: [
        "Последний вход", "Входы", "Входы (Мобильное приложение - родители и ученики iOS)", "Пользователь", "Роли",
        "Классы", "Последний просмотр дневника ребенка",
      ],
    ]
    for (index, account) in accounts.enumerated() { rows[6 + index] = account }
    return JournalBook(JournalBook.Sheet(name: "reportGlobalStatPersonal", rows: rows), created: "\(made)T07:00:00Z")
  }
}

extension Scratch {
  func write(_ report: ActivityBook, to name: String) throws { try write(report.book(), to: name) }
}
