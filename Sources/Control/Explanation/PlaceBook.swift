import Journal
import JournalStore

/// Names the cells of the exports that facts came from.
final class PlaceBook {
  private let database: Database
  private var statement: Statement?
  private var sheets: [Int64: (path: String, name: String)] = [:]

  init(_ database: Database) {
    self.database = database
  }

  /// `column` 0: the row as a whole.
  func place(_ sheet: Int64, _ row: Int64, _ column: Int64) throws -> EvidencePlace {
    let (path, name) = try named(sheet)
    return EvidencePlace(
      path: path, sheet: name, row: Int(row), column: column > 0 ? CellPlace.columnLetters(Int(column)) : nil)
  }

  private func named(_ sheet: Int64) throws -> (path: String, name: String) {
    if let known = sheets[sheet] { return known }
    let statement =
      try statement
      ?? database.prepare(
        "SELECT f.path, s.name FROM source_sheet s JOIN source_file f ON f.id = s.file WHERE s.id = ?1")
    self.statement = statement
    try statement.bind(sheet, at: 1)
    defer { statement.reset() }
    let found =
      try statement.step() ? (path: statement.text(0), name: statement.text(1)) : (path: "хранилище", name: "")
    sheets[sheet] = found
    return found
  }
}
