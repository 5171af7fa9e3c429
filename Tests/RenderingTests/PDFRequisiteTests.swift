import Reporting
import Testing

@testable import Rendering

/// Requisites of ГОСТ Р 7.0.97 on the page.
@Suite struct PDFRequisiteTests {
  func layout(_ document: ReportDocument) throws -> PageLayout {
    try PageLayout(document, fonts: PageFonts(folder: PDFRenderer.defaultFontFolder))
  }

  @Test func leavesThirtyMillimetresForDocumentsKeptOverTenYears() throws {
    var document = PageDocument.document([])
    #expect(abs(try layout(document).pages[0].geometry.left - 20 * 72 / 25.4) < 1e-9)
    document.properties.storage = .longTerm
    #expect(abs(try layout(document).pages[0].geometry.left - 30 * 72 / 25.4) < 1e-9)
  }

  @Test func turnsThePagesOfASection() throws {
    let text = Block.paragraph(Paragraph("Строка"))
    let pages = try layout(
      PageDocument.document([text, .section(.landscape), text, .section(.landscape), .section(.portrait), text])
    ).pages
    #expect(pages.map { $0.geometry.width > $0.geometry.height } == [false, true, false])
  }

  /// Slips are handed out one by one.
  @Test func everyPartIsADocumentOfItsOwn() throws {
    let filler = Array(repeating: Block.paragraph(Paragraph("Строка, которая заполняет страницу")), count: 90)
    let parts = ["Иванова Ирина Петровна", "Петров Пётр"].enumerated().map { index, name in
      Block.part(DocumentPart(title: name, identifier: "\(index)\(index)"))
    }
    let document = PageDocument.document([parts[0]] + filler + [.heading(level: 1, text: "Раздел"), parts[1]] + filler)
    let laidOut = try layout(document)
    let pages = laidOut.pages
    #expect(pages.count > 3 && pages.count.isMultiple(of: 2))
    let half = pages.count / 2
    #expect(pages[0].lines.contains("00") && pages[half].lines.contains("11"))
    #expect(pages[1].lines.contains("стр. 2 из \(half)") && pages[half + 1].lines.contains("стр. 2 из \(half)"))
    #expect(!pages[half].lines.contains { $0.hasPrefix("стр. ") })
    #expect(
      pages.flatMap(\.bookmarks).map { "\($0.level) \($0.title)" } == [
        "1 Иванова Ирина Петровна", "2 Раздел", "1 Петров Пётр",
      ])
    // Nobody's slip is printed on the back of another's.
    #expect(try PDFSubject(PDFRenderer().render(document)).root["ViewerPreferences"]["Duplex"].name == "Simplex")
    #expect(
      String(decoding: HTMLRenderer().render(document), as: UTF8.self).ranges(of: "class=\"sheet portrait\"").count == 2
    )
  }

  @Test func codesWhatTheDocumentIs() throws {
    var document = PageDocument.document([.head(PageDocument.head(isSigned: true))])
    document.properties.identifier = "0123456789abcdef"
    let code = try #require(try DocumentCode(document.properties, document.properties.identifier, document.blocks))
    #expect(code.lines == ["СПРАВКА", "№ 07-ВШК от 13.01.2026", "0123456789abcdef"])
    // The finder pattern in a corner: seven dark modules in a row and in a column.
    #expect(code.modules.count >= 21 && code.modules.allSatisfy { $0.count == code.modules.count })
    #expect(code.modules[0][..<7].allSatisfy { $0 } && code.modules[..<7].allSatisfy { $0[0] })
    #expect(!code.modules[1][1])
    document.properties.standard = .gost2016
    #expect(try DocumentCode(document.properties, document.properties.identifier, document.blocks) == nil)
    let draft = PageDocument.document([.head(PageDocument.head(isSigned: false))])
    #expect(try DocumentCode(draft.properties, draft.properties.identifier, draft.blocks) == nil)
  }

  @Test func keepsTheCornerOfTheFirstPageFreeForTheCode() throws {
    let filler = Array(repeating: Block.paragraph(Paragraph("Строка, которая заполняет страницу")), count: 90)
    let pages = try layout(PageDocument.document([.head(PageDocument.head(isSigned: true))] + filler)).pages
    let figures = pages.map { page in
      page.boxes.compactMap { if case .figure(let boxes, _) = $0 { boxes } else { nil } }.flatMap { $0 }
    }
    #expect(!figures[0].isEmpty && figures[1].isEmpty)
    var top = Double.infinity
    for case .fill(let x, let y, let width, let height, _) in figures[0] {
      top = min(top, y)
      #expect(x > pages[0].geometry.width / 2)
      #expect(x + width <= pages[0].geometry.width - pages[0].geometry.right)
      // Printers leave about 5 mm of a page white.
      #expect(y + height <= pages[0].geometry.height - 7 * 72 / 25.4)
    }
    for case .text(let text, _, _, let y) in pages[0].boxes where text.text.hasPrefix("Строка") {
      #expect(y + text.height <= top)
    }
    #expect(
      pages[1].lines.filter { $0.hasPrefix("Строка") }.count > pages[0].lines.filter { $0.hasPrefix("Строка") }.count)
  }

  @Test func keepsAnEmptyFrameForTheMarkOfASignature() throws {
    var signature = PageDocument.signature(isSigned: true)
    signature.reservesMark = true
    let page = try #require(try layout(PageDocument.document([.signature(signature)])).pages.first)
    let sides = page.boxes.compactMap { box -> [Double]? in
      if case .rule(let x1, let y1, let x2, let y2) = box { [x1, y1, x2, y2] } else { nil }
    }
    let right = page.geometry.width - page.geometry.right
    #expect(sides.filter { abs($0[0] - right) < 0.01 && abs($0[2] - right) < 0.01 }.count == 1)
    #expect(page.lines.filter { $0 == SignatureBlock.markCaption }.count == 1)
    #expect(page.lines.contains("М.П."))
  }

  @Test func mergesTheHeadsOfGroupsAndRepeatsThem() throws {
    let columns =
      [Table.Column("Класс", width: 10)]
      + ["5", "4", "3", "2"].map { Table.Column($0, width: 5, alignment: .right, group: "Отметки") }
    let rows = (1...120).map { number in Table.Row([.text("класс \(number)")] + (1...4).map { .integer($0) }) }
    let table = Table(name: "Проба", caption: "", columns: columns, rows: rows, numbersColumns: true)
    let pages = try layout(PageDocument.document([.table(table)])).pages
    #expect(pages.count > 1)
    for page in pages {
      #expect(page.lines.filter { $0 == "Отметки" || $0 == "Класс" }.sorted() == ["Класс", "Отметки"])
    }
  }

  @Test func shadesCellsByTheirValues() throws {
    let table = Table(
      name: "Проба", caption: "", columns: [.init("Доля", width: 1, shade: .scale(from: 0, to: 400))],
      rows: (0...4).map { .init([.integer($0)]) })
    let page = try #require(try layout(PageDocument.document([.table(table)])).pages.first)
    let greys = page.boxes.compactMap { if case .fill(_, _, _, _, let grey) = $0 { grey } else { nil } }.dropFirst()
    #expect(greys.count == 4)
    #expect(greys.elementsEqual(greys.sorted(by: >)))
  }
}
