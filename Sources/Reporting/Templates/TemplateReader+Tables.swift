extension TemplateReader {
  mutating func table(_ element: XMLElement, in scope: TemplateScope) -> TemplateTable? {
    let form = form(element, in: scope)
    guard let use = query(element, in: scope) else { return nil }
    let inner = scope.inside(use.query)
    var table = TemplateTable(query: use, form: form, columns: [])
    for child in element.elements {
      switch child.name {
      case "group": table.form.group = group(child, in: inner)
      case "column": table.columns.append(column(child, in: inner, titles: scope))
      default: table.form.total = text("title", of: child, in: scope)
      }
    }
    table.rowHeaders = min(Int(element["row-headers"] ?? "") ?? 0, table.columns.count)
    linkShares(&table.columns, of: use.query, level: scope.rows.count)
    checkSums(element, table.columns, table.form)
    return table
  }

  mutating func cross(_ element: XMLElement, in scope: TemplateScope) -> TemplateCross? {
    var form = form(element, in: scope)
    let parts = element.elements
    guard let rowsPart = parts.first(where: { $0.name == "rows" }),
      let columnsPart = parts.first(where: { $0.name == "columns" }),
      let cellsPart = parts.first(where: { $0.name == "cells" }), let rows = query(rowsPart, in: scope),
      let columns = query(columnsPart, in: scope), let cells = query(cellsPart, in: scope)
    else { return nil }
    let inRows = scope.inside(rows.query)
    let inColumns = scope.inside(columns.query)
    var (leading, ending): ([TemplateTable.Column], [TemplateTable.Column]) = ([], [])
    var feet: [TemplateCross.Foot] = []
    for child in parts {
      switch child.name {
      case "group": form.group = group(child, in: inRows)
      case "column": leading.append(column(child, in: inRows, titles: scope))
      case "end": ending.append(column(child, in: inRows, titles: scope))
      case "foot":
        let end = optionalValue("end", of: child, in: scope)
        if child["end"] != nil, !parts.contains(where: { $0.name == "end" }) {
          report(child, "атрибут end у <foot> ни к чему: в таблице нет <end>", "уберите атрибут или добавьте <end>")
        }
        if let value = value("value", of: child, in: inColumns) {
          let title = text("title", of: child, in: scope)
          feet.append(TemplateCross.Foot(title: title, value: value.reference, end: end?.reference))
        }
      case "total": form.total = text("title", of: child, in: scope)
      default: break
      }
    }
    var crossing = crossingColumn(columnsPart, in: inColumns)
    guard let rowKey = value("key", of: rowsPart, in: inRows),
      let columnKey = value("key", of: columnsPart, in: inColumns),
      let cellRow = columnIndex(rowsPart["key"] ?? "", of: cells.query, cellsPart),
      let cellColumn = columnIndex(columnsPart["key"] ?? "", of: cells.query, cellsPart),
      let cellValue = value("value", of: cellsPart, in: scope.inside(cells.query))
    else { return nil }
    if crossing.isSummed, !cellValue.kind.isSummable {
      report(columnsPart, "столбцы «\(columnsPart["title"] ?? "")» нельзя суммировать", TemplateReader.summable)
    }
    crossing.column.isSummed = crossing.isSummed && cellValue.kind == .integer
    checkSums(element, leading + [crossing] + ending, form)
    return TemplateCross(
      rows: rows, rowKey: rowKey.reference, columns: columns, columnKey: columnKey.reference, cells: cells,
      cellRow: cellRow, cellColumn: cellColumn, cellValue: cellValue.reference, crossing: crossing, form: form,
      leading: leading, ending: ending, feet: feet)
  }

  // MARK: Parts

  private mutating func form(_ element: XMLElement, in scope: TemplateScope) -> TemplateTable.Form {
    TemplateTable.Form(
      name: sheetName(element, in: scope), caption: text("caption", of: element, in: scope),
      emptyText: text("empty", of: element, in: scope, standard: "Нет данных"),
      numbersColumns: element["numbers"] == "yes")
  }

  private mutating func group(_ element: XMLElement, in scope: TemplateScope) -> TemplateTable.Group? {
    let title = optionalValue("title", of: element, in: scope)
    let subtotal = optionalText("subtotal", of: element, in: scope)
    guard let key = value("by", of: element, in: scope) else { return nil }
    if element["title"] == nil, subtotal == nil {
      report(
        element, "<group> ничего не печатает", "укажите title (строка перед группой) или subtotal (сумма после неё)")
    }
    return TemplateTable.Group(key: key.reference, title: title?.reference, subtotal: subtotal)
  }

  /// `titles`: what a column's title may name, which stands above all rows.
  private mutating func column(
    _ element: XMLElement, in scope: TemplateScope, titles: TemplateScope
  ) -> TemplateTable.Column {
    let found = optionalValue("value", of: element, in: scope)
    let otherwise = optionalValue("otherwise", of: element, in: scope)
    var column = form(ofColumn: element)
    if column.isSummed, let kind = found?.kind, !kind.isSummable {
      report(element, "столбец «\(column.column.title)» нельзя суммировать", TemplateReader.summable)
    }
    column.column.isSummed = column.isSummed && found?.kind == .integer
    column.title = text("title", of: element, in: titles)
    column.value = found?.reference
    column.otherwise = otherwise?.reference
    return column
  }

  private mutating func crossingColumn(_ element: XMLElement, in scope: TemplateScope) -> TemplateTable.Column {
    var column = form(ofColumn: element)
    column.title = text("title", of: element, in: scope)
    return column
  }

  private mutating func form(ofColumn element: XMLElement) -> TemplateTable.Column {
    let column = Table.Column(
      element["title"] ?? "", width: Int(element["width"] ?? "") ?? 1,
      alignment: Table.Column.Alignment(rawValue: element["align"] ?? "") ?? .left, group: element["under"],
      isVertical: element["vertical"] == "yes", shade: shade(element))
    return TemplateTable.Column(column: column, title: TextPattern([]), isSummed: element["total"] != nil)
  }

  private static let summable = "total допускается у количеств и долей"

  private mutating func checkSums(
    _ element: XMLElement, _ columns: [TemplateTable.Column], _ form: TemplateTable.Form
  ) {
    let name = element["name"] ?? ""
    let hasSums = form.total != nil || form.group?.subtotal != nil
    if !hasSums, columns.contains(where: \.isSummed) {
      report(
        element, "у таблицы «\(name)» есть столбцы с total, но нет строки итогов", "добавьте <total title=\"Итого\"/>")
    }
    if hasSums, columns.first?.isSummed == true {
      report(element, "первый столбец таблицы «\(name)» не может быть с total", "в нём стоит название строки итогов")
    }
  }

  /// A share whose part and whole stand in the table as well can be computed from them.
  private func linkShares(_ columns: inout [TemplateTable.Column], of query: ReportQuery, level: Int) {
    func place(of name: String) -> Int? {
      columns.firstIndex { column in
        guard case .row(level, let index)? = column.value else { return false }
        return query.columns[index].name == name
      }
    }
    for index in columns.indices {
      guard case .row(level, let own)? = columns[index].value, let terms = query.columns[own].terms,
        let part = place(of: terms.part), let whole = place(of: terms.whole)
      else { continue }
      columns[index].column.formula = .share(part: part, whole: whole)
    }
  }
}
