import Reporting

/// A piece of text of one weight, ready to be set.
struct TextRun: Hashable, Sendable {
  var text: String
  var isBold = false

  init(_ text: String, isBold: Bool = false) {
    self.text = text.withoutControlCharacters
    self.isBold = isBold
  }

  init(_ inline: Inline) {
    switch inline {
    case .text(let text): self.init(text)
    case .strong(let text): self.init(text, isBold: true)
    case .value(let value): self.init(value.plainText)
    }
  }
}
