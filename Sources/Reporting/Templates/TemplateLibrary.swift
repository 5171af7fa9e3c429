import FoundationEssentials

/// The folders that hold templates: the built-in one, with the schema, and a school's own, whose files come first.
public struct TemplateLibrary {
  public struct Entry: Hashable, Sendable {
    public var id: String
    /// Empty where the template cannot be used.
    public var title: String
    /// Nil where the template cannot be used.
    public var basis: TemplateBasis?
    public var path: String
    /// From the school's folder, also in place of a built-in one.
    public var isSchoolsOwn: Bool
    /// What is wrong with it; empty for a template that can be used.
    public var diagnostics: [TemplateDiagnostic]
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

  /// By id; also those at fault, so that one does not hide the others.
  public func list() -> [Entry] {
    paths.map { id, path in
      let isSchoolsOwn = path != "\(builtIn)/\(id).xml"
      do throws(TemplateError) {
        let template = try load(path)
        return Entry(
          id: id, title: template.title, basis: template.basis, path: path, isSchoolsOwn: isSchoolsOwn, diagnostics: [])
      } catch {
        return Entry(
          id: id, title: "", basis: nil, path: path, isSchoolsOwn: isSchoolsOwn, diagnostics: error.diagnostics)
      }
    }
  }

  public func template(_ id: String) throws(TemplateError) -> ReportTemplate {
    guard let path = paths.first(where: { $0.id == id })?.path else {
      let known = paths.map(\.id)
      let near = NearestName.find(id, among: known).map { "похоже на \($0)" }
      throw TemplateError(
        file: "\(id).xml", problem: "такого шаблона нет",
        hint: near ?? "имена отчётов: \(known.joined(separator: ", "))")
    }
    return try load(path)
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

  /// By id, the school's file in place of the built-in one.
  private var paths: [(id: String, path: String)] {
    var paths: [String: String] = [:]
    for folder in [builtIn, school].compactMap({ $0 }) {
      for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where file.hasSuffix(".xml") {
        paths[String(file.dropLast(4))] = folder + "/" + file
      }
    }
    return paths.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
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
