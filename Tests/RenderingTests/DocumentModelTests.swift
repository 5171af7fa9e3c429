import Reporting
import Testing

@Suite("The document model") struct DocumentModelTests {
  @Test("a shade darkens from one bound to the other, whichever is greater") func shade() {
    let few = Shade.scale(from: 500, to: 100)
    #expect(few.level(of: .integer(6)) == 0)
    #expect(few.level(of: .integer(5)) == 0)
    #expect(few.level(of: .integer(3)) == 2)
    #expect(few.level(of: .decimal(hundredths: 100)) == Shade.darkest)
    #expect(few.level(of: .integer(0)) == Shade.darkest)
    #expect(Shade.scale(from: 0, to: 10_000).level(of: .share(part: 1, whole: 4)) == 1)
    #expect(few.level(of: .empty) == nil)
    #expect(few.level(of: .share(part: 0, whole: 0)) == nil)
    #expect(Shade.below(300).level(of: .decimal(hundredths: 299)) == Shade.darkest)
    #expect(Shade.below(300).level(of: .integer(3)) == 0)
    #expect(Shade.scale(from: 5, to: 5).level(of: .integer(1)) == 0)
  }

  @Test("a chart's table holds its numbers; a shorter series has no data at its end") func chartTable() throws {
    let document = try SampleDocument.register()
    let charts = document.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    #expect(charts[0].table.columns.map(\.title) == ["Проверка", "Уроки в срок", "Темы", "Норма"])
    #expect(
      charts[0].table.rows.map { $0.cells.map(\.plainText) } == [
        ["15.10.2025", "90,0\u{a0}%", "70,0\u{a0}%", "95,0\u{a0}%"], ["31.10.2025", "", "71,7\u{a0}%", "95,0\u{a0}%"],
        ["15.11.2025", "96,0\u{a0}%", "", "95,0\u{a0}%"],
      ])
    #expect(charts[1].table.columns.map(\.title) == ["Класс", "Алгебра", "Физика"])
    #expect(charts[1].table.rows.map { $0.cells.map(\.plainText) } == [["5А", "5,12", "3,30"], ["5Б", "4,00", ""]])
  }

  @Test("neighbours of one group stand under one head") func columnGroups() {
    let columns: [Table.Column] = [
      .init("а", width: 1), .init("б", width: 1, group: "Г"), .init("в", width: 1, group: "Г"),
      .init("г", width: 1, group: "Д"), .init("д", width: 1), .init("е", width: 1),
    ]
    let groups = Table(name: "", caption: "", columns: columns, rows: []).columnGroups
    #expect(groups.map(\.title) == [nil, "Г", "Д", nil, nil])
    #expect(groups.map(\.columns) == [0..<1, 1..<3, 3..<4, 4..<5, 5..<6])
  }
}
