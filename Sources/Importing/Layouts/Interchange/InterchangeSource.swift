import Journal

/// One table of an export before anybody knows which it is, in the form that `InterchangeReader` reads: whatever it came
/// in (a CSV file, a sheet of a workbook, a list of JSON), its rows are a text table whose first row names the columns.
struct InterchangeSource: Sendable {
  /// The table's own name, as a file, a sheet or a member has it; it settles what columns alone leave open.
  let name: String
  /// As the places of its facts name it; empty for a file of its own.
  let sheet: String
  let rows: CSVReader
  /// How a row's number in `rows` becomes the one that a person counts.
  var rowOffset = 0
  /// The columns' names where a column has no letter, as in JSON: a problem's place is the value's path then.
  var fields: [String]?
  /// Rows that are none.
  var rejected: [ImportProblem] = []

  /// A text table as it is.
  init(name: String, rows: CSVReader) {
    self.name = name
    sheet = ""
    self.rows = rows
  }

  /// No table has so many columns, even with some of the school's own.
  static let widest = 100

  /// The first `limit` rows of a sheet of cells; they keep their numbers. Nil for a sheet without cells, and for one whose
  /// first row is wider than any table's.
  init?(sheet: SheetText, limit: Int) throws {
    let rows = 1..<(sheet.rowCount + 1)
    let widths = rows.lazy.map { sheet.columnCount(row: $0) }
    guard let header = widths.first(where: { $0 > 0 }), header <= InterchangeSource.widest else { return nil }
    var text = TableText()
    for row in rows.prefix(limit) {
      let width = sheet.columnCount(row: row)
      var cells = (0..<min(width, InterchangeSource.widest)).map { sheet[row, $0 + 1] }
      // One value beyond the columns refuses the row as well as it would in its own place.
      if width > cells.count { cells.append(sheet[row, width]) }
      text.add(cells)
    }
    name = sheet.name
    self.sheet = sheet.name
    self.rows = try text.reader()
  }

  init(name: String, sheet: String, rows: CSVReader, rowOffset: Int, fields: [String], rejected: [ImportProblem]) {
    self.name = name
    self.sheet = sheet
    self.rows = rows
    self.rowOffset = rowOffset
    self.fields = fields
    self.rejected = rejected
  }

  /// A problem of `rows` where a person finds it.
  func placed(_ problem: ImportProblem) -> ImportProblem {
    guard !sheet.isEmpty else { return problem }
    var problem = problem
    let column = problem.place.column
    problem.place.sheet = sheet
    problem.place.row = problem.place.row.flatMap { $0 + rowOffset > 0 ? $0 + rowOffset : nil }
    guard let fields else { return problem }
    problem.place.column = nil
    guard let column, (1...max(fields.count, 1)).contains(column) else { return problem }
    problem.place.sheet = "\(sheet)[\(problem.place.row.map { String($0 - 1) } ?? "")].\(fields[column - 1])"
    return problem
  }
}

/// A text table in the making.
struct TableText {
  private var bytes: [UInt8] = []

  /// Adds a row; one without cells is a blank line, which keeps the numbers of those after it.
  mutating func add(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      guard cell.utf8.contains(where: { "\",;\t\r\n".utf8.contains($0) }) else {
        bytes.append(contentsOf: cell.utf8)
        continue
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(10)
  }

  func reader() throws -> CSVReader { try CSVReader(FileBytes(bytes)) }
}
