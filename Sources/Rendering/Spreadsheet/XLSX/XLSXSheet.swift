/// One sheet part, written row by row.
struct XLSXSheet: Sendable {
  let sheet: Sheet
  let styles: StyleSheet
  let isFirst: Bool
  let isDraft: Bool

  /// The order of the elements is the schema's (CT_Worksheet); Excel refuses any other.
  @Sendable func write(to output: @escaping XMLWriter.Output) throws(SpreadsheetError) {
    let xml = try XMLWriter(to: output)
    xml.element(
      "worksheet", ["xmlns": XLSXPackage.main, "xmlns:r": XLSXPackage.office + "/relationships"]
    ) {
      xml.element("sheetPr") { xml.element("pageSetUpPr", ["fitToPage": "1"]) }
      let last = CellReference.cell(max(sheet.columns.count, 1) - 1, max(sheet.rows.count, 1) - 1)
      xml.element("dimension", ["ref": "A1:" + last])
      xml.element("sheetViews") { view(xml) }
      xml.element("sheetFormatPr", ["defaultRowHeight": "15"])
      if !sheet.columns.isEmpty { xml.element("cols") { columns(xml) } }
      var rows = XLSXRows(styles: styles)
      xml.element("sheetData") { rows.write(sheet.rows, to: xml) }
      if let filter = sheet.header?.filter {
        let last = CellReference.cell(sheet.columns.count - 1, filter.upperBound)
        xml.element("autoFilter", ["ref": CellReference.cell(0, filter.lowerBound) + ":" + last])
      }
      if !rows.merged.isEmpty {
        xml.element("mergeCells", ["count": "\(rows.merged.count)"]) {
          for range in rows.merged { xml.element("mergeCell", ["ref": range]) }
        }
      }
      if !rows.links.isEmpty {
        xml.element("hyperlinks") {
          for link in rows.links {
            xml.element("hyperlink", ["ref": link.range, "location": CellReference.quoted(link.sheet) + "!A1"])
          }
        }
      }
      pageSetup(xml)
      let breaks = rows.breaks + (sheet.chart.flatMap { $0.startsPage ? [$0.anchor] : nil } ?? [])
      if !breaks.isEmpty {
        xml.element("rowBreaks", ["count": "\(breaks.count)", "manualBreakCount": "\(breaks.count)"]) {
          for row in breaks { xml.element("brk", ["id": "\(row)", "max": "16383", "man": "1"]) }
        }
      }
      if sheet.chart != nil { xml.element("drawing", ["r:id": "rId1"]) }
    }
    try xml.finish()
  }

  private func view(_ xml: XMLWriter) {
    let hidesGrid = sheet.header == nil
    xml.element(
      "sheetView",
      ["showGridLines": hidesGrid ? "0" : nil, "tabSelected": isFirst ? "1" : nil, "workbookViewId": "0"]
    ) {
      guard let header = sheet.header else { return }
      let below = CellReference.cell(header.columns, header.rows.upperBound + 1)
      let pane = header.columns > 0 ? "bottomRight" : "bottomLeft"
      xml.element(
        "pane",
        [
          "xSplit": header.columns > 0 ? "\(header.columns)" : nil, "ySplit": "\(header.rows.upperBound + 1)",
          "topLeftCell": below, "activePane": pane, "state": "frozen",
        ])
      xml.element("selection", ["pane": pane, "activeCell": below, "sqref": below])
    }
  }

  /// Widths are counted in digits of the standard font, 7 pixels each at 96 dpi.
  private func columns(_ xml: XMLWriter) {
    for (index, width) in sheet.columns.enumerated() {
      let digits = width / 25.4 * 96 / 7
      xml.element(
        "col", ["min": "\(index + 1)", "max": "\(index + 1)", "width": digits.length, "customWidth": "1"])
    }
  }

  private func pageSetup(_ xml: XMLWriter) {
    func inches(_ millimetres: Double) -> String { (millimetres / 25.4).length }
    xml.element(
      "pageMargins",
      [
        "left": inches(sheet.page.left), "right": inches(SheetPage.right), "top": inches(SheetPage.top),
        "bottom": inches(SheetPage.bottom), "header": inches(SheetPage.edge), "footer": inches(SheetPage.edge),
      ])
    // Paper 9 is A4.
    xml.element(
      "pageSetup",
      [
        "paperSize": "9", "fitToWidth": "1", "fitToHeight": "0", "orientation": sheet.page.orientation.rawValue,
      ])
    xml.element("headerFooter") {
      let font = #"&"\#(Workbook.fontName),"#
      if isDraft { xml.element("oddHeader", text: "&R\(font)Bold\"&10" + Workbook.draftMark) }
      xml.element("oddFooter", text: "&C\(font)Regular\"&9стр. &P из &N")
    }
  }
}
