import FoundationEssentials
import Testing

@testable import SampleSchool

/// The bench is fair only as long as its baseline takes the same columns.
@Suite struct BenchBaselineTests {
  @Test(arguments: InterchangeTable.allCases) func theBaselineHasTheTablesColumns(table: InterchangeTable) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "Scripts/bench-baseline.sql"))
    let sql = String(decoding: data, as: UTF8.self)
    let statement = try #require(
      sql.split(separator: ";").first { $0.contains("CREATE TABLE \(table.rawValue) (") })
    let body = statement.drop { $0 != "(" }.dropFirst().filter { $0 != "\"" && $0 != "\n" }
    let columns = body.split(separator: ",").compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(Array(columns.prefix(table.columns.count)) == table.columns)
    #expect(sql.contains(".import --skip 1 \(table.rawValue).csv \(table.rawValue)\n"))
  }
}
