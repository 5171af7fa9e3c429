/// Straight lines of one colour, filled or stroked. Tenths of a point, as `ChartDrawing` has them.
struct PageShape {
  struct Stroke {
    var width: Int
    var dash: [Int]
  }

  var lines: [[ChartDrawing.Point]]
  var tone: ChartDrawing.Tone
  /// Nil fills.
  var stroke: Stroke?

  /// Points from the shape's origin; nil for a shape of nothing.
  var bounds: PageBox.Bounds? {
    let points = lines.joined()
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
    else { return nil }
    return (Double(left) / 10, Double(top) / 10, Double(right) / 10, Double(bottom) / 10)
  }

  /// Red, green and blue from 0 to 1: dark enough to be told from paper by a printer without colours.
  var colour: (red: Double, green: Double, blue: Double) {
    switch tone {
    case .ink: return (0, 0, 0)
    case .faint: return (0.35, 0.35, 0.35)
    case .grid: return (0.82, 0.82, 0.82)
    case .paper: return (1, 1, 1)
    case .series(let index): return PageShape.series[index % PageShape.series.count]
    case .tint: return (0.78, 0.87, 0.75)
    case .shade(let level):
      let grey = PageShape.greys[max(0, min(PageShape.greys.count - 1, level))]
      return (grey, grey, grey)
    }
  }

  /// Backgrounds of `Shade`'s levels: black figures stay legible on all of them, also in a copy.
  static let greys = [1.0, 0.93, 0.85, 0.77, 0.69]

  private static let series = [
    (red: 0.12, green: 0.31, blue: 0.47), (0.64, 0.29, 0), (0.23, 0.42, 0.21), (0.42, 0.24, 0.49), (0, 0.4, 0.42),
    (0.55, 0.11, 0.23),
  ]
}
