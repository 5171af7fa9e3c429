import Testing

extension Scratch {
  /// Plays a transcript and expects the program to do exactly what it says: standard output as it stands, standard error
  /// with `! ` before every line, the exit status in brackets where it is not 0.
  ///
  ///     try scratch.expect(
  ///       """
  ///       $ zavuch import нет.xlsx
  ///       ✗ нет.xlsx: не принят
  ///       ! нет.xlsx: файла «нет.xlsx» нет
  ///       !   что делать: Проверьте имя файла и папку.
  ///       [3]
  ///       """)
  ///
  /// Words of a command are parted by spaces; a word with spaces stands in quotes (`'Отчёт за год.csv'`). Output that does
  /// not end with a line end gets `⏎̸` there. A transcript that differs is told whole, ready to be reviewed and pasted.
  func expect(_ transcript: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    var played: [String] = []
    for line in transcript.split(separator: "\n") where line.hasPrefix("$ ") {
      played.append(String(line))
      let words = Scratch.words(line.dropFirst(2))
      try #require(words.first == "zavuch", "не команда zavuch: \(line)", sourceLocation: sourceLocation)
      played += Scratch.told(try Zavuch.run(Array(words.dropFirst()), in: folder))
    }
    let text = played.joined(separator: "\n")
    guard text != transcript else { return }
    Issue.record("Программа ответила иначе, получено:\n\(text)\n", sourceLocation: sourceLocation)
  }

  private static func told(_ outcome: Zavuch.Outcome) -> [String] {
    var lines = Scratch.lines(outcome.output)
    lines += Scratch.lines(outcome.messages).map { $0.isEmpty ? "!" : "! \($0)" }
    if outcome.status != 0 { lines.append("[\(outcome.status)]") }
    return lines
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() } else { lines[lines.count - 1] += "⏎̸" }
    return lines
  }

  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in line {
      switch character {
      case "'":
        isQuoted.toggle()
        word = word ?? ""
      case " " where !isQuoted:
        if let ended = word { words.append(ended) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
