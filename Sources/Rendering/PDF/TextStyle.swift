/// How a run of text is set. Sizes are points.
struct TextStyle: Hashable, Sendable {
  enum Family: String, Sendable {
    case serif = "PT Serif"
    case sans = "PT Sans"
  }

  enum Alignment: Sendable {
    case left, center, right, justified
  }

  var family: Family = .serif
  var size: Double = 12
  var isBold = false
  var alignment: Alignment = .left
  /// Of the first line.
  var indent: Double = 0
  /// A factor of the font's own line height.
  var lineSpacing: Double = 1

  static let body = TextStyle(alignment: .justified, indent: .millimetres(12.5), lineSpacing: 1.15)
  static let note = TextStyle(size: 10)
  static let centered = TextStyle(alignment: .center, lineSpacing: 1.15)
  static let listItem = TextStyle(alignment: .justified, lineSpacing: 1.15)
  static let organisation = TextStyle(isBold: true, alignment: .center)
  static let kind = TextStyle(size: 15, isBold: true, alignment: .center)
  static let plain = TextStyle()
  static let underRule = TextStyle(size: 8, alignment: .center)
  static let caption = TextStyle(size: 11)
  static let columnNumber = TextStyle(family: .sans, size: 8, alignment: .center)
  static let pageNumber = TextStyle(size: 10, alignment: .center)
  static let codeText = TextStyle(family: .sans, size: 7, alignment: .right)
  static let draftMark = TextStyle(family: .sans, size: 9, isBold: true, alignment: .right)

  static func heading(level: Int) -> TextStyle {
    TextStyle(size: level == 1 ? 13 : 12, isBold: true, lineSpacing: 1.1)
  }

  func aligned(_ alignment: Alignment) -> TextStyle {
    var style = self
    style.alignment = alignment
    return style
  }
}
