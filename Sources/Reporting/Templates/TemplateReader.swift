/// Turns a template's tree, which the schema has accepted, into nodes with every name resolved; collects all that is
/// wrong on the way.
struct TemplateReader {
  private(set) var diagnostics: [TemplateDiagnostic] = []
  /// Names of tables are sheets of a workbook, hence unique.
  private var tableNames: Set<String> = []

  mutating func blocks(_ parent: XMLElement, in scope: TemplateScope) -> [Flow<TemplateBlock>] {
    parent.elements.compactMap { element in
      flow(element, in: scope) { reader, parent, scope in reader.blocks(parent, in: scope) }
        ?? block(element, in: scope).map { .leaf($0) }
    }
  }

  private mutating func block(_ element: XMLElement, in scope: TemplateScope) -> TemplateBlock? {
    switch element.name {
    case "head": return .head(kind: element["kind"] ?? "", inlines(element, in: scope))
    case "heading": return .heading(level: Int(element["level"] ?? "") ?? 1, inlines(element, in: scope))
    case "p":
      return .paragraph(Paragraph.Style(rawValue: element["style"] ?? "") ?? .body, inlines(element, in: scope))
    case "list": return .list(numbered: element["numbered"] == "yes", items(element, in: scope))
    case "table": return table(element).map { .table($0) }
    case "signature":
      return .signature(SignatureRole(rawValue: element["role"] ?? "") ?? .deputy, hasStamp: element["stamp"] == "yes")
    case "page-break": return .pageBreak
    default: return nil
    }
  }

  private mutating func items(_ parent: XMLElement, in scope: TemplateScope) -> [Flow<TemplateItem>] {
    parent.elements.compactMap { element in
      flow(element, in: scope) { reader, parent, scope in reader.items(parent, in: scope) }
        ?? .leaf(TemplateItem(content: inlines(element, in: scope)))
    }
  }

  private mutating func inlines(_ parent: XMLElement, in scope: TemplateScope) -> [Flow<TemplateInline>] {
    parent.children.compactMap { child in
      switch child {
      case .text(let text): return .leaf(.text(text))
      case .element(let element):
        return flow(element, in: scope) { reader, parent, scope in reader.inlines(parent, in: scope) }
          ?? inline(element, in: scope).map { .leaf($0) }
      }
    }
  }

  private mutating func inline(_ element: XMLElement, in scope: TemplateScope) -> TemplateInline? {
    switch element.name {
    case "strong": return .strong(inlines(element, in: scope))
    case "value": return value("of", of: element, in: scope).map { .value($0.reference) }
    case "plural":
      guard let (reference, kind) = value("of", of: element, in: scope) else { return nil }
      guard kind == .integer else {
        report(element, "значение \(element["of"] ?? "") — не количество", "в <plural> укажите целое число")
        return nil
      }
      let forms = PluralForms(one: element["one"] ?? "", few: element["few"] ?? "", many: element["many"] ?? "")
      return .plural(reference, forms)
    default: return nil
    }
  }

  /// `<if>`, `<unless>` and `<repeat>`, which mean the same in every context; nil for any other element. What cannot be
  /// resolved gives an empty repetition, after the diagnostic.
  private mutating func flow<Leaf>(
    _ element: XMLElement, in scope: TemplateScope,
    content: (inout TemplateReader, XMLElement, TemplateScope) -> [Flow<Leaf>]
  ) -> Flow<Leaf>? {
    switch element.name {
    case "if", "unless":
      let condition = condition(element, in: scope)
      let inner = content(&self, element, scope)
      return condition.map { .when($0, inner) } ?? .when(TemplateReader.never, [])
    case "repeat":
      if scope.row != nil {
        report(element, "повторение внутри повторения не допускается", "вынесите внутренний <repeat> наружу")
        return .when(TemplateReader.never, [])
      }
      guard let query = query(element) else { return .when(TemplateReader.never, []) }
      return .each(query, separator: element["separator"] ?? "", content(&self, element, TemplateScope(row: query)))
    default: return nil
    }
  }

  private static let never = Condition(value: .rowNumber, test: .less(0), isNegated: false)

