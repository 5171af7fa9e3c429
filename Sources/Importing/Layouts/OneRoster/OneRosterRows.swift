import Journal

/// The rows of one file of a bundle.
struct OneRosterRows {
  let table: OneRosterTable
  let file: Int
  let sheet: Int32
  private let columns: [String: Int]
  private let rows: [Row]
  /// How dates with slashes are written: nil where nothing in the file tells.
  private let isDayFirst: Bool?

  struct Row {
    let number: Int
    fileprivate let cells: [String]
  }

  init(_ table: OneRosterTable, _ csv: CSVReader, file: Int, sheet: Int32) throws {
    self.table = table
    self.file = file
    self.sheet = sheet
    let header = try csv.header()
    columns = Dictionary(header.names.enumerated().map { (OneRosterTable.fold($1), $0) }) { first, _ in first }
    var rows: [Row] = []
    try csv.forEachRow { row in
      guard row.number > header.row, !row.isBlank else { return }
      rows.append(Row(number: row.number, cells: (0..<row.count).map { CodeFolding.collapse(row.string($0)) }))
    }
    self.rows = rows
    isDayFirst = OneRosterRows.order(of: rows)
  }

  /// Rows that are not marked for deletion.
  var active: [Row] { rows.filter { text($0, "status")?.lowercased() != "tobedeleted" } }

  var deleted: [Row] { rows.filter { text($0, "status")?.lowercased() == "tobedeleted" } }

  func place(_ row: Row) -> FactPlace { FactPlace(sheet: sheet, row: Int32(row.number)) }

  /// Nil for an empty cell and for a column that is not there.
  func text(_ row: Row, _ column: String) -> String? {
    guard let index = columns[column], index < row.cells.count, !row.cells[index].isEmpty else { return nil }
    return row.cells[index]
  }

  /// The parts of a cell that holds a list.
  func list(_ row: Row, _ column: String) -> [String] {
    (text(row, column) ?? "").split(separator: ",").map { CodeFolding.collapse($0) }.filter { !$0.isEmpty }
  }

  /// `YYYY-MM-DD`, also with a time; with slashes where the file tells their order, or it does not matter.
  func date(_ row: Row, _ column: String) -> CivilDate? {
    guard let text = text(row, column) else { return nil }
    if let date = LocalMoment(text)?.date { return date }
    guard let (first, second, year) = OneRosterRows.slashed(text) else { return nil }
    guard let isDayFirst = isDayFirst ?? (first == second ? true : nil) else { return nil }
    return CivilDate(year: year, month: isDayFirst ? second : first, day: isDayFirst ? first : second)
  }

  func moment(_ row: Row, _ column: String) -> LocalMoment? { text(row, column).flatMap { LocalMoment($0) } }

  func problem(_ row: Row, _ column: String, _ problem: String, _ hint: String) -> ImportProblem {
    let index = columns[column]
    return ImportProblem(
      problem, hint: hint, at: CellPlace(row: row.number, column: index.map { $0 + 1 }),
      raw: excerpt(text(row, column) ?? ""))
  }

  private static func slashed(_ text: String) -> (Int, Int, Int)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let first = parts[0], let second = parts[1], let year = parts[2], year > 999 else {
      return nil
    }
    return (first, second, year)
  }

  /// One day above 12 tells the order for the whole file; two orders in one file tell nothing.
  private static func order(of rows: [Row]) -> Bool? {
    var (days, months) = (false, false)
    for text in rows.lazy.flatMap(\.cells) {
      guard let (first, second, _) = slashed(text) else { continue }
      if first > 12 { days = true }
      if second > 12 { months = true }
    }
    return days == months ? nil : days
  }
}
