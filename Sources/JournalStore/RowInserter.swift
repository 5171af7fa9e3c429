/// Inserts rows many at a time: opening the table anew for each row would cost more than the row.
public struct RowInserter {
  private let single: Statement
  private let block: Statement
  private let columnCount: Int
  private static let rowsOfBlock = 16

  /// `constants` are columns that have the same SQL value in every row: they need no binding.
  public init(
    _ database: Database, table: String, columns: [String], constants: [(column: String, value: String)] = []
  ) throws(StoreError) {
    let row = "(\((columns.map { _ in "?" } + constants.map(\.value)).joined(separator: ", ")))"
    let names = (columns + constants.map(\.column)).joined(separator: ", ")
    // OR FAIL: a statement of many rows would else keep a journal of its own of every page, to undo itself; the whole
    // transaction is undone instead.
    let head = "INSERT OR FAIL INTO \(table) (\(names)) VALUES "
    single = try database.prepare(head + row)
    block = try database.prepare(
      head + Array(repeating: row, count: RowInserter.rowsOfBlock).joined(separator: ", "))
    columnCount = columns.count
  }

  /// `bind` binds the columns of a row, from 0, to the parameters that follow the given number.
  public func insert(count: Int, _ bind: (_ row: Int, _ statement: Statement, _ after: Int32) throws -> Void) throws {
    var next = 0
    while next < count {
      let isBlock = count - next >= RowInserter.rowsOfBlock
      let statement = isBlock ? block : single
      let rows = isBlock ? RowInserter.rowsOfBlock : 1
      for row in 0..<rows { try bind(next + row, statement, Int32(row * columnCount)) }
      try statement.run()
      next += rows
    }
  }
}
