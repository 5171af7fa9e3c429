extension Program {
  /// For bash 4 and later. bash parts words at `=`, so `--name=value` arrives as three of them.
  var bashCompletion: String {
    let function = "_\(name)"
    let valued = commonOptions.filter { $0.form != .flag }.map(\.flagName)
    var script = """
      # Дополнение команд \(name) для bash.
      \(function)_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
      \(function)_list() {
        local head=""
        [[ $current == *,* ]] && head="${current%,*},"
        mapfile -t COMPREPLY < <(compgen -P "$head" -W "$1" -- "${current##*,}")
      }
      \(function)_paths() {
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
      }
      \(function)() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD - 1]}" command="" index
        COMPREPLY=()
        [[ $current == "=" ]] && current=""
        [[ $previous == "=" ]] && previous="${COMP_WORDS[COMP_CWORD - 2]}"
        for ((index = 1; index < COMP_CWORD; index++)); do
          case "${COMP_WORDS[index]}" in

      """
    if !valued.isEmpty {
      script += """
              \(valued.joined(separator: "|")))
                ((index++))
                [[ ${COMP_WORDS[index]} == "=" ]] && ((index++))
                ;;

        """
    }
    script += """
            -* | "=") ;;
            *)
              command="${COMP_WORDS[index]}"
              break
              ;;
          esac
        done
        case "$command $previous" in

      """
    for option in commonOptions where option.form != .flag {
      script += "    *\" \(option.flagName)\") \(bashValues(option.kind, isList: option.form == .list)); return ;;\n"
    }
    for command in commands {
      for option in command.options where option.form != .flag {
        let values = bashValues(option.kind, isList: option.form == .list)
        script += "    \"\(command.name) \(option.flagName)\") \(values); return ;;\n"
      }
    }
    script += """
        esac
        case "$command" in

      """
    let common = commonOptions.map(\.flagName) + ["--help"]
    script += bashArm("\"\"", options: common + ["--version"], rest: bashWords(commands.map(\.name)))
    for command in commands {
      // Which of several arguments is being typed is not worth finding out: they share their completion's first.
      let rest = command.arguments.first.map { bashValues($0.kind, isList: false) } ?? ":"
      script += bashArm(command.name, options: command.options.map(\.flagName) + common, rest: rest)
    }
    script += """
        esac
      }
      complete -F \(function) \(name)

      """
    return script
  }

  private func bashArm(_ pattern: String, options: [String], rest: String) -> String {
    """
        \(pattern)) if [[ $current == -* ]]; then \(bashWords(options)); else \(rest); fi ;;

    """
  }

  private func bashWords(_ words: [String]) -> String { "_\(name)_words \"\(words.joined(separator: " "))\"" }

  private func bashValues(_ kind: ValueKind, isList: Bool) -> String {
    switch kind {
    case .text: ":"
    case .path: "_\(name)_paths -f"
    case .folder: "_\(name)_paths -d"
    case .oneOf(let words), .suggested(let words):
      isList ? "_\(name)_list \"\(words.joined(separator: " "))\"" : bashWords(words)
    }
  }
}
