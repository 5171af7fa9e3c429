/// Text set into lines. Sizes are points.
struct ShapedText {
  struct Line {
    /// From the top of the text.
    var top: Double
    var height: Double
    /// From the top of the line.
    var baseline: Double
    /// Of the first glyph, from the left edge of the text.
    var x: Double
    var width: Double
    /// In UTF-8 bytes of the text.
    var bytes: Range<Int>
    var runs: [GlyphRun]
  }

  var text: String
  var lines: [Line]
  var size: Double
  /// The element of the structure that the text belongs to; nil for what is no part of the document's content.
  var element: Int?

  var height: Double { lines.last.map { $0.top + $0.height } ?? 0 }
  var width: Double { lines.reduce(0) { max($0, $1.width) } }

  func text(ofLine index: Int) -> String {
    String(decoding: text.utf8.dropFirst(lines[index].bytes.lowerBound).prefix(lines[index].bytes.count), as: UTF8.self)
  }

  func tagged(_ element: Int?) -> ShapedText {
    var text = self
    text.element = element
    return text
  }
}

/// Glyphs of one font on one baseline.
struct GlyphRun {
  /// By its place in `PageFonts.fonts`.
  var font: Int
  /// From the left edge of the text, points.
  var x: Double
  /// Above the line's baseline, points.
  var rise = 0.0
  /// Of the operator TJ.
  var operands: [UInt8]
}
