/// A page laid out and not yet drawn.
struct Page {
  struct Bookmark: Hashable, Sendable {
    /// From 1.
    var level: Int
    var title: String
    /// Points from the page's top.
    var y: Double
  }

  /// In the order of drawing: what comes later lies above.
  var boxes: [PageBox] = []
  var bookmarks: [Bookmark] = []

  /// The texts on the page in the order of drawing, one a line.
  var lines: [String] {
    boxes.flatMap { box -> [String] in
      switch box {
      case .text(let text, let lines, _, _): lines.map(text.text(ofLine:))
      case .turnedText(let text, _, _): text.lines.indices.map(text.text(ofLine:))
      case .rule, .fill, .watermark: []
      }
    }
  }
}
