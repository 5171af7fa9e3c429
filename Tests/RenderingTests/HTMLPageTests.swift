import Rendering
import Reporting
import Testing

/// Pages of reports as a browser and a screen reader get them.
@Suite struct HTMLPageTests {
  static func documents() throws -> [ReportDocument] {
    try [SampleDocument.report(), SampleDocument.register(), SampleDocument.gallery(), SampleDocument.edges()]
      + PageDocument.Sample.allCases.map(\.document)
  }

  @Test func areAccessible() throws {
    for document in try Self.documents() {
      #expect(try PageChecker(HTMLRenderer().render(document)).faults() == [], "\(document.properties.title)")
    }
  }

  @Test(.enabled(if: Chromium.isInstalled, "chromium is not installed"))
  func showWithoutAConsoleMessage() throws {
    for document in try Self.documents() {
      #expect(try Chromium.open(HTMLRenderer().render(document)).console == [], "\(document.properties.title)")
    }
  }

  @Test func mergeHeadsAndHeadRows() throws {
    let html = String(decoding: HTMLRenderer().render(try SampleDocument.register()), as: UTF8.self)
    #expect(html.contains("<th scope=\"colgroup\" colspan=\"2\">Успевают</th>"))
    #expect(html.contains("<th scope=\"col\" rowspan=\"2\">Параллель</th>"))
    #expect(html.contains("<span class=\"turned\">Отметка «3»</span>"))
    #expect(html.contains("<th scope=\"row\" class=\"left\">2-е классы</th>"))
    #expect(html.contains("<td class=\"right h4\">40,0\u{a0}%</td>"))
    #expect(html.contains("<tr class=\"numbers\"><td>1</td>"))
  }

  @Test func drawChartsWithTheirNumbersBelow() throws {
    let html = String(decoding: HTMLRenderer().render(try SampleDocument.gallery()), as: UTF8.self)
    #expect(html.contains("<title id=\"t1\">Рисунок 1. Замечаний по классам</title>"))
    #expect(html.contains("<desc id=\"d1\">Больше всего замечаний в 7Б</desc>"))
    #expect(html.contains("<figcaption>Рисунок 1. Замечаний по классам</figcaption>\n<details><summary>"))
  }
}
