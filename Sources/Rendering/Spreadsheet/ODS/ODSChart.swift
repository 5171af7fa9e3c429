import Reporting

/// A chart as an OpenDocument object of its own inside the workbook: series that point to the cells of their sheet, and
/// the same numbers in a table of its own.
struct ODSChart {
  static let mediaType = "application/vnd.oasis.opendocument.chart"

  /// The folder of the object; objects count from 1.
  static func folder(_ number: Int) -> String { "Object \(number)" }

  let chart: SheetChart

  func content() throws(SpreadsheetError) -> [UInt8] {
    try XMLWriter.bytes { xml in
      ODSPackage.root("office:document-content", xml) {
        ODSPackage.fonts(xml)
        xml.element("office:automatic-styles") { ODSChartStyles(chart: chart, xml: xml).write() }
        xml.element("office:body") {
          xml.element("office:chart") { write(xml) }
        }
      }
    }
  }

  private func write(_ xml: XMLWriter) {
    xml.element(
      "chart:chart",
      [
        "chart:class": chart.form == .lines ? "chart:line" : "chart:bar", "chart:style-name": "Chart",
        "svg:width": chart.width.length + "mm", "svg:height": chart.height.length + "mm",
        // The numbers are those of the workbook around it.
        "xlink:href": "..", "xlink:type": "simple",
      ]
    ) {
      xml.element("chart:title", ["chart:style-name": "Title"]) {
        xml.element("text:p", text: chart.chart.title)
      }
      if chart.hasLegend {
        xml.element(
          "chart:legend",
          ["chart:legend-position": "bottom", "style:legend-expansion": "wide", "chart:style-name": "Legend"])
      }
      let columns = (chart.series + (chart.norm.map { [$0] } ?? [])).count
      xml.element(
        "chart:plot-area",
        [
          "chart:style-name": "Plot", "chart:data-source-has-labels": "both",
          "table:cell-range-address": range(0, columns, from: chart.rows.lowerBound - 1),
        ]
      ) {
        axes(xml)
        for series in chart.series { write(series, isLine: chart.form == .lines, to: xml) }
        if let norm = chart.norm { write(norm, isLine: !chart.hasNormBars, to: xml) }
        xml.element("chart:wall", ["chart:style-name": "Wall"])
      }
      table(xml)
    }
  }

  private func axes(_ xml: XMLWriter) {
    xml.element(
      "chart:axis", ["chart:dimension": "x", "chart:name": "primary-x", "chart:style-name": "Categories"]
    ) {
      if !chart.axisTitle.isEmpty {
        xml.element("chart:title", ["chart:style-name": "AxisTitle"]) { xml.element("text:p", text: chart.axisTitle) }
      }
      xml.element("chart:categories", ["table:cell-range-address": range(0, 0, from: chart.rows.lowerBound)])
    }
    xml.element("chart:axis", ["chart:dimension": "y", "chart:name": "primary-y", "chart:style-name": "Values"]) {
      xml.element("chart:grid", ["chart:class": "major", "chart:style-name": "Grid"])
    }
  }

  private func write(_ series: SheetChart.Series, isLine: Bool, to xml: XMLWriter) {
    xml.element(
      "chart:series",
      [
        "chart:class": isLine ? "chart:line" : "chart:bar", "chart:style-name": ODSChartStyles.name(of: series),
        "chart:values-cell-range-address": range(series.column, series.column, from: chart.rows.lowerBound),
        "chart:label-cell-address": cell(series.column, chart.rows.lowerBound - 1),
      ]
    ) {
      if series.hasTrend { xml.element("chart:regression-curve", ["chart:style-name": "Trend"]) }
      xml.element("chart:data-point", ["chart:repeated": "\(series.values.count)"])
    }
  }

  private func cell(_ column: Int, _ row: Int) -> String {
    CellReference.quoted(chart.sheet) + "." + CellReference.fixed(column, row)
  }

  private func range(_ first: Int, _ last: Int, from row: Int) -> String {
    cell(first, row) + ":" + cell(last, chart.rows.upperBound)
  }

  /// For a program that opens the object without its workbook.
  private func table(_ xml: XMLWriter) {
    let series = chart.series + (chart.norm.map { [$0] } ?? [])
    func cell(_ text: String) {
      xml.element("table:table-cell", ["office:value-type": "string"]) { xml.element("text:p", text: text) }
    }
    xml.element("table:table", ["table:name": "local-table"]) {
      xml.element("table:table-header-columns") { xml.element("table:table-column") }
      xml.element("table:table-columns") {
        xml.element("table:table-column", ["table:number-columns-repeated": "\(series.count)"])
      }
      xml.element("table:table-header-rows") {
        xml.element("table:table-row") {
          cell(chart.chart.axis)
          for series in series { cell(series.name) }
        }
      }
      xml.element("table:table-rows") {
        for (index, category) in chart.chart.categories.enumerated() {
          xml.element("table:table-row") {
            cell(category)
            for series in series {
              let value = series.values[index]
              if Content.counts(value), let number = value.number {
                xml.element("table:table-cell", ["office:value-type": "float", "office:value": number.spelled]) {
                  xml.element("text:p", text: value.plainText)
                }
              } else if value == .empty {
                xml.element("table:table-cell")
              } else {
                cell(value.plainText)
              }
            }
          }
        }
      }
    }
  }
}
