/// Collects the rows of a table under their groups, with subtotals and a total of what was printed.
struct TableBody {
  /// By column: whether its cells are added up.
  let isSummed: [Bool]
  /// The column that names a row of sums; those before it are empty there.
  let titleColumn: Int
  private(set) var rows: [Table.Row] = []
  private var sums: [Value]
  private var groupSums: [Value]
  private var group: (key: Value, start: Int, subtotal: String?)?

  init(isSummed: [Bool], titleColumn: Int = 0) {
    self.isSummed = isSummed
    self.titleColumn = titleColumn
    sums = isSummed.map { _ in .empty }
    groupSums = sums
  }

  /// A row goes into the group with the equal key, which may begin with it.
  struct Group {
    var key: Value
    var title: Value?
    var subtotal: String?
  }

  mutating func append(_ cells: [Value], group next: Group? = nil) {
    if let next {
      if next.key != group?.key {
        endGroup()
        if let title = next.title { rows.append(Table.Row([title], kind: .group)) }
        group = (next.key, rows.count, next.subtotal)
      }
      group?.subtotal = next.subtotal
    }
    rows.append(Table.Row(cells))
    for (index, isSummed) in isSummed.enumerated() where isSummed {
      sums[index] = TableBody.sum(sums[index], cells[index])
      groupSums[index] = TableBody.sum(groupSums[index], cells[index])
    }
  }

  private mutating func endGroup() {
    if let group, let title = group.subtotal {
      rows.append(
        Table.Row(titled(title, groupSums), kind: .subtotal, sums: group.start..<rows.count))
    }
    groupSums = isSummed.map { _ in .empty }
    group = nil
  }

  /// All rows; `feet` stand under them before the total.
  mutating func finish(total: String?, feet: [[Value]] = []) -> [Table.Row] {
    endGroup()
    guard !rows.isEmpty else { return [] }
    let last = rows.count
    rows += feet.map { Table.Row($0, kind: .total) }
    if let total { rows.append(Table.Row(titled(total, sums), kind: .total, sums: 0..<last)) }
    return rows
  }

  private func titled(_ title: String, _ sums: [Value]) -> [Value] {
    var cells = sums
    for column in 0...titleColumn where column < cells.count {
      cells[column] = column == titleColumn ? .text(title) : .empty
    }
    return cells
  }

  /// Counts add up, and so do parts and wholes; an empty cell adds nothing.
  private static func sum(_ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.empty, _): b
    case (.integer(let a), .integer(let b)): .integer(a + b)
    case (.share(let part, let whole), .share(let otherPart, let otherWhole)):
      .share(part: part + otherPart, whole: whole + otherWhole)
    default: a
    }
  }
}
