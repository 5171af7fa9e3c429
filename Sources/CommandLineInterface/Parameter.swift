/// An option or a positional argument, as messages name it.
enum Parameter {
  case option(Command.Option)
  case argument(Command.Argument)

  var isSingle: Bool {
    switch self {
    case .option(let option): option.form == .value
    case .argument(let argument): argument.maximum == 1
    }
  }

  var kind: ValueKind {
    switch self {
    case .option(let option): option.kind
    case .argument(let argument): argument.kind
    }
  }

  var nominative: String {
    switch self {
    case .option(let option): "параметр \(option.flagName)"
    case .argument(let argument): "аргумент \(argument.label)"
    }
  }

  var genitive: String {
    switch self {
    case .option(let option): "параметра \(option.flagName)"
    case .argument(let argument): "аргумента \(argument.label)"
    }
  }
}

extension Invocation {
  func parameter(_ name: String) throws -> Parameter {
    if let option = program.options(of: command).first(where: { $0.name == name }) { return .option(option) }
    if let argument = command.arguments.first(where: { $0.label == name }) { return .argument(argument) }
    throw UndeclaredName(name)
  }
}
