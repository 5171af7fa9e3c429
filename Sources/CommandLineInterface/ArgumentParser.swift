/// Words of the command line to an invocation of a known command.
struct ArgumentParser {
  let program: Program
  let command: Command
  private var flags: Set<String> = []
  private var values: [String: [String]] = [:]
  private var positional: [String] = []

  init(program: Program, command: Command) {
    self.program = program
    self.command = command
  }

  /// `words` without the program's and the command's name.
  static func invocation(of command: Command, in program: Program, words: [String]) throws(UsageError) -> Invocation {
    var parser = ArgumentParser(program: program, command: command)
    try parser.read(words)
    try parser.checkRequiredOptions()
    try parser.assignPositional()
    return Invocation(program: program, command: command, flags: parser.flags, values: parser.values)
  }

  private mutating func read(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        positional += rest
        return
      }
      if word.isOption {
        try readOption(word, &rest)
      } else {
        try refuseDash(word)
        positional.append(word)
      }
    }
  }

  private mutating func readOption(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let typed = String(parts[0])
    guard let option = program.options(of: command).first(where: { $0.flagName == typed }) else {
      throw unknownOption(typed)
    }
    let inline = parts.count > 1 ? String(parts[1]) : nil
    if option.form == .flag {
      guard inline == nil else {
        throw UsageError(
          "Параметр \(option.flagName) не принимает значения.", hint: "Напишите просто \(option.flagName).")
      }
      flags.insert(option.name)
      return
    }
    if option.form == .value, values[option.name] != nil {
      throw UsageError(
        "Параметр \(option.flagName) указан дважды.", hint: "У него может быть только одно значение: оставьте нужное.")
    }
    let text: String
    if let inline {
      text = inline
    } else if let next = rest.first, !next.isOption {
      text = next
      rest = rest.dropFirst()
    } else {
      throw UsageError(
        "У параметра \(option.flagName) нет значения.",
        hint: rest.isEmpty || rest.first == "--"
          ? "Напишите \(option.term)."
          : "Напишите \(option.term); если само значение начинается с дефиса, то \(option.flagName)=\(rest[rest.startIndex])."
      )
    }
    try add(text, to: option)
  }

  private mutating func add(_ text: String, to option: Command.Option) throws(UsageError) {
    let items = option.form == .list ? text.split(separator: ",", omittingEmptySubsequences: false) : [text[...]]
    for item in items {
      let value = String(option.form == .list ? item.trimmed : item)
      guard !value.isEmpty else {
        throw UsageError(
          option.form == .list && !text.isEmpty
            ? "В списке параметра \(option.flagName) есть пустое место: «\(text)»."
            : "У параметра \(option.flagName) пустое значение.", hint: "Напишите \(option.term).")
      }
      try check(value, for: .option(option))
      if values[option.name]?.contains(value) != true { values[option.name, default: []].append(value) }
    }
  }

  private func checkRequiredOptions() throws(UsageError) {
    for option in program.options(of: command) where option.isRequired && values[option.name] == nil {
      throw UsageError(
        "Не указан обязательный параметр \(option.flagName).", hint: "Напишите: \(program.usage(of: command))")
    }
  }

  private mutating func assignPositional() throws(UsageError) {
    var rest = positional[...]
    var needed = command.arguments.map(\.minimum).reduce(0, +)
    for argument in command.arguments {
      needed -= argument.minimum
      let taken = rest.prefix(min(argument.maximum ?? .max, max(0, rest.count - needed)))
      rest = rest.dropFirst(taken.count)
      guard taken.count >= argument.minimum else {
        throw UsageError(
          argument.minimum > 1
            ? "Аргументов \(argument.label) должно быть не меньше \(argument.minimum), указано \(taken.count)."
            : "Не указан аргумент \(argument.label): \(argument.help).",
          hint: "Напишите: \(program.usage(of: command))")
      }
      for value in taken {
        guard !value.isEmpty else { throw UsageError("Аргумент \(argument.label) пуст.") }
        try check(value, for: .argument(argument))
      }
      if !taken.isEmpty { values[argument.label] = Array(taken) }
    }
    if let extra = rest.first {
      let option = command.options.first { $0.name == extra }
      throw UsageError(
        "Лишний аргумент «\(extra)».",
        hint: option.map { "Возможно, имелось в виду \($0.term)." } ?? "Напишите: \(program.usage(of: command))")
    }
  }

  private func check(_ value: String, for parameter: Parameter) throws(UsageError) {
    guard let choices = parameter.kind.choices, !choices.contains(value) else { return }
    let near = Suggestion.nearest(to: value, among: choices)
    throw UsageError(
      "Неизвестное значение «\(value)» \(parameter.genitive).",
      hint: (near.map { "Возможно, имелось в виду «\($0)». " } ?? "") + "Допустимо: \(choices.joined(separator: ", "))."
    )
  }
}
