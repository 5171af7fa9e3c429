extension ArgumentParser {
  func unknownOption(_ typed: String) -> UsageError {
    let name = String(typed.drop { $0 == "-" })
    let known = program.options(of: command).map(\.name) + ["help"]
    let elsewhere = program.commands.filter { $0.options.contains { $0.name == name } }.map(\.name)
    var hint = ""
    if let near = Suggestion.nearest(to: name, among: known) {
      hint = "Возможно, имелось в виду --\(near). "
    } else if !elsewhere.isEmpty {
      hint =
        "Такой параметр есть у \(elsewhere.count == 1 ? "команды" : "команд") \(elsewhere.joined(separator: ", ")). "
    }
    return UsageError(
      "Неизвестный параметр «\(typed)».", hint: hint + "Все параметры: \(program.name) \(command.name) --help")
  }

  /// Word processors turn two hyphens into a dash, and a command copied out of a document then names a file.
  func refuseDash(_ word: String) throws(UsageError) {
    guard let first = word.first, first == "–" || first == "—" else { return }
    let name = word.drop { "–—-".contains($0) }.prefix { $0 != "=" }
    guard program.options(of: command).contains(where: { $0.name == name }) else { return }
    throw UsageError("В «\(word)» вместо двух дефисов стоит тире.", hint: "Напишите --\(name).")
  }
}

extension Program {
  func unknownCommand(_ typed: String) -> UsageError {
    let near = Suggestion.nearest(to: typed, among: commands.map(\.name))
    return UsageError(
      "Неизвестная команда «\(typed)».",
      hint: (near.map { "Возможно, имелось в виду «\($0)». " } ?? "") + "Все команды: \(name) help")
  }
}

extension String {
  /// A hyphen and more; a lone `-` is a value.
  var isOption: Bool { count > 1 && hasPrefix("-") }
}

extension Substring {
  var trimmed: Substring {
    let head = drop { $0 == " " }
    return head.lastIndex { $0 != " " }.map { head[...$0] } ?? ""
  }
}
