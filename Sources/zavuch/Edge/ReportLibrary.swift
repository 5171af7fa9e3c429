import CommandLineInterface
import FoundationEssentials
import Reporting

/// The templates that reports are made from: the program's and the school's.
enum ReportLibrary {
  /// Ids of the built-in ones, for help and completion.
  static let builtIn = [
    "accumulation", "attendance", "authority", "checks-register", "class-period", "class-remarks", "class-summary",
    "class-teacher-rating", "control", "parent-extract", "programme", "school-summary", "teacher-remarks",
  ]

  /// The school's folder where the settings name none.
  private static let standardFolder = "Шаблоны"

  static func open(_ configuration: Configuration, _ location: StoreLocation) throws -> TemplateLibrary {
    try TemplateLibrary(
      builtIn: Installation.folder("ReportTemplates"), school: folder(configuration, location))
  }

  static func folder(_ configuration: Configuration, _ location: StoreLocation) -> String {
    configuration.templates ?? location.beside(standardFolder)
  }

  /// The path of the copy. What the school has is never written over.
  static func copy(_ id: String, _ library: TemplateLibrary, to folder: String) throws -> String {
    let source = try Installation.folder("ReportTemplates") + "/\(id).xml"
    guard let data = FileManager.default.contents(atPath: source) else {
      // Tells the known names, or the near one.
      _ = try library.template(id)
      throw UsageError("Шаблон \(id) — школы, копировать нечего.", hint: "Он лежит в «\(folder)».")
    }
    let path = "\(folder)/\(id).xml"
    guard !ReportFiles.exists(path) else {
      throw UsageError(
        "Файл «\(path)» уже есть.", hint: "Исправляйте его или уберите, чтобы скопировать встроенный шаблон заново.")
    }
    try ReportFiles.write(Array(data), to: path)
    return path
  }
}
