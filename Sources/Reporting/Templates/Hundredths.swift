/// A decimal number of at most two places as a template writes it: `3.5` is 350.
struct Hundredths {
  var count: Int

  init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { "+-".contains($0) }.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.last?.count ?? 0 <= 2 || parts.count == 1,
      let whole = parts.first.flatMap({ $0.isEmpty ? 0 : Int($0) })
    else { return nil }
    let digits = parts.count == 2 ? parts[1].prefix(2) : ""
    guard let rest = Int(digits + String(repeating: "0", count: 2 - digits.count)) else { return nil }
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: 100)
    guard !overflow, scaled <= Int.max - rest else { return nil }
    count = isNegative ? -(scaled + rest) : scaled + rest
  }
}
