import CommandLineInterface
import Control
import FoundationEssentials

/// The folder of a school's own rules, a file each.
struct OwnRuleFolder {
  static let defaultName = "Правила"

  let path: String

  /// The usual one beside the store, if it is there.
  init?(beside location: StoreLocation) {
    path = location.beside(OwnRuleFolder.defaultName)
    guard StoreLocation.isFolder(path) else { return nil }
  }

  /// The one that the settings name.
  init(_ value: JSON5Value, _ location: StoreLocation) throws(JSON5Error) {
    let name = try value.name()
    path = name.hasPrefix("/") ? name : location.beside(name)
    guard StoreLocation.isFolder(path) else { throw JSON5Error("папки с правилами «\(path)» нет", at: value.place) }
  }

  /// In order of name; hidden files and others are none.
  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".json5") && !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(path)/\($0)" }
  }

  /// Throws `UsageError` with all that is wrong in any of the files: a check without some of the rules would say less than
  /// it seems to.
  func book() throws -> RuleBook {
    var rules: [Rule] = []
    var problems: [String] = []
    for file in try files() {
      do {
        rules.append(try OwnRuleFolder.rule(file))
      } catch let error as UsageError {
        problems.append(error.problem)
      }
    }
    guard problems.isEmpty else {
      throw UsageError(
        problems.joined(separator: "\n"),
        hint: "Исправьте или уберите файлы правил из папки «\(path)»; проверить файл: zavuch rules --check ФАЙЛ")
    }
    return try RuleBook(own: rules)
  }

  /// What is wrong, in one line.
  static func told(_ error: any Error) -> String {
    let text = (error as? UsageError)?.problem ?? (error as? ControlError)?.message ?? "\(error)"
    return text.split(separator: "\n").joined(separator: "; ")
  }

  /// The rule of one file; throws `UsageError` with its line and column.
  static func rule(_ file: String) throws -> Rule {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw UsageError("Файла правила «\(file)» нет или он не читается.", hint: "Проверьте имя файла.")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw UsageError("Файл правила «\(file)» не в кодировке UTF-8.", hint: "Сохраните его в UTF-8.")
    }
    do {
      return try OwnRuleReader.read(try JSON5Reader.read(text), file: file)
    } catch let error as JSON5Error {
      throw UsageError(
        "\(file), строка \(error.place.line), столбец \(error.place.column): \(error.problem).",
        hint: "Исправьте файл правила и повторите команду.")
    }
  }
}

extension Configuration {
  /// The rules of a check: the built-in ones and the school's own. Throws `UsageError` where one of its files is wrong.
  func ruleBook() throws -> RuleBook { try ownRules?.book() ?? .builtIn }
}
