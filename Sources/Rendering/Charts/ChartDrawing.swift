import Reporting

/// A chart laid out once for every page format. Coordinates are whole tenths of a point from the upper left corner, so
/// that the same chart is the same drawing everywhere.
struct ChartDrawing: Hashable, Sendable {
  struct Point: Hashable, Sendable {
    var x: Int
    var y: Int

    init(_ x: Int, _ y: Int) {
      self.x = x
      self.y = y
    }
  }

  /// What a thing is painted with; a page chooses its colours. Series differ by patterns and dashes besides.
  enum Tone: Hashable, Sendable {
    case ink, faint, grid, paper
    case series(Int)
    /// A light fill of a series.
    case tint(Int)
    /// A level of `Shade`.
    case shade(Int)
  }

  enum Anchor: String, Hashable, Sendable {
    case start, middle, end
  }

  struct Label: Hashable, Sendable {
    var text: String
    /// On the baseline.
    var point: Point
    var anchor: Anchor
    var size: Int
    /// Read from the bottom up.
    var isTurned = false
  }

  enum Mark: Hashable, Sendable {
    case area([Point], Tone)
    case lines([[Point]], Tone, width: Int, dash: [Int])
    case label(Label)
  }

  let width: Int
  let height: Int
  let marks: [Mark]
  /// Every name and every value of the chart stands in the drawing as a text.
  let isComplete: Bool
}

extension ChartDrawing {
  /// `width` in tenths of a point.
  init(_ chart: Chart, width: Int) {
    var layout = ChartLayout(chart, width: width)
    layout.draw()
    self.init(width: width, height: layout.height, marks: layout.marks, isComplete: layout.isComplete)
  }
}
