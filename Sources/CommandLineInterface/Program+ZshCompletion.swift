extension Program {
  var zshCompletion: String {
    let common = commonOptions.map(zshOption) + ["'(- *)'{-h,--help}'[показать справку]'"]
    var script = """
      #compdef \(name)
      # Дополнение команд \(name) для zsh.
      _\(name)() {
        local curcontext="$curcontext" context state state_descr line
        typeset -A opt_args
        local -a commands=(

      """
    for command in commands { script += "    '\(command.name):\(command.summary.zshQuoted)'\n" }
    script += """
        )
        _arguments -C \\

      """
    for option in common { script += "    \(option) \\\n" }
    script += """
          '(- *)--version[показать версию программы]' \\
          '1:команда:->command' \\
          '*::аргумент:->arguments'
        case $state in
          command) _describe -t commands 'команда' commands ;;
          arguments)
            case $words[1] in

      """
    for command in commands {
      let specs = command.options.map(zshOption) + common + command.arguments.map(zshArgument)
      script += "        \(command.name))\n          _arguments \\\n"
      script += specs.map { "            \($0)" }.joined(separator: " \\\n") + "\n          ;;\n"
    }
    script += """
            esac
            ;;
        esac
      }
      compdef _\(name) \(name)

      """
    return script
  }

  private func zshOption(_ option: Command.Option) -> String {
    let help = "[\(option.help.zshQuoted)]"
    let value = ":\(option.label.zshQuoted):\(zshValues(option.kind, isList: option.form == .list))"
    switch option.form {
    case .flag: return "'\(option.flagName)\(help)'"
    case .value: return "'\(option.flagName)=\(help)\(value)'"
    case .repeated, .list: return "'*\(option.flagName)=\(help)\(value)'"
    }
  }

  private func zshArgument(_ argument: Command.Argument) -> String {
    let count = argument.maximum == 1 ? (argument.minimum == 0 ? ":" : "") : "*"
    return "'\(count):\(argument.label.zshQuoted):\(zshValues(argument.kind, isList: false))'"
  }

  private func zshValues(_ kind: ValueKind, isList: Bool) -> String {
    switch kind {
    case .text: " "
    case .path: "_files"
    case .folder: "_files -/"
    case .oneOf(let words), .suggested(let words):
      isList ? "_sequence compadd - \(words.joined(separator: " "))" : "(\(words.joined(separator: " ")))"
    }
  }
}

extension String {
  /// Inside single quotes of an `_arguments` or `_describe` specification.
  fileprivate var zshQuoted: String {
    map { character in
      switch character {
      case "'": "'\\''"
      case ":", "[", "]", "\\": "\\\(character)"
      default: String(character)
      }
    }.joined()
  }
}
