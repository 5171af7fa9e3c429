import Foundation
import Testing

@testable import Importing

/// The tables of README.ru.md are those that the program reads.
@Suite struct InterchangeGuideTests {
  @Test func guideNamesEveryTableAndColumn() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let guide = String(decoding: try Data(contentsOf: root.appending(path: "README.ru.md")), as: UTF8.self)
    let rows = guide.split(separator: "\n")
    let start = try #require(rows.firstIndex { $0.hasPrefix("| Таблица | ") })
    for table in InterchangeTable.allCases {
      let row = rows[start...].first { $0.hasPrefix("| `\(table.rawValue)` | ") }
      let cells = try #require(row, "в README.ru.md нет таблицы \(table.rawValue)").components(separatedBy: " | ")
      let columns = cells[1].components(separatedBy: ", ")
      #expect(columns.sorted() == (table.required + table.optional.map { "\($0)?" }).sorted(), "\(table.rawValue)")
    }
  }
}
