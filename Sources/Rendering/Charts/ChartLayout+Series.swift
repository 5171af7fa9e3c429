/// How a series is told from the others without colour: pattern, dash, marker. The seventh looks like the first.
extension ChartLayout {
  private static let looks = 6

  mutating func fill(_ box: Box, series: Int) {
    guard box.width > 0, box.height > 0 else { return }
    let look = series % ChartLayout.looks
    let tone = ChartDrawing.Tone.series(look)
    let corners = ChartLayout.corners(box)
    switch look {
    case 0: marks.append(.area(corners, tone))
    case 2: marks.append(.area(corners, .tint(look)))
    default: marks.append(.area(corners, .paper))
    }
    let strokes: [[Point]] =
      switch look {
      case 1: ChartLayout.hatch(box, step: 45, rising: true)
      case 3: ChartLayout.hatch(box, step: 60, rising: true) + ChartLayout.hatch(box, step: 60, rising: false)
      case 4:
        stride(from: box.y + 25, to: box.y + box.height, by: 30).map {
          [Point(box.x, $0), Point(box.x + box.width, $0)]
        }
      case 5: ChartLayout.hatch(box, step: 25, rising: false)
      default: []
      }
    if !strokes.isEmpty { marks.append(.lines(strokes, tone, width: 6, dash: [])) }
    marks.append(.lines([corners + corners.prefix(1)], tone, width: 6, dash: []))
  }

  /// Slanting lines, cut at the box: x + y (or x - y) is a multiple of the step, so that neighbours' lines meet.
  private static func hatch(_ box: Box, step: Int, rising: Bool) -> [[Point]] {
    let (x1, y1) = (box.x + box.width, box.y + box.height)
    let low = rising ? box.x + box.y : box.x - y1
    let high = rising ? x1 + y1 : x1 - box.y
    return stride(from: (low / step + 1) * step, to: high, by: step).compactMap { sum in
      let from = max(box.x, rising ? sum - y1 : sum + box.y)
      let to = min(x1, rising ? sum - box.y : sum + y1)
      guard from < to else { return nil }
      return [Point(from, rising ? sum - from : from - sum), Point(to, rising ? sum - to : to - sum)]
    }
  }

  static func dash(series: Int) -> [Int] {
    [[], [70, 30], [20, 20], [90, 25, 20, 25], [40, 40], [90, 20, 20, 20, 20, 20]][series % looks]
  }

  mutating func marker(_ point: Point, series: Int) { marks += ChartLayout.marker(point, series: series) }

  static func marker(_ point: Point, series: Int) -> [ChartDrawing.Mark] {
    let look = series % ChartLayout.looks
    let tone = ChartDrawing.Tone.series(look)
    let shape = ChartLayout.shapes[look / 2].map { Point(point.x + $0.x, point.y + $0.y) }
    return [
      .area(shape, look % 2 == 0 ? tone : .paper), .lines([shape + shape.prefix(1)], tone, width: 8, dash: []),
    ]
  }

  /// A disc, a square, a triangle.
  private static let shapes: [[Point]] = [
    [
      Point(26, 0), Point(24, 10), Point(18, 18), Point(10, 24), Point(0, 26), Point(-10, 24), Point(-18, 18),
      Point(-24, 10), Point(-26, 0), Point(-24, -10), Point(-18, -18), Point(-10, -24), Point(0, -26), Point(10, -24),
      Point(18, -18), Point(24, -10),
    ],
    [Point(-23, -23), Point(23, -23), Point(23, 23), Point(-23, 23)],
    [Point(0, -30), Point(28, 22), Point(-28, 22)],
  ]
}
