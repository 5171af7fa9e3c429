/// The names in reach at a place of a template.
struct TemplateScope {
  /// The query whose row is current.
  var row: ReportQuery?

  /// Always there in a row.
  static let rowNumber = "row-number"

  func resolve(_ name: String) -> (reference: ValueReference, kind: ReportQuery.Kind)? {
    if let dot = name.firstIndex(of: ".") {
      let owner = String(name[..<dot])
      let column = String(name[name.index(after: dot)...])
      if owner == DocumentField.prefix {
        return DocumentField(rawValue: column).map { (.fixed($0), $0.kind) }
      }
      guard let query = ReportQuery.named(owner), query.isSingleRow,
        let index = query.columns.firstIndex(where: { $0.name == column })
      else { return nil }
      return (.report(query, column: index), query.columns[index].kind)
    }
    guard let row else { return nil }
    if name == TemplateScope.rowNumber { return (.rowNumber, .integer) }
    return row.columns.firstIndex { $0.name == name }.map { (.row(column: $0), row.columns[$0].kind) }
  }

  /// Every name in reach, those of the row first.
  var names: [String] {
    (row.map { $0.columns.map(\.name) + [TemplateScope.rowNumber] } ?? [])
      + ReportQuery.all.filter(\.isSingleRow).flatMap { query in query.columns.map { "\(query.name).\($0.name)" } }
      + DocumentField.allCases.map { "\(DocumentField.prefix).\($0.rawValue)" }
  }
}
