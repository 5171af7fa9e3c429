extension Program {
  /// Runs a command line to its end: parses, acts, tells errors, writes the output.
  ///
  /// - Parameter arguments: without the program's own name.
  /// - Returns: the status for the process to end with.
  public func run(_ arguments: [String], on console: Console) -> Int32 {
    let status = perform(arguments, console)
    do throws(OutputError) {
      try console.finish()
      return status.rawValue
    } catch {
      console.message("\(name): \(error.russianDescription)")
      return max(status, error.exitStatus).rawValue
    }
  }

  private func perform(_ arguments: [String], _ console: Console) -> ExitStatus {
    var speaker = name
    do {
      let (command, words) = try split(arguments)
      let asksHelp = arguments.prefix { $0 != "--" }.contains { $0 == "-h" || $0 == "--help" }
      guard let command else {
        if asksHelp {
          console.write(overview(width: console.width))
        } else if words.contains("--version") {
          console.print("\(name) \(version)")
        } else {
          // A schedule with an empty command must not look like a success.
          console.message(
            overview(width: console.messageWidth) + "\n\(name): Команда не названа. Выберите одну из перечисленных.")
          return .usage
        }
        return .done
      }
      speaker = "\(name) \(command.name)"
      if asksHelp {
        console.write(help(for: command, width: console.width))
        return .done
      }
      return try command.action(ArgumentParser.invocation(of: command, in: self, words: words), console)
    } catch let error as UsageError {
      let hint = error.hint ?? "Справка: \(speaker) --help"
      console.message("\(speaker): \(error.problem)\n\(hint)")
      return error.exitStatus
    } catch let error as any ExitCoded {
      console.message("\(speaker): \(error.russianDescription)")
      return error.exitStatus
    } catch {
      console.message(faultReport(error, speaker))
      return .fault
    }
  }

  /// The command and all words but its name. Before the name only common options may stand.
  private func split(_ arguments: [String]) throws(UsageError) -> (command: Command?, words: [String]) {
    var index = 0
    while index < arguments.count {
      let word = arguments[index]
      guard word.isOption else {
        guard let command = command(named: word) else { throw unknownCommand(word) }
        var words = arguments
        words.remove(at: index)
        return (command, words)
      }
      index += 1
      if ["-h", "--help", "--version"].contains(word) { continue }
      let typed = word.prefix { $0 != "=" }
      guard let option = commonOptions.first(where: { $0.flagName == typed }) else {
        let owner = commands.first { $0.options.contains { $0.flagName == typed } }
        throw UsageError(
          "Перед командой стоит параметр «\(typed)», а команда не названа.",
          hint: owner.map { "Сначала напишите команду: \(name) \($0.name) \(typed)" } ?? "Все команды: \(name) help")
      }
      if option.form != .flag, !word.contains("=") { index += 1 }
    }
    return (nil, arguments)
  }

  private func faultReport(_ error: any Error, _ speaker: String) -> String {
    """
    \(speaker): внутренняя ошибка программы: \(String(reflecting: error))
    Это ошибка в программе, а не в ваших данных.
    Сообщите разработчикам этот текст, версию (\(name) \(version)) и команду, которую вы выполняли.
    Если в тексте или в команде есть фамилии, замените их.
    """
  }
}
