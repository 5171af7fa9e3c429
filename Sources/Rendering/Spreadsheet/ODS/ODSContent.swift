/// The content part: the sheets, row by row.
struct ODSContent: Sendable {
  let workbook: Workbook

  @Sendable func write(to output: @escaping XMLWriter.Output) throws(SpreadsheetError) {
    let xml = try XMLWriter(to: output)
    ODSPackage.root("office:document-content", xml) {
      ODSPackage.fonts(xml)
      // OpenDocument wants the styles before the cells that use them.
      let styles = ODSStyles(of: workbook)
      xml.element("office:automatic-styles") { styles.write(to: xml) }
      xml.element("office:body") {
        xml.element("office:spreadsheet") {
          for (index, sheet) in workbook.sheets.enumerated() { write(sheet, index, styles, to: xml) }
          filters(xml)
        }
      }
    }
    try xml.finish()
  }

  private func write(_ sheet: Sheet, _ index: Int, _ styles: ODSStyles, to xml: XMLWriter) {
    xml.element("table:table", ["table:name": sheet.name, "table:style-name": ODSStyles.name(of: sheet.page)]) {
      let headers = sheet.header?.columns ?? 0
      func columns(_ widths: some Sequence<Double>) {
        for width in widths {
          xml.element(
            "table:table-column",
            [
              "table:style-name": styles.name(ofColumn: width),
              "table:default-cell-style-name": ODSPackage.defaultStyle,
            ])
        }
      }
      if headers > 0 { xml.element("table:table-header-columns") { columns(sheet.columns.prefix(headers)) } }
      columns(sheet.columns.dropFirst(headers))
      ODSRows(styles: workbook.styles, xml: xml).write(sheet)
      if let chart = sheet.chart {
        frame(chart, number: 1 + workbook.charts.prefix { $0.sheet != index }.count, to: xml)
      }
    }
  }

  /// The rows between the table and its chart, the last with the chart in its first cell.
  private func frame(_ chart: SheetChart, number: Int, to xml: XMLWriter) {
    for row in chart.rows.upperBound + 1...chart.anchor {
      xml.element(
        "table:table-row",
        ["table:style-name": row == chart.anchor ? "ro\(chart.rowStyle + 1)" : nil]
      ) {
        xml.element("table:table-cell") {
          guard row == chart.anchor else { return }
          xml.element(
            "draw:frame",
            [
              "draw:name": chart.sheet, "draw:style-name": ODSStyles.frame, "svg:width": chart.width.length + "mm",
              "svg:height": chart.height.length + "mm",
            ]
          ) {
            let path = "./" + ODSChart.folder(number)
            xml.element(
              "draw:object",
              ["xlink:href": path, "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"])
            xml.element("svg:title", text: chart.chart.title)
            xml.element("svg:desc", text: chart.chart.alternative)
          }
        }
      }
    }
  }

  private func filters(_ xml: XMLWriter) {
    guard workbook.sheets.contains(where: { $0.header?.filter != nil }) else { return }
    xml.element("table:database-ranges") {
      for (index, sheet) in workbook.sheets.enumerated() {
        guard let filter = sheet.header?.filter else { continue }
        let name = CellReference.quoted(sheet.name) + "."
        let last = CellReference.cell(sheet.columns.count - 1, filter.upperBound)
        xml.element(
          "table:database-range",
          [
            // LibreOffice's name for the filter that belongs to a sheet.
            "table:name": "__Anonymous_Sheet_DB__\(index)",
            "table:target-range-address": name + CellReference.cell(0, filter.lowerBound) + ":" + name + last,
            "table:display-filter-buttons": "true",
          ])
      }
    }
  }
}
