import CLibXML2

/// Turns the schema's objections into sentences. libxml2 says where an element or a text is out of place; of
/// attributes it says only that they do not fit, so these are compared with the schema's names one by one.
struct SchemaExplanation {
  let vocabulary: SchemaVocabulary
  let tree: XMLTree

  func diagnostics(_ entries: [XMLErrorCollector.Entry]) -> [TemplateDiagnostic] {
    var found: [TemplateDiagnostic] = []
    if let root = tree.root { explain(root, into: &found) }
    let explained = Set(found.map(\.line))
    for entry in entries {
      if let diagnostic = structure(entry, explained: explained) { found.append(diagnostic) }
    }
    if found.isEmpty { found = entries.map { other($0) } }
    // The library repeats itself where a pattern has several branches.
    var seen: Set<TemplateDiagnostic> = []
    return found.filter { seen.insert($0).inserted }.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  /// Unknown elements and their attributes, the whole tree over.
  private func explain(_ element: XMLElement, into found: inout [TemplateDiagnostic]) {
    if element.namespace.isEmpty, let known = vocabulary[element.name] {
      explainAttributes(of: element, known, into: &found)
    } else if element.namespace.isEmpty {
      let hint = NearestName.find(element.name, among: vocabulary.names).map { "похоже на <\($0)>" }
      found.append(element.diagnostic("элемент <\(element.name)> здесь не допускается", hint ?? "такого элемента нет"))
    } else {
      found.append(element.diagnostic("у элемента <\(element.name)> чужое пространство имён", "удалите xmlns"))
    }
    for child in element.elements { explain(child, into: &found) }
  }

  private func explainAttributes(
    of element: XMLElement, _ known: SchemaVocabulary.Element, into found: inout [TemplateDiagnostic]
  ) {
    for (name, _, value) in element.attributes {
      guard let attribute = known.attributes.first(where: { $0.name == name }) else {
        let near = NearestName.find(name, among: known.attributes.map(\.name)).map { "похоже на \($0)" }
        found.append(
          element.diagnostic("у элемента <\(element.name)> нет атрибута \(name)", near ?? allowed(known)))
        continue
      }
      if !attribute.values.isEmpty, !attribute.values.contains(value) {
        found.append(
          element.diagnostic(
            "атрибут \(name)=\"\(value)\" элемента <\(element.name)> имеет недопустимое значение",
            "допускается: \(attribute.values.joined(separator: ", "))"))
      } else if attribute.isDecimal, Hundredths(value) == nil {
        // Of an attribute that may be left out the library says only that it does not fit.
        found.append(
          element.diagnostic(
            "атрибут \(name)=\"\(value)\" элемента <\(element.name)> имеет недопустимое значение",
            "нужно: \(attribute.hint ?? "")"))
      } else if value.isEmpty, attribute.values.isEmpty, attribute.hint != nil {
        found.append(element.diagnostic("атрибут \(name) элемента <\(element.name)> пуст", "укажите значение"))
      }
    }
    for attribute in known.attributes where attribute.isRequired && element[attribute.name] == nil {
      let hint = attribute.hint.map { ": \($0)" } ?? ""
      found.append(
        element.diagnostic(
          "у элемента <\(element.name)> нет обязательного атрибута \(attribute.name)", "допишите его\(hint)"))
    }
  }

  private func allowed(_ known: SchemaVocabulary.Element) -> String {
    known.attributes.isEmpty
      ? "атрибутов у него не бывает" : "допускаются: " + known.attributes.map(\.name).joined(separator: ", ")
  }

  /// Elements and texts out of place, and values that are not of their type; nil for what `explain` has said better.
  private func structure(_ entry: XMLErrorCollector.Entry, explained: Set<Int>) -> TemplateDiagnostic? {
    switch xmlRelaxNGValidErr(UInt32(bitPattern: entry.code)) {
    case XML_RELAXNG_ERR_ELEMWRONG:
      guard let known = vocabulary[entry.first] else { return nil }
      let parents = known.parents.map { "<\($0)>" }.joined(separator: ", ")
      // It may stand in this parent, but not here: after its turn, or in a repetition.
      let isAtHome = element(entry.line, entry.first)?.parentName.map(known.parents.contains) ?? false
      return diagnostic(
        entry, "элемент <\(entry.first)> здесь не допускается",
        isAtHome || parents.isEmpty ? "проверьте порядок элементов и вложенность" : "его место — внутри \(parents)")
    case XML_RELAXNG_ERR_TEXTWRONG:
      guard let (text, line) = element(entry.line, entry.first)?.firstText else { return nil }
      return TemplateDiagnostic(
        file: tree.file, line: line, problem: "внутри элемента <\(entry.first)> текст «\(text)» не допускается",
        hint: "удалите его или поместите в <p>")
    case XML_RELAXNG_ERR_ELEMNAME:
      return diagnostic(entry, "ожидался элемент <\(entry.first)>, а стоит <\(entry.second)>", "")
    case XML_RELAXNG_ERR_NOELEM where !explained.contains(entry.line):
      return diagnostic(entry, "элемент <\(entry.element)> неполон", "добавьте то, что в нём должно стоять")
    case XML_RELAXNG_ERR_TYPE, XML_RELAXNG_ERR_TYPEVAL, XML_RELAXNG_ERR_DATATYPE:
      return typed(entry)
    case XML_RELAXNG_ERR_INVALIDATTR
    where vocabulary[entry.second]?.attributes.contains { $0.name == entry.first } == true:
      guard !explained.contains(entry.line) else { return nil }
      let hint = vocabulary[entry.second]?.hint.map { "нужно: \($0)" }
      return diagnostic(
        entry, "атрибут \(entry.first) у элемента <\(entry.second)> здесь не допускается", hint ?? "удалите его")
    case XML_RELAXNG_ERR_ATTRVALID where !explained.contains(entry.line):
      guard let hint = vocabulary[entry.first]?.hint else { return nil }
      return diagnostic(entry, "атрибуты элемента <\(entry.first)> не складываются в условие", "нужно: \(hint)")
    default: return nil
    }
  }

  /// A value that its type does not allow; the library names the value, the tree knows whose it is.
  private func typed(_ entry: XMLErrorCollector.Entry) -> TemplateDiagnostic? {
    guard let owner = element(entry.line, entry.element),
      let known = vocabulary[owner.name],
      let attribute = known.attributes.first(where: { $0.hint != nil && owner[$0.name] == entry.second }),
      !entry.second.isEmpty
    else { return nil }
    return diagnostic(
      entry, "атрибут \(attribute.name)=\"\(entry.second)\" элемента <\(owner.name)> имеет недопустимое значение",
      "нужно: \(attribute.hint ?? "")")
  }

  private func element(_ line: Int, _ name: String) -> XMLElement? {
    tree.root?.first { $0.line == line && $0.name == name }
  }

  private func other(_ entry: XMLErrorCollector.Entry) -> TemplateDiagnostic {
    diagnostic(entry, "шаблон не соответствует схеме (libxml2 \(entry.code): \(CodeText.oneLine(entry.message)))", "")
  }

  private func diagnostic(_ entry: XMLErrorCollector.Entry, _ problem: String, _ hint: String) -> TemplateDiagnostic {
    TemplateDiagnostic(file: tree.file, line: entry.line, problem: problem, hint: hint)
  }
}

extension XMLElement {
  /// Depth first, itself included.
  fileprivate func first(where matches: (XMLElement) -> Bool) -> XMLElement? {
    if matches(self) { return self }
    for child in elements {
      if let found = child.first(where: matches) { return found }
    }
    return nil
  }
}
