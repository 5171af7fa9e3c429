extension TemplateReader {
  /// The element's query with the columns that are to match the rows around it; nil after a diagnostic.
  mutating func query(_ element: XMLElement, in scope: TemplateScope) -> QueryUse? {
    let name = element["query"] ?? ""
    guard let query = ReportQuery.named(name) else {
      let near = NearestName.find(
        name, among: ReportQuery.all.filter { scope.basis.sources.contains($0.source) }.map(\.name))
      report(
        element, "неизвестный запрос «\(name)»", near.map { "похоже на \($0)" } ?? "список запросов — в README.md")
      return nil
    }
    guard scope.basis.sources.contains(query.source) else {
      let fitting = TemplateBasis.allCases.filter { $0.sources.contains(query.source) }.map {
        "basis=\"\($0.rawValue)\""
      }
      report(
        element, "запрос «\(name)» не для этого отчёта: он составляется \(scope.basis.russian)",
        "замените запрос или укажите у <report> \(fitting.joined(separator: " или "))")
      return nil
    }
    sources.insert(query.source)
    return QueryUse(query: query, matches: matches(of: element, query, in: scope))
  }

  /// The rows for each of which the report is made.
  mutating func each(_ root: XMLElement, in scope: TemplateScope) -> ReportTemplate.Each? {
    guard let name = root["each"] else { return nil }
    guard let query = ReportQuery.named(name), scope.basis.sources.contains(query.source), !query.isSingleRow else {
      let fitting = ReportQuery.all.filter { scope.basis.sources.contains($0.source) && !$0.isSingleRow }
      let near = NearestName.find(name, among: fitting.map(\.name))
      report(
        root, "each=\"\(name)\": такого запроса для отчёта \(scope.basis.russian) нет",
        near.map { "похоже на \($0)" } ?? "список запросов — в README.md")
      return nil
    }
    return columnIndex(root["addressee"] ?? "", of: query, root).map {
      ReportTemplate.Each(query: query, addressee: $0)
    }
  }

  private mutating func matches(
    of element: XMLElement, _ query: ReportQuery, in scope: TemplateScope
  ) -> [QueryUse.Match] {
    guard let written = element["match"] else { return [] }
    guard !scope.rows.isEmpty else {
      report(element, "match имеет смысл только внутри <repeat> или отчёта с each", "уберите match")
      return []
    }
    return written.split(separator: " ").compactMap { name in
      guard let column = columnIndex(String(name), of: query, element) else { return nil }
      guard let value = scope.row(String(name))?.reference else {
        let near = NearestName.find(String(name), among: scope.rows.flatMap { $0.columns.map(\.name) })
        report(
          element, "match=\"\(name)\": столбца \(name) нет в строке, внутри которой стоит <\(element.name)>",
          near.map { "похоже на \($0)" } ?? "столбцы должны называться одинаково в обоих запросах")
        return nil
      }
      return QueryUse.Match(column: column, value: value)
    }
  }

  /// Nil after a diagnostic.
  mutating func columnIndex(_ name: String, of query: ReportQuery, _ element: XMLElement) -> Int? {
    if let index = query.columnIndex(name) { return index }
    let near = NearestName.find(name, among: query.columns.map(\.name))
    report(
      element, "в запросе \(query.name) нет столбца «\(name)»",
      near.map { "похоже на \($0)" } ?? "список столбцов — в README.md")
    return nil
  }

  /// The value that an attribute names; nil after a diagnostic.
  mutating func value(_ attribute: String, of element: XMLElement, in scope: TemplateScope) -> TemplateScope.Found? {
    resolve(element[attribute] ?? "", element, in: scope)
  }

  /// Nil where the attribute is not there, too.
  mutating func optionalValue(
    _ attribute: String, of element: XMLElement, in scope: TemplateScope
  ) -> TemplateScope.Found? {
    element[attribute] == nil ? nil : value(attribute, of: element, in: scope)
  }

  private mutating func resolve(_ name: String, _ element: XMLElement, in scope: TemplateScope) -> TemplateScope.Found?
  {
    if let found = scope.resolve(name) {
      if scope.isOutside, let secret = found.holds {
        report(
          element, "в значении «\(name)» могут быть \(secret.russian), а отчёт выходит за пределы школы",
          "уберите его (П 3.5) или уберите outside у <report>")
      }
      return found
    }
    let near = NearestName.find(name, among: scope.names)
    let place =
      if name.contains(".") {
        ""
      } else if let row = scope.rows.last {
        ": такого столбца нет в запросе \(row.name)"
      } else {
        ": вне <repeat> и <table> пишите запрос и столбец через точку"
      }
    report(
      element, "неизвестное значение «\(name)»\(place)",
      near.map { "похоже на \($0)" } ?? "список значений — в README.md")
    return nil
  }

  /// A text with values in braces; `standard` where the attribute is not there.
  mutating func text(
    _ attribute: String, of element: XMLElement, in scope: TemplateScope, standard: String = ""
  ) -> TextPattern {
    let written = element[attribute] ?? standard
    guard let pieces = TextPattern.pieces(written) else {
      report(
        element, "в атрибуте \(attribute)=\"\(written)\" скобка { или } без пары", "значение пишется так: {имя}")
      return TextPattern([])
    }
    return TextPattern(
      pieces.compactMap { piece in
        switch piece {
        case .text(let text): .text(String(text))
        case .name(let name): resolve(String(name), element, in: scope).map { .value($0.reference) }
        }
      })
  }

  mutating func optionalText(_ attribute: String, of element: XMLElement, in scope: TemplateScope) -> TextPattern? {
    element[attribute] == nil ? nil : text(attribute, of: element, in: scope)
  }
}
