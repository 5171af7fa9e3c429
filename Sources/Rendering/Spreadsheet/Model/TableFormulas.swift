import Reporting

/// The formulas of a table's sheet. A cell gets one only where it gives what is stored, counted here from the same cells.
struct TableFormulas: Sendable {
  let columns: [Table.Column]
  let body: TableBody
  /// The sheet's row of the table's first, from 0.
  let firstRow: Int

  /// Of the cell of that row of the table, which holds `row`.
  func formula(column: Int, position: Int, of row: Table.Row) -> Sheet.Formula? {
    if case .share(let part, let whole) = columns[column].formula {
      return isShare(row, column: column, part: part, whole: whole)
        ? .share(part: part, whole: whole, row: firstRow + position) : nil
    }
    guard columns[column].isSummed, row.kind.isSum, let rows = row.sums, !rows.isEmpty, rows.upperBound <= position,
      rows.lowerBound >= 0, column < row.cells.count, let stored = row.cells[column].summand,
      sum(column: column, rows: rows, of: stored.kind) == stored.number
    else { return nil }
    return .sum(column: column, rows: (firstRow + rows.lowerBound)...(firstRow + rows.upperBound - 1))
  }

  private func isShare(_ row: Table.Row, column: Int, part: Int, whole: Int) -> Bool {
    guard row.kind != .group, column < row.cells.count, case .share(let ofWhole, let all) = row.cells[column],
      row.cells.indices.contains(part), row.cells.indices.contains(whole)
    else { return false }
    return row.cells[part].count == ofWhole && row.cells[whole].count == all
  }

  /// What SUBTOTAL gives over the rows: sums among them that have formulas are left out. Nil where a cell is no summand.
  private func sum(column: Int, rows: Range<Int>, of kind: Value.Summand.Kind) -> Int? {
    var sum = 0
    for position in rows {
      let row = body.row(position)
      guard row.kind != .group, column < row.cells.count else { continue }
      if row.kind.isSum, formula(column: column, position: position, of: row) != nil { continue }
      let cell = row.cells[column]
      if cell == .empty { continue }
      guard let summand = cell.summand, summand.kind == kind else { return nil }
      let (next, overflows) = sum.addingReportingOverflow(summand.number)
      if overflows { return nil }
      sum = next
    }
    return sum
  }
}

extension Value {
  fileprivate struct Summand {
    enum Kind { case integer, hundredths }
    var kind: Kind
    var number: Int
  }

  fileprivate var summand: Summand? {
    switch self {
    case .integer(let number) where Content.counts(self): Summand(kind: .integer, number: number)
    case .decimal(let number) where Content.counts(self): Summand(kind: .hundredths, number: number)
    default: nil
    }
  }

  /// An empty cell counts as 0.
  fileprivate var count: Int? {
    switch self {
    case .empty: 0
    case .integer(let number): number
    default: nil
    }
  }
}
