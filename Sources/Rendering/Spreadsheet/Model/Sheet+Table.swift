import Reporting

extension Sheet {
  /// Columns that stay in view must leave room for the others on a small screen.
  private static let widestFrozen = 110.0

  /// A table on a sheet of its own, as wide as the page or, in millimetres, as asked. Its rows are read once here, for widths and looks, and once more when they are written.
  init(
    _ table: Table, body: TableBody, name: String, page: SheetPage, width: Double? = nil, styles: inout StyleSheet
  ) throws(SpreadsheetError) {
    let size = 10.0
    let head = TableHead(table, size: size)
    guard 1 + head.count + body.count <= Workbook.rowLimit else {
      throw .tooManyRows(table: table.caption, rows: body.count, limit: Workbook.rowLimit)
    }
    let reading = TableReading(table, of: body, widths: ColumnWidths(table.columns, head: head, size: size))
    let columns = reading.widths.fitted(to: width ?? page.textWidth)
    let rows = TableRows(
      table, body: body, head: head, widths: columns, size: size, use: reading.use, styles: &styles)
    let last = head.count
    let headers = min(max(table.rowHeaders, 0), max(table.columns.count - 1, 0))
    self.init(
      name: name, page: page, columns: columns, rows: rows,
      header: Header(
        rows: 1...last, columns: columns[..<headers].reduce(0, +) <= Sheet.widestFrozen ? headers : 0,
        filter: reading.lastData.map { last...(last + 1 + $0) }))
  }

  /// Hangs a chart under the table, where there is something to draw.
  mutating func draw(_ chart: Chart, styles: inout StyleSheet) {
    guard var drawn = SheetChart(chart, sheet: self) else { return }
    drawn.place(under: self, styles: &styles)
    self.chart = drawn
  }
}
