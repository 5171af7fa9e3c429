import Journal

/// A small sheet as a layout sees it: texts by row and column from 1, empty where there is nothing.
struct SheetText: Sendable {
  let name: String
  /// Rows from 1; a row's texts by column from 1 at index 0.
  private var rows: [[String?]]

  init(name: String) {
    self.name = name
    rows = []
  }

  var rowCount: Int { rows.count }

  func columnCount(row: Int) -> Int { row <= rows.count ? rows[row - 1].count : 0 }

  subscript(row: Int, column: Int) -> String {
    guard row >= 1, row <= rows.count, column >= 1, column <= rows[row - 1].count else { return "" }
    return rows[row - 1][column - 1] ?? ""
  }

  /// Whether no cell holds anything: people's programs add such sheets.
  var isBlank: Bool { rows.allSatisfy { $0.allSatisfy { CodeFolding.collapse($0 ?? "").isEmpty } } }

  /// Whether the file has the cell, be its text empty.
  func has(row: Int, column: Int) -> Bool {
    row >= 1 && row <= rows.count && column >= 1 && column <= rows[row - 1].count && rows[row - 1][column - 1] != nil
  }

  /// Cells may come in any order; gaps are filled with nothing.
  mutating func set(_ text: String, row: Int, column: Int) {
    while rows.count < row { rows.append([]) }
    while rows[row - 1].count < column { rows[row - 1].append(nil) }
    rows[row - 1][column - 1] = text
  }

  init(_ grid: SheetGrid) {
    self.init(name: grid.name)
    for cell in grid.cells { set(cell.text, row: cell.row, column: cell.column) }
  }
}
