import Reporting

/// The part of a chart in DrawingML (ECMA-376 part 1, 21.2): series that point to the cells of their sheet and hold their
/// values besides. The order of the elements is the schema's.
struct XLSXChart {
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006"
  static let categoryAxis = "1"
  static let valueAxis = "2"

  let chart: SheetChart
  let xml: XMLWriter

  static func bytes(_ chart: SheetChart) throws(SpreadsheetError) -> [UInt8] {
    try XMLWriter.bytes { XLSXChart(chart: chart, xml: $0).write() }
  }

  private func write() {
    xml.element(
      "c:chartSpace", ["xmlns:c": XLSXChart.drawing + "/chart", "xmlns:a": XLSXChart.drawing + "/main"]
    ) {
      value("c:date1904", "0")
      value("c:lang", Workbook.language.code + "-" + Workbook.language.country)
      value("c:roundedCorners", "0")
      xml.element("c:chart") {
        xml.element("c:title") {
          xml.element("c:tx") { reference(CellReference.fixed(0, 0), texts: [chart.chart.title]) }
          value("c:overlay", "0")
          font(size: 12, isBold: true)
        }
        value("c:autoTitleDeleted", "0")
        xml.element("c:plotArea") {
          xml.element("c:layout")
          plots()
          axes()
        }
        if chart.hasLegend {
          xml.element("c:legend") {
            value("c:legendPos", "b")
            hideTrends()
            value("c:overlay", "0")
          }
        }
        value("c:plotVisOnly", "1")
        value("c:dispBlanksAs", "gap")
      }
      xml.element("c:spPr") {
        fill(ChartLook.paper)
        xml.element("a:ln") { xml.element("a:noFill") }
      }
      font(size: 10)
    }
  }

  private func plots() {
    if chart.form == .lines {
      lines(chart.series + (chart.norm.map { [$0] } ?? []))
      return
    }
    xml.element("c:barChart") {
      value("c:barDir", chart.isLying ? "bar" : "col")
      value("c:grouping", chart.form == .shares ? "percentStacked" : "clustered")
      value("c:varyColors", "0")
      for (index, series) in chart.series.enumerated() { write(series, index: index) }
      if let norm = chart.norm, chart.hasNormBars { write(norm, index: chart.series.count) }
      value("c:gapWidth", chart.form == .shares ? "40" : "60")
      if chart.barsOverlap { value("c:overlap", "100") }
      axisIDs()
    }
    if let norm = chart.norm, !chart.hasNormBars { lines([norm], after: chart.series.count) }
  }

  /// One entry tells them all; they stand after the series.
  private func hideTrends() {
    let count = chart.series.count { $0.hasTrend }
    let first = chart.series.count + (chart.norm == nil ? 0 : 1)
    for index in (first..<first + count).dropFirst() {
      xml.element("c:legendEntry") {
        value("c:idx", "\(index)")
        value("c:delete", "1")
      }
    }
  }

  private func lines(_ series: [SheetChart.Series], after count: Int = 0) {
    xml.element("c:lineChart") {
      value("c:grouping", "standard")
      value("c:varyColors", "0")
      for (index, series) in series.enumerated() { write(series, index: count + index, isLine: true) }
      value("c:marker", "1")
      axisIDs()
    }
  }

  private func axisIDs() {
    value("c:axId", XLSXChart.categoryAxis)
    value("c:axId", XLSXChart.valueAxis)
  }

  // MARK: Parts of other parts

  func value(_ element: String, _ value: String) { xml.element(element, ["val": value]) }

  /// Cells of the chart's sheet, and their texts.
  func reference(_ cells: String, texts: [String]) {
    xml.element("c:strRef") {
      xml.element("c:f", text: CellReference.quoted(chart.sheet) + "!" + cells)
      xml.element("c:strCache") {
        value("c:ptCount", "\(texts.count)")
        for (index, text) in texts.enumerated() {
          xml.element("c:pt", ["idx": "\(index)"]) { xml.element("c:v", text: text) }
        }
      }
    }
  }

  func font(size: Int, isBold: Bool = false) {
    xml.element("c:txPr") {
      xml.element("a:bodyPr")
      xml.element("a:p") {
        xml.element("a:pPr") { XLSXChart.run("a:defRPr", size: size, isBold: isBold, to: xml) }
        xml.element("a:endParaRPr", ["lang": Workbook.language.code + "-" + Workbook.language.country])
      }
    }
  }

  static func run(_ element: String, size: Int, isBold: Bool, to xml: XMLWriter) {
    xml.element(element, ["sz": "\(size * 100)", "b": isBold ? "1" : "0"]) {
      xml.element("a:solidFill") { xml.element("a:srgbClr", ["val": CellStyle.Colour.black.rawValue]) }
      xml.element("a:latin", ["typeface": Workbook.fontName])
      xml.element("a:cs", ["typeface": Workbook.fontName])
    }
  }

  func fill(_ colour: String) {
    xml.element("a:solidFill") { xml.element("a:srgbClr", ["val": colour]) }
  }
}
