/// An exact quotient of counts or sums, with its two numbers to print beside it. A denominator of 0 has no value.
public struct Ratio: Sendable, Hashable {
  public var numerator: Int
  public var denominator: Int

  public init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The value times `scale`, rounded half up in integers: of a share 1000 gives tenths of a per cent, of a mean 100
  /// gives hundredths. Numbers are not negative.
  public func rounded(times scale: Int) -> Int? {
    denominator == 0 ? nil : (2 * numerator * scale + denominator) / (2 * denominator)
  }

  /// Both are there and this one is less, exactly.
  public func isLess(than other: Ratio) -> Bool {
    denominator > 0 && other.denominator > 0 && numerator * other.denominator < other.numerator * denominator
  }
}
