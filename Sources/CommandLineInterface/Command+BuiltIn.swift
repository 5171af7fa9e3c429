extension Command {
  /// `zavuch completion bash|zsh`.
  static func completion(programName: String) -> Command {
    Command(
      name: "completion", summary: "напечатать сценарий автодополнения для bash или zsh",
      discussion: """
        Сценарий подставляет команды, параметры и их значения по клавише Tab. Чтобы он работал всегда, добавьте строку \
        из примера в файл ~/.bashrc или ~/.zshrc.
        """,
      arguments: [.one("ОБОЛОЧКА", help: "для какой оболочки", kind: .oneOf(Shell.allCases.map(\.rawValue)))],
      examples: [
        Example("eval \"$(\(programName) completion bash)\"", "включить дополнение в текущем окне bash"),
        Example("eval \"$(\(programName) completion zsh)\"", "то же в zsh"),
      ]
    ) { invocation, console in
      let shell = try invocation.required("ОБОЛОЧКА", as: "bash или zsh", Shell.init(rawValue:))
      console.write(invocation.program.completionScript(for: shell))
      return .done
    }
  }

  /// `zavuch help [КОМАНДА]`: the same text as `zavuch КОМАНДА --help`.
  static func help(of names: [String], programName: String) -> Command {
    Command(
      name: "help", summary: "показать справку о программе или о команде",
      arguments: [.optional("КОМАНДА", help: "имя команды", kind: .suggested(names))],
      options: [.flag("reference", help: "напечатать справочник всех команд в разметке Markdown")],
      examples: names.first.map { [Example("\(programName) help \($0)", "справка о команде \($0)")] } ?? []
    ) { invocation, console in
      let program = invocation.program
      if try invocation.flag("reference") {
        console.write(program.referencePage(level: 2))
        return .done
      }
      guard let name = try invocation.value("КОМАНДА") else {
        console.write(program.overview(width: console.width))
        return .done
      }
      guard let command = program.command(named: name) else { throw program.unknownCommand(name) }
      console.write(program.help(for: command, width: console.width))
      return .done
    }
  }
}
