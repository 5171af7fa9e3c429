import Foundation
import Testing

/// What `final-mark-disagrees` finds in real journals of Дневник.ру, held against an independent count.
@Suite(
  .enabled(
    if: RealExports.folder != nil && JournalOracle.isInstalled, "needs a folder of real exports and openpyxl"))
struct RealFinalMarkTests {
  private struct Checked: Decodable {
    struct Rule: Decodable {
      var id: String
      var kept: Int
      var broken: Int
    }
    var rules: [Rule]
  }

  /// The moment of the snapshot is put at a day's end: an export of five in the morning proves nothing of the evening, and
  /// a period goes on until its last lesson, here two days after the export.
  @Test(arguments: [("journals-31.01.2019.zip", "2019-01-31"), ("journals-22.05.2019.xlsx", "2019-05-24")])
  func equalsAnIndependentCount(_ name: String, _ day: String) throws {
    let scratch = try Scratch()
    let path = "\(RealExports.folder ?? "")/dnevnik/\(name)"
    try scratch.zavuch("import", path, "--taken-at", "\(day)T23:59:59")
    let outcome = try scratch.zavuch(
      "check", "--rule", "final-mark-disagrees", "--as-of", day, "--from", "2018-09-01", "--to", day, "--json")
    let rule = try #require(JSONDecoder().decode(Checked.self, from: Data(outcome.output.utf8)).rules.first)
    #expect(try [rule.kept, rule.broken] == FinalMarkOracle.counts(path))
    #expect(rule.kept > 1000 && rule.broken > 0)
  }
}
