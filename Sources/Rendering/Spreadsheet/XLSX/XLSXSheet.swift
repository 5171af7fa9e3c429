/// One sheet part, written row by row.
struct XLSXSheet {
  private let sheet: Sheet
  private let isFirst: Bool
  private let isDraft: Bool
  private let xml: XMLWriter

  static func bytes(
    of sheet: Sheet, isFirst: Bool, isDraft: Bool, styles: inout XLSXStyles
  ) throws(SpreadsheetError) -> [UInt8] {
    let part = XLSXSheet(sheet: sheet, isFirst: isFirst, isDraft: isDraft, xml: try XMLWriter())
    part.write(&styles)
    return try part.xml.finish()
  }

  /// The order of the elements is the schema's (CT_Worksheet); Excel refuses any other.
  private func write(_ styles: inout XLSXStyles) {
    xml.element("worksheet", ["xmlns": XLSXPackage.main]) {
      xml.element("sheetPr") { xml.element("pageSetUpPr", ["fitToPage": "1"]) }
      let last = CellReference.cell(max(sheet.columns.count, 1) - 1, max(sheet.rows.count, 1) - 1)
      xml.element("dimension", ["ref": "A1:" + last])
      xml.element("sheetViews") { view() }
      xml.element("sheetFormatPr", ["defaultRowHeight": "15"])
      if !sheet.columns.isEmpty { xml.element("cols") { columns() } }
      var merged: [String] = []
      var links: [(range: String, sheet: String)] = []
      var breaks: [Int] = []
      xml.element("sheetData") {
        var index = 0
        for row in sheet.rows {
          if row.startsPage { breaks.append(index) }
          write(row, index, &styles, &merged, &links)
          index += 1
        }
      }
      if let filter = sheet.header?.filter {
        let last = CellReference.cell(sheet.columns.count - 1, filter.upperBound)
        xml.element("autoFilter", ["ref": CellReference.cell(0, filter.lowerBound) + ":" + last])
      }
      if !merged.isEmpty {
        xml.element("mergeCells", ["count": "\(merged.count)"]) {
          for range in merged { xml.element("mergeCell", ["ref": range]) }
        }
      }
      if !links.isEmpty {
        xml.element("hyperlinks") {
          for link in links {
            xml.element("hyperlink", ["ref": link.range, "location": CellReference.quoted(link.sheet) + "!A1"])
          }
        }
      }
      pageSetup()
      if !breaks.isEmpty {
        xml.element("rowBreaks", ["count": "\(breaks.count)", "manualBreakCount": "\(breaks.count)"]) {
          for row in breaks { xml.element("brk", ["id": "\(row)", "max": "16383", "man": "1"]) }
        }
      }
    }
  }

  private func view() {
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
  private func columns() {
    for (index, width) in sheet.columns.enumerated() {
      let digits = width / 25.4 * 96 / 7
      xml.element(
        "col", ["min": "\(index + 1)", "max": "\(index + 1)", "width": digits.length, "customWidth": "1"])
    }
  }

  private func write(
    _ row: Sheet.Row, _ index: Int, _ styles: inout XLSXStyles, _ merged: inout [String],
    _ links: inout [(range: String, sheet: String)]
  ) {
    var column = 0
    xml.element(
      "row", ["r": "\(index + 1)", "ht": row.height.length, "customHeight": row.isFixed ? "1" : nil]
    ) {
      for cell in row.cells {
        let style = "\(styles.index(of: cell.style))"
        write(cell, CellReference.cell(column, index), style)
        let range = CellReference.span(from: column, count: cell.span, row: index)
        if cell.span > 1 { merged.append(range) }
        if let link = cell.link { links.append((range, link)) }
        // Borders of a merged cell are those of the cells it covers.
        for covered in (column + 1)..<max(column + cell.span, column + 1) {
          xml.element("c", ["r": CellReference.cell(covered, index), "s": style])
        }
        column += cell.span
      }
    }
  }

  private func write(_ cell: Sheet.Cell, _ name: String, _ style: String) {
    switch cell.content {
    case .text(let runs) where runs.contains(where: { !$0.text.isEmpty }):
      xml.element("c", ["r": name, "s": style, "t": "inlineStr"]) {
        xml.element("is") { XLSXText.write(runs, cell.style, to: xml) }
      }
    case .empty, .text:
      xml.element("c", ["r": name, "s": style])
    case .value(let value):
      xml.element("c", ["r": name, "s": style]) { xml.element("v", text: value.number?.spelled ?? "") }
    }
  }

  private func pageSetup() {
    func inches(_ millimetres: Double) -> String { (millimetres / 25.4).length }
    xml.element(
      "pageMargins",
      [
        "left": inches(SheetPage.left), "right": inches(SheetPage.right), "top": inches(SheetPage.top),
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
