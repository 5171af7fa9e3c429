import Foundation
import FoundationXML
import Rendering
import Reporting
import Testing

/// The same report is equal in every format (DESIGN 2.4): every text and every cell of the document, in its order.
@Suite("Equality of formats") struct FormatEqualityTests {
  /// Sample documents, with what reports seldom have, and every report of SampleData.
  static func documents() throws -> [ReportDocument] { try samples() + SampleReports.documents.get().map(\.document) }

  @Test("every template is held") func templates() throws {
    let made = try SampleReports.documents.get()
    #expect(SampleReports.templates.count >= 13)
    for name in SampleReports.templates {
      let document = try #require(made.first { $0.name.split(separator: " ").first.map(String.init) == name }?.document)
      #expect(document.tables.contains { !$0.rows.isEmpty }, "\(name)")
    }
  }

  private static func samples() throws -> [ReportDocument] {
    var blank = try SampleDocument.report()
    // A school that has not told its name.
    blank.blocks = blank.blocks.map { block in
      guard case .head(var head) = block else { return block }
      (head.organisation, head.place) = ("", "")
      return .head(head)
    }
    return try [
      SampleDocument.report(isDraft: false), SampleDocument.report(), blank, SampleDocument.register(),
      SampleDocument.gallery(),
    ]
      + PageDocument.Sample.allCases.map(\.document)
  }

