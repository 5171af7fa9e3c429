/// Turns a template's tree, which the schema has accepted, into nodes with every name resolved; collects all that is
/// wrong on the way.
struct TemplateReader {
  private(set) var diagnostics: [TemplateDiagnostic] = []
  /// Names of tables and charts are sheets of a workbook, hence unique.
  private var sheetNames: Set<String> = []
  /// Of the queries that are used.
  var sources: Set<ReportQuery.Source> = []

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
    case "table": return table(element, in: scope).map { .table($0) }
    case "cross": return cross(element, in: scope).map { .cross($0) }
    case "chart": return chart(element, in: scope).map { .chart($0) }
    case "signature": return signature(element, in: scope).map { .signature($0) }
    case "approval":
      return .approval(
        SignatureRole(rawValue: element["role"] ?? "") ?? .director,
        paper: optionalText("paper", of: element, in: scope))
    case "acknowledgement": return acknowledgement(element, in: scope).map { .acknowledgement($0) }
    case "page-break": return .pageBreak
    case "section": return .section(PageOrientation(rawValue: element["orientation"] ?? "") ?? .portrait)
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
      guard let found = value("of", of: element, in: scope) else { return nil }
      guard found.kind == .integer else {
        report(element, "значение \(element["of"] ?? "") — не количество", "в <plural> укажите целое число")
        return nil
      }
      let forms = PluralForms(one: element["one"] ?? "", few: element["few"] ?? "", many: element["many"] ?? "")
      return .plural(found.reference, forms)
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
      guard let use = query(element, in: scope) else { return .when(TemplateReader.never, []) }
      return .each(use, separator: element["separator"] ?? "", content(&self, element, scope.inside(use.query)))
    default: return nil
    }
  }

  private static let never = Condition(value: .fixed(.programVersion), test: .less(0), isNegated: false)

  private mutating func condition(_ element: XMLElement, in scope: TemplateScope) -> Condition? {
    let isNegated = element.name == "unless"
    if element["test"] != nil {
      return value("test", of: element, in: scope).map {
        Condition(value: $0.reference, test: .holds, isNegated: isNegated)
      }
    }
    guard let found = value("value", of: element, in: scope) else { return nil }
    let test: Condition.Test
    if let text = element["equals"] {
      test = .equals(text)
    } else {
      guard found.kind == .integer else {
        report(element, "значение \(element["value"] ?? "") нельзя сравнить с числом", "укажите целое число или test")
        return nil
      }
      test = element["greater"].flatMap(Int.init).map { .greater($0) } ?? .less(element["less"].flatMap(Int.init) ?? 0)
    }
    return Condition(value: found.reference, test: test, isNegated: isNegated)
  }

  mutating func report(_ element: XMLElement, _ problem: String, _ hint: String) {
    diagnostics.append(element.diagnostic(problem, hint))
  }

  /// The name of a sheet: unique as it is written, before values come in.
  mutating func sheetName(_ element: XMLElement, in scope: TemplateScope) -> TextPattern {
    let name = element["name"] ?? ""
    if !sheetNames.insert(name).inserted {
      report(
        element, "таблица или диаграмма с именем «\(name)» уже есть",
        "дайте каждой своё имя: в книге это имя листа")
    }
    return text("name", of: element, in: scope)
  }
}
