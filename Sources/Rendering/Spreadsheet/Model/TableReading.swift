import Dispatch
import Reporting

/// What has to be known of all rows of a table before the first is written. A long table is read on two cores: what is found
/// does not depend on the order.
struct TableReading: Sendable {
  private(set) var widths: ColumnWidths
  private(set) var use: TableLook.Use
  /// Totals at the end are no data to filter or to sort among.
  private(set) var lastData: Int?

  private static let parts = 2
  /// Rows that are not worth a second thread.
  private static let fewRows = 4_000

  init(_ table: Table, of body: TableBody, widths: ColumnWidths) {
    self.widths = widths
    use = TableLook.Use(table.columns)
    let columns = table.columns.count
    guard body.count > TableReading.fewRows else {
      read(0..<body.count, of: body, columns: columns)
      return
    }
    let empty = self
    var parts = Array(repeating: empty, count: TableReading.parts)
    parts.withUnsafeMutableBufferPointer { parts in
      // Each thread writes its own place.
      nonisolated(unsafe) let parts = parts
      DispatchQueue.concurrentPerform(iterations: parts.count) { part in
        var reading = empty
        let ends = (part...part + 1).map { body.count * $0 / parts.count }
        reading.read(ends[0]..<ends[1], of: body, columns: columns)
        parts[part] = reading
      }
    }
    for part in parts { merge(part) }
  }

  private mutating func read(_ rows: Range<Int>, of body: TableBody, columns: Int) {
    for position in rows {
      let row = body.row(position)
      let isSum = row.kind.isSum
      if !isSum { lastData = position }
      if row.kind == .group { continue }
      for column in 0..<columns {
        let value = column < row.cells.count ? row.cells[column] : .empty
        use.note(value, column: column, isSum: isSum)
        widths.note(value, column: column, isBold: isSum)
      }
    }
  }

  private mutating func merge(_ other: TableReading) {
    widths.merge(other.widths)
    use.merge(other.use)
    lastData = other.lastData ?? lastData
  }
}
