import Foundation
import Journal
import Rendering
import Reporting

// Writes a table with one of the renderers: what `Scripts/bench-pdf` compares with another program.

guard CommandLine.arguments.count == 4, CommandLine.arguments[1] == "pdf", let rows = Int(CommandLine.arguments[2])
else {
  throw BenchError.usage
}
let made = LocalMoment.evening(of: CivilDate(days: 20_000))
let document = ReportDocument(
  properties: DocumentProperties(title: "Журнал", author: "Школа", made: made, standard: .gost2016), isDraft: false,
  blocks: [.table(BenchTable.table(rows: rows))])
try Data(PDFRenderer().render(document)).write(to: URL(fileURLWithPath: CommandLine.arguments[3]))

enum BenchError: Error { case usage }
