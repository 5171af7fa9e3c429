import Reporting

extension ChartDrawing {
  /// A line in a cell of a table, without scale: its ends and its shape only. Nil with fewer than two numbers.
  init?(spark values: [Value]) {
    let points = values.enumerated().compactMap { index, value in value.hundredths.map { (index, $0) } }
    guard points.count > 1, let low = points.map(\.1).min(), let high = points.map(\.1).max() else { return nil }
    let (width, height, margin) = (900, 220, 40)
    let places = points.map { index, value in
      Point(
        margin + (width - 2 * margin) * index / max(1, values.count - 1),
        high == low ? height / 2 : height - margin - (height - 2 * margin) * (value - low) / (high - low))
    }
    let line = Mark.lines([places], .series(0), width: 14, dash: [])
    let end = ChartLayout.marker(places[places.count - 1], series: 0)
    self.init(width: width, height: height, marks: [line] + end, isComplete: false)
  }
}
