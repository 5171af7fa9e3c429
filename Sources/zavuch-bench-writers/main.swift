import FoundationEssentials
import Journal
import Rendering
import Reporting

// Writes a table with one of the renderers, `FORMAT ROWS FILE`: what `Scripts/bench-pdf` and `Scripts/bench-workbooks` compare with
// other programs.

guard CommandLine.arguments.count == 4, let rows = Int(CommandLine.arguments[2]) else { throw BenchError.usage }
let file = URL(fileURLWithPath: CommandLine.arguments[3])
switch CommandLine.arguments[1] {
case "pdf":
  let made = LocalMoment.evening(of: CivilDate(days: 20_000))
  let document = ReportDocument(
    properties: DocumentProperties(title: "Журнал", author: "Школа", made: made, standard: .gost2016), isDraft: false,
    blocks: [.table(BenchTable.table(rows: rows))])
  try Data(PDFRenderer().render(document)).write(to: file)
case let format:
  var bytes = try MarkList(count: rows).written(as: format)
  // Not copied: the memory taken is measured.
  try bytes.withUnsafeMutableBytes { bytes in
    guard let start = bytes.baseAddress else { return }
    try Data(bytesNoCopy: start, count: bytes.count, deallocator: .none).write(to: file)
  }
}

enum BenchError: Error { case usage }
