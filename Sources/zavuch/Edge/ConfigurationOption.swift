import CommandLineInterface

extension Configuration {
  static let fileName = "zavuch.json5"

  static let option = Command.Option.value(
    "config", "ФАЙЛ", help: "файл настроек (по умолчанию zavuch.json5 рядом с хранилищем)", kind: .path)

  /// The given file, or the one beside the store if it is there.
  init(_ invocation: Invocation, _ location: StoreLocation) throws {
    let given = try invocation.value("config")
    self = try Configuration.read(
      given ?? location.beside(Configuration.fileName), isRequired: given != nil,
      location)
  }
}
