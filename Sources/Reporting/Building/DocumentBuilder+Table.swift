extension DocumentBuilder {
  /// The rows of the query under their groups, and the sums of what was printed.
  mutating func table(_ template: TemplateTable, rows: [Row]) throws -> Table {
    var body = TableBody(isSummed: template.columns.map(\.isSummed))
    try forEachRow(of: template.query, rows: rows) { builder, row in
      let rows = rows + [row]
      let cells = try template.columns.map { try builder.cell($0, rows: rows) }
      body.append(cells, group: try template.form.group.map { try builder.group($0, rows: rows) })
    }
    return try table(
      template.form, columns: try columns(template.columns, rows: rows), body: &body, rowHeaders: template.rowHeaders,
      rows: rows)
  }

  /// Rows by columns: a cell holds what the cells' query has for the two keys; of several rows the last one.
  mutating func cross(_ template: TemplateCross, rows: [Row]) throws -> Table {
    var found: [[Value]: Value] = [:]
    try forEachRow(of: template.cells, rows: rows) { builder, row in
      found[[row.values[template.cellRow], row.values[template.cellColumn]]] = try builder.value(
        template.cellValue, rows: rows + [row])
    }
    var columns = try columns(template.leading, rows: rows)
    var keys: [(key: Value, row: Row)] = []
    try forEachRow(of: template.columns, rows: rows) { builder, row in
      keys.append((try builder.value(template.columnKey, rows: rows + [row]), row))
      columns += try builder.columns([template.crossing], rows: rows + [row])
    }
    columns += try self.columns(template.ending, rows: rows)
    let isSummed =
      template.leading.map(\.isSummed) + keys.map { _ in template.crossing.isSummed } + template.ending.map(\.isSummed)
    var body = TableBody(isSummed: isSummed, titleColumn: template.leading.count - 1)
    try forEachRow(of: template.rows, rows: rows) { builder, row in
      let rows = rows + [row]
      let key = try builder.value(template.rowKey, rows: rows)
      let cells =
        try template.leading.map { try builder.cell($0, rows: rows) }
        + keys.map { found[[key, $0.key]] ?? .empty } + template.ending.map { try builder.cell($0, rows: rows) }
      body.append(cells, group: try template.form.group.map { try builder.group($0, rows: rows) })
    }
    let feet = try template.feet.map { foot -> [Value] in
      let title = template.leading.dropFirst().map { _ in Value.empty } + [.text(try text(foot.title, rows: rows))]
      let end = try foot.end.map { try value($0, rows: rows) } ?? .empty
      return try title + keys.map { try value(foot.value, rows: rows + [$0.row]) }
        + template.ending.indices.map { $0 == 0 ? end : .empty }
    }
    return try table(
      template.form, columns: columns, body: &body, rowHeaders: template.leading.count, feet: feet, rows: rows)
  }

  // MARK: Parts

  private mutating func table(
    _ form: TemplateTable.Form, columns: [Table.Column], body: inout TableBody, rowHeaders: Int, feet: [[Value]] = [],
    rows: [Row]
  ) throws -> Table {
    tableCount += 1
    return Table(
      name: try sheetName(form.name, rows: rows),
      caption: "Таблица \(tableCount). \(try text(form.caption, rows: rows))", columns: columns,
      rows: body.finish(total: try form.total.map { try text($0, rows: rows) }, feet: feet),
      emptyText: try text(form.emptyText, rows: rows), rowHeaders: rowHeaders, numbersColumns: form.numbersColumns)
  }

  private mutating func columns(_ templates: [TemplateTable.Column], rows: [Row]) throws -> [Table.Column] {
    try templates.map { template in
      var column = template.column
      column.title = try text(template.title, rows: rows)
      return column
    }
  }

  private mutating func group(_ template: TemplateTable.Group, rows: [Row]) throws -> TableBody.Group {
    TableBody.Group(
      key: try value(template.key, rows: rows), title: try template.title.map { try value($0, rows: rows) },
      subtotal: try template.subtotal.map { try text($0, rows: rows) })
  }

  private mutating func cell(_ column: TemplateTable.Column, rows: [Row]) throws -> Value {
    for reference in [column.value, column.otherwise] {
      if let value = try reference.map({ try value($0, rows: rows) }), value != .empty { return value }
    }
    return .empty
  }
}
