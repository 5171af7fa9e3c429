extension Program {
  /// What is wrong with the declarations themselves, a sentence each, for a test that wants none: names given twice,
  /// texts left out, defaults and examples that the parser would refuse.
  public var declarationFaults: [String] {
    var faults: [String] = []
    if let twice = commands.map(\.name).firstRepeated { faults.append("command \(twice) is declared twice") }
    faults += commonOptions.flatMap { self.faults(in: $0, of: "common options") }
    for command in commands {
      if !command.name.isDeclarable { faults.append("\(command.name): not a command's name") }
      if !command.summary.isPhrase { faults.append("\(command.name): the summary is no phrase") }
      if command.examples.isEmpty { faults.append("\(command.name): no example") }
      let names = options(of: command).map(\.name) + ["help", "version"]
      if let twice = names.firstRepeated { faults.append("\(command.name): --\(twice) is declared twice") }
      if let twice = command.arguments.map(\.label).firstRepeated {
        faults.append("\(command.name): \(twice) is declared twice")
      }
      faults += command.options.flatMap { self.faults(in: $0, of: command.name) }
      for argument in command.arguments where !argument.help.isPhrase || argument.label.isEmpty {
        faults.append("\(command.name): \(argument.label) has no label or its help is no phrase")
      }
      faults += command.examples.compactMap { fault(in: $0, of: command) }
    }
    return faults
  }

  private func faults(in option: Command.Option, of owner: String) -> [String] {
    var faults: [String] = []
    if !option.name.isDeclarable { faults.append("\(owner): --\(option.name) is not an option's name") }
    if !option.help.isPhrase { faults.append("\(owner): the help of --\(option.name) is no phrase") }
    if (option.form == .flag) != option.label.isEmpty { faults.append("\(owner): --\(option.name) has a wrong label") }
    if option.isRequired, option.defaultValue != nil {
      faults.append("\(owner): --\(option.name) is required and has a default")
    }
    if let choices = option.kind.choices, let defaultValue = option.defaultValue {
      let items = option.form == .list ? defaultValue.split(separator: ",").map(String.init) : [defaultValue]
      if !items.allSatisfy(choices.contains) { faults.append("\(owner): the default of --\(option.name) is no choice") }
    }
    if case .oneOf(let words) = option.kind, !words.allSatisfy(\.isShellWord) {
      faults.append("\(owner): a choice of --\(option.name) is not one word")
    }
    return faults
  }

  private func fault(in example: Command.Example, of command: Command) -> String? {
    // `eval "$(zavuch completion bash)"` shows the command inside a shell's line.
    var words = example.words
    if words.first == "eval", words.count == 2 {
      words = Command.Example(String(words[1].drop { $0 == "$" || $0 == "(" }.prefix { $0 != ")" }), "").words
    }
    guard words.starts(with: [name, command.name]) else {
      return "\(command.name): the example «\(example.line)» does not start with the command"
    }
    if !example.explanation.isPhrase { return "\(command.name): «\(example.line)» is not explained" }
    do throws(UsageError) {
      _ = try ArgumentParser.invocation(of: command, in: self, words: Array(words.dropFirst(2)))
      return nil
    } catch {
      return "\(command.name): the example «\(example.line)» is refused: \(error.problem)"
    }
  }
}

extension Array where Element: Hashable {
  fileprivate var firstRepeated: Element? {
    var seen: Set<Element> = []
    return first { !seen.insert($0).inserted }
  }
}

extension String {
  fileprivate var isDeclarable: Bool {
    first?.isLetter == true && allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }

  /// Not empty, one line, without a full stop at its end.
  fileprivate var isPhrase: Bool { !isEmpty && !contains("\n") && last != "." && first != " " }

  fileprivate var isShellWord: Bool { !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) } }
}