  @Test("HTML holds every cell in its place") func html() throws {
    for document in try Self.documents() {
      let page = try XMLDocument(data: Data(HTMLRenderer().render(document)), options: [])
      let tables = try page.nodes(forXPath: "//*[local-name()='table']")
      #expect(tables.count == document.tables.count)
      for (node, table) in zip(tables, document.tables) where !table.columns.isEmpty {
        let read = try node.nodes(
          forXPath: ".//*[local-name()='caption'] | .//*[local-name()='th'] | .//*[local-name()='td']")
        #expect(
          read.map { ($0.stringValue ?? "").trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
            == table.drawnTexts.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty })
      }
    }
  }

  @Test("HTML says every text in its order") func htmlTexts() throws {
    for document in try Self.documents() {
      let page = try XMLDocument(data: Data(HTMLRenderer().render(document)), options: [])
      let said = try page.nodes(forXPath: "//*[local-name()='body']").map { $0.stringValue ?? "" }.joined()
      expect(document.texts(charts: .table), in: said, document)
    }
  }

  @Test("the first sheet of a workbook says every text in its order", arguments: ["xlsx", "ods"])
  func sheetTexts(_ format: String) throws {
    for document in try Self.documents() {
      let book = try SpreadsheetReader(
        format == "xlsx" ? XLSXRenderer().render(document) : ODSRenderer().render(document))
      let read = format == "xlsx" ? try book.xlsxCells(sheet: 1) : try book.odsCells(sheet: 1)
      let said = Self.inOrder(read).map { if case .text(let text) = $0 { text } else { "" } }.joined(separator: "\n")
      expect(document.texts(charts: .title, tables: .caption, hasDates: false), in: said, document)
    }
  }

  @Test("workbooks hold every cell in its place, counted values as numbers", arguments: ["xlsx", "ods"])
  func workbooks(_ format: String) throws {
    for document in try Self.documents() {
      let book = try SpreadsheetReader(
        format == "xlsx" ? XLSXRenderer().render(document) : ODSRenderer().render(document))
      for (index, table) in document.sheetTables.enumerated() where !table.columns.isEmpty {
        let read = format == "xlsx" ? try book.xlsxCells(sheet: index + 2) : try book.odsCells(sheet: index + 2)
        var expected = table.headTexts.map(SpreadsheetReader.Cell.text)
        if table.numbersColumns { expected += table.columns.indices.map { .number(Double($0 + 1)) } }
        if table.rows.isEmpty { expected.append(.text(table.emptyText)) }
        expected += table.rows.flatMap(\.cells).compactMap(Self.cell)
        #expect(Self.inOrder(read) == expected, "\(table.name)")
      }
    }
  }

  @Test(
    "a PDF draws every text in the order of the document",
    .enabled(if: PDFTool.pdftotext.isInstalled, "poppler-utils is not installed"))
  func pdf() throws {
    for document in try Self.documents() {
      // A paragraph may go on over a page, under the page's number.
      let drawn = try PDFTool.text(of: PDFRenderer().render(document))
        .replacing(#/стр\. [0-9]+ из [0-9]+/#, with: "").replacing("ПРОЕКТ", with: "").unbroken
      // A drawing has its texts where there is room for them, its title under them.
      for chart in document.charts {
        let missing = chart.table.printedTexts.filter { !$0.isEmpty && !drawn.contains($0.unbroken) }
        #expect(missing == [], "\(chart.name)")
      }
      expect(document.drawnTexts, in: drawn, document)
    }
  }

  @Test("a PDF's structure holds every cell in its place") func pdfCells() throws {
    for document in try Self.documents() {
      let subject = try PDFSubject(PDFRenderer().render(document))
      let texts = PDFTaggedText(subject)
      var read = subject.structure.elements("Table").map { table in
        table.rows.flatMap(\.kids).map { texts.text(of: $0).unbroken }.filter { !$0.isEmpty }
      }[...]
      let drawn = Set(document.charts.map(\.name))
      for table in document.tables {
        let expected = table.drawnTexts.dropFirst().map(\.unbroken).filter { !$0.isEmpty }
        // A drawing that shows all its numbers has no table; the other test looks for them.
        if drawn.contains(table.name), read.first != expected { continue }
        #expect(read.popFirst() == expected, "\(document.properties.title): \(table.caption)")
      }
      #expect(read.isEmpty)
    }
  }

  private func expect(_ texts: [String], in said: String, _ document: ReportDocument) {
    let said = said.unbroken
    var place = said.startIndex
    // The seal's place stands on the date's line.
    for text in texts where text != "М.П." {
      guard let found = said.range(of: text.unbroken, range: place..<said.endIndex) else {
        Issue.record("\(document.properties.title): «\(text)» стоит не на своём месте")
        return
      }
      place = found.upperBound
    }
  }

  @Test("a head without the school's name and place has rules to write on in every format") func blanks() throws {
    let document = try Self.documents()[2]
    let captions = ["(наименование организации)", "(место составления)"]
    let html = String(decoding: HTMLRenderer().render(document), as: UTF8.self)
    let xlsx = try SpreadsheetReader(XLSXRenderer().render(document)).xlsxCells(sheet: 1)
    let ods = try SpreadsheetReader(ODSRenderer().render(document)).odsCells(sheet: 1)
    for caption in captions {
      #expect(html.contains(caption))
      #expect(xlsx.values.contains(.text(caption)))
      #expect(ods.values.contains(.text(caption)))
    }
    if PDFTool.pdftotext.isInstalled {
      let drawn = try PDFTool.text(of: PDFRenderer().render(document))
      for caption in captions { #expect(drawn.contains(caption)) }
    }
  }

  /// What a spreadsheet counts with, computed here once more.
  private static func cell(_ value: Value) -> SpreadsheetReader.Cell? {
    switch value {
    case .empty, .text(""), .share(_, 0): value.plainText.isEmpty ? nil : .text(value.plainText)
    case .text(let text): .text(text)
    case .integer(let number): .number(Double(number))
    case .share(let part, let whole): .number(Double(part) / Double(whole))
    case .decimal(let hundredths): .number(Double(hundredths) / 100)
    case .points(let tenths): .number(Double(tenths) / 10)
    case .date(let date): .number(Double(date.days) + 25_569)
    case .moment(let moment): .number(Double(moment.seconds) / 86_400 + 25_569)
    }
  }

  /// Cells named `AB12` by row and column.
  static func inOrder(_ cells: [String: SpreadsheetReader.Cell]) -> [SpreadsheetReader.Cell] {
    cells.map { name, cell in
      let letters = name.prefix { $0.isLetter }
      let column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
      return (row: Int(name.dropFirst(letters.count)) ?? 0, column: column, cell: cell)
    }
    .sorted { ($0.row, $0.column) < ($1.row, $1.column) }.map(\.cell)
  }
}
