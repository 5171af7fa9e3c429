import Journal

/// A table while its page is read: where the next cell stands, with those that span into its row.
struct HTMLTable {
  let name: String
  private var cells: [RawCell] = []
  private var merges: [CellRange] = []
  private var row = 0
  private var column = 0
  private var isInRow = false
  /// By column from 0: the last row that a cell takes there.
  private var taken: [Int] = []
  /// The open cell.
  private var range: CellRange?
  var text = HTMLText()

  init(name: String) {
    self.name = name
  }

  var isInCell: Bool { range != nil }

  /// Ranges end with the table, whatever their `rowspan` says.
  var grid: SheetGrid {
    let merges = merges.compactMap { range in
      let rows = range.rows.clamped(to: 1...max(row, 1))
      return rows.count * range.columns.count > 1 ? CellRange(rows: rows, columns: range.columns) : nil
    }
    return SheetGrid(name: name, cells: cells, merges: merges)
  }

  mutating func beginRow() throws {
    endRow()
    row += 1
    column = 0
    isInRow = true
    guard CellReference.rows ~= row else { throw tooLarge("строк") }
  }

  mutating func endRow() {
    endCell()
    isInRow = false
  }

  /// The bounds of the spans are HTML's own (4.9.11).
  mutating func beginCell(columns: Int?, rows: Int?) throws {
    if isInRow { endCell() } else { try beginRow() }
    repeat { column += 1 } while column <= taken.count && taken[column - 1] >= row
    let last = column + min(max(columns ?? 1, 1), 1000) - 1
    guard CellReference.columns ~= last else { throw tooLarge("столбцов") }
    // None is "to the end of the table".
    let lastRow = row + (rows == 0 ? 65_534 : min(rows ?? 1, 65_534)) - 1
    if taken.count < last { taken += [Int](repeating: 0, count: last - taken.count) }
    for place in column...last { taken[place - 1] = lastRow }
    let range = CellRange(rows: row...lastRow, columns: column...last)
    if lastRow > row || last > column { merges.append(range) }
    self.range = range
    column = last
    text = HTMLText()
  }

  mutating func endCell() {
    guard let range else { return }
    self.range = nil
    let text = text.string
    guard !text.isEmpty else { return }
    cells.append(
      RawCell(row: range.rows.lowerBound, column: range.columns.lowerBound, kind: .text, text: text))
  }

  private func tooLarge(_ what: String) -> ImportProblem {
    ImportProblem(
      "в таблице больше \(what), чем бывает", hint: "Скачайте файл заново или сохраните его как .xlsx.",
      at: CellPlace(sheet: name, row: row, column: column > 0 ? column : nil))
  }
}
