/// Takes the sheets of a file that holds them all in one stream, in the file's order. What it throws ends the reading.
public protocol SheetReceiver: AnyObject {
  func beginSheet(_ name: String) throws
  /// By row, then by column, at most one a place.
  func cell(_ cell: RawCell) throws
  func endSheet(_ merges: [CellRange]) throws
}

/// Keeps the sheets in memory.
final class GridReceiver: SheetReceiver {
  private(set) var grids: [SheetGrid] = []
  private var name = ""
  private var cells: [RawCell] = []
  private let progress: ReadingProgress

  init(_ progress: ReadingProgress = ReadingProgress()) {
    self.progress = progress
  }

  func beginSheet(_ name: String) {
    self.name = name
    cells = []
  }

  func cell(_ cell: RawCell) {
    if cell.row != cells.last?.row { progress.row(cell.row) }
    cells.append(cell)
  }

  func endSheet(_ merges: [CellRange]) { grids.append(SheetGrid(name: name, cells: cells, merges: merges)) }
}
