import Importing
import Journal

extension SheetGrid {
  /// What an oracle in Python prints of a sheet: its name, the cells by row and column, the merged ranges.
  var lines: [String] {
    ["sheet \(name)"] + cells.map { "\($0.row) \($0.column) \(SheetGrid.shown($0))" }
      + merges.map {
        "merge \($0.rows.lowerBound) \($0.rows.upperBound) \($0.columns.lowerBound) \($0.columns.upperBound)"
      }
  }

  private static func shown(_ cell: RawCell) -> String {
    switch cell.kind {
    case .text: "text \(cell.text)"
    case .number: "number \(Double(cell.text).map(\.description) ?? cell.text)"
    case .boolean: "boolean \(cell.text)"
    case .error: "error \(cell.text)"
    case .date: "date \(LocalMoment(cell.text)?.description ?? cell.text)"
    }
  }
}
