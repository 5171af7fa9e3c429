import Journal
import JournalStore

extension PreparedUnits {
  static let calendarCreation = [
    "CREATE TEMP TABLE control_week (monday INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE control_month (month INTEGER PRIMARY KEY, first_day INTEGER, last_day INTEGER)",
    "CREATE TEMP TABLE control_years_ago (years INTEGER PRIMARY KEY, day INTEGER)",
  ]

  /// What SQL is poor at: the calendar around a window, reckoned here.
  static func fillCalendar(_ database: Database, _ window: CheckWindow) throws {
    let days = (window.from.days...window.to.days).map { CivilDate(days: $0) }
    let mondays = days.filter { $0.weekday == 1 }.map { "(\($0.days))" }
    let months = days.filter { $0.advanced(by: 1).day == 1 }.map { last in
      "(\(last.year * 12 + last.month - 1), \(last.advanced(by: 1 - last.day).days), \(last.days))"
    }
    let years = (0...25).compactMap { years in
      window.asOf.yearsAgo(years).map { "(\(years), \($0.days))" }
    }
    for (table, rows) in [("control_week", mondays), ("control_month", months), ("control_years_ago", years)]
    where !rows.isEmpty {
      try database.execute("INSERT INTO \(table) VALUES \(rows.joined(separator: ", "))")
    }
  }
}

extension CivilDate {
  /// Who was born on that day or earlier is so many years old; of 29 February in other years the day before.
  fileprivate func yearsAgo(_ count: Int) -> CivilDate? {
    let (year, month, day) = components
    return CivilDate(year: year - count, month: month, day: day) ?? CivilDate(year: year - count, month: 2, day: 28)
  }
}
