/// Puts running text together: white space is joined across pieces, so that a template can be broken into lines and
/// indented as its author likes; a no-break space stays.
struct TextAssembler {
  private(set) var content: [Inline] = []
  private var plain = ""
  /// White space seen, to be written before the next piece, unless the text has just begun.
  private var owesSpace = false
  private var isEmpty = true

  mutating func add(text: String) {
    let pieces = text.split(omittingEmptySubsequences: false) { $0.isASCII && $0.isWhitespace }
    for (index, piece) in pieces.enumerated() {
      if index > 0 { owesSpace = true }
      if !piece.isEmpty { append(String(piece)) }
    }
  }

  mutating func add(value: Value) {
    switch value {
    case .empty: return
    case .text(let text): append(Self.whole(text))
    default:
      // No line begins with a dash, and no number leaves the dash before it.
      if owesSpace, plain.hasSuffix(" —") {
        plain = plain.dropLast(2) + "\u{a0}—\u{a0}"
        owesSpace = false
      }
      append("")
      flush()
      content.append(.value(value))
    }
  }

  mutating func add(strong text: String) {
    guard !text.isEmpty else { return }
    append("")
    flush()
    content.append(.strong(text))
  }

  mutating func finish() -> [Inline] {
    flush()
    return content
  }

  /// No space stands before a closing sign or after an opening one, however the template is indented.
  private mutating func append(_ text: String) {
    let isClosing = text.first.map { ",.;:!?)»".contains($0) } ?? false
    let isOpened = plain.last.map { "(«".contains($0) } ?? false
    // A number and the word that it counts stay on one line.
    let isCounted = plain.isEmpty && endsWithNumber && text.first?.isLetter == true
    if owesSpace, !isEmpty, !isClosing, !isOpened { plain += isCounted ? "\u{a0}" : " " }
    owesSpace = false
    isEmpty = false
    // A sentence may end with a name's initials.
    plain += plain.last == "." && text.first == "." ? text.dropFirst() : text[...]
  }

  private var endsWithNumber: Bool {
    if case .value(.integer) = content.last { true } else { false }
  }

  /// «1 четверть» is not broken after the number.
  private static func whole(_ text: String) -> String {
    guard let space = text.firstIndex(of: " "), text[..<space].allSatisfy(\.isNumber) else { return text }
    return "\(text[..<space])\u{a0}\(text[text.index(after: space)...])"
  }

  private mutating func flush() {
    if !plain.isEmpty { content.append(.text(plain)) }
    plain = ""
  }
}

extension [Inline] {
  /// Where a document wants a string: headings.
  var plainText: String {
    map {
      switch $0 {
      case .text(let text), .strong(let text): text
      case .value(let value): value.plainText
      }
    }.joined()
  }
}
