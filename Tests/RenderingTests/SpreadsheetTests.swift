import Rendering
import Reporting
import Testing

@Suite("XLSX and ODS")
struct SpreadsheetTests {
  private static func documents() throws -> [ReportDocument] {
    [
      try SampleDocument.report(), try SampleDocument.report(isDraft: false, orientation: .landscape),
      try SampleDocument.edges(), try SampleDocument.register(),
    ]
  }

  @Test("both hold the same cells") func equality() throws {
    for document in try Self.documents() {
      let xlsx = try SpreadsheetReader(XLSXRenderer().render(document))
      let ods = try SpreadsheetReader(ODSRenderer().render(document))
      let names = try xlsx.attributes("xl/workbook.xml", "//*[local-name()='sheet']/@name")
      #expect(try ods.attributes("content.xml", "//*[local-name()='table']/@*[local-name()='name']") == names)
      for sheet in 1...names.count {
        var expected = try xlsx.xlsxCells(sheet: sheet)
        for (name, cell) in expected {
          // What Excel alone needs: an underscore told as its number.
          if case .text(let text) = cell { expected[name] = .text(text.replacing("_x005F_", with: "_")) }
        }
        #expect(try ods.odsCells(sheet: sheet) == expected, "\(names[sheet - 1])")
      }
    }
  }

  @Test("every text and value of the document is in the first sheet or in a table's") func content() throws {
    let document = try SampleDocument.report(isDraft: false)
    let book = try SpreadsheetReader(XLSXRenderer().render(document))
    let first = try Set(book.xlsxCells(sheet: 1).values)
    var sheet = 1
    for block in document.blocks {
      switch block {
      case .head(let head):
        let texts = [head.organisation, head.kind, "№ 12/к", head.place, head.heading]
        #expect(first.isSuperset(of: texts.map { .text($0) }))
      case .heading(_, let text): #expect(first.contains(.text(text)))
      case .paragraph(let paragraph): #expect(first.contains(.text(plainText(paragraph.content))))
      case .list(let items, _): #expect(first.isSuperset(of: items.map { .text(plainText($0)) }))
      case .signature(let signature):
        #expect(first.isSuperset(of: [.text(signature.position), .text(signature.name ?? ""), .text("М.П.")]))
      case .pageBreak, .approval, .acknowledgement, .chart, .section, .part: break
      case .table(let table):
        sheet += 1
        #expect(first.contains(.text(table.caption)))
        let cells = try book.xlsxCells(sheet: sheet)
        #expect(cells["A1"] == .text(table.caption))
        let values = table.rows.reduce(0) { $0 + $1.cells.count { $0 != .empty } }
        #expect(cells.count == 1 + table.columns.count + max(values, 1))
      }
    }
    #expect(sheet == 4)
  }

  private func plainText(_ content: [Inline]) -> String {
    content.map { inline in
      switch inline {
      case .text(let text), .strong(let text): text
      case .value(let value): value.plainText
      }
    }.joined()
  }

  @Test("the same document gives the same bytes") func determinism() throws {
    for document in try Self.documents() {
      #expect(try XLSXRenderer().render(document) == XLSXRenderer().render(document))
      #expect(try ODSRenderer().render(document) == ODSRenderer().render(document))
    }
  }

  @Test("entries carry the document's day and no ZIP64 fields") func archive() throws {
    for bytes in [try XLSXRenderer().render(SampleDocument.edges()), try ODSRenderer().render(SampleDocument.edges())] {
      // Noon of 5 June 2026.
      #expect(Array(bytes[10..<14]) == [0x00, 0x60, 0xC5, 0x5C])
      #expect(bytes[4] < 45, "version 4.5 would be ZIP64")
      #expect(!bytes.indices.dropLast(3).contains { Array(bytes[$0..<($0 + 4)]) == [0x50, 0x4B, 6, 6] })
    }
  }

  @Test("an empty document and a table without columns are workbooks all the same") func empty() throws {
    let properties = try SampleDocument.report().properties
    for blocks in [[], [Block.table(Table(name: "", caption: "", columns: [], rows: []))]] {
      let document = ReportDocument(properties: properties, isDraft: false, blocks: blocks)
      let xlsx = try SpreadsheetReader(XLSXRenderer().render(document))
      #expect(try xlsx.attributes("xl/workbook.xml", "//*[local-name()='sheet']").count == blocks.count + 1)
      _ = try SpreadsheetReader(ODSRenderer().render(document))
    }
  }

  @Test("a table longer than what is kept of it at a time is whole, its sizes plain") func streaming() throws {
    let columns: [Table.Column] = [.init("№", width: 1), .init("Текст", width: 5)]
    let workbook = try Workbook(
      properties: SampleDocument.report().properties,
      table: Table(name: "Длинная", caption: "Длинная", columns: columns, rows: []),
      body: TableBody(count: 9000) { Table.Row([.integer($0), .text("строка \($0) & <\($0 % 7)>")]) })
    for (bytes, isODS) in [(try XLSXRenderer().render(workbook), false), (try ODSRenderer().render(workbook), true)] {
      #expect(bytes[4] < 45 && bytes[6] & 8 == 0, "neither ZIP64 nor a data descriptor")
      let book = try SpreadsheetReader(bytes)
      let cells = try isODS ? book.odsCells(sheet: 1) : book.xlsxCells(sheet: 1)
      #expect(cells.count == 3 + 18_000)
      #expect(cells["B9002"] == .text("строка 8999 & <4>"))
      #expect((0..<9000).allSatisfy { cells["A\($0 + 3)"] == .number(Double($0)) })
    }
  }

  @Test("evidence is the last sheet of a workbook, told at the end of the first, and on no page") func evidence() throws
  {
    var document = try SampleDocument.report()
    let pages = try (HTMLRenderer().render(document), PDFRenderer().render(document))
    document.evidence = Table(
      name: "Основания", caption: "Основания замечаний", columns: [.init("№", width: 1), .init("Файл", width: 5)],
      rows: [Table.Row([.integer(1), .text("5а.xlsx")]), Table.Row([.integer(2), .text("5б.xlsx")])])
    let book = try SpreadsheetReader(XLSXRenderer().render(document))
    #expect(try book.attributes("xl/workbook.xml", "//*[local-name()='sheet']/@name").last == "Основания")
    #expect(try book.attributes("xl/worksheets/sheet5.xml", "//*[local-name()='autoFilter']/@ref") == ["A2:B4"])
    #expect(
      try book.attributes("xl/worksheets/sheet1.xml", "//*[local-name()='hyperlink']/@location").last
        == "'Основания'!A1")
    let ods = try SpreadsheetReader(ODSRenderer().render(document))
    #expect(try ods.odsCells(sheet: 5) == book.xlsxCells(sheet: 5))
    #expect(try HTMLRenderer().render(document) == pages.0 && PDFRenderer().render(document) == pages.1)
  }

  @Test("a table that no sheet can hold is refused") func tooManyRows() throws {
    let rows = [Table.Row](repeating: Table.Row([.integer(1)]), count: 1_048_575)
    let table = Table(name: "Т", caption: "Таблица 1", columns: [.init("К", width: 1)], rows: rows)
    let document = ReportDocument(properties: try SampleDocument.report().properties, blocks: [.table(table)])
    let error = SpreadsheetError.tooManyRows(table: "Таблица 1", rows: 1_048_575, limit: 1_048_576)
    #expect(throws: error) { try XLSXRenderer().render(document) }
    #expect(error.description.contains("«Таблица 1»"))
  }
}
