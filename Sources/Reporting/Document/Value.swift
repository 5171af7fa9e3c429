import Journal

/// A value of a cell or of a place in a text. How it looks is the renderer's business (`Value.plainText` for text).
public enum Value: Hashable, Sendable {
  case empty
  case text(String)
  case integer(Int)
  /// A part of a whole: printed as a percentage with one decimal; nothing to divide by prints «—».
  case share(part: Int, whole: Int)
  /// A number with a fixed count of decimals: `hundredths` of 412 is 4,12.
  case decimal(hundredths: Int)
  /// A difference of percentages, in percentage points with one decimal, as a share prints: `tenths` of -7 is -0,7.
  case points(tenths: Int)
  case date(CivilDate)
  case moment(LocalMoment)
}

extension Value {
  /// The number in hundredths (of one, of a per cent, of a percentage point), for charts and shades; a share is rounded half
  /// up. Nil for what is no number, and for a share of nothing.
  public var hundredths: Int? {
    switch self {
    case .integer(let number): 100 * number
    case .decimal(let hundredths): hundredths
    case .points(let tenths): 10 * tenths
    case .share(_, 0): nil
    case .share(let part, let whole): (20_000 * part + whole) / (2 * whole)
    case .empty, .text, .date, .moment: nil
    }
  }
}
