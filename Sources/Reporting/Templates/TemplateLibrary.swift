import FoundationEssentials

/// The folders that hold templates: the built-in one, with the schema, and a school's own, whose files come first.
public struct TemplateLibrary {
  public struct Entry: Hashable, Sendable {
    public var id: String
    public var title: String
    public var path: String
    /// From the school's folder, also in place of a built-in one.
    public var isSchoolsOwn: Bool
  }

  private let schema: RelaxNGSchema
  private let builtIn: String
  private let school: String?

  /// `builtIn` is the folder with `template.rng`; a `school` folder that is not there is an empty one.
  public init(builtIn: String, school: String? = nil) throws(TemplateError) {
    self.builtIn = builtIn
    self.school = school
    schema = try RelaxNGSchema(TemplateLibrary.read(builtIn + "/template.rng"), file: "template.rng")
  }

  /// By id; a template that is at fault throws, so that a school learns of it before it needs the report.
  public func list() throws(TemplateError) -> [Entry] {
    var paths: [String: String] = [:]
    for folder in [builtIn, school].compactMap({ $0 }) {
      for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where file.hasSuffix(".xml") {
        paths[String(file.dropLast(4))] = folder + "/" + file
      }
    }
    var entries: [Entry] = []
    for (id, path) in paths.sorted(by: { $0.key < $1.key }) {
      let template = try load(path)
      entries.append(
        Entry(id: id, title: template.title, path: path, isSchoolsOwn: path != "\(builtIn)/\(id).xml"))
    }
    return entries
  }

  public func template(_ id: String) throws(TemplateError) -> ReportTemplate {
    for folder in [school, builtIn].compactMap({ $0 }) {
      let path = "\(folder)/\(id).xml"
      if FileManager.default.fileExists(atPath: path) { return try load(path) }
    }
    throw TemplateError(
      file: "\(id).xml", problem: "такого шаблона нет",
      hint: "имена отчётов: \(try list().map(\.id).joined(separator: ", "))")
  }

  /// All that is wrong with a file; empty for a template that can be used.
  public func check(file path: String) -> [TemplateDiagnostic] {
    do throws(TemplateError) {
      _ = try load(path)
      return []
    } catch {
      return error.diagnostics
    }
  }

  private func load(_ path: String) throws(TemplateError) -> ReportTemplate {
    try ReportTemplate(TemplateLibrary.read(path), file: TemplateLibrary.name(path), schema: schema)
  }

  private static func read(_ path: String) throws(TemplateError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TemplateError(
        file: name(path), problem: "файл не читается", hint: "проверьте путь «\(path)» и права на файл")
    }
    return [UInt8](data)
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
