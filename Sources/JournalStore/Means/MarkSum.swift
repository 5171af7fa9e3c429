/// Marks added up, in integers.
struct MarkSum: Equatable {
  var sum: Int64 = 0
  var count: Int64 = 0
  /// Cells with `0`, which are no marks and which the system counts in its mean.
  var noughts: Int64 = 0

  /// In millionths, rounded half up; 0 without marks.
  var mean: Int64 { count == 0 ? 0 : (sum * 2_000_000 + count) / (2 * count) }

  /// Whether a mean rounded to so many decimals is that of these marks. On a tie both neighbours are, for systems round half up
  /// and half to even; no marks have the mean 0.
  func isMean(_ millionths: Int64, decimals: Int) -> Bool {
    guard count > 0 else { return millionths == 0 }
    // The last digit of six is itself rounded.
    var unit: Int64 = decimals >= 6 ? 2 : 1
    for _ in stride(from: decimals, to: 6, by: 1) { unit *= 10 }
    let difference = sum * 1_000_000 - millionths * count
    return abs(difference) * 2 <= unit * count
  }

  /// What would make a mean that differs equal, in words; nil where nothing simple does.
  func explanation(of millionths: Int64, decimals: Int) -> String? {
    if noughts > 0, MarkSum(sum: sum, count: count + noughts).isMean(millionths, decimals: decimals) {
      return "Сходится, если считать «0» за ноль (клеток с «0»: \(noughts)): так считает сама система."
    }
    guard millionths > 0 else { return nil }
    let more = (1...5).filter { MarkSum(sum: sum + $0, count: count + 1).isMean(millionths, decimals: decimals) }
    if more.count == 1 {
      return "Сходится, если прибавить одну отметку «\(more[0])»: в клетках отчёта её нет. Найдите её в журнале."
    }
    return nil
  }

  /// `3,67`: with the decimals of the source, three at most.
  static func text(_ millionths: Int64, decimals: Int) -> String {
    let kept = min(max(decimals, 0), 3)
    let unit = (kept..<6).reduce(Int64(1)) { product, _ in product * 10 }
    let rounded = (millionths + unit / 2) / unit
    let scale = 1_000_000 / unit
    guard kept > 0 else { return String(rounded) }
    let digits = String(rounded % scale)
    return "\(rounded / scale),\(String(repeating: "0", count: kept - digits.count))\(digits)"
  }
}
