import Reporting

/// The rows of a sheet as they come.
struct ODSRows {
  let styles: StyleSheet
  let xml: XMLWriter
  private let out = ByteBuffer()

  init(styles: StyleSheet, xml: XMLWriter) {
    self.styles = styles
    self.xml = xml
  }

  private static let portion = 1 << 15

  func write(_ sheet: Sheet) {
    var index = 0
    let head = sheet.header?.rows
    for row in sheet.rows {
      if index == head?.lowerBound { out.append("<table:table-header-rows>") }
      write(row, index)
      if index == head?.upperBound { out.append("</table:table-header-rows>") }
      index += 1
      if out.count >= ODSRows.portion { xml.elements(out) }
      if xml.hasFailed { return }
    }
    xml.elements(out)
  }

  private func write(_ row: Sheet.Row, _ index: Int) {
    out.append("<table:table-row table:style-name=\"ro")
    out.append(row.style + 1)
    out.append("\">")
    // By index: an iterator copies each cell.
    let cells = row.cells
    for index in cells.indices {
      begin(cells[index].isCovered ? "<table:covered-table-cell" : "<table:table-cell", cells[index].style)
      write(cells[index])
      for _ in 1..<max(cells[index].columns, 1) {
        begin("<table:covered-table-cell", cells[index].style)
        out.append("/>")
      }
    }
    out.append("</table:table-row>")
  }

  private func begin(_ name: StaticString, _ style: Int) {
    out.append(name)
    out.append(" table:style-name=\"ce")
    out.append(style + 1)
    out.append("\"")
  }

  private func write(_ cell: Sheet.Cell) {
    if cell.columns > 1 || cell.rows > 1 {
      out.append(" table:number-columns-spanned=\"")
      out.append(cell.columns)
      out.append("\" table:number-rows-spanned=\"")
      out.append(cell.rows)
      out.append("\"")
    }
    if let formula = cell.formula {
      out.append(" table:formula=\"")
      write(formula)
      out.append("\"")
    }
    switch cell.content {
    case .empty, .text(""): out.append("/>")
    case .text(let text):
      out.append(" office:value-type=\"string\">")
      ODSText.write(text, link: cell.link, to: out)
      out.append("</table:table-cell>")
    case .runs(let runs):
      out.append(" office:value-type=\"string\">")
      ODSText.write(runs, styles.cells.elements[cell.style], to: out)
      out.append("</table:table-cell>")
    case .value(let value):
      // What is shown follows from the value and the style: spelled as well, it would take a fifth of the time.
      write(value)
    }
  }

  /// The value's attributes, and the end of the cell.
  private func write(_ value: Value) {
    switch value {
    case .date(let date):
      out.append(" office:value-type=\"date\" office:date-value=\"")
      out.append(iso: date)
    case .moment(let moment):
      out.append(" office:value-type=\"date\" office:date-value=\"")
      out.append(iso: moment)
    default:
      if case .share = value {
        out.append(" office:value-type=\"percentage\" office:value=\"")
      } else {
        out.append(" office:value-type=\"float\" office:value=\"")
      }
      out.append(number: value)
    }
    out.append("\"/>")
  }

  private func write(_ formula: Sheet.Formula) {
    switch formula {
    case .sum(let column, let rows):
      let name = CellReference.column(column)
      out.append("of:=SUBTOTAL(9;[.\(name)\(rows.lowerBound + 1):.\(name)\(rows.upperBound + 1)])")
    case .share(let part, let whole, let row):
      let (part, whole) = (CellReference.cell(part, row), CellReference.cell(whole, row))
      out.append("of:=IF([.\(whole)]=0;&quot;—&quot;;[.\(part)]/[.\(whole)])")
    }
  }
}
