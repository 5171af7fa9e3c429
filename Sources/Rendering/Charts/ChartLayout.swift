import Reporting

/// Lays a chart out: bars, lines, shares or a heat map, and a legend under them.
struct ChartLayout {
  typealias Point = ChartDrawing.Point

  struct Box {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }
  }

  let chart: Chart
  let width: Int
  var height = 0
  var marks: [ChartDrawing.Mark] = []
  var isComplete = true
  /// Where texts stand that others must not touch.
  var taken: [Box] = []

  init(_ chart: Chart, width: Int) {
    self.chart = chart
    self.width = width
  }

  mutating func draw() {
    guard !chart.categories.isEmpty, !chart.series.isEmpty else {
      label("Нет данных", at: Point(width / 2, 140), .middle)
      height = 240
      isComplete = chart.categories.isEmpty && chart.series.isEmpty
      return
    }
    switch chart.kind {
    case .bars: if hasRoomForColumns { drawColumns() } else { drawBars() }
    case .lines: drawLines()
    case .shares: drawShares()
    case .heat: drawMap()
    }
    if chart.kind != .heat { drawLegend() }
  }

  /// Every value that is a number, and the norm.
  var numbers: [Int] {
    chart.series.flatMap(\.values).compactMap(\.hundredths) + (chart.norm?.hundredths.map { [$0] } ?? [])
  }

  // MARK: Texts

  mutating func label(
    _ text: String, at point: Point, _ anchor: ChartDrawing.Anchor = .start, size: Int = ChartText.size,
    isTurned: Bool = false
  ) {
    marks.append(
      .label(ChartDrawing.Label(text: text, point: point, anchor: anchor, size: size, isTurned: isTurned)))
  }

  /// Lines one under another, the first baseline at the point.
  mutating func label(_ lines: [String], at point: Point, _ anchor: ChartDrawing.Anchor) {
    for (index, line) in lines.enumerated() {
      label(line, at: Point(point.x, point.y + index * ChartText.lineHeight), anchor)
    }
  }

  /// Puts a value's text at the first of the places where it touches no other, on paper of its own; leaves it to the
  /// table where there is none.
  mutating func value(_ value: Value, at places: [(point: Point, anchor: ChartDrawing.Anchor)], size: Int = 75) {
    let text = value.plainText
    guard !text.isEmpty else { return }
    let textWidth = ChartText.width(text, size: size)
    for place in places {
      let left =
        switch place.anchor {
        case .start: place.point.x
        case .middle: place.point.x - textWidth / 2
        case .end: place.point.x - textWidth
        }
      let box = Box(x: left - 6, y: place.point.y - 62, width: textWidth + 12, height: 78)
      guard left >= 0, left + textWidth <= width, !taken.contains(where: box.overlaps) else { continue }
      taken.append(box)
      marks.append(.area(ChartLayout.corners(box), .paper))
      label(text, at: place.point, place.anchor, size: size)
      return
    }
    isComplete = false
  }

  // MARK: Shapes

  static func corners(_ box: Box) -> [Point] {
    [
      Point(box.x, box.y), Point(box.x + box.width, box.y), Point(box.x + box.width, box.y + box.height),
      Point(box.x, box.y + box.height),
    ]
  }

  mutating func line(_ from: Point, _ to: Point, _ tone: ChartDrawing.Tone, width: Int = 5, dash: [Int] = []) {
    marks.append(.lines([[from, to]], tone, width: width, dash: dash))
  }

  static let normDash = [60, 30]
  static let trendDash = [12, 24]
}
