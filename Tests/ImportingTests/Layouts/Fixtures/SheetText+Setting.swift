@testable import Importing

extension SheetText {
  /// A sheet to be filled by hand.
  init(name: String) {
    self.init(SheetGrid(name: name, cells: []))
  }

  mutating func set(_ text: String, row: Int, column: Int) {
    let others = cells.filter { ($0.row, $0.column) != (row, column) }
    let cell = RawCell(row: row, column: column, kind: .text, text: text)
    let ordered = (others + [cell]).sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    self = SheetText(SheetGrid(name: name, cells: ordered))
  }

  private var cells: [RawCell] {
    guard rowCount > 0 else { return [] }
    return (1...rowCount).flatMap { row in
      (0..<columnCount(row: row)).compactMap { column in
        has(row: row, column: column + 1)
          ? RawCell(row: row, column: column + 1, kind: .text, text: self[row, column + 1]) : nil
      }
    }
  }
}
