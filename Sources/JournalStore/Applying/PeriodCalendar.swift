import Journal

/// Which reporting period of a class holds a day: the shortest kind that applies to its grade in that school year,
/// never the year (CONTROL 1).
struct PeriodCalendar {
  private struct Entry {
    var id: Int64
    var kind: Int64
    var start: Int64
    var end: Int64
  }
  private struct Key: Hashable {
    var grade: Int
    var schoolYear: Int
  }

  private var entries: [Key: [Entry]] = [:]

  init(_ database: Database) throws(StoreError) {
    let rows = try database.prepare(
      """
      SELECT id, kind, school_year, start_day, end_day, grade_from, grade_to FROM period
      WHERE start_day IS NOT NULL AND end_day IS NOT NULL AND kind <= 3 ORDER BY start_day, id
      """)
    while try rows.step() {
      let entry = Entry(id: rows.integer(0), kind: rows.integer(1), start: rows.integer(3), end: rows.integer(4))
      for grade in Int(rows.integer(5))...max(Int(rows.integer(5)), Int(rows.integer(6))) {
        entries[Key(grade: grade, schoolYear: Int(rows.integer(2))), default: []].append(entry)
      }
    }
    for (key, all) in entries {
      let shortest = all.map(\.kind).min()
      entries[key] = all.filter { $0.kind == shortest }
    }
  }

  func period(grade: Int, day: CivilDate) -> Int64? {
    entries[Key(grade: grade, schoolYear: day.schoolYear)]?.first { $0.start <= day.days && day.days <= $0.end }?.id
  }
}
