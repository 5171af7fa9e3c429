import Foundation
import FoundationXML
import Rendering
import Reporting
import Testing

@Suite("Charts of workbooks") struct SpreadsheetChartTests {
  /// Of the gallery, in order; a heat map is shaded cells, and of nothing there is nothing to draw.
  private static let drawn = [
    SampleDocument.columns, SampleDocument.bars, SampleDocument.lines, SampleDocument.shares, SampleDocument.single,
  ]
  private static let kinds = [["barChart"], ["barChart"], ["lineChart"], ["barChart"], ["lineChart"]]

  @Test("XLSX: a chart names the cells of its sheet and holds what stands there") func xlsx() throws {
    let book = try SpreadsheetReader(XLSXRenderer().render(SampleDocument.gallery()))
    let parts = book.entries.map(\.name).filter { $0.hasPrefix("xl/charts/chart") }
    #expect(parts.count == Self.drawn.count)
    let sheets = try book.attributes("xl/workbook.xml", "//*[local-name()='sheet']/@name")
    for (number, chart) in Self.drawn.enumerated() {
      let part = try book.part("xl/charts/chart\(number + 1).xml")
      let plots = try part.nodes(forXPath: "//*[local-name()='plotArea']/*").compactMap(\.localName)
      #expect(plots.filter { $0.hasSuffix("Chart") } == Self.kinds[number])
      #expect(
        try texts(part, "//*[local-name()='chart']/*[local-name()='title']//*[local-name()='v']") == [chart.title])
      let sheet = try #require(sheets.firstIndex(of: chart.name)) + 1
      let cells = try book.xlsxCells(sheet: sheet)
      #expect(
        try book.attributes("xl/worksheets/_rels/sheet\(sheet).xml.rels", "//@Target")
          == ["../drawings/drawing\(number + 1).xml"])
      let series = try part.nodes(forXPath: "//*[local-name()='ser']")
      #expect(series.count == chart.series.count + (chart.norm == nil ? 0 : 1))
      for (node, series) in zip(series, chart.series) {
        #expect(try texts(node, "*[local-name()='tx']//*[local-name()='v']") == [series.name])
        #expect(try texts(node, "*[local-name()='cat']//*[local-name()='v']") == chart.categories)
        let formula = try #require(try texts(node, "*[local-name()='val']//*[local-name()='f']").first)
        let named = try Self.cells(formula, sheet: chart.name)
        #expect(named.count == chart.categories.count)
        let points = try node.nodes(forXPath: "*[local-name()='val']//*[local-name()='pt']")
        #expect(points.count == series.values.count { $0.hundredths != nil })
        for case let point as XMLElement in points {
          let index = try #require(Int(point.attribute(forName: "idx")?.stringValue ?? ""))
          #expect(cells[named[index]] == .number(try #require(Double(point.stringValue ?? ""))))
        }
        // Excel would draw the text of a share of nothing as a nought.
        for (index, value) in series.values.enumerated() where value.hundredths == nil {
          #expect(cells[named[index]] == nil)
        }
      }
      let drawing = "xl/drawings/drawing\(number + 1).xml"
      #expect(try book.attributes(drawing, "//@descr") == [chart.alternative])
      let row = try texts(book.part(drawing), "//*[local-name()='row']")
      #expect(row == ["\(chart.categories.count + 3)"], "an empty row after the table")
    }
  }

  @Test("ODS: a chart is an object that names the cells of its sheet") func ods() throws {
    let book = try SpreadsheetReader(ODSRenderer().render(SampleDocument.gallery()))
    let manifest = try book.attributes("META-INF/manifest.xml", "//@*[local-name()='full-path']")
    #expect(manifest.count { $0.hasPrefix("Object ") && $0.hasSuffix("/") } == Self.drawn.count)
    #expect(
      try book.attributes("content.xml", "//*[local-name()='object']/@*[local-name()='href']")
        == Self.drawn.indices.map { "./Object \($0 + 1)" })
    #expect(
      try texts(book.part("content.xml"), "//*[local-name()='frame']/*[local-name()='desc']")
        == Self.drawn.map(\.alternative))
    for (number, chart) in Self.drawn.enumerated() {
      let part = "Object \(number + 1)/content.xml"
      let first = try book.attributes(part, "//*[local-name()='series']/@*[local-name()='values-cell-range-address']")
      let last = chart.categories.count + 2
      #expect(first.first == "'\(chart.name)'.$B$3:'\(chart.name)'.$B$\(last)")
      let rows = try book.part(part).nodes(forXPath: "//*[local-name()='table-rows']/*")
      #expect(rows.count == chart.categories.count)
      for (index, row) in rows.enumerated() {
        let cells = try row.nodes(forXPath: "*").map { $0.stringValue ?? "" }
        #expect(
          Array(cells.prefix(chart.series.count + 1))
            == [chart.categories[index]] + chart.series.map { $0.value(at: index).plainText })
      }
    }
  }

  @Test("lines have a trend where there are points enough, told once in the legend") func trend() throws {
    let book = try SpreadsheetReader(XLSXRenderer().render(SampleDocument.gallery()))
    let lines = try book.part("xl/charts/chart3.xml")
    #expect(try lines.nodes(forXPath: "//*[local-name()='trendline']").count == 3)
    #expect(try lines.nodes(forXPath: "//*[local-name()='legendEntry']").count == 2)
    #expect(try book.part("xl/charts/chart5.xml").nodes(forXPath: "//*[local-name()='trendline']").isEmpty)
    let ods = try SpreadsheetReader(ODSRenderer().render(SampleDocument.gallery()))
    #expect(try ods.part("Object 3/content.xml").nodes(forXPath: "//*[local-name()='regression-curve']").count == 3)
  }

  @Test("percentages of which some are no shares are a table without a drawing") func mixed() throws {
    var chart = SampleDocument.lines
    chart.series[0].values[0] = .integer(90)
    let document = ReportDocument(properties: try SampleDocument.report().properties, blocks: [.chart(chart)])
    let book = try SpreadsheetReader(XLSXRenderer().render(document))
    #expect(!book.entries.contains { $0.name.contains("chart") })
    #expect(try book.xlsxCells(sheet: 2)["B3"] == .number(90))
  }

  private func texts(_ node: XMLNode, _ path: String) throws -> [String] {
    try node.nodes(forXPath: path).map { $0.stringValue ?? "" }
  }

  /// `'Лист'!$B$3:$B$5` and several such in brackets, cell by cell.
  private static func cells(_ formula: String, sheet: String) throws -> [String] {
    try formula.filter { !"()$".contains($0) }.split(separator: ",").flatMap { range -> [String] in
      #expect(range.hasPrefix("'\(sheet)'!"))
      let ends = range.dropFirst(sheet.count + 3).split(separator: ":")
      let rows = try ends.map { try #require(Int($0.dropFirst())) }
      return try (rows[0]...(try #require(rows.last))).map { "\(try #require(ends[0].first))\($0)" }
    }
  }
}
