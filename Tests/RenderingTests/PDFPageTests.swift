import Reporting
import Testing

@testable import Rendering

/// What stands on which page.
@Suite struct PDFPageTests {
  let filler = Block.paragraph(Paragraph("Строка, которая заполняет страницу"))
  let long = Paragraph(String(repeating: "Слова длинного абзаца идут одно за другим. ", count: 12))

  func layout(_ document: ReportDocument) throws -> PageLayout {
    try PageLayout(document, fonts: PageFonts(folder: PDFRenderer.defaultFontFolder))
  }

  func pages(_ blocks: [Block]) throws -> [Page] { try layout(PageDocument.document(blocks)).pages }

  @Test(arguments: 20...60)
  func leavesNobodyToSignOnAPageAlone(_ count: Int) throws {
    let signature = SignatureBlock(position: "Заместитель директора", name: "Е.В. Смирнова", date: nil)
    let acknowledgement = Acknowledgement(
      title: "Ознакомлен:", people: [.init(name: "Орлов Пётр Ильич", position: "Учитель")])
    let pages = try pages(
      Array(repeating: filler, count: count) + [.signature(signature), .acknowledgement(acknowledgement)])
    let last = try #require(pages.last)
    #expect(last.lines.contains("Орлов Пётр Ильич") && last.lines.contains("Заместитель директора"))
    #expect(last.lines.contains("Строка, которая заполняет страницу"))
  }

  @Test(arguments: [
    PageDocument.report(), PageDocument.report(isSigned: false),
    PageDocument.report(orientation: .landscape, findings: 300),
  ])
  func keepsEveryTextInsideTheMargins(_ document: ReportDocument) throws {
    let layout = try layout(document)
    for page in layout.pages {
      let geometry = page.geometry
      // The page's number stands in the upper margin, the document's code in the lower one.
      for case .text(let text, let lines, let x, let y) in page.boxes
      where y > geometry.top - 1 && y < geometry.height - geometry.bottom {
        for line in lines.map({ text.lines[$0] }) {
          #expect(x + line.x > geometry.left - 0.01)
          #expect(x + line.x + line.width < geometry.width - geometry.right + 0.01, "\(text.text)")
        }
        let height = lines.reduce(0) { $0 + text.lines[$1].height }
        #expect(y + height < geometry.height - geometry.bottom + 0.01, "\(text.text)")
      }
    }
  }

  @Test func numbersPagesFromTheSecondInTheTopMargin() throws {
    let pages = try layout(PageDocument.report()).pages
    #expect(!pages[0].lines.contains { $0.hasPrefix("стр.") })
    for index in 1..<pages.count { #expect(pages[index].lines.first == "стр. \(index + 1) из \(pages.count)") }
  }

  @Test func drawsTheMarkOfADraftBeneathTheText() throws {
    for page in try layout(PageDocument.report(isSigned: false)).pages {
      guard case .watermark(let letters)? = page.boxes.first else {
        Issue.record("the first box is no watermark")
        continue
      }
      #expect(letters.text == "ПРОЕКТ")
    }
    for page in try layout(PageDocument.report()).pages {
      #expect(!page.boxes.contains { if case .watermark = $0 { true } else { false } })
    }
  }

  @Test func neverLeavesAHeadingAtTheBottom() throws {
    for count in 25...45 {
      let blocks = Array(repeating: filler, count: count)
      let pages = try pages(blocks + [.heading(level: 1, text: "Заголовок"), .paragraph(long)])
      let page = try #require(pages.first { $0.lines.contains("Заголовок") })
      let lines = page.lines
      let place = try #require(lines.firstIndex(of: "Заголовок"))
      #expect(lines.count - place - 1 >= 2, "\(count)")
    }
  }

  @Test func breaksParagraphsWithTwoLinesOnEachSide() throws {
    for count in 25...45 {
      let pages = try pages(Array(repeating: filler, count: count) + [.paragraph(long)])
      let counts = pages.map { $0.lines.filter { !$0.hasPrefix("Строка") && !$0.hasPrefix("стр.") }.count }
      #expect(counts.reduce(0, +) == 7)
      #expect(!counts.contains(1), "\(count): \(counts)")
    }
  }

  @Test func neverLeavesASignatureAlone() throws {
    let signature = PageDocument.signature(isSigned: true)
    for count in 25...45 {
      let pages = try pages(Array(repeating: filler, count: count) + [.signature(signature)])
      let page = try #require(pages.first { $0.lines.contains("М.П.") })
      #expect(page.lines.contains { $0.hasPrefix("Строка") }, "\(count)")
      #expect(page.lines.contains("Е. В. Калашникова"))
      #expect(page.lines.contains { $0.hasPrefix("Заместитель") })
    }
  }

  @Test func keepsEverySignatureOfALongListWhole() throws {
    let people = (1...40).map { Block.signature(.init(position: "Учитель \($0)", name: "Имя \($0)", date: nil)) }
    let pages = try pages([filler] + people)
    #expect(pages.count > 2)
    for page in pages {
      for what in ["Имя", "(подпись)", "(дата)"] {
        #expect(
          page.lines.filter { $0.hasPrefix(what) }.count == page.lines.filter { $0.hasPrefix("Учитель") }.count)
      }
    }
  }

  @Test func startsAPageWhereItIsAskedAndMakesNoEmptyOnes() throws {
    let pages = try pages([.pageBreak, filler, .pageBreak, .pageBreak, filler, .pageBreak])
    #expect(pages.count == 2)
    #expect(pages.allSatisfy { $0.lines.contains { $0.hasPrefix("Строка") } })
  }

  @Test func anEmptyDocumentIsOneEmptyPage() throws {
    let pages = try pages([])
    #expect(pages.count == 1)
    #expect(pages[0].lines.isEmpty)
  }

  @Test func bookmarksHeadingsByLevel() throws {
    let bookmarks = try layout(PageDocument.report()).pages.flatMap(\.bookmarks)
    #expect(bookmarks.map(\.level) == [1, 2, 1, 1, 1])
    #expect(bookmarks.first?.title == "1. Результаты контроля")
  }

  @Test func dropsControlCharacters() throws {
    let lines = try pages([.paragraph(Paragraph("до\u{0}\u{1}после"))]).flatMap(\.lines)
    #expect(lines == ["допосле"])
  }
}
