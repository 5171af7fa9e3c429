import Journal

extension InterchangeSource {
  /// The tables of a JSON file: a member a table, or one list that is a table. Records are counted from 1; no more than
  /// `limit` of them are taken.
  static func tables(of root: JSONValue, fileName: String, limit: Int) throws -> [InterchangeSource] {
    if root.isArray { return try table(root, name: fileName, limit).map { [$0] } ?? [] }
    return try root.members.compactMap { try table($1, name: $0, limit) }
  }

  /// Nil for what is no list of records, and for a glance at records wider than any table's. Every record is padded to the
  /// fields of those before it, so their number must have a bound.
  private static func table(_ list: JSONValue, name: String, _ limit: Int) throws -> InterchangeSource? {
    let records = list.elements.prefix(limit)
    guard list.isArray, records.first?.isObject ?? true else { return nil }
    var fields = records.isEmpty ? InterchangeTable(rawValue: name)?.required ?? [] : []
    guard !fields.isEmpty || !records.isEmpty else { return nil }
    var columns = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1, $0) })
    var rows: [[String]] = []
    var rejected: [ImportProblem] = []
    for (index, record) in records.enumerated() {
      var cells = Array(repeating: "", count: fields.count)
      var refused: JSONValue? = record.isObject ? nil : record
      for (key, value) in record.members {
        let column = columns[key] ?? fields.count
        if column == fields.count {
          columns[key] = column
          fields.append(key)
        }
        guard fields.count <= InterchangeSource.widest else {
          if limit < .max { return nil }
          throw ImportProblem(
            "в записях больше \(InterchangeSource.widest) разных полей",
            hint: "Оставьте в записях только поля таблиц обмена.",
            at: CellPlace(sheet: list.path, row: index + 1), raw: excerpt(key))
        }
        while cells.count <= column { cells.append("") }
        if value.isObject || value.isArray { refused = value }
        cells[column] = value.bool.map { $0 ? "1" : "0" } ?? value.text ?? ""
      }
      if let refused {
        rejected.append(
          ImportProblem(
            "вместо значения стоит \(refused.isArray ? "список" : refused.isObject ? "вложенная запись" : "не запись")",
            hint: "Запись таблицы — это объект с простыми значениями: {\"id\": \"1\", \"name\": \"Алгебра\"}.",
            at: CellPlace(sheet: refused.path, row: index + 1), raw: excerpt(refused.raw)))
        cells = []
      }
      rows.append(cells)
    }
    var text = TableText()
    text.add(fields)
    for row in rows { text.add(row) }
    return InterchangeSource(
      name: name, sheet: list.path, rows: try text.reader(), rowOffset: -1, fields: fields, rejected: rejected)
  }
}
