import JournalStore

/// A shared table of whole numbers, made by one connection and handed to another.
struct UnitTable: Sendable {
  let name: String
  let columns: [String]

  /// The first column is its key.
  var creation: String {
    let columns = columns.enumerated().map { $0 == 0 ? "\($1) INTEGER PRIMARY KEY" : "\($1) INTEGER" }
    return "CREATE TEMP TABLE \(name) (\(columns.joined(separator: ", ")))"
  }

  /// Makes the table on a connection of its own, on another core, and reads it row by row. Inside `Database.reading` of
  /// the caller both connections see the same state of the file.
  static func madeApart(
    _ units: PreparedUnits, path: String, window: CheckWindow, settings: ControlSettings
  ) -> Background<Result<[Int64], any Error>> {
    Background {
      Result {
        guard let table = units.madeApart else { return [] }
        let runner = try RuleRunner(try Database(path: path, mode: .readOnly), window: window, settings: settings)
        try runner.prepare(units)
        let columns = table.columns.joined(separator: ", ")
        let statement = try runner.database.prepare(
          "SELECT \(columns) FROM \(table.name) ORDER BY \(table.columns[0])")
        var values: [Int64] = []
        while try statement.step() {
          for column in 0..<statement.columnCount { values.append(statement.integer(column)) }
        }
        return values
      }
    }
  }

  /// Makes the table here of what `madeApart` read.
  func fill(_ database: Database, _ values: [Int64]) throws {
    try database.execute(creation)
    let width = columns.count
    try RowInserter(database, table: name, columns: columns).insert(count: values.count / width) {
      row, statement, after in
      for column in 0..<width { try statement.bind(values[row * width + column], at: after + Int32(column + 1)) }
    }
  }
}
