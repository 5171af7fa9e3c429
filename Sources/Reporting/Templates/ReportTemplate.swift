/// A template that has been checked: it can meet data, and only the data can still be at fault.
public struct ReportTemplate: Sendable {
  /// Also the file's name without `.xml`.
  public let id: String
  public let title: String
  public let orientation: PageOrientation
  let content: [Flow<TemplateBlock>]

  /// Throws everything that is wrong with the template: its form first, then the schema's objections, then its names.
  init(_ bytes: [UInt8], file: String, schema: RelaxNGSchema) throws(TemplateError) {
    let tree = try XMLTree(bytes, file: file)
    let objections = try schema.diagnostics(tree)
    guard objections.isEmpty else { throw TemplateError(objections) }
    guard let root = tree.root else { throw TemplateError(file: file, problem: "файл пуст") }
    id = root["id"] ?? ""
    title = root["title"] ?? ""
    orientation = PageOrientation(rawValue: root["orientation"] ?? "") ?? .portrait
    var reader = TemplateReader()
    content = reader.blocks(root, in: TemplateScope())
    var found = reader.diagnostics
    if file != "\(id).xml" {
      found.insert(
        root.diagnostic("id=\"\(id)\" не совпадает с именем файла", "назовите файл \(id).xml или исправьте id"), at: 0)
    }
    guard found.isEmpty else { throw TemplateError(found) }
  }
}
