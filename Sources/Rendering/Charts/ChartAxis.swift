import Reporting

/// The scale of values: ticks at round numbers, in hundredths.
struct ChartAxis: Hashable, Sendable {
  let low: Int
  let high: Int
  let step: Int
  private let unit: Chart.Unit

  private static let mostSteps = 6

  /// From zero where `fromZero`; else close around the values.
  init(_ values: [Int], unit: Chart.Unit, fromZero: Bool) {
    self.unit = unit
    var least = values.min() ?? 0
    var most = values.max() ?? 0
    if fromZero { (least, most) = (min(0, least), max(0, most)) }
    // A count has no tenths, a mean of marks no hundredths.
    var step = unit == .marks ? 10 : 100
    var factors = [2, 5, 10].makeIterator()
    let smallest = step
    var decade = smallest
    while ChartAxis.ceiling(most, step) - ChartAxis.floor(least, step) > ChartAxis.mostSteps * step {
      if let factor = factors.next() {
        step = decade * factor
      } else {
        decade *= 10
        factors = [2, 5, 10].makeIterator()
      }
    }
    var low = ChartAxis.floor(least, step)
    var high = ChartAxis.ceiling(most, step)
    if low == high {
      // Nothing is above a hundred per cent, nor less than nothing.
      if !(unit == .percent && high >= 10_000) { high += step }
      if low > 0 { low -= step }
    }
    (self.low, self.high, self.step) = (low, high, step)
  }

  /// The name of the categories with what is to be said of the scale.
  static func title(_ axis: String, scale: String?) -> String {
    scale.map { axis.isEmpty ? $0 : "\(axis) (\($0))" } ?? axis
  }

  var ticks: [Int] { Array(stride(from: low, through: high, by: step)) }

  /// What is to be said of a scale that leaves out its beginning, where heights mislead; nil from zero on. Marks have no zero.
  var told: String? {
    low > 0 && unit != .marks ? "шкала начинается с \(text(low)), а не с нуля" : nil
  }

  func text(_ tick: Int) -> String {
    switch unit {
    case .count: Value.integer(tick / 100).plainText
    case .percent: "\(tick / 100)\u{a0}%"
    case .marks:
      // One decimal.
      (tick < 0 ? "-" : "") + "\(abs(tick) / 100),\(abs(tick) % 100 / 10)"
    }
  }

  /// Where a value lies on a length, from the axis' low end.
  func position(_ value: Int, in length: Int) -> Int {
    let clamped = min(high, max(low, value))
    return (2 * (clamped - low) * length + (high - low)) / (2 * (high - low))
  }

  private static func floor(_ value: Int, _ step: Int) -> Int {
    let quotient = value / step
    return (value % step < 0 ? quotient - 1 : quotient) * step
  }

  private static func ceiling(_ value: Int, _ step: Int) -> Int { -floor(-value, step) }
}
