/// The attribute `t` of a cell (ECMA-376-1, 18.18.11).
enum CellType {
  case shared, inline, formulaText, number, boolean, error, date

  /// Nil for a type that the standard does not have; a cell without type is a number.
  init?(_ attribute: UnsafeBufferPointer<UInt8>?) {
    guard let attribute else {
      self = .number
      return
    }
    switch String(decoding: attribute, as: UTF8.self) {
    case "s": self = .shared
    case "inlineStr": self = .inline
    case "str": self = .formulaText
    case "n": self = .number
    case "b": self = .boolean
    case "e": self = .error
    case "d": self = .date
    default: return nil
    }
  }

  var kind: RawCell.Kind {
    switch self {
    case .shared, .inline, .formulaText: .text
    case .number: .number
    case .boolean: .boolean
    case .error: .error
    case .date: .date
    }
  }

  /// The cell has its text itself, and an empty one is not the same as none.
  var holdsText: Bool { self == .inline || self == .formulaText }
}
