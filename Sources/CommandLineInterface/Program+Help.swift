extension Program {
  /// Help is not wider than this even in a wider window: longer lines are hard to read.
  private static let widest = 100

  /// What `zavuch help` prints: all commands and the common options.
  public func overview(width: Int = 100) -> String {
    let width = min(width, Self.widest)
    var page = HelpPage(width: width)
    page.text("\(name) — \(summary)")
    page.section("Использование", [("\(name) КОМАНДА [параметры] [аргументы]", "")])
    page.section("Команды", commands.map { ($0.name, $0.summary) })
    page.section("Общие параметры", commonTerms + [("--version", "показать версию программы")])
    page.section("Коды завершения", ExitStatus.allCases.map { (String($0.rawValue), $0.meaning) })
    page.paragraph("Подробно о команде: \(name) help КОМАНДА")
    return page.body
  }

  /// What `zavuch КОМАНДА --help` prints.
  public func help(for command: Command, width: Int = 100) -> String {
    var page = HelpPage(width: min(width, Self.widest))
    page.text("\(name) \(command.name) — \(command.summary)")
    page.section("Использование", [(usage(of: command), "")])
    for paragraph in command.discussion.paragraphs { page.paragraph(paragraph) }
    page.section("Аргументы", command.arguments.map { ($0.usage, $0.fullHelp) })
    page.section("Параметры", command.options.map { ($0.term, $0.fullHelp) })
    page.section("Общие параметры", commonTerms)
    page.examples(command.examples)
    page.section("Коды завершения", command.allStatuses.map { (String($0.rawValue), $0.meaning) })
    return page.body
  }

  var commonTerms: [(term: String, text: String)] {
    commonOptions.map { ($0.term, $0.fullHelp) } + [("-h, --help", "показать справку")]
  }
}
