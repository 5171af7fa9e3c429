extension DocumentBuilder {
  /// The rows of the query under their groups, and the sums of what was printed.
  mutating func table(_ template: TemplateTable) throws -> Table {
    tableCount += 1
    var rows: [Table.Row] = []
    var sums = template.columns.map { _ in Value.empty }
    var group: Value?
    var number = 0
    try template.query.forEachRow(of: context.check, in: database) { values in
      number += 1
      let row = Row(values: values, number: number)
      if let grouping = template.group {
        let key = try value(grouping.key, row: row)
        if key != group { rows.append(Table.Row([try value(grouping.title, row: row)], kind: .group)) }
        group = key
      }
      let cells = try template.columns.map { try cell($0, row: row) }
      rows.append(Table.Row(cells))
      for (index, column) in template.columns.enumerated() where column.isSummed {
        sums[index] = DocumentBuilder.sum(sums[index], cells[index])
      }
    }
    if let title = template.totalTitle, !rows.isEmpty {
      rows.append(Table.Row([.text(title)] + sums.dropFirst(), kind: .total))
    }
    return Table(
      name: template.name, caption: "Таблица \(tableCount). \(template.caption)",
      columns: template.columns.map(\.column),
      rows: rows, emptyText: template.emptyText)
  }

  private mutating func cell(_ column: TemplateTable.Column, row: Row) throws -> Value {
    for reference in [column.value, column.otherwise] {
      if let value = try reference.map({ try value($0, row: row) }), value != .empty { return value }
    }
    return .empty
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
