public struct Paragraph: Hashable, Sendable {
  public enum Style: String, Hashable, Sendable {
    /// Justified, with an indented first line.
    case body
    /// Left, smaller: a note under a table.
    case note
    case centered
  }

  public var style: Style
  public var content: [Inline]

  public init(_ content: [Inline], style: Style = .body) {
    self.style = style
    self.content = content
  }

  public init(_ text: String, style: Style = .body) {
    self.init([.text(text)], style: style)
  }
}
