import Foundation
import Testing

/// Every finding of three rules in the real exports of Дневник.ру, opened down to its cells: what stands there proves it.
@Suite(
  .enabled(
    if: RealExports.folder != nil && JournalOracle.isInstalled, "needs a folder of real exports and openpyxl"))
struct ExplainedCellTests {
  private static let rules = ["mark-with-absence", "attendance-contradiction", "final-mark-disagrees"]

  struct Export: CustomTestStringConvertible {
    var name: String
    /// The export is put at the end of this day, after which no period of it goes on.
    var day: String
    /// Findings by rule.
    var counts: [String: Int]
    var testDescription: String { name }
  }

  static let exports = [
    Export(
      name: "journals-31.01.2019.zip", day: "2019-01-31",
      counts: ["mark-with-absence": 29, "attendance-contradiction": 44, "final-mark-disagrees": 2]),
    Export(
      name: "journals-22.05.2019.xlsx", day: "2019-05-24",
      counts: ["attendance-contradiction": 77, "final-mark-disagrees": 4]),
    Export(
      name: "2018_2019_4б (4б).xlsx", day: "2019-01-31",
      counts: ["mark-with-absence": 1, "attendance-contradiction": 1]),
  ]

  @Test(arguments: exports) func cellsProveTheFinding(_ export: Export) throws {
    struct Told: Decodable { var key: String }
    let scratch = try Scratch()
    let folder = "\(RealExports.folder ?? "")/dnevnik"
    try scratch.zavuch("import", "\(folder)/\(export.name)", "--taken-at", "\(export.day)T23:59:59")
    let days = ["--as-of", export.day, "--from", "2018-09-01", "--to", export.day]
    var explanations = ""
    for rule in Self.rules {
      let found = try Zavuch.run(["findings", "--json", "--rule", rule] + days, in: scratch.folder)
      for line in found.output.split(separator: "\n") {
        let key = try JSONDecoder().decode(Told.self, from: Data(line.utf8)).key
        explanations += try Zavuch.run(["findings", "--json", "--explain", key] + days, in: scratch.folder).output
      }
    }
    try scratch.write(explanations, to: "explained.jsonl")
    let (wrong, counts) = try ExplanationOracle.judge(folder, explanations: scratch.path("explained.jsonl"))
    #expect(wrong == [])
    #expect(counts == export.counts)
  }
}
