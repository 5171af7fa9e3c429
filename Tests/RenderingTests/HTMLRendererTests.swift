import CLibXML2
import Rendering
import Reporting
import Testing

@Suite struct HTMLRendererTests {
  func html(_ document: ReportDocument) -> String {
    String(decoding: HTMLRenderer().render(document), as: UTF8.self)
  }

  /// The text of the page as a reader of the markup gets it; nil if it is not well-formed.
  func text(_ html: String) -> String? {
    var html = html
    let document = html.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        xmlReadMemory($0.baseAddress, Int32($0.count), nil, nil, Int32(XML_PARSE_NONET.rawValue))
      }
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    let buffer = xmlBufferCreate()
    defer { xmlBufferFree(buffer) }
    guard xmlNodeBufGetContent(buffer, xmlDocGetRootElement(document)) == 0 else { return nil }
    return String(cString: xmlBufferContent(buffer))
  }

  @Test(arguments: PageDocument.Sample.allCases)
  func isWellFormedAndHoldsEveryTextOfTheDocument(_ sample: PageDocument.Sample) throws {
    let text = try #require(self.text(html(sample.document))).unbroken
    #expect(sample.document.printedTexts.filter { !text.contains($0.unbroken) } == [])
  }

  @Test func givesTheSameBytesTwice() {
    let document = PageDocument.report()
    #expect(HTMLRenderer().render(document) == HTMLRenderer().render(document))
  }

  @Test func fetchesNothingAndRunsNothing() {
    let html = html(PageDocument.report(isSigned: false)).lowercased()
    for word in ["<script", "<link", "<img", "url(", "@import", "http:", "https:"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func escapesTexts() throws {
    let document = PageDocument.document([
      .heading(level: 1, text: "<b>&amp;"), .paragraph(Paragraph("a \"б\" </p><script>\u{0}\u{b}")),
    ])
    let html = html(document)
    #expect(html.contains("<h2>&lt;b&gt;&amp;amp;</h2>"))
    #expect(html.contains("a &quot;б&quot; &lt;/p&gt;&lt;script&gt;</p>"))
    #expect(text(html) != nil)
  }

  @Test func saysWhatItIs() {
    let html = html(PageDocument.report())
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"ru\">"))
    #expect(html.contains("<title>Справка по итогам контроля ведения электронного журнала</title>"))
    #expect(html.contains("<meta name=\"author\" content=\"МБОУ «Средняя школа № 14 имени Н. И. Пирогова»\"/>"))
    #expect(html.contains("<meta name=\"dcterms.created\" content=\"2026-01-12T23:59:59\"/>"))
  }

  @Test func marksUpTables() {
    let html = html(PageDocument.report())
    #expect(html.contains("<caption>Таблица 1. Показатели контроля по параллелям</caption>"))
    #expect(html.contains("<thead><tr><th scope=\"col\">Параллель</th>"))
    #expect(html.contains("<th scope=\"rowgroup\" colspan=\"6\">Беляев Пётр Олегович</th>"))
    #expect(html.contains("<th scope=\"row\" class=\"left\">Всего</th>"))
    #expect(html.contains("<td class=\"right\">95,5\u{a0}%</td>"))
    #expect(html.contains("<td colspan=\"6\">По журналам внеурочной деятельности замечаний нет</td>"))
  }

  @Test func letsLongWordsBreakAndTurnsLongTitlesOfNarrowColumns() {
    let word = String(repeating: "слово", count: 6)
    let columns = [Table.Column("Ученик", width: 90), Table.Column("Обществознание", width: 6, alignment: .center)]
    let table = Table(name: "Проба", caption: "", columns: columns, rows: [.init([.text(word), .integer(4)])])
    let html = html(PageDocument.document([.table(table)]))
    #expect(html.contains("<td class=\"left long\">\(word)</td>"))
    #expect(html.contains("<th scope=\"col\"><span class=\"turned\">Обществознание</span></th>"))
    #expect(html.contains("<th scope=\"col\">Ученик</th>"))
  }

  @Test func marksUpDatesAndHeadings() {
    let html = html(PageDocument.report())
    #expect(html.contains("<h1>СПРАВКА</h1>"))
    #expect(html.contains("<h2>1. Результаты контроля</h2>"))
    #expect(html.contains("<h3>1.1. Замечания</h3>"))
    #expect(html.contains("<time datetime=\"2026-01-13\">13.01.2026</time>"))
  }

  @Test func marksDraftsOnly() {
    #expect(html(PageDocument.report(isSigned: false)).contains("<p class=\"draft-mark\">ПРОЕКТ</p>"))
    #expect(!html(PageDocument.report()).contains("ПРОЕКТ"))
  }

  @Test func turnsPagesInPrint() {
    let html = html(
      PageDocument.document([.paragraph(Paragraph("а")), .section(.landscape), .paragraph(Paragraph("б"))]))
    #expect(html.contains("@page landscape { size: A4 landscape }"))
    #expect(html.contains("<div class=\"sheet portrait\">"))
    #expect(html.contains("</div>\n<div class=\"sheet landscape\">"))
  }
}
