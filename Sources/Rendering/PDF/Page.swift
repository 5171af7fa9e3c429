/// A page laid out and not yet drawn.
struct Page {
  struct Bookmark: Hashable, Sendable {
    /// From 1.
    var level: Int
    var title: String
    /// Points from the page's top.
    var y: Double
  }

  /// Boxes that are placed by the point where their own origin lies.
  struct Group {
    var boxes: [PageBox]
    var x = 0.0
    var y = 0.0
  }

  let geometry: PageGeometry
  /// In the order of drawing: what comes later lies above.
  var groups: [Group] = []
  var bookmarks: [Bookmark] = []

  var boxes: [PageBox] { groups.flatMap { group in group.boxes.map { $0.moved(x: group.x, y: group.y) } } }

  /// The texts on the page in the order of drawing, one a line.
  var lines: [String] { Page.lines(of: boxes) }

  private static func lines(of boxes: [PageBox]) -> [String] {
    boxes.flatMap { box -> [String] in
      switch box {
      case .text(let text, let lines, _, _): lines.map(text.text(ofLine:))
      case .turnedText(let text, _, _): text.lines.indices.map(text.text(ofLine:))
      case .figure(let boxes, _): lines(of: boxes)
      case .rule, .fill, .shape, .watermark: []
      }
    }
  }
}
