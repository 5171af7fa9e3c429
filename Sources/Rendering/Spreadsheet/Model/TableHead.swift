import Reporting

/// The head of a table's sheet: merged heads over groups of columns, titles that may stand upright, column numbers.
struct TableHead: Sendable {
  private let table: Table
  private let size: Double
  /// How tall upright titles may stand, in millimetres.
  private let upright: Double

  private static let tallestUpright = 55.0

  init(_ table: Table, size: Double) {
    self.table = table
    self.size = size
    let titles = table.columns.filter(\.isVertical).map(\.title)
    let longest = titles.map { FontMetrics.width(of: $0, size: size, isBold: true) + ColumnWidths.padding }.max() ?? 0
    upright = min(longest, TableHead.tallestUpright)
  }

  private var hasGroups: Bool { table.columns.contains { $0.group != nil } }

  /// Rows of titles and numbers.
  var count: Int { 1 + (hasGroups ? 1 : 0) + (table.numbersColumns ? 1 : 0) }

  /// What the lines of an upright title need side by side, in millimetres.
  func width(ofUpright title: String) -> Double {
    let lines = Content.text(title).lineCount(width: upright, size: size, isBold: true)
    return Double(lines) * size * FontMetrics.lineHeight * FontMetrics.millimetresPerPoint + 1.5
  }

  func rows(widths: [Double], styles: inout StyleSheet) -> [Sheet.Row] {
    guard !table.columns.isEmpty else { return [Sheet.Row([], widths: widths, styles: &styles)] }
    var rows: [Sheet.Row] = []
    let titles = titles(&styles)
    if hasGroups { rows.append(groups(titles, widths: widths, &styles)) }
    rows.append(row(titles, widths: widths, &styles))
    if table.numbersColumns {
      var style = CellStyle(size: size, horizontal: .center, edges: .all, format: .integer)
      style.fill = .group
      let look = styles.index(of: style)
      let cells = table.columns.indices.map { Sheet.Cell(content: .value(.integer($0 + 1)), style: look) }
      rows.append(Sheet.Row(cells, widths: widths, styles: &styles))
    }
    return rows
  }

  private func titles(_ styles: inout StyleSheet) -> [Sheet.Cell] {
    table.columns.map { column in
      var style = CellStyle(size: size, isBold: true, horizontal: .center, vertical: .center, edges: .all)
      style.fill = .header
      style.isVertical = column.isVertical
      return Sheet.Cell(content: Content(.text(column.title)), style: styles.index(of: style))
    }
  }

  /// The upper of two rows: heads of groups, and titles that go down through both.
  private func groups(_ titles: [Sheet.Cell], widths: [Double], _ styles: inout StyleSheet) -> Sheet.Row {
    var style = CellStyle(size: size, isBold: true, horizontal: .center, vertical: .center, edges: .all)
    style.fill = .header
    let look = styles.index(of: style)
    var lines = 1
    var cells: [Sheet.Cell] = []
    for (title, columns) in table.columnGroups {
      if let title {
        let width = widths[columns].reduce(0, +)
        lines = max(lines, Content.text(title).lineCount(width: width, size: size, isBold: true))
        cells.append(Sheet.Cell(content: Content(.text(title)), style: look, columns: columns.count))
      } else {
        var cell = titles[columns.lowerBound]
        cell.rows = 2
        cells.append(cell)
      }
    }
    let height = StyleSheet.RowStyle(height: Content.height(ofLines: lines, size: size))
    return Sheet.Row(cells: cells, style: styles.index(of: height), isFixed: true)
  }

  private func row(_ titles: [Sheet.Cell], widths: [Double], _ styles: inout StyleSheet) -> Sheet.Row {
    var cells = titles
    var height = 0.0
    for (index, column) in table.columns.enumerated() {
      if hasGroups, column.group == nil {
        cells[index].content = .empty
        cells[index].isCovered = true
      }
      if column.isVertical {
        height = max(height, upright / FontMetrics.millimetresPerPoint)
      } else {
        let lines = titles[index].content.lineCount(width: widths[index], size: size, isBold: true)
        // A title over both rows has the upper one as well.
        height = max(height, Content.height(ofLines: cells[index].isCovered ? lines - 1 : lines, size: size))
      }
    }
    let style = styles.index(of: StyleSheet.RowStyle(height: min(height, Content.tallestRow)))
    return Sheet.Row(cells: cells, style: style, isFixed: hasGroups || table.columns.contains(where: \.isVertical))
  }
}
