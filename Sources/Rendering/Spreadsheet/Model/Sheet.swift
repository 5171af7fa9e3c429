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
  /// Stands below the rows and draws their numbers.
  var chart: SheetChart?

  /// The header rows of a table: the rows down to them stay in view, they are repeated on every printed page.
  struct Header: Hashable, Sendable {
    /// From 0.
    var rows: ClosedRange<Int>
    /// How many of the first columns stay in view, and are repeated on every page.
    var columns: Int
    /// Rows that the filter covers, from the last header row; nil if there is nothing to filter.
    var filter: ClosedRange<Int>?
  }

  struct Row: Hashable, Sendable {
    var cells: [Cell]
    /// Its place in `StyleSheet.rows`.
    var style: Int
    /// No program measures merged or upright cells: their row keeps its height. Excel may measure any other again.
    var isFixed = false
  }

  struct Cell: Hashable, Sendable {
    var content: Content
    /// Its place in `StyleSheet.cells`.
    var style: Int
    /// Columns and rows it is merged over.
    var columns = 1
    var rows = 1
    /// Lies under a cell that is merged over more than one row.
    var isCovered = false
    /// The sheet that a click opens.
    var link: String?
    /// What gives the content anew.
    var formula: Formula?

    /// More than one place, or a link.
    var isExtended: Bool { columns > 1 || rows > 1 || link != nil }
  }

  /// Rows and columns count from 0.
  enum Formula: Hashable, Sendable {
    /// The sum of a column's rows, without the sums among them.
    case sum(column: Int, rows: ClosedRange<Int>)
    /// The part of a whole in the same row, «—» where the whole is nothing.
    case share(part: Int, whole: Int, row: Int)
  }
}

extension Sheet.Row {
  /// Cells side by side over columns of these widths: the tallest sets the height, within Excel's limit.
  init(
    _ cells: [Sheet.Cell], widths: [Double], spacing: Double = 0, startsPage: Bool = false, styles: inout StyleSheet
  ) {
    var column = 0
    var height = 0.0
    for cell in cells {
      let width = widths[column..<min(column + cell.columns, widths.count)].reduce(0, +)
      let style = styles.cells.elements[cell.style]
      let lines = style.wraps ? cell.content.lineCount(width: width, size: style.size, isBold: style.isBold) : 1
      height = max(height, Content.height(ofLines: lines, size: style.size))
      column += cell.columns
    }
    let look = StyleSheet.RowStyle(height: min(height + spacing, Content.tallestRow), startsPage: startsPage)
    self.init(cells: cells, style: styles.index(of: look), isFixed: cells.contains { $0.columns > 1 })
  }
}

extension Sheet {
  /// Printed as wide as the page at most.
  func isTallerThanPage(_ styles: StyleSheet) -> Bool {
    let scale = min(1, page.textWidth / max(columns.reduce(0, +), 1))
    var left = page.textHeight / scale / FontMetrics.millimetresPerPoint
    for row in rows {
      left -= styles.rows.elements[row.style].height
      if left < 0 { return true }
    }
    return false
  }
}
