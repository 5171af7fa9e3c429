import Reporting

extension ChartLayout {
  /// Numbers of a series by their places on the axis.
  private func points(_ series: Chart.Series) -> [(x: Int, y: Int)] {
    chart.categories.indices.compactMap { index in series.value(at: index).hundredths.map { (index, $0) } }
  }

  var hasTrend: Bool { chart.kind == .lines && chart.series.contains { points($0).count > 2 } }

  mutating func drawLines() {
    let axis = ChartAxis(numbers, unit: chart.unit, fromZero: false)
    let plot = drawScale(axis, height: 1400)
    let slot = plot.width / chart.categories.count
    func place(_ index: Int, _ value: Int) -> Point {
      Point(plot.x + slot * index + slot / 2, plot.y + plot.height - axis.position(value, in: plot.height))
    }
    drawNorm(axis, plot)
    for (index, series) in chart.series.enumerated() {
      let points = points(series)
      if let trend = ChartTrend(points), let first = points.first, let last = points.last {
        line(
          place(first.x, trend.value(at: first.x)), place(last.x, trend.value(at: last.x)), .faint, width: 10,
          dash: ChartLayout.trendDash)
      }
      // No line goes over a gap in the data.
      var runs: [[Point]] = []
      var before: Int?
      for point in points {
        if let last = before, last + 1 == point.x {
          runs[runs.count - 1].append(place(point.x, point.y))
        } else {
          runs.append([place(point.x, point.y)])
        }
        before = point.x
      }
      let drawn = runs.filter { $0.count > 1 }
      if !drawn.isEmpty {
        marks.append(.lines(drawn, .series(index % 6), width: 14, dash: ChartLayout.dash(series: index)))
      }
      for point in points {
        let centre = place(point.x, point.y)
        marker(centre, series: index)
        taken.append(Box(x: centre.x - 26, y: centre.y - 26, width: 52, height: 52))
      }
    }
    for series in chart.series {
      for index in chart.categories.indices {
        let value = series.value(at: index)
        let centre = value.hundredths.map { place(index, $0) }
        // A share of nothing is told at the foot.
        let foot = Point(plot.x + slot * index + slot / 2, plot.y + plot.height - 20)
        let places: [(point: Point, anchor: ChartDrawing.Anchor)] =
          centre.map { centre in
            [(-42, ChartDrawing.Anchor.middle), (96, .middle), (-130, .middle), (180, .middle)].map {
              (Point(centre.x, centre.y + $0.0), $0.1)
            } + [(Point(centre.x + 40, centre.y + 24), .start), (Point(centre.x - 40, centre.y + 24), .end)]
          } ?? [(foot, .middle)]
        // Under the axis stand the categories' names.
        let above = places.filter { $0.point.y <= plot.y + plot.height - 10 }
        self.value(value, at: above)
      }
    }
    if axis.told != nil { drawBreak(plot) }
    drawCategories(under: plot, slot: slot, scale: axis.told)
  }

  /// Two strokes across the scale's foot: its beginning is left out.
  private mutating func drawBreak(_ plot: Box) {
    for rise in [60, 100] {
      let y = plot.y + plot.height - rise
      line(Point(plot.x - 40, y + 25), Point(plot.x + 40, y - 25), .ink, width: 10)
    }
  }

  /// The scale at the left with its grid; returns the space for the data.
  mutating func drawScale(_ axis: ChartAxis, height plotHeight: Int) -> Box {
    let ticks = axis.ticks
    let left = (ticks.map { ChartText.width(axis.text($0)) }.max() ?? 0) + 60
    let plot = Box(x: left, y: 130, width: width - left, height: plotHeight)
    for tick in ticks {
      let y = plot.y + plot.height - axis.position(tick, in: plot.height)
      line(Point(plot.x, y), Point(plot.x + plot.width, y), .grid)
      label(axis.text(tick), at: Point(plot.x - 40, y + 28), .end)
    }
    line(Point(plot.x, plot.y), Point(plot.x, plot.y + plot.height), .ink)
    line(Point(plot.x, plot.y + plot.height), Point(plot.x + plot.width, plot.y + plot.height), .ink)
    return plot
  }

  mutating func drawNorm(_ axis: ChartAxis, _ plot: Box) {
    guard let norm = chart.norm?.hundredths else { return }
    let y = plot.y + plot.height - axis.position(norm, in: plot.height)
    line(Point(plot.x, y), Point(plot.x + plot.width, y), .ink, width: 10, dash: ChartLayout.normDash)
  }

  /// Names under the slots: level where they fit, else upright, else some of them.
  mutating func drawCategories(under plot: Box, slot: Int, scale: String? = nil) {
    let level = chart.categories.map { ChartText.lines($0, width: slot - 40, atMost: 3) }
    let top = plot.y + plot.height
    if level.allSatisfy(\.isWhole) {
      for (index, told) in level.enumerated() {
        label(told.lines, at: Point(plot.x + slot * index + slot / 2, top + 95), .middle)
      }
      height = top + 40 + (level.map(\.lines.count).max() ?? 1) * ChartText.lineHeight
    } else {
      let every = max(1, (110 + slot - 1) / max(1, slot))
      if every > 1 { isComplete = false }
      let upright = chart.categories.map { ChartText.lines($0, width: 900, atMost: 1) }
      if !upright.allSatisfy(\.isWhole) { isComplete = false }
      for (index, told) in upright.enumerated() where index % every == 0 {
        let x = plot.x + slot * index + slot / 2 + 28
        label(told.lines.first ?? "", at: Point(x, top + 40), .end, isTurned: true)
      }
      height = top + 60 + (upright.compactMap(\.lines.first).map { ChartText.width($0) }.max() ?? 0)
    }
    label(ChartAxis.title(chart.axis, scale: scale), at: Point(plot.x + plot.width / 2, height + 95), .middle)
    height += 130
  }
}
