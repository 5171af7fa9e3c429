import Reporting

/// The rows of a sheet as they come, and what the sheet tells of them after the last: merged ranges, links, page breaks.
struct XLSXRows {
  let styles: StyleSheet
  private(set) var merged: [String] = []
  private(set) var links: [(range: String, sheet: String)] = []
  private(set) var breaks: [Int] = []

  /// Bytes that are handed on together.
  private static let portion = 1 << 15

  init(styles: StyleSheet) {
    self.styles = styles
  }

  mutating func write(_ rows: some Collection<Sheet.Row>, to xml: XMLWriter) {
    let out = ByteBuffer()
    // Heights as they are spelled.
    let heights = styles.rows.elements.map(\.height.length)
    var index = 0
    for row in rows {
      if styles.rows.elements[row.style].startsPage { breaks.append(index) }
      out.append("<row r=\"")
      out.append(index + 1)
      out.append("\" ht=\"")
      out.append(heights[row.style])
      out.append(row.isFixed ? "\" customHeight=\"1\">" : "\">")
      write(row.cells, row: index, to: out)
      out.append("</row>")
      index += 1
      if out.count >= XLSXRows.portion { xml.elements(out) }
      if xml.hasFailed { return }
    }
    xml.elements(out)
  }

  private mutating func write(_ cells: [Sheet.Cell], row: Int, to out: ByteBuffer) {
    var column = 0
    // By index: an iterator copies each cell.
    for index in cells.indices {
      begin(column: column, row: row, style: cells[index].style, to: out)
      write(cells[index], to: out)
      guard cells[index].isExtended else {
        column += 1
        continue
      }
      let cell = cells[index]
      let last = CellReference.cell(column + cell.columns - 1, row + cell.rows - 1)
      let first = CellReference.cell(column, row)
      let range = first == last ? first : first + ":" + last
      if first != last { merged.append(range) }
      if let link = cell.link { links.append((range, link)) }
      // Borders of a merged cell are those of the cells it covers.
      for covered in (column + 1)..<max(column + cell.columns, column + 1) {
        begin(column: covered, row: row, style: cell.style, to: out)
        out.append("/>")
      }
      column += cell.columns
    }
  }

  private func begin(column: Int, row: Int, style: Int, to out: ByteBuffer) {
    out.append("<c r=\"")
    out.append(column: column)
    out.append(row + 1)
    out.append("\" s=\"")
    out.append(style + 1)
    out.append("\"")
  }

  private func write(_ cell: Sheet.Cell, to out: ByteBuffer) {
    switch cell.content {
    case .text(let text) where !text.isEmpty:
      if let formula = cell.formula {
        out.append(" t=\"str\"><f>")
        write(formula, to: out)
        out.append("</f><v>")
        out.text(text, noting: .xstring)
        out.append("</v></c>")
        return
      }
      out.append(" t=\"inlineStr\"><is>")
      XLSXText.write(text, to: out)
      out.append("</is></c>")
    case .runs(let runs):
      out.append(" t=\"inlineStr\"><is>")
      XLSXText.write(runs, styles.cells.elements[cell.style], to: out)
      out.append("</is></c>")
    case .empty, .text: out.append("/>")
    case .value(let value):
      out.append(">")
      if let formula = cell.formula {
        out.append("<f>")
        write(formula, to: out)
        out.append("</f>")
      }
      out.append("<v>")
      out.append(number: value)
      out.append("</v></c>")
    }
  }

  /// Function names and separators are English in the file, whatever language Excel speaks.
  private func write(_ formula: Sheet.Formula, to out: ByteBuffer) {
    switch formula {
    case .sum(let column, let rows):
      let name = CellReference.column(column)
      out.append("SUBTOTAL(9,\(name)\(rows.lowerBound + 1):\(name)\(rows.upperBound + 1))")
    case .share(let part, let whole, let row):
      let (part, whole) = (CellReference.cell(part, row), CellReference.cell(whole, row))
      out.append("IF(\(whole)=0,\"—\",\(part)/\(whole))")
    }
  }
}
