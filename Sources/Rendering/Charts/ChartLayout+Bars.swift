import Reporting

extension ChartLayout {
  private static let valueSize = 75

  private var widestValue: Int {
    chart.series.flatMap(\.values).map { ChartText.width($0.plainText, size: ChartLayout.valueSize) }.max() ?? 0
  }

  /// Columns stand where names are short and every value fits over its column.
  var hasRoomForColumns: Bool {
    let slot = (width - 500) / chart.categories.count
    return columnWidth(slot) >= widestValue + 16
      && chart.categories.allSatisfy { ChartText.lines($0, width: slot - 40, atMost: 3).isWhole }
  }

  private func columnWidth(_ slot: Int) -> Int { min(500, (slot - 60) / chart.series.count) }

  mutating func drawColumns() {
    let axis = ChartAxis(numbers, unit: chart.unit, fromZero: true)
    let plot = drawScale(axis, height: 1300)
    let slot = plot.width / chart.categories.count
    let column = columnWidth(slot)
    let zero = plot.y + plot.height - axis.position(0, in: plot.height)
    for category in chart.categories.indices {
      var x = plot.x + slot * category + (slot - column * chart.series.count) / 2
      for (index, series) in chart.series.enumerated() {
        let value = series.value(at: category)
        let end = plot.y + plot.height - axis.position(value.hundredths ?? 0, in: plot.height)
        fill(Box(x: x, y: min(zero, end), width: column - 12, height: abs(zero - end)), series: index)
        let middle = x + (column - 12) / 2
        self.value(
          value, at: [(Point(middle, end > zero ? end + 80 : end - 22), .middle)], size: ChartLayout.valueSize)
        x += column
      }
    }
    drawNorm(axis, plot)
    line(Point(plot.x, zero), Point(plot.x + plot.width, zero), .ink)
    drawCategories(under: plot, slot: slot)
  }

  /// Names of the categories at the left, one bar a series under another, the value at the bar's end.
  mutating func drawBars() {
    let axis = ChartAxis(numbers, unit: chart.unit, fromZero: true)
    let rows = nameRows(thickness: chart.series.count * 110)
    let left = rows.left
    let plotWidth = width - left - widestValue - 60
    let bottom = rows.tops.last ?? 0
    for tick in axis.ticks {
      let x = left + axis.position(tick, in: plotWidth)
      line(Point(x, 0), Point(x, bottom), .grid)
      label(axis.text(tick), at: Point(x, bottom + 95), .middle)
    }
    let zero = left + axis.position(0, in: plotWidth)
    var told: [(Value, Point)] = []
    for category in chart.categories.indices {
      let space = rows.tops[category + 1] - rows.tops[category]
      var y = rows.tops[category] + (space - chart.series.count * 110) / 2
      for (index, series) in chart.series.enumerated() {
        let value = series.value(at: category)
        let end = left + axis.position(value.hundredths ?? 0, in: plotWidth)
        fill(Box(x: min(zero, end), y: y + 10, width: abs(end - zero), height: 90), series: index)
        told.append((value, Point(max(zero, end) + 30, y + 82)))
        y += 110
      }
    }
    line(Point(zero, 0), Point(zero, bottom), .ink)
    if let norm = chart.norm?.hundredths {
      let x = left + axis.position(norm, in: plotWidth)
      line(Point(x, 0), Point(x, bottom), .ink, width: 10, dash: ChartLayout.normDash)
    }
    // The norm's line goes through bars, not through numbers.
    for (value, point) in told { self.value(value, at: [(point, .start)], size: ChartLayout.valueSize) }
    label(chart.axis, at: Point(0, bottom + 95))
    height = bottom + 120
  }

  /// A bar a category over the whole width, a part a series.
  mutating func drawShares() {
    let rows = nameRows(thickness: 150)
    let plotWidth = width - rows.left - 40
    for category in chart.categories.indices {
      let top = rows.tops[category] + (rows.tops[category + 1] - rows.tops[category] - 130) / 2
      let values = chart.series.map { $0.value(at: category) }
      let parts = values.map { max(0, $0.hundredths ?? 0) }
      let whole = parts.reduce(0, +)
      var sum = 0
      for (index, part) in parts.enumerated() {
        let from = rows.left + (whole > 0 ? sum * plotWidth / whole : 0)
        sum += part
        let to = rows.left + (whole > 0 ? sum * plotWidth / whole : 0)
        let isDrawn = part > 0
        if isDrawn { fill(Box(x: from, y: top, width: to - from, height: 130), series: index) }
        let text = values[index].plainText
        if isDrawn, ChartText.width(text, size: 75) + 30 <= to - from {
          value(values[index], at: [(Point((from + to) / 2, top + 92), .middle)])
        } else if isDrawn, !text.isEmpty {
          // A part that is not there tells its zero.
          isComplete = false
        }
      }
    }
    let bottom = rows.tops.last ?? 0
    for percent in stride(from: 0, through: 100, by: 25) {
      let x = rows.left + plotWidth * percent / 100
      line(Point(x, bottom), Point(x, bottom + 30), .ink)
      label(
        "\(percent)\u{a0}%", at: Point(x, bottom + 115), percent == 100 ? .end : percent == 0 ? .start : .middle)
    }
    line(Point(rows.left, bottom), Point(rows.left + plotWidth, bottom), .ink)
    label(chart.axis, at: Point(0, bottom + 115))
    height = bottom + 140
  }

  /// Draws the categories' names one under another; `tops` has one more than there are categories.
  private mutating func nameRows(thickness: Int) -> (left: Int, tops: [Int]) {
    let most = width * 2 / 5
    let widest = (chart.categories + [chart.axis]).map { ChartText.width($0) }.max() ?? 0
    let nameWidth = min(most, widest + 10)
    var tops = [0]
    for category in chart.categories {
      let told = ChartText.lines(category, width: nameWidth, atMost: 3)
      if !told.isWhole { isComplete = false }
      let top = tops[tops.count - 1]
      let space = max(thickness, told.lines.count * ChartText.lineHeight) + 50
      let first = top + (space - told.lines.count * ChartText.lineHeight) / 2 + 74
      label(told.lines, at: Point(nameWidth, first), .end)
      tops.append(top + space)
    }
    return (nameWidth + 60, tops)
  }
}
