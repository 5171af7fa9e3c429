import Reporting

extension ChartLayout {
  /// A row a series, a column a category, the number in its cell.
  mutating func drawMap() {
    let widest = (chart.series.map(\.name) + [chart.axis]).map { ChartText.width($0) }.max() ?? 0
    let nameWidth = min(width * 3 / 10, widest + 10)
    let left = nameWidth + 50
    let cell = min(700, (width - left) / chart.categories.count)
    let top = drawHeads(left: left, cell: cell)
    let values = chart.series.flatMap(\.values).map(\.plainText)
    let size = [75, 65, 58].first { size in values.allSatisfy { ChartText.width($0, size: size) + 16 <= cell } }
    var y = top
    for series in chart.series {
      let told = ChartText.lines(series.name, width: nameWidth, atMost: 3)
      if !told.isWhole { isComplete = false }
      let space = max(150, told.lines.count * ChartText.lineHeight + 30)
      label(told.lines, at: Point(nameWidth, y + (space - told.lines.count * ChartText.lineHeight) / 2 + 74), .end)
      for index in chart.categories.indices {
        let value = series.value(at: index)
        let corners = ChartLayout.corners(Box(x: left + cell * index, y: y, width: cell, height: space))
        marks.append(.area(corners, .shade(chart.shade?.level(of: value) ?? 0)))
        marks.append(.lines([corners + corners.prefix(1)], .ink, width: 4, dash: []))
        guard !value.plainText.isEmpty else { continue }
        if let size {
          label(
            value.plainText, at: Point(left + cell * index + cell / 2, y + space / 2 + size * 35 / 100), .middle,
            size: size)
        } else {
          isComplete = false
        }
      }
      y += space
    }
    height = y + 10
  }

  /// The categories over their columns; returns where the rows begin.
  private mutating func drawHeads(left: Int, cell: Int) -> Int {
    let level = chart.categories.map { ChartText.lines($0, width: cell - 20, atMost: 2) }
    let top: Int
    if level.allSatisfy(\.isWhole) {
      let count = level.map(\.lines.count).max() ?? 1
      top = count * ChartText.lineHeight + 40
      for (index, told) in level.enumerated() {
        let first = 74 + (count - told.lines.count) * ChartText.lineHeight
        label(told.lines, at: Point(left + cell * index + cell / 2, first), .middle)
      }
    } else {
      let lines = max(1, min(3, (cell - 10) / ChartText.lineHeight))
      let upright = chart.categories.map { ChartText.lines($0, width: 1250, atMost: lines) }
      if !upright.allSatisfy(\.isWhole) { isComplete = false }
      top = (upright.flatMap(\.lines).map { ChartText.width($0) }.max() ?? 0) + 60
      let every = max(1, (ChartText.lineHeight + cell - 1) / max(1, cell))
      if every > 1 { isComplete = false }
      for (index, told) in upright.enumerated() where index % every == 0 {
        let middle = left + cell * index + cell / 2
        let first = middle - told.lines.count * ChartText.lineHeight / 2 + 74
        for (number, line) in told.lines.enumerated() {
          label(line, at: Point(first + number * ChartText.lineHeight, top - 30), isTurned: true)
        }
      }
    }
    label(chart.axis, at: Point(left - 50, top - 30), .end)
    return top
  }
}
