import Testing

@testable import Control

/// A summary tells the same as its rule's SELECT: all rows that are not kept, and of the kept ones how many there are in each
/// place.
@Suite struct RuleSummaryTests {
  private static let summed = Rule.all.filter { $0.summary != nil }.map(\.id)

  @Test(arguments: summed) func summariesTellWhatTheirRulesTell(_ id: String) throws {
    let rule = try #require(RuleBook.builtIn.named(id))
    let summary = try #require(rule.summary)
    for prepared in try PreparedExample.all(rule) where prepared.rule != nil {
      let singly = try told(prepared.rows(rule.select))
      #expect(try told(prepared.rows(summary)) == singly, "\(prepared.example.title)")
    }
  }

  /// Rows that are not kept, in order, then the kept units of each place.
  private func told(_ rows: [String]) throws -> [String] {
    var others: [String] = []
    var kept: [String: Int] = [:]
    for row in rows {
      var cells: [String: String] = [:]
      for cell in row.split(separator: " ") {
        let parts = cell.split(separator: "=", maxSplits: 1).map(String.init)
        cells[parts[0]] = parts[1]
      }
      guard cells["verdict"] == "0" else {
        others.append(row.split(separator: " ").filter { !$0.hasPrefix("units=") }.joined(separator: " "))
        continue
      }
      let place = ["study_class", "subject", "period", "day", "lesson", "teacher_set"].map { cells[$0] ?? "" }
      kept[place.joined(separator: " "), default: 0] += Int(cells["units"] ?? "1") ?? 0
    }
    return others.sorted() + kept.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
  }
}
