/// A thing placed on a page; sizes in points from the upper left corner of the page (of the strip, before it is placed).
///
/// Texts and figures that name an element of the structure are content; all else is for the eye alone.
enum PageBox {
  /// Lines of a text one under another, the column's left edge and the first line's top at the point.
  case text(ShapedText, lines: Range<Int>, x: Double, y: Double)
  /// Text that is read from the bottom up: the point is its lower left corner on the page.
  case turnedText(ShapedText, x: Double, y: Double)
  case rule(x1: Double, y1: Double, x2: Double, y2: Double)
  /// A rectangle filled with a grey from 0 (black) to 1 (white).
  case fill(x: Double, y: Double, width: Double, height: Double, grey: Double)
  /// The shape's own origin at the point.
  case shape(PageShape, x: Double, y: Double)
  /// Boxes that are one picture, with words for those who do not see it at its element.
  case figure([PageBox], element: Int?)
  /// Large light letters along the page's diagonal.
  case watermark(TextOutline)

  static func text(_ text: ShapedText, x: Double, y: Double) -> PageBox {
    .text(text, lines: text.lines.indices, x: x, y: y)
  }

  func moved(x dx: Double, y dy: Double) -> PageBox {
    switch self {
    case .text(let text, let lines, let x, let y): .text(text, lines: lines, x: x + dx, y: y + dy)
    case .turnedText(let text, let x, let y): .turnedText(text, x: x + dx, y: y + dy)
    case .rule(let x1, let y1, let x2, let y2): .rule(x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy)
    case .fill(let x, let y, let width, let height, let grey):
      .fill(x: x + dx, y: y + dy, width: width, height: height, grey: grey)
    case .shape(let shape, let x, let y): .shape(shape, x: x + dx, y: y + dy)
    case .figure(let boxes, let element): .figure(boxes.map { $0.moved(x: dx, y: dy) }, element: element)
    case .watermark: self
    }
  }

  /// The same drawing that says nothing new: the head of a table on its second page.
  var asArtifact: PageBox {
    switch self {
    case .text(let text, let lines, let x, let y): .text(text.tagged(nil), lines: lines, x: x, y: y)
    case .turnedText(let text, let x, let y): .turnedText(text.tagged(nil), x: x, y: y)
    case .figure(let boxes, _): .figure(boxes, element: nil)
    case .rule, .fill, .shape, .watermark: self
    }
  }

  typealias Bounds = (left: Double, top: Double, right: Double, bottom: Double)

  /// The smallest rectangle that holds the boxes; nil where there are none.
  static func bounds(of boxes: [PageBox]) -> Bounds? {
    let all = boxes.compactMap(\.bounds)
    guard var whole = all.first else { return nil }
    for one in all.dropFirst() {
      whole = (
        min(whole.left, one.left), min(whole.top, one.top), max(whole.right, one.right), max(whole.bottom, one.bottom)
      )
    }
    return whole
  }

  private var bounds: Bounds? {
    switch self {
    case .text(let text, let lines, let x, let y):
      guard let first = lines.first, let last = lines.last else { return nil }
      return (x, y, x + text.width, y + text.lines[last].top + text.lines[last].height - text.lines[first].top)
    case .turnedText(let text, let x, let y): return (x, y - text.width, x + text.height, y)
    case .rule(let x1, let y1, let x2, let y2): return (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    case .fill(let x, let y, let width, let height, _): return (x, y, x + width, y + height)
    case .shape(let shape, let x, let y):
      return shape.bounds.map { (x + $0.left, y + $0.top, x + $0.right, y + $0.bottom) }
    case .figure(let boxes, _): return PageBox.bounds(of: boxes)
    case .watermark: return nil
    }
  }
}
