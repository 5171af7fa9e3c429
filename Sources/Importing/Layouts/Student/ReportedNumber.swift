/// A mean as a report prints it: `2.86`, `4,33`, `3.2857142857142856`.
struct ReportedNumber: Equatable {
  /// In millionths, the seventh digit rounded half up.
  var millionths: Int64
  /// Digits after the separator, 6 at most.
  var decimals: Int

  /// Nil for anything but a number from 0 to 100.
  init?(_ text: some StringProtocol) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard parts.count <= 2, let whole = parts.first, let number = Int64(whole), (0...100).contains(number) else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || !fraction.isEmpty, fraction.utf8.allSatisfy({ $0 &- 48 < 10 }),
      whole.utf8.allSatisfy({ $0 &- 48 < 10 })
    else { return nil }
    decimals = min(fraction.utf8.count, 6)
    var digits = fraction.utf8.prefix(7).map { Int64($0 - 48) }
    while digits.count < 7 { digits.append(0) }
    let kept = digits.prefix(6).reduce(0) { $0 * 10 + $1 }
    millionths = number * 1_000_000 + kept + (digits[6] >= 5 ? 1 : 0)
  }
}
