import Foundation
import Reporting
import Testing

@testable import Rendering

/// What a tagged file says without its pages.
@Suite struct PDFStructureTests {
  /// Compares with Tests/Golden/Rendering; ZAVUCH_ACCEPT_GOLDEN=1 accepts what the renderer gives now, for review by diff.
  @Test func isTheTreeOfTheDocument() throws {
    let subject = try PDFSubject(PDFRenderer().render(SampleDocument.register()))
    let tree = PDFTaggedText(subject).tree.joined(separator: "\n") + "\n"
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Golden/Rendering/register.tags.txt").standardized
    if ProcessInfo.processInfo.environment["ZAVUCH_ACCEPT_GOLDEN"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try tree.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try tree == String(contentsOf: file, encoding: .utf8))
  }

  @Test(arguments: PageDocument.Sample.allCases)
  func holdsEveryTextOfTheDocumentOnce(_ sample: PageDocument.Sample) throws {
    let document = sample.document
    let subject = try PDFSubject(PDFRenderer().render(document))
    let elements = subject.structure.elements.filter { $0.parent == nil }
    let text = elements.map { PDFTaggedText(subject).text(of: $0) }.joined().unbroken
    var place = text.startIndex
    for expected in document.drawnTexts where expected != "М.П." {
      let found = try #require(text.range(of: expected.unbroken, range: place..<text.endIndex), "\(expected)")
      place = found.upperBound
    }
    // Heads that pages repeat, and the marks of a draft, are said by nobody.
    let captions = document.tables.filter { !$0.rows.isEmpty }.flatMap(\.columns).filter { $0.title == "Замечание" }
      .count
    #expect(text.ranges(of: "Замечание").count >= captions)
    #expect(!text.contains("(продолжение)"))
    #expect(!text.contains("ПРОЕКТ"))
    #expect(!text.contains("стр.2из"))
  }

  @Test func keepsTheTextOfWhatLooksAlike() throws {
    let text = "А A О O с c 12\u{a0}652 «слово»"
    let subject = try PDFSubject(PDFRenderer().render(PageDocument.document([.paragraph(Paragraph(text))])))
    #expect(PDFTaggedText(subject).tree.last == "  P: \(text)")
  }

  @Test func keepsTheTextOfWhatNoFontHas() throws {
    let text = "до 漢 и 🙂 после"
    let subject = try PDFSubject(PDFRenderer().render(PageDocument.document([.paragraph(Paragraph(text))])))
    #expect(PDFTaggedText(subject).tree.last == "  P: \(text)")
    #expect(subject.glyphs.allSatisfy { $0.glyph != 0 })
  }

  @Test func endsALineInAWordWithASoftHyphen() throws {
    let word = String(repeating: "достопримечательность", count: 12)
    let table = PageDocument.table([.init([.integer(1), .empty, .empty, .empty, .text(word), .empty])])
    let subject = try PDFSubject(PDFRenderer().render(PageDocument.document([.table(table)])))
    let cell = try #require(PDFTaggedText(subject).tree.first { $0.contains("достоп") })
    #expect(cell.contains("\u{ad}"))
    #expect(cell.replacing("\u{ad}", with: "").hasSuffix("TD: \(word)"))
  }

  @Test func skipsNoLevelOfHeadings() throws {
    let blocks = [3, 1, 4, 2].map { Block.heading(level: $0, text: "Заголовок") }
    let subject = try PDFSubject(PDFRenderer().render(PageDocument.document(blocks)))
    #expect(subject.structure.elements.dropFirst().map(\.type) == ["H1", "H1", "H2", "H2"])
  }

  @Test func saysWhereAFigureStandsAndThatAListIsNumbered() throws {
    let subject = try PDFSubject(PDFRenderer().render(PageDocument.report()))
    let figure = try #require(subject.structure.elements("Figure").first)
    let bounds = (figure.attribute("BBox")?.items ?? []).compactMap(\.double)
    try #require(bounds.count == 4)
    #expect(bounds[2] > 500 && bounds[3] < 90 && bounds[2] - bounds[0] > 40)
    #expect(abs((bounds[2] - bounds[0]) - (bounds[3] - bounds[1])) < 0.1)
    #expect(subject.structure.elements("L").map { $0.attribute("ListNumbering")?.name } == ["Decimal", nil])
  }
}
