import Reporting

/// The rows of a table, each made when it is asked for: a list too long for memory is one too.
package struct TableBody: Sendable {
  package var count: Int
  package var row: @Sendable (Int) -> Table.Row

  package init(count: Int, row: @escaping @Sendable (Int) -> Table.Row) {
    self.count = count
    self.row = row
  }

  init(_ rows: [Table.Row]) {
    self.init(count: rows.count) { rows[$0] }
  }
}
