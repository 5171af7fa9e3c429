/// A page of help being laid out: sections of terms and their meanings in two columns.
struct HelpPage {
  let width: Int
  private(set) var body = ""

  /// Longer terms stand on a line of their own.
  private static let widestTerm = 28
  private static let margin = 2

  init(width: Int) {
    self.width = width
  }

  mutating func text(_ text: String) {
    for line in text.wrapped(to: width) { body += line + "\n" }
  }

  mutating func paragraph(_ text: String) {
    body += "\n"
    self.text(text)
  }

  /// Nothing for no entries. An entry without a meaning is printed as it stands, to be copied whole.
  mutating func section(_ title: String, _ entries: [(term: String, text: String)]) {
    guard !entries.isEmpty else { return }
    body += "\n\(title):\n"
    let termWidth = entries.map(\.term.count).filter { $0 <= Self.widestTerm }.max() ?? Self.margin
    let indent = Self.margin + termWidth + 2
    for (term, text) in entries {
      var lines = text.wrapped(to: width - indent)[...]
      if term.count <= termWidth, !text.isEmpty {
        body += (term.padded(to: termWidth) + "  " + lines.removeFirst()).indented(by: Self.margin) + "\n"
      } else {
        body += term.indented(by: Self.margin) + "\n"
      }
      for line in lines where !line.isEmpty { body += line.indented(by: indent) + "\n" }
    }
  }

  mutating func examples(_ examples: [Command.Example]) {
    guard !examples.isEmpty else { return }
    body += "\nПримеры:\n"
    for example in examples {
      body += example.line.indented(by: Self.margin) + "\n"
      for line in example.explanation.wrapped(to: width - 6) { body += line.indented(by: 6) + "\n" }
    }
  }
}
