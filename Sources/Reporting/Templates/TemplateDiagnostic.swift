/// What is wrong with a template: where, what, and what to do about it. Texts are Russian.
public struct TemplateDiagnostic: Hashable, Sendable, CustomStringConvertible {
  /// The file's name, without its folder.
  public var file: String
  /// From 1; 0 for the file as a whole. libxml2 knows no columns.
  public var line: Int
  public var problem: String
  /// Empty where there is nothing to advise.
  public var hint: String

  public init(file: String, line: Int, problem: String, hint: String) {
    self.file = file
    self.line = line
    self.problem = problem
    self.hint = hint
  }

  /// «control.xml, строка 14: элемент <tabel> здесь не допускается; похоже на <table>».
  public var description: String {
    let place = line > 0 ? "\(file), строка \(line)" : file
    return hint.isEmpty ? "\(place): \(problem)" : "\(place): \(problem); \(hint)"
  }
}

/// Why a template cannot be used: all that is wrong with it, in order of lines.
public struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
  public var diagnostics: [TemplateDiagnostic]

  init(_ diagnostics: [TemplateDiagnostic]) {
    self.diagnostics = diagnostics
  }

  /// A fault of the file as a whole.
  init(file: String, problem: String, hint: String = "") {
    self.init([TemplateDiagnostic(file: file, line: 0, problem: problem, hint: hint)])
  }

  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
