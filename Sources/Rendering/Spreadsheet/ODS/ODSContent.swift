import Reporting

/// The content part: the sheets, row by row.
struct ODSContent {
  private let workbook: Workbook
  private let xml: XMLWriter
  private var styles: ODSStyles

  static func bytes(of workbook: Workbook) throws(SpreadsheetError) -> [UInt8] {
    try ODSPackage.root("office:document-content") { xml in
      // OpenDocument wants the styles before the cells that use them.
      var content = ODSContent(workbook: workbook, xml: xml, styles: ODSStyles(of: workbook))
      content.write()
    }
  }

  private mutating func write() {
    ODSPackage.fonts(xml)
    xml.element("office:automatic-styles") { styles.write(to: xml) }
    xml.element("office:body") {
      xml.element("office:spreadsheet") {
        for sheet in workbook.sheets { write(sheet) }
        filters()
      }
    }
  }

  private mutating func write(_ sheet: Sheet) {
    xml.element("table:table", ["table:name": sheet.name, "table:style-name": ODSStyles.sheet]) {
      for width in sheet.columns {
        xml.element(
          "table:table-column",
          [
            "table:style-name": styles.name(ofColumn: width), "table:default-cell-style-name": ODSPackage.defaultStyle,
          ])
      }
      var index = 0
      for row in sheet.rows {
        if let header = sheet.header?.rows, index == header.lowerBound {
          xml.element("table:table-header-rows") {
            for row in sheet.rows.dropFirst(index).prefix(header.count) { write(row) }
          }
        } else if !(sheet.header?.rows.contains(index) ?? false) {
          write(row)
        }
        index += 1
      }
    }
  }

  private mutating func write(_ row: Sheet.Row) {
    xml.element("table:table-row", ["table:style-name": styles.name(of: row)]) {
      for cell in row.cells {
        let style = styles.name(of: cell.style)
        write(cell, style)
        for _ in 1..<max(cell.span, 1) { xml.element("table:covered-table-cell", ["table:style-name": style]) }
      }
    }
  }

  private func write(_ cell: Sheet.Cell, _ style: String) {
    let span = cell.span > 1 ? String(cell.span) : nil
    let value = ODSValue(cell.content)
    xml.element(
      "table:table-cell",
      [
        "table:style-name": style, "table:number-columns-spanned": span,
        "table:number-rows-spanned": span.map { _ in "1" }, "office:value-type": value.type,
        "office:value": value.number, "office:date-value": value.date,
      ]
    ) {
      switch cell.content {
      case .empty: break
      case .text(let runs): ODSText.write(runs, cell.style, link: cell.link, to: xml)
      case .value(let value): xml.element("text:p", text: value.plainText)
      }
    }
  }

  private func filters() {
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

/// A cell's value as attributes.
private struct ODSValue {
  var type: String?
  var number: String?
  var date: String?

  init(_ content: Content) {
    switch content {
    case .empty: break
    case .text: type = "string"
    case .value(let value):
      switch value {
      case .date(let day): (type, date) = ("date", day.description)
      case .moment(let moment): (type, date) = ("date", moment.description)
      case .share: (type, number) = ("percentage", value.number?.spelled)
      default: (type, number) = ("float", value.number?.spelled)
      }
    }
  }
}
