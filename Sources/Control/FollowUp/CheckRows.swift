import JournalStore

/// What a registered check tells, to compare two results: everything but the files it was made from.
enum CheckRows {
  static let tables = [
    "check_rule", "check_class", "check_teacher", "finding_teacher", "finding", "pending_unit", "check_scope",
  ]

  static func read(_ check: Int64, _ database: Database) throws -> [String] {
    var rows: [String] = []
    for table in tables {
      let statement = try database.prepare("SELECT * FROM \(table) WHERE registered_check = ?1")
      try statement.bind(check, at: 1)
      while try statement.step() {
        // Every column after the check's own id.
        let cells = (1..<statement.columnCount).map { statement.optionalText($0).map { "=\($0)" } ?? "" }
        rows.append(table + "\u{1}" + cells.joined(separator: "\u{1}"))
      }
    }
    return rows.sorted()
  }
}
