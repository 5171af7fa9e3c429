extension String {
  /// Lines of at most `width` characters, broken at spaces; a longer word is cut. A no-break space holds its words
  /// together. An empty text is one empty line.
  public func wrapped(to width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    var length = 0
    for part in split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      var word = part
      if length > 0 {
        if length + 1 + word.count <= width {
          line += " " + word
          length += 1 + word.count
          continue
        }
        lines.append(line)
      }
      while word.count > width {
        lines.append(String(word.prefix(width)))
        word = word.dropFirst(width)
      }
      line = String(word)
      length = word.count
    }
    return length > 0 || lines.isEmpty ? lines + [line] : lines
  }

  /// The same with all lines after the first indented; spaces before the first word stay.
  func wrapped(to width: Int, indent: Int) -> [String] {
    let margin = prefix { $0 == " " }.count
    let first = wrapped(to: width - margin)
    guard first.count > 1 else { return first.map { $0.indented(by: margin) } }
    let rest = first.dropFirst().joined(separator: " ").wrapped(to: width - indent)
    return [first[0].indented(by: margin)] + rest.map { $0.indented(by: indent) }
  }

  /// The paragraphs of a text: parted by an empty line, each joined into one line.
  var paragraphs: [String] {
    var paragraphs: [String] = []
    var current: [Substring] = []
    let lines: [Substring] = split(separator: "\n", omittingEmptySubsequences: false) + [""]
    for line in lines {
      if !line.allSatisfy(\.isWhitespace) {
        current.append(line)
      } else if !current.isEmpty {
        paragraphs.append(current.joined(separator: " "))
        current = []
      }
    }
    return paragraphs
  }

  /// Filled up with spaces to the right.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  func indented(by count: Int) -> String { String(repeating: " ", count: count) + self }
}
