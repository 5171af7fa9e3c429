import CLibXML2

/// A RELAX NG schema: owns libxml2's compiled form, and knows the names it allows.
final class RelaxNGSchema {
  private let schema: xmlRelaxNGPtr
  let vocabulary: SchemaVocabulary

  /// Throws when the schema itself is at fault: a fault of the installation, not of a template.
  init(_ bytes: [UInt8], file: String) throws(TemplateError) {
    let tree = try XMLTree(bytes, file: file)
    vocabulary = SchemaVocabulary(tree)
    // The parser works on a copy of the tree and frees what it changes.
    guard let parser = xmlRelaxNGNewDocParserCtxt(tree.document) else {
      throw TemplateError(file: file, problem: "не хватает памяти для чтения схемы")
    }
    defer { xmlRelaxNGFreeParserCtxt(parser) }
    let collector = XMLErrorCollector()
    xmlRelaxNGSetParserStructuredErrors(parser, RelaxNGSchema.report, collector.address)
    let parsed = withExtendedLifetime(collector) { xmlRelaxNGParse(parser) }
    guard let parsed else {
      throw TemplateError(
        collector.entries.map {
          TemplateDiagnostic(
            file: file, line: $0.line, problem: "ошибка в схеме шаблонов: \(CodeText.oneLine($0.message))",
            hint: "переустановите программу")
        })
    }
    schema = parsed
  }

  deinit {
    xmlRelaxNGFree(schema)
  }

  /// What the schema objects to, in order of lines; empty for a tree that is as it should be.
  func diagnostics(_ tree: XMLTree) throws(TemplateError) -> [TemplateDiagnostic] {
    guard let validator = xmlRelaxNGNewValidCtxt(schema) else {
      throw TemplateError(file: tree.file, problem: "не хватает памяти для проверки шаблона")
    }
    defer { xmlRelaxNGFreeValidCtxt(validator) }
    let collector = XMLErrorCollector()
    xmlRelaxNGSetValidStructuredErrors(validator, RelaxNGSchema.report, collector.address)
    let code = withExtendedLifetime(collector) { xmlRelaxNGValidateDoc(validator, tree.document) }
    guard code != 0 else { return [] }
    return SchemaExplanation(vocabulary: vocabulary, tree: tree).diagnostics(collector.entries)
  }

  private static let report: xmlStructuredErrorFunc = { address, error in
    guard let error else { return }
    XMLErrorCollector.at(address)?.collect(error.pointee)
  }
}
