/// The program: its commands and what they have in common.
public struct Program: Sendable {
  /// The word that starts it: `zavuch`.
  public let name: String
  public let version: String
  /// A sentence without its full stop.
  public let summary: String
  /// In the order of help; `completion` and `help` come last, by themselves.
  public let commands: [Command]
  /// Options of every command; they may stand before the command's name, too.
  public let commonOptions: [Command.Option]

  public init(
    name: String, version: String, summary: String, commands: [Command], commonOptions: [Command.Option] = []
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.commonOptions = commonOptions
    let withCompletion = commands + [.completion(programName: name)]
    self.commands = withCompletion + [.help(of: withCompletion.map(\.name), programName: name)]
  }

  func command(named name: String) -> Command? {
    commands.first { $0.name == name }
  }

  /// All options of a command, its own first.
  func options(of command: Command) -> [Command.Option] {
    command.options + commonOptions
  }

  /// The command with its usual arguments: `zavuch sign --as КЕМ [параметры] ОТЧЁТ`.
  func usage(of command: Command) -> String {
    var words = [name, command.name]
    let options = options(of: command)
    words += options.filter(\.isRequired).map(\.term)
    if options.contains(where: { !$0.isRequired }) { words.append("[параметры]") }
    words += command.arguments.map(\.usage)
    return words.joined(separator: " ")
  }
}
