import Reporting

extension ChartLayout {
  private enum Sign {
    case series(Int)
    case norm
    case trend
  }

  /// Names of the series, the norm and the trend, in rows as long as the chart is wide.
  mutating func drawLegend() {
    var entries: [(sign: Sign, text: String)] = chart.series.enumerated().map { (.series($0), $1.name) }
    if let norm = chart.norm { entries.append((.norm, "Норма \(norm.plainText)")) }
    if hasTrend { entries.append((.trend, "Тренд: прямая, построенная методом наименьших квадратов")) }
    var (x, y) = (0, height + 110)
    for entry in entries {
      let told = ChartText.lines(entry.text, width: width - 240, atMost: 1)
      if !told.isWhole { isComplete = false }
      let text = told.lines.first ?? ""
      let needed = 220 + ChartText.width(text)
      if x > 0, x + needed > width { (x, y) = (0, y + 130) }
      draw(entry.sign, x, y)
      label(text, at: Point(x + 210, y))
      x += needed + 120
    }
    height = y + 50
  }

  private mutating func draw(_ sign: Sign, _ x: Int, _ y: Int) {
    let middle = y - 28
    switch sign {
    case .series(let index):
      guard chart.kind == .lines else { return fill(Box(x: x, y: y - 65, width: 170, height: 75), series: index) }
      line(
        Point(x, middle), Point(x + 180, middle), .series(index % 6), width: 12, dash: ChartLayout.dash(series: index))
      marker(Point(x + 90, middle), series: index)
    case .norm: line(Point(x, middle), Point(x + 180, middle), .ink, width: 10, dash: ChartLayout.normDash)
    case .trend: line(Point(x, middle), Point(x + 180, middle), .faint, width: 10, dash: ChartLayout.trendDash)
    }
  }
}
