/// How cells are shaded by their values: in greys, so that a black and white print tells the same. The value stands in the
/// cell all the same. Bounds are in hundredths (`Value.hundredths`): 500 is five marks, or five per cent.
public enum Shade: Hashable, Sendable {
  /// White at `from` and beyond it, darkest at `to` and beyond it; `from` is the greater where less is worse.
  case scale(from: Int, to: Int)
  /// Darkest where the value is less than the norm.
  case below(Int)

  public static let darkest = 4

  /// From 0, the paper, to `darkest`; nil for what is no number.
  public func level(of value: Value) -> Int? {
    guard let hundredths = value.hundredths else { return nil }
    switch self {
    case .below(let norm): return hundredths < norm ? Shade.darkest : 0
    case .scale(let from, let to):
      let distance = (hundredths - from) * (to - from).signum()
      let whole = abs(to - from)
      guard whole > 0 else { return 0 }
      return min(Shade.darkest, max(0, (2 * distance * Shade.darkest + whole) / (2 * whole)))
    }
  }
}
