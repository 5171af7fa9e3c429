import Reporting

/// One sheet of a workbook.
struct Sheet: Sendable {
  var name: String
  var page: SheetPage
  /// Widths in millimetres.
  var columns: [Double]
  /// Made while they are read, so that a long table is never held twice.
  var rows: any Collection<Row> & Sendable
  /// Nil for running text.
  var header: Header?

  /// The header rows of a table: the rows down to them stay in view, they are repeated on every printed page.
  struct Header: Hashable, Sendable {
    /// From 0.
    var rows: ClosedRange<Int>
    /// How many of the first columns stay in view.
    var columns: Int
    /// Rows that the filter covers, from the last header row; nil if there is nothing to filter.
    var filter: ClosedRange<Int>?
  }

  struct Row: Hashable, Sendable {
    var cells: [Cell]
    /// In points: a guess after the widths of the font.
    var height: Double
    /// No program measures merged cells: their row keeps its height. Excel may measure any other again.
    var isFixed: Bool { cells.contains { $0.span > 1 } }
    var startsPage = false
  }

  struct Cell: Hashable, Sendable {
    var content: Content
    var style: CellStyle
    /// Columns it is merged over.
    var span = 1
    /// The sheet that a click opens.
    var link: String?
  }
}

extension Sheet.Cell {
  /// A typed value, shown in its own format.
  init(_ value: Value, style: CellStyle, span: Int = 1) {
    self.init(content: Content(value), style: style, span: span)
    if case .value(let value) = content { self.style.format = CellStyle.Format(value) }
  }
}

extension Sheet.Row {
  /// Cells side by side over columns of these widths: the tallest sets the height, within Excel's limit.
  init(_ cells: [Sheet.Cell], widths: [Double], spacing: Double = 0, startsPage: Bool = false) {
    var column = 0
    var height = 0.0
    for cell in cells {
      let width = widths[column..<min(column + cell.span, widths.count)].reduce(0, +)
      let wrapped = cell.style.wraps ? width : .infinity
      height = max(height, cell.content.height(width: wrapped, size: cell.style.size, isBold: cell.style.isBold))
      column += cell.span
    }
    self.init(cells: cells, height: min(height + spacing, Content.tallestRow), startsPage: startsPage)
  }
}
