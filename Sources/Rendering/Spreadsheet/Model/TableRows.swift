import Reporting

/// The rows of a table's sheet, each made when it is asked for: caption, header, body.
struct TableRows: RandomAccessCollection, Sendable {
  let table: Table
  /// In millimetres.
  let widths: [Double]
  /// Of the font, in points.
  let size: Double

  private var width: Double { widths.reduce(0, +) }

  var headerRows: ClosedRange<Int> { 1...(table.numbersColumns ? 2 : 1) }

  var startIndex: Int { 0 }
  var endIndex: Int { headerRows.upperBound + 1 + Swift.max(table.rows.count, 1) }

  subscript(position: Int) -> Sheet.Row {
    switch position {
    case 0: caption
    case 1: header
    case headerRows.upperBound: numbers
    case _ where table.rows.isEmpty: over(.text(table.emptyText), style: style(.center, edges: .all))
    default: row(table.rows[position - headerRows.upperBound - 1])
    }
  }

  private var caption: Sheet.Row {
    let style = CellStyle(size: size + 2, isBold: true, vertical: .center)
    return over(.text(table.caption, isBold: true), style: style, spacing: 8)
  }

  private var header: Sheet.Row {
    var style = style(.center, edges: .all)
    style.isBold = true
    style.vertical = .center
    style.fill = .header
    return Sheet.Row(table.columns.map { Sheet.Cell(.text($0.head), style: style) }, widths: widths)
  }

  private var numbers: Sheet.Row {
    var style = style(.center, edges: .all)
    style.fill = .group
    return Sheet.Row(table.columns.indices.map { Sheet.Cell(.integer($0 + 1), style: style) }, widths: widths)
  }

  private func row(_ row: Table.Row) -> Sheet.Row {
    if row.kind == .group { return group(row.cells.first ?? .empty) }
    let cells = table.columns.indices.map { column in
      let value = column < row.cells.count ? row.cells[column] : .empty
      var style = style(CellStyle.Horizontal(table.columns[column].alignment), edges: .all)
      style.isBold = row.kind.isSum
      return Sheet.Cell(value, style: style)
    }
    return Sheet.Row(cells, widths: widths)
  }

  /// A group's value flows over its empty neighbours without merging: merged cells in a filter's range cannot be sorted. Only a
  /// value longer than the table is merged, so that it can wrap.
  private func group(_ value: Value) -> Sheet.Row {
    var style = style(.left, edges: .all)
    style.isBold = true
    style.fill = .group
    let text = value.plainText
    if FontMetrics.width(of: text, size: size, isBold: true) + ColumnWidths.padding > width {
      return over(.text(text, isBold: true), style: style)
    }
    style.wraps = false
    let last = table.columns.count - 1
    let cells = table.columns.indices.map { column in
      style.edges = [.top, .bottom]
      if column == 0 { style.edges.insert(.left) }
      if column == last { style.edges.insert(.right) }
      return Sheet.Cell(column == 0 ? value : .empty, style: style)
    }
    return Sheet.Row(cells, widths: widths)
  }

  /// One text over the whole width.
  private func over(_ content: Content, style: CellStyle, spacing: Double = 0) -> Sheet.Row {
    let cell = Sheet.Cell(content: content, style: style, span: Swift.max(table.columns.count, 1))
    return Sheet.Row([cell], widths: widths, spacing: spacing)
  }

  private func style(_ horizontal: CellStyle.Horizontal, edges: CellStyle.Edges) -> CellStyle {
    CellStyle(size: size, horizontal: horizontal, edges: edges)
  }
}

extension CellStyle.Horizontal {
  init(_ alignment: Table.Column.Alignment) {
    self =
      switch alignment {
      case .left: .left
      case .center: .center
      case .right: .right
      }
  }
}

extension Sheet {
  /// A table on a sheet of its own.
  init(_ table: Table, name: String, page: SheetPage) {
    let size = 10.0
    let columns = ColumnWidths.fitted(table, to: page.textWidth, size: size)
    // Totals at the end are no data to filter or to sort among.
    let filtered = table.rows.lastIndex { !$0.kind.isSum }
    let rows = TableRows(table: table, widths: columns, size: size)
    let last = rows.headerRows.upperBound
    self.init(
      name: name, page: page, columns: columns, rows: rows,
      header: Header(
        rows: rows.headerRows, columns: table.rowHeaders,
        filter: filtered.map { last...(last + 1 + $0) }))
  }
}
