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
