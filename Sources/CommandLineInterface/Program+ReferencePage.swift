extension Program {
  /// The reference of all commands in Markdown, for the user's guide: a test compares the guide with it.
  ///
  /// - Parameter level: of the page's own heading, 1 to 4; commands stand one deeper.
  public func referencePage(level: Int = 1) -> String {
    let mark = String(repeating: "#", count: level)
    var page = "\(mark) Справочник команд\n\n"
    page += markdownTable(
      ["Команда", "Что делает"], commands.map { ["[`\($0.name)`](#\(name)-\($0.name))", $0.summary.escaped] })
    page += "\n\(mark)# Общие параметры\n\n"
    page += "Их понимает каждая команда; они могут стоять и перед её именем.\n\n"
    page += markdownTable(["Параметр", "Значение"], commonTerms.map { ["`\($0.term)`", $0.text.escaped] })
    page += "\n\(mark)# Коды завершения\n\n"
    page += markdownTable(
      ["Код", "Значение"], ExitStatus.allCases.map { [String($0.rawValue), $0.meaning.escaped] })
    for command in commands { page += "\n" + section(of: command, mark + "#") }
    return page
  }

  private func section(of command: Command, _ mark: String) -> String {
    var parts = ["\(mark) \(name) \(command.name)\n", "\(command.summary.capitalizedFirst.escaped).\n"]
    parts.append("```\n\(usage(of: command))\n```\n")
    parts += command.discussion.paragraphs.map { $0.escaped + "\n" }
    if !command.arguments.isEmpty {
      parts.append(
        markdownTable(["Аргумент", "Значение"], command.arguments.map { ["`\($0.usage)`", $0.fullHelp.escaped] }))
    }
    if !command.options.isEmpty {
      parts.append(
        markdownTable(["Параметр", "Значение"], command.options.map { ["`\($0.term)`", $0.fullHelp.escaped] }))
    }
    if !command.examples.isEmpty {
      let lines = command.examples.map { "# \($0.explanation)\n\($0.line)" }.joined(separator: "\n\n")
      parts.append("```sh\n\(lines)\n```\n")
    }
    parts.append("Коды завершения: \(command.allStatuses.map { String($0.rawValue) }.joined(separator: ", ")).\n")
    return parts.joined(separator: "\n")
  }

  private func markdownTable(_ titles: [String], _ rows: [[String]]) -> String {
    ([titles, titles.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }
}

extension String {
  /// Characters that Markdown would take for its own.
  fileprivate var escaped: String {
    map { "\\|<*_`[]".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
