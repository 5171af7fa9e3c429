import Journal
import JournalStore

extension PreparedUnits {
  static let classHourCreation =
    "CREATE TEMP TABLE control_class_hour (item INTEGER PRIMARY KEY, has_topic INTEGER, has_direction INTEGER)"

  static func fillClassHours(_ database: Database, _ window: CheckWindow) throws {
    let rows = try database.prepare(
      "SELECT id, topic, direction FROM class_hour WHERE day BETWEEN ?1 AND ?2 ORDER BY id")
    try rows.bind(window.from.days, at: 1)
    try rows.bind(window.to.days, at: 2)
    let insert = try database.prepare("INSERT INTO control_class_hour VALUES (?1, ?2, ?3)")
    while try rows.step() {
      try insert.bind(rows.integer(0), at: 1)
      for column: Int32 in 1...2 {
        let isThere = rows.optionalText(column).map { !FillerText.isFiller($0) } ?? false
        try insert.bind(isThere ? 1 : 0, at: column + 1)
      }
      try insert.run()
    }
  }
}
