import Reporting

/// The rows of a table's sheet, each made when it is asked for: caption, header, body.
struct TableRows: RandomAccessCollection, Sendable {
  private let body: TableBody
  private let columns: [Table.Column]
  /// In millimetres.
  private let widths: [Double]
  /// Of the font, in points.
  private let size: Double
  private let look: TableLook
  private let formulas: TableFormulas
  /// Caption and header.
  private let top: [Sheet.Row]
  /// In place of the rows where there are none.
  private let empty: Sheet.Row
  fileprivate let groups: GroupLook

  /// Looks of a group's row: merged, at the left, between, at the right, and over the one column.
  fileprivate struct GroupLook: Sendable {
    var whole, first, inner, last, single: Int
    /// Of the first cell, by its format, if it is no text.
    var firsts: [CellStyle.Format: Int]
  }

  init(
    _ table: Table, body: TableBody, head: TableHead, widths: [Double], size: Double, use: TableLook.Use,
    styles: inout StyleSheet
  ) {
    self.body = body
    self.widths = widths
    self.size = size
    columns = table.columns
    look = TableLook(table.columns, size: size, use: use, styles: &styles)
    let span = Swift.max(table.columns.count, 1)
    let caption = CellStyle(size: size + 2, isBold: true, vertical: .center)
    let title = Sheet.Cell(
      content: Content(.text(table.caption)), style: styles.index(of: caption), columns: span)
    top =
      [Sheet.Row([title], widths: widths, spacing: 8, styles: &styles)]
      + head.rows(widths: widths, styles: &styles)
    formulas = TableFormulas(columns: table.columns, body: body, firstRow: top.count)
    let nothing = CellStyle(size: size, horizontal: .center, edges: .all)
    let text = Sheet.Cell(content: Content(.text(table.emptyText)), style: styles.index(of: nothing), columns: span)
    empty = Sheet.Row([text], widths: widths, styles: &styles)
    groups = GroupLook(size: size, styles: &styles)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { top.count + Swift.max(body.count, 1) }

  subscript(position: Int) -> Sheet.Row {
    if position < top.count { return top[position] }
    if body.count == 0 { return empty }
    return row(body.row(position - top.count), at: position - top.count)
  }

  private func row(_ row: Table.Row, at position: Int) -> Sheet.Row {
    if row.kind == .group { return group(row.cells.first ?? .empty) }
    let isSum = row.kind.isSum
    var lines = 1
    var cells: [Sheet.Cell] = []
    cells.reserveCapacity(columns.count)
    for column in columns.indices {
      let value = column < row.cells.count ? row.cells[column] : .empty
      var cell = Sheet.Cell(
        content: Content(value), style: look.style(value, column: column, isSum: isSum))
      if case .text = cell.content {
        lines = Swift.max(lines, cell.content.lineCount(width: widths[column], size: size, isBold: isSum))
      }
      if isSum || columns[column].formula != nil {
        cell.formula = formulas.formula(column: column, position: position, of: row)
      }
      cells.append(cell)
    }
    return Sheet.Row(cells: cells, style: look.height(ofLines: lines))
  }

  /// A group's value flows over its empty neighbours without merging: merged cells in a filter's range cannot be sorted. Only a
  /// value longer than the table is merged, so that it can wrap.
  private func group(_ value: Value) -> Sheet.Row {
    let text = value.plainText
    let width = widths.reduce(0, +)
    if FontMetrics.width(of: text, size: size, isBold: true) + ColumnWidths.padding > width {
      let content = Content(.text(text))
      let cell = Sheet.Cell(content: content, style: groups.whole, columns: columns.count)
      let lines = content.lineCount(width: width, size: size, isBold: true)
      return Sheet.Row(cells: [cell], style: look.height(ofLines: lines), isFixed: true)
    }
    let last = columns.count - 1
    let cells = columns.indices.map { column in
      if column > 0 { return Sheet.Cell(content: .empty, style: column == last ? groups.last : groups.inner) }
      let plain = last == 0 ? groups.single : groups.first
      let style = groups.firsts[CellStyle.Format(of: value)] ?? plain
      return Sheet.Cell(content: Content(value), style: style)
    }
    return Sheet.Row(cells: cells, style: look.height(ofLines: 1))
  }
}

extension TableRows.GroupLook {
  init(size: Double, styles: inout StyleSheet) {
    var style = CellStyle(size: size, isBold: true, edges: .all)
    style.fill = .group
    whole = styles.index(of: style)
    style.wraps = false
    single = styles.index(of: style)
    style.edges = [.top, .bottom]
    inner = styles.index(of: style)
    style.edges = [.top, .bottom, .right]
    last = styles.index(of: style)
    style.edges = [.top, .bottom, .left]
    first = styles.index(of: style)
    firsts = [:]
    for format in CellStyle.Format.allCases where format != .general {
      style.format = format
      firsts[format] = styles.index(of: style)
    }
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
