/// The names in reach at a place of a template.
struct TemplateScope {
  /// The queries whose rows are current, the outermost first.
  var rows: [ReportQuery] = []
  var basis: TemplateBasis
  /// The report leaves the school.
  var isOutside = false

  /// Always there in a row.
  static let rowNumber = "row-number"

  struct Found {
    var reference: ValueReference
    var kind: ReportQuery.Kind
    /// What must not leave the school.
    var holds: ReportQuery.Secret?
  }

  func inside(_ query: ReportQuery) -> TemplateScope {
    TemplateScope(rows: rows + [query], basis: basis, isOutside: isOutside)
  }

  /// `column` of the row nearest around the place that has it; `query.column` of a named row around it, or of a query of one
  /// row; `document.field`.
  func resolve(_ name: String) -> Found? {
    guard let dot = name.firstIndex(of: ".") else {
      for level in rows.indices.reversed() {
        if let found = self.column(name, ofRow: level) { return found }
      }
      return nil
    }
    let owner = String(name[..<dot])
    let column = String(name[name.index(after: dot)...])
    if owner == DocumentField.prefix {
      return DocumentField(rawValue: column).map { Found(reference: .fixed($0), kind: $0.kind) }
    }
    if let level = rows.lastIndex(where: { $0.name == owner }) { return self.column(column, ofRow: level) }
    guard let query = ReportQuery.named(owner), query.isSingleRow, basis.sources.contains(query.source) else {
      return nil
    }
    return query.columnIndex(column).map {
      Found(reference: .report(query, column: $0), kind: query.columns[$0].kind, holds: query.columns[$0].holds)
    }
  }

  /// Of the rows around the place alone.
  func row(_ name: String) -> Found? { name.contains(".") ? nil : resolve(name) }

  private func column(_ name: String, ofRow level: Int) -> Found? {
    if name == TemplateScope.rowNumber { return Found(reference: .rowNumber(level: level), kind: .integer) }
    return rows[level].columnIndex(name).map { index in
      let column = rows[level].columns[index]
      return Found(reference: .row(level: level, column: index), kind: column.kind, holds: column.holds)
    }
  }

  /// Every name in reach, those of the nearest row first.
  var names: [String] {
    var names = rows.reversed().flatMap { $0.columns.map(\.name) }
    if !rows.isEmpty { names.append(TemplateScope.rowNumber) }
    let singles = ReportQuery.all.filter { $0.isSingleRow && basis.sources.contains($0.source) }
    for query in rows.reversed() + singles { names += query.columns.map { "\(query.name).\($0.name)" } }
    return names + DocumentField.allCases.map { "\(DocumentField.prefix).\($0.rawValue)" }
  }
}
