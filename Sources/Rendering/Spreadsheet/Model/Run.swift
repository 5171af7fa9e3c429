/// Text of one weight inside a cell.
struct Run: Hashable, Sendable {
  var text: String
  var isBold = false
}

extension [Run] {
  var plainText: String { reduce(into: "") { $0 += $1.text } }

  /// The lines the text takes in `width` millimetres, broken at spaces and hyphens, and inside a word that is longer
  /// than a line; `isBold` makes every run bold. Spaces and line breaks stay at the end of their line: the lines together are the text.
  func lines(width: Double, size: Double, isBold: Bool) -> [[Run]] {
    var lines: [[Run]] = []
    var line: [Run] = []
    var word: [Run] = []
    var lineWidth = 0.0
    var wordWidth = 0.0
    func endWord() {
      line.append(contentsOf: word)
      lineWidth += wordWidth
      word = []
      wordWidth = 0
    }
    func endLine() {
      lines.append(line)
      line = []
      lineWidth = 0
    }
    for run in self {
      for character in run.text {
        let isSpace = character == " " || character.isNewline
        let advance =
          character.isNewline ? 0 : FontMetrics.width(of: character, size: size, isBold: isBold || run.isBold)
        // A space may hang over the edge.
        if !isSpace, lineWidth + wordWidth + advance > width {
          if line.isEmpty { endWord() }
          endLine()
        }
        word.append(character, isBold: run.isBold)
        wordWidth += advance
        if isSpace || character == "-" { endWord() }
        if character.isNewline { endLine() }
      }
    }
    endWord()
    if !line.isEmpty || lines.isEmpty { endLine() }
    return lines
  }

  /// Lines made one text again, without the spaces around it.
  init(joining lines: some Sequence<[Run]>) {
    self = []
    for line in lines {
      for run in line { append(run.text, isBold: run.isBold) }
    }
    while let last = self.last, last.text.last.map({ $0 == " " || $0.isNewline }) ?? true {
      removeLast()
      if !last.text.isEmpty { append(Run(text: String(last.text.dropLast()), isBold: last.isBold)) }
    }
  }

  private mutating func append(_ text: some CustomStringConvertible, isBold: Bool) {
    if last?.isBold == isBold {
      self[count - 1].text += text.description
    } else {
      append(Run(text: text.description, isBold: isBold))
    }
  }
}
