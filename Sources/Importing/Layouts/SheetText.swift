import Journal

/// A sheet as a layout sees it: texts by row and column from 1, empty where there is nothing. Gaps take no room, be a cell
/// in the last column that there is.
struct SheetText: Sendable {
  private let grid: SheetGrid

  init(_ grid: SheetGrid) {
    self.grid = grid
  }

  var name: String { grid.name }

  var rowCount: Int { grid.lastRow }

  func columnCount(row: Int) -> Int { grid.row(row).last?.column ?? 0 }

  subscript(row: Int, column: Int) -> String { grid.text(row: row, column: column) }

  /// Whether no cell holds anything: people's programs add such sheets.
  var isBlank: Bool { grid.cells.allSatisfy { CodeFolding.collapse($0.text).isEmpty } }

  /// Whether the file has the cell, be its text empty.
  func has(row: Int, column: Int) -> Bool { grid.cell(row: row, column: column) != nil }
}
