/// A sheet in memory, for layouts that look to and fro. Cells that hold nothing take no room.
public struct SheetGrid: Sendable {
  public let name: String
  /// All cells that hold something, by row, then by column.
  public let cells: [RawCell]
  public let merges: [CellRange]
  /// The rows that hold something, in order, and where their cells lie in `cells`.
  private let rows: [(number: Int, cells: Range<Int>)]

  /// `cells` must be ordered by row, then by column, at most one a place.
  public init(name: String, cells: [RawCell], merges: [CellRange] = []) {
    self.name = name
    self.cells = cells
    self.merges = merges
    var rows: [(number: Int, cells: Range<Int>)] = []
    var start = 0
    for index in cells.indices where index + 1 == cells.count || cells[index + 1].row != cells[index].row {
      rows.append((cells[index].row, start..<(index + 1)))
      start = index + 1
    }
    self.rows = rows
  }

  /// The numbers of the rows that hold something, in order.
  public var rowNumbers: [Int] { rows.map(\.number) }

  /// 0 for an empty sheet.
  public var lastRow: Int { cells.last?.row ?? 0 }

  /// The cells of a row that hold something, from left to right.
  public func row(_ number: Int) -> ArraySlice<RawCell> {
    let found = rows.partitioningIndex { $0.number >= number }
    guard found < rows.count, rows[found].number == number else { return [] }
    return cells[rows[found].cells]
  }

  /// Nil for a cell that holds nothing. Rows and columns from 1.
  public func cell(row: Int, column: Int) -> RawCell? {
    let cells = self.row(row)
    let found = cells.partitioningIndex { $0.column >= column }
    return found < cells.endIndex && cells[found].column == column ? cells[found] : nil
  }

  /// Empty for a cell that holds nothing.
  public func text(row: Int, column: Int) -> String {
    cell(row: row, column: column)?.text ?? ""
  }
}

extension RandomAccessCollection {
  /// The first index whose element passes, when all that pass stand after all that do not.
  fileprivate func partitioningIndex(_ passes: (Element) -> Bool) -> Index {
    var (low, length) = (startIndex, count)
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if passes(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}
