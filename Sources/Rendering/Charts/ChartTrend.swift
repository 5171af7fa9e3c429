/// The straight line of least squares through a series, in exact arithmetic.
struct ChartTrend: Hashable, Sendable {
  private let count: Int
  private let sumX: Int
  private let sumY: Int
  private let rise: Int
  private let run: Int

  /// Values in hundredths by their places on the axis; nil with fewer than three of them, of which any line tells little.
  init?(_ values: [(x: Int, y: Int)]) {
    guard values.count > 2 else { return nil }
    count = values.count
    sumX = values.reduce(0) { $0 + $1.x }
    sumY = values.reduce(0) { $0 + $1.y }
    let products = values.reduce(0) { $0 + $1.x * $1.y }
    let squares = values.reduce(0) { $0 + $1.x * $1.x }
    rise = count * products - sumX * sumY
    run = count * squares - sumX * sumX
  }

  /// In hundredths, rounded half up.
  func value(at x: Int) -> Int {
    let numerator = sumY * run + rise * (count * x - sumX)
    let denominator = count * run
    let doubled = 2 * numerator + denominator
    let quotient = doubled / (2 * denominator)
    return doubled % (2 * denominator) < 0 ? quotient - 1 : quotient
  }
}
