extension TemplateReader {
  mutating func chart(_ element: XMLElement, in scope: TemplateScope) -> TemplateChart? {
    let name = sheetName(element, in: scope)
    guard let use = query(element, in: scope) else { return nil }
    let inner = scope.inside(use.query)
    let unit = Chart.Unit(rawValue: element["unit"] ?? "") ?? .count
    let series = element.elements.compactMap { child -> TemplateChart.Series? in
      let key = optionalValue("by", of: child, in: inner)
      // Of one series of all rows no row is the title's.
      let title = text("title", of: child, in: key == nil ? scope : inner)
      guard let value = value("value", of: child, in: inner) else { return nil }
      guard value.kind.isNumber else {
        report(
          child, "значение \(child["value"] ?? "") не изобразить: это не число", "укажите количество, долю или число")
        return nil
      }
      return TemplateChart.Series(key: key?.reference, title: title, value: value.reference)
    }
    guard let category = value("category", of: element, in: inner) else { return nil }
    return TemplateChart(
      kind: Chart.Kind(rawValue: element["kind"] ?? "") ?? .bars, query: use, name: name,
      title: text("title", of: element, in: scope), alternative: text("alternative", of: element, in: scope),
      axis: text("axis", of: element, in: scope), category: category.reference, unit: unit,
      norm: element["norm"].flatMap(Hundredths.init).map { unit.value($0.count) }, shade: shade(element), series: series
    )
  }

  /// How an element's attributes shade cells; nil where they do not, or after a diagnostic.
  mutating func shade(_ element: XMLElement) -> Shade? {
    let (from, to, below) = (element["shade-from"], element["shade-to"], element["shade-below"])
    if (from == nil) != (to == nil) || from != nil && below != nil {
      report(
        element, "заливка задана не полностью или дважды", "укажите либо shade-from вместе с shade-to, либо shade-below"
      )
      return nil
    }
    if let norm = below.flatMap(Hundredths.init) { return .below(norm.count) }
    guard let from = from.flatMap(Hundredths.init), let to = to.flatMap(Hundredths.init) else { return nil }
    return .scale(from: from.count, to: to.count)
  }

  mutating func signature(_ element: XMLElement, in scope: TemplateScope) -> TemplateSignature? {
    let role = SignatureRole(rawValue: element["role"] ?? "") ?? .deputy
    let name = optionalValue("name", of: element, in: scope)
    if element["name"] != nil, role == .deputy || role == .director {
      report(element, "имя для role=\"\(role.rawValue)\" берётся из настроек школы", "уберите атрибут name")
    }
    return TemplateSignature(
      role: role, name: name?.reference, position: optionalText("position", of: element, in: scope),
      hasStamp: element["stamp"] == "yes", reservesMark: element["mark"] == "yes")
  }

  mutating func acknowledgement(_ element: XMLElement, in scope: TemplateScope) -> TemplateAcknowledgement? {
    let title = text("title", of: element, in: scope)
    var inner = scope
    var use: QueryUse?
    if element["query"] != nil {
      guard let found = query(element, in: scope) else { return nil }
      use = found
      inner = scope.inside(found.query)
    }
    let position = optionalText("position", of: element, in: inner)
    let name = optionalValue("name", of: element, in: inner)
    return TemplateAcknowledgement(title: title, query: use, name: name?.reference, position: position)
  }
}

extension Chart.Unit {
  /// The value of so many hundredths, as the chart's other values are.
  func value(_ hundredths: Int) -> Value {
    switch self {
    case .percent: .share(part: hundredths, whole: 10_000)
    case .count where hundredths % 100 == 0: .integer(hundredths / 100)
    case .count, .marks: .decimal(hundredths: hundredths)
    }
  }
}
