import Reporting

/// A chart under the table of its numbers: the cells that it draws, and how.
struct SheetChart: Sendable {
  enum Form: Hashable, Sendable {
    /// Upright.
    case columns
    /// Lying, for names that would not fit under columns.
    case bars
    /// Lying, stacked to a hundred per cent.
    case shares
    case lines
  }

  /// A column of the table.
  struct Series: Hashable, Sendable {
    var name: String
    /// From 0.
    var column: Int
    var values: [Value]
    var look: ChartLook
    /// Enough points for a straight line through them to tell something.
    var hasTrend = false
    /// Excel takes a cell of text for a nought: in the place of such a cell («—», a share of nothing) an empty one is drawn.
    func isText(at index: Int) -> Bool { values[index] != .empty && !Content.counts(values[index]) }
  }

  let chart: Chart
  let form: Form
  /// The name of the sheet.
  let sheet: String
  /// Rows of the categories, from 0.
  let rows: ClosedRange<Int>
  let series: [Series]
  let norm: Series?
  let scale: Scale
  /// Values stand at their bars and points.
  let isLabelled: Bool
  /// In millimetres.
  let width: Double
  let height: Double
  /// The row it hangs from, the next but one after the table, from 0.
  let anchor: Int
  /// A place in `StyleSheet.rows`.
  private(set) var rowStyle = 0
  private(set) var startsPage = false

  /// Of the axis of values, in the numbers of the cells.
  struct Scale: Hashable, Sendable {
    var low: Double
    var high: Double
    var step: Double
    /// The axis' numbers are fractions that print as per cents.
    var isFraction: Bool
    var unit: Chart.Unit
    /// What is to be said of it beside its numbers.
    var told: String?
  }

  /// Of a chart whose table is `sheet`. Nil where there is nothing to draw: a heat map is its shaded cells, and values of
  /// which some are shares and some are no shares have no one scale.
  init?(_ chart: Chart, sheet: Sheet) {
    guard chart.kind != .heat, !chart.categories.isEmpty, !chart.series.isEmpty, let header = sheet.header,
      let scale = Scale(chart)
    else { return nil }
    self.chart = chart
    self.scale = scale
    self.sheet = sheet.name
    // A hair wider than the columns, and the printed page would be a column wider.
    width = min(sheet.columns.reduce(0, +), sheet.page.textWidth) - 1
    let first = header.rows.upperBound + 1
    rows = first...(first + chart.categories.count - 1)
    anchor = rows.upperBound + 2
    let pointsPerMillimetre = 72 / 25.4
    let hasRoom = ChartLayout(chart, width: Int(width * pointsPerMillimetre * 10)).hasRoomForColumns
    form =
      switch chart.kind {
      case .lines: .lines
      case .shares: .shares
      case .bars, .heat: hasRoom ? .columns : .bars
      }
    isLabelled =
      switch form {
      // A norm's bar would stand over the numbers.
      case .columns: true
      case .bars: chart.norm == nil
      case .shares: false
      case .lines: chart.series.count == 1 && chart.categories.count <= SheetChart.mostLabels
      }
    let bars = chart.categories.count * max(form == .bars ? chart.series.count * 5 : 0, 8)
    let drawing = form == .bars || form == .shares ? max(80, 40 + Double(bars)) : 95
    series = chart.series.enumerated().map { index, series in
      let values = chart.categories.indices.map { series.value(at: $0) }
      return Series(
        name: series.name, column: index + 1, values: values, look: ChartLook(series: index),
        hasTrend: chart.kind == .lines && values.count { $0.hundredths != nil } > 2)
    }
    norm = chart.norm.map { norm in
      Series(
        name: "Норма", column: chart.series.count + 1, values: chart.categories.map { _ in norm }, look: .norm)
    }
    let names = series.map(\.name) + (norm.map { [$0.name] } ?? []) + series.filter(\.hasTrend).map { _ in Self.trend }
    height = min(drawing + 5 * Double(SheetChart.legendRows(names, width: width)), sheet.page.textHeight - 5)
  }

  /// What the straight line of least squares is called in the legend.
  static let trend = "Тренд"

  /// Programs set a legend in columns of one width.
  private static func legendRows(_ names: [String], width: Double) -> Int {
    let widest = (names.map { FontMetrics.width(of: $0, size: 10) }.max() ?? 0) + 16
    let columns = max(1, Int(width / widest))
    return (names.count + columns - 1) / columns
  }

  private static let mostLabels = 12

  /// A chart is not cut in two: it begins a page where it does not fit under its table.
  mutating func place(under sheet: Sheet, styles: inout StyleSheet) {
    let heights = sheet.rows.map { styles.rows.elements[$0.style].height * FontMetrics.millimetresPerPoint }
    let gap = Content.height(ofLines: 1, size: 10) * 2 * FontMetrics.millimetresPerPoint
    let taken = (heights.reduce(0, +) + gap).truncatingRemainder(dividingBy: sheet.page.textHeight)
    startsPage = taken + height > sheet.page.textHeight
    rowStyle = styles.index(
      of: StyleSheet.RowStyle(height: Content.height(ofLines: 1, size: 10), startsPage: startsPage))
  }

  var hasLegend: Bool { series.count > 1 || norm != nil || series.contains(where: \.hasTrend) }
  /// Of lying bars a line across cannot be told: the norm is a hollow bar over each.
  var hasNormBars: Bool { isLying && norm != nil }
  /// Bars of a category stand in one place.
  var axisTitle: String { ChartAxis.title(chart.axis, scale: scale.told) }
  var barsOverlap: Bool { form == .shares || hasNormBars && series.count == 1 }
  /// Names stand one under another, the first on top.
  var isLying: Bool { form == .bars || form == .shares }
}

extension SheetChart.Scale {
  init?(_ chart: Chart) {
    let values = chart.series.flatMap(\.values) + (chart.norm.map { [$0] } ?? [])
    let numbers = values.filter { $0.hundredths != nil }
    let shares = numbers.count { if case .share = $0 { true } else { false } }
    guard !numbers.isEmpty, shares == 0 || shares == numbers.count else { return nil }
    unit = chart.unit
    if chart.kind == .shares {
      (low, high, step, isFraction) = (0, 1, 0.25, true)
      return
    }
    let axis = ChartAxis(numbers.compactMap(\.hundredths), unit: unit, fromZero: chart.kind != .lines)
    told = axis.told
    isFraction = shares > 0
    let one = isFraction ? 10_000.0 : 100
    (low, high, step) = (Double(axis.low) / one, Double(axis.high) / one, Double(axis.step) / one)
  }
}
