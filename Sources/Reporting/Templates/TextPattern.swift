/// A text in an attribute, with values in braces: `Ведомость {class}`.
struct TextPattern: Sendable {
  enum Part: Sendable {
    case text(String)
    case value(ValueReference)
  }

  var parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }

  /// A piece of the text before its names are known.
  enum Piece: Hashable {
    case text(Substring)
    case name(Substring)
  }

  /// Nil where a brace has no partner.
  static func pieces(_ text: String) -> [Piece]? {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { "{}".contains($0) }) {
      guard rest[open] == "{", let close = rest[rest.index(after: open)...].firstIndex(where: { "{}".contains($0) }),
        rest[close] == "}"
      else { return nil }
      if open > rest.startIndex { pieces.append(.text(rest[..<open])) }
      pieces.append(.name(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(rest)) }
    return pieces
  }
}
