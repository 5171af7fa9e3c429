import Rendering
import Reporting
import Testing

@Suite("XLSX")
struct SpreadsheetXLSXTests {
  private static let sheet1 = "xl/worksheets/sheet1.xml"

  @Test("values keep their types") func values() throws {
    let cells = try SpreadsheetReader(XLSXRenderer().render(SampleDocument.report())).xlsxCells(sheet: 2)
    #expect(cells["A1"] == .text("Таблица 1. Показатели контроля за II полугодие 2025/26 учебного года"))
    #expect(cells["D2"] == .text("Доля выполнения"))
    #expect(cells["A3"] == .text("Уроки занесены в день проведения"))
    #expect(cells["B3"] == .number(23_690))
    #expect(cells["D3"] == .number(22_701.0 / 23_690))
    #expect(cells["D8"] == .text("—"), "a share of nothing")
    #expect(cells["A9"] == .text("Всего"))
  }

  @Test("texts stay what they are") func texts() throws {
    let cells = try SpreadsheetReader(XLSXRenderer().render(SampleDocument.edges())).xlsxCells(sheet: 2)
    let texts = (3...13).map { cells["A\($0)"] }
    #expect(
      texts == [
        .text("=1+1"), .text("  два пробела  внутри  "), .text("до\u{FFFD}после\u{FFFD}"),
        .text("_x005F_x0041_ и _xZZZZ_"), .text("строка\nвторая\nтретья"), .text("<a href=\"x\">&amp;</a> 'q'"),
        .text("\tтабуляция"), .text("5А"), .text("007"), .text("😀 эмодзи"), nil,
      ])
    #expect(cells["B14"] == .number(12_345))
    #expect(cells["B17"] == .text("9\u{a0}007\u{a0}199\u{a0}254\u{a0}740\u{a0}993"), "more than a double holds")
    #expect(cells["B20"] == .number(-0.05))
    #expect(cells["B21"] == .number(45_351))
    #expect(cells["B22"] == .text("26.08.1812"), "before the calendar of spreadsheets")
    #expect(cells["A24"] == .number(45_901), "a group can be a date")
  }

  @Test("a text longer than a cell is cut with an ellipsis, between characters") func longText() throws {
    let long = String(repeating: "ы", count: 32_765) + "😀😀"
    let document = ReportDocument(
      properties: try SampleDocument.report().properties,
      blocks: [
        .table(Table(name: "Т", caption: "Т", columns: [.init("К", width: 1)], rows: [.init([.text(long)])]))
      ])
    let cells = try SpreadsheetReader(XLSXRenderer().render(document)).xlsxCells(sheet: 2)
    #expect(cells["A3"] == .text(String(repeating: "ы", count: 32_765) + "…"))
    let whole = try SpreadsheetReader(ODSRenderer().render(document)).odsCells(sheet: 2)
    #expect(whole["A3"] == .text(long))
  }

  @Test("a table's sheet freezes, filters and repeats its header") func header() throws {
    let book = try SpreadsheetReader(XLSXRenderer().render(SampleDocument.report()))
    let sheet = "xl/worksheets/sheet3.xml"
    #expect(try book.attributes(sheet, "//*[local-name()='pane']/@ySplit") == ["2"])
    // Four groups of fifteen; the total stands below the filter.
    #expect(try book.attributes(sheet, "//*[local-name()='autoFilter']/@ref") == ["A2:H66"])
    #expect(try book.attributes(sheet, "//*[local-name()='mergeCell']/@ref") == ["A1:H1"], "groups are not merged")
    #expect(
      try book.attributes("xl/workbook.xml", "//*[local-name()='definedName']") == [
        "'Показатели'!$A$2:$D$8", "'Показатели'!$2:$2", "'Замечания май июнь'!$A$2:$H$66",
        "'Замечания май июнь'!$2:$2", "'Не устранено'!$2:$2",
      ])
    #expect(
      try book.attributes(Self.sheet1, "//*[local-name()='hyperlink']/@location") == [
        "'Показатели'!A1", "'Замечания май июнь'!A1", "'Не устранено'!A1",
      ])
    #expect(try book.xlsxCells(sheet: 4)["A3"] == .text("Все замечания прошлой проверки устранены"))
    #expect(try book.attributes("xl/worksheets/sheet4.xml", "//*[local-name()='autoFilter']/@ref") == [])
  }

  @Test("pages have the margins of the standard, numbers, and the mark of a draft") func pages() throws {
    let draft = try SpreadsheetReader(XLSXRenderer().render(SampleDocument.report()))
    for sheet in 1...4 {
      let part = "xl/worksheets/sheet\(sheet).xml"
      #expect(try draft.attributes(part, "//*[local-name()='oddHeader']") == ["&R&\"PT Serif,Bold\"&10ПРОЕКТ"])
      #expect(try draft.attributes(part, "//*[local-name()='oddFooter']") == ["&C&\"PT Serif,Regular\"&9стр. &P из &N"])
      #expect(
        try draft.attributes(part, "//*[local-name()='pageMargins']/@*") == [
          "0.7874", "0.5906", "0.7874", "0.7874", "0.3937", "0.3937",
        ])
      #expect(try draft.attributes(part, "//*[local-name()='pageSetup']/@orientation") == ["portrait"])
    }
    #expect(try draft.xlsxCells(sheet: 1)["A1"] == .text("ПРОЕКТ"))
    let signed = try SpreadsheetReader(
      XLSXRenderer().render(SampleDocument.report(isDraft: false, orientation: .landscape)))
    #expect(try signed.attributes(Self.sheet1, "//*[local-name()='pageSetup']/@orientation") == ["landscape"])
    #expect(try signed.attributes(Self.sheet1, "//*[local-name()='oddHeader']") == [])
    let cells = try signed.xlsxCells(sheet: 1)
    #expect(!cells.values.contains(.text("ПРОЕКТ")))
    #expect(cells["A3"] == .number(46_178), "the date of the head is a date")
  }

  @Test("approval stands in the right corner, cells to sign in have rules") func requisites() throws {
    let document = try SampleDocument.register()
    let book = try SpreadsheetReader(XLSXRenderer().render(document))
    let cells = try book.xlsxCells(sheet: 1)
    let places = Dictionary(cells.map { ($0.value, $0.key) }) { first, _ in first }
    #expect(places[.text("УТВЕРЖДАЮ")] == "E1" && places[.text("приказом директора")] == "E6")
    let merged = try Set(book.attributes(Self.sheet1, "//*[local-name()='mergeCell']/@ref"))
    #expect(merged.isSuperset(of: ["A1:D1", "E1:H1"]))
    /// Sides with a rule of the cell's style.
    func rules(_ cell: String) throws -> [String] {
      let style = try #require(try book.attributes(Self.sheet1, "//*[local-name()='c'][@r='\(cell)']/@s").first)
      let border = try book.attributes(
        "xl/styles.xml", "//*[local-name()='cellXfs']/*[\(Int(style, radix: 10).map { $0 + 1 } ?? 0)]/@borderId")
      let number = try #require(border.first.flatMap { Int($0) })
      return try book.part("xl/styles.xml").nodes(
        forXPath: "//*[local-name()='borders']/*[\(number + 1)]/*[@style]"
      ).compactMap(\.localName)
    }
    let signed = try #require(places[.text("Директор")])
    #expect(try rules("D" + signed.dropFirst()) == ["bottom"])
    let frame = try #require(places[.text(SignatureBlock.markCaption)])
    #expect(try frame.hasPrefix("E") && rules(frame) == ["left", "right", "top", "bottom"])
    // Names, then empty cells: a table in the document, not a sheet of its own.
    let person = try #require(places[.text("Кузнецова М.И.")])
    for column in ["A", "C", "E", "H"] {
      #expect(try rules(column + person.dropFirst()) == ["left", "right", "top", "bottom"])
    }
    #expect(cells["E" + person.dropFirst()] == nil && cells["H" + person.dropFirst()] == nil)
  }

  @Test("a paragraph taller than a row goes on in the next; a page break stands before its row") func longParagraph()
    throws
  {
    let book = try SpreadsheetReader(XLSXRenderer().render(SampleDocument.edges()))
    let heights = try book.attributes(Self.sheet1, "//*[local-name()='row']/@ht").compactMap { Double($0) }
    #expect(heights.allSatisfy { $0 <= 409 })
    let breaks = try book.attributes(Self.sheet1, "//*[local-name()='brk']/@id").compactMap { Int($0) }
    let rows = try #require(breaks.first)
    #expect(rows > 1)
    let cells = try book.xlsxCells(sheet: 1)
    let parts = (1...rows).compactMap { row -> String? in
      guard case .text(let text) = cells["A\(row)"] else { return nil }
      return text
    }
    #expect(parts.joined(separator: " ") == SampleDocument.longText)
    #expect(cells["A\(rows + 1)"] == .text("обычный важный обычный"))
    #expect(
      try book.attributes(Self.sheet1, "//*[local-name()='r'][.//*[local-name()='b']]/*[local-name()='t']") == [
        "важный"
      ])
  }

  @Test("sheets have names that programs take, the properties tell the document") func names() throws {
    let book = try SpreadsheetReader(XLSXRenderer().render(SampleDocument.edges()))
    #expect(
      try book.attributes("xl/workbook.xml", "//*[local-name()='sheet']/@name") == ["Документ", "Края", "края (2)"])
    let core = "docProps/core.xml"
    #expect(try book.attributes(core, "//*[local-name()='title']") == ["Края & <углы>"])
    #expect(try book.attributes(core, "//*[local-name()='created']") == ["2026-06-05T18:30:00Z"])
    #expect(try book.attributes(core, "//*[local-name()='language']") == ["ru-RU"])
    let report = try SpreadsheetReader(XLSXRenderer().render(SampleDocument.report()))
    #expect(try report.attributes("xl/workbook.xml", "//*[local-name()='sheet']/@name").first == "Справка")
  }
}