  private mutating func condition(_ element: XMLElement, in scope: TemplateScope) -> Condition? {
    let isNegated = element.name == "unless"
    if element["test"] != nil {
      return value("test", of: element, in: scope).map {
        Condition(value: $0.reference, test: .holds, isNegated: isNegated)
      }
    }
    guard let (reference, kind) = value("value", of: element, in: scope) else { return nil }
    let test: Condition.Test
    if let text = element["equals"] {
      test = .equals(text)
    } else {
      guard kind == .integer else {
        report(element, "значение \(element["value"] ?? "") нельзя сравнить с числом", "укажите целое число или test")
        return nil
      }
      test = element["greater"].flatMap(Int.init).map { .greater($0) } ?? .less(element["less"].flatMap(Int.init) ?? 0)
    }
    return Condition(value: reference, test: test, isNegated: isNegated)
  }

  // MARK: Names

  private mutating func query(_ element: XMLElement) -> ReportQuery? {
    let name = element["query"] ?? ""
    if let query = ReportQuery.named(name) { return query }
    let near = NearestName.find(name, among: ReportQuery.all.map(\.name))
    report(element, "неизвестный запрос «\(name)»", near.map { "похоже на \($0)" } ?? "список запросов — в README.md")
    return nil
  }

  private mutating func value(
    _ attribute: String, of element: XMLElement, in scope: TemplateScope
  ) -> (reference: ValueReference, kind: ReportQuery.Kind)? {
    let name = element[attribute] ?? ""
    if let found = scope.resolve(name) { return found }
    let near = NearestName.find(name, among: scope.names)
    let place =
      if name.contains(".") {
        ""
      } else if let row = scope.row {
        ": такого столбца нет в запросе \(row.name)"
      } else {
        ": вне <repeat> и <table> пишите запрос и столбец через точку"
      }
    report(
      element, "неизвестное значение «\(name)»\(place)",
      near.map { "похоже на \($0)" } ?? "список значений — в README.md")
    return nil
  }

  private mutating func report(_ element: XMLElement, _ problem: String, _ hint: String) {
    diagnostics.append(element.diagnostic(problem, hint))
  }

  // MARK: Tables

  private mutating func table(_ element: XMLElement) -> TemplateTable? {
    let name = element["name"] ?? ""
    if !tableNames.insert(name).inserted {
      report(element, "таблица с именем «\(name)» уже есть", "дайте каждой таблице своё имя: в книге это имя листа")
    }
    guard let query = query(element) else { return nil }
    let scope = TemplateScope(row: query)
    var table = TemplateTable(
      query: query, name: name, caption: element["caption"] ?? "", emptyText: element["empty"] ?? "Нет данных",
      columns: [])
    for child in element.elements {
      switch child.name {
      case "group":
        if let key = value("by", of: child, in: scope), let title = value("title", of: child, in: scope) {
          table.group = TemplateTable.Group(key: key.reference, title: title.reference)
        }
      case "column": table.columns.append(column(child, in: scope))
      default: table.totalTitle = child["title"]
      }
    }
    if table.totalTitle == nil, table.columns.contains(where: \.isSummed) {
      report(
        element, "у таблицы «\(name)» есть столбцы с total, но нет строки итогов", "добавьте <total title=\"Итого\"/>")
    }
    if table.totalTitle != nil, table.columns.first?.isSummed == true {
      report(element, "первый столбец таблицы «\(name)» не может быть с total", "в нём стоит название строки итогов")
    }
    return table
  }

  private mutating func column(_ element: XMLElement, in scope: TemplateScope) -> TemplateTable.Column {
    let column = Table.Column(
      element["title"] ?? "", width: Int(element["width"] ?? "") ?? 1,
      alignment: Table.Column.Alignment(rawValue: element["align"] ?? "") ?? .left)
    let found = element["value"] == nil ? nil : value("value", of: element, in: scope)
    let isSummed = element["total"] != nil
    if isSummed, let kind = found?.kind, kind != .integer, kind != .share {
      report(element, "столбец «\(column.title)» нельзя суммировать", "total допускается у количеств и долей")
    }
    let otherwise = element["otherwise"] == nil ? nil : value("otherwise", of: element, in: scope)
    return TemplateTable.Column(
      column: column, value: found?.reference, otherwise: otherwise?.reference, isSummed: isSummed)
  }
}
