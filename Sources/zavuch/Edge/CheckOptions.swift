import CommandLineInterface
import Control
import Journal
import JournalStore

/// The options that every command which judges has in common.
enum CheckOptions {
  static let window: [Command.Option] = [
    .value(
      "as-of", "ДАТА", help: "контрольная дата: что внесено позже её вечера, не учитывается (по умолчанию сегодня)"),
    .value(
      "from", "ДАТА",
      help: "начало периода контроля (по умолчанию — день после прошлой зарегистрированной проверки)"),
    .value("to", "ДАТА", help: "конец периода контроля (по умолчанию контрольная дата)"),
  ]

  static let filters: [Command.Option] =
    [.repeated("rule", "ПРАВИЛО", help: "только это правило", kind: .suggested(Rule.all.map(\.id)))] + scope

  /// Whose journal: what a report can be narrowed to.
  static let scope: [Command.Option] = [
    .repeated("class", "КЛАСС", help: "только этот класс, в любом написании: 5А, «10 а»"),
    .repeated("teacher", "УЧИТЕЛЬ", help: "только этот учитель: фамилия, можно с именем и отчеством"),
  ]

  /// The request for one school; its window depends on the checks registered there.
  static func request(
    _ invocation: Invocation, _ configuration: Configuration, _ store: JournalStore, by scopes: [Scope] = []
  ) throws -> CheckRequest {
    let asOf = try date("as-of", invocation) ?? Today.date(timeZone: configuration.timeZone)
    let window = try CheckWindow.resolve(
      store, asOf: asOf, from: try date("from", invocation), to: try date("to", invocation))
    return CheckRequest(
      window: window, rules: try filter("rule", invocation), classes: try filter("class", invocation),
      teachers: try filter("teacher", invocation), by: scopes, settings: configuration.control,
      book: try configuration.ruleBook())
  }

  static func date(_ name: String, _ invocation: Invocation) throws -> CivilDate? {
    try invocation.value(name, as: "дата ГГГГ-ММ-ДД или ДД.ММ.ГГГГ") { CivilDate($0) }
  }

  /// Nil where the command has no such option or it is not given.
  static func filter(_ name: String, _ invocation: Invocation) throws -> [String]? {
    guard invocation.command.options.contains(where: { $0.name == name }) else { return nil }
    let values = try invocation.values(name)
    return values.isEmpty ? nil : values
  }
}

extension ControlError: ExitCoded {
  public var exitStatus: ExitStatus { kind == .rule ? .fault : .usage }
  public var russianDescription: String { description }
}
