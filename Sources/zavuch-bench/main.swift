import Importing
import Journal

// Reads a workbook to cells and keeps nothing: what `Scripts/bench-readers` compares with another reader.

/// Counts what there is, so that no reading can be left out.
final class CellCounter: SheetReceiver {
  private(set) var cells = 0
  private(set) var bytes = 0

  func beginSheet(_ name: String) {}
  func endSheet(_ merges: [CellRange]) {}

  func cell(_ cell: RawCell) {
    cells += 1
    bytes += cell.text.utf8.count
  }
}

guard CommandLine.arguments.count == 2 else { throw BenchError.usage }
let file = try FileBytes(path: CommandLine.arguments[1])
let counter = CellCounter()
switch FileKind(of: file) {
case .xlsx:
  let reader = try XLSXReader(file)
  for index in reader.sheets.indices { try reader.readSheet(index) { counter.cell($0) } }
case .ods: try ODSReader(file).read(counter)
default: throw BenchError.usage
}
print("\(counter.cells) cells, \(counter.bytes) bytes of text")

enum BenchError: Error { case usage }
