import Journal
import Testing

@testable import Importing

@Suite struct SheetTextTests {
  /// Ten thousand rows, each with a cell in the last column that there is.
  private static let sparse = SheetText(
    SheetGrid(
      name: "pupils",
      cells: (1...10_000).flatMap { row in
        let cells = row == 1 ? ["id", "class_id", "name"] : ["P\(row)", "C1", "Белов"]
        let texts = cells.enumerated().map { RawCell(row: row, column: $0 + 1, kind: .text, text: $1) }
        return texts + (row == 1 ? [] : [RawCell(row: row, column: 16_384, kind: .text, text: "x")])
      }))

  @Test func gapsTakeNoRoomInATable() throws {
    let source = try #require(try InterchangeSource(sheet: Self.sparse, limit: .max))
    #expect(source.rows.text.withUTF8 { $0.count } < 2_000_000)
    #expect(Self.sparse[7, 3] == "Белов" && Self.sparse[7, 4].isEmpty && !Self.sparse.has(row: 7, column: 4))
    #expect(Self.sparse.columnCount(row: 7) == 16_384 && Self.sparse.rowCount == 10_000)
  }

  @Test func aHeaderWiderThanAnyTableIsNone() throws {
    var sheet = SheetText(name: "pupils")
    sheet.set("id", row: 1, column: 1)
    sheet.set("name", row: 1, column: 101)
    #expect(try InterchangeSource(sheet: sheet, limit: .max)?.name == nil)
  }
}
