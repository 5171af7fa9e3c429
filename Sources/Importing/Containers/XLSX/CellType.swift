/// The attribute `t` of a cell (ECMA-376-1, 18.18.11).
enum CellType {
  case shared, inline, formulaText, number, boolean, error, date

  /// Nil for a type that the standard does not have; a cell without type is a number.
  init?(_ attribute: UnsafeBufferPointer<UInt8>?) {
    guard let attribute else {
      self = .number
      return
    }
    switch attribute {
    case _ where attribute.equals("s"): self = .shared
    case _ where attribute.equals("n"): self = .number
    case _ where attribute.equals("b"): self = .boolean
    case _ where attribute.equals("e"): self = .error
    case _ where attribute.equals("d"): self = .date
    case _ where attribute.equals("str"): self = .formulaText
    case _ where attribute.equals("inlineStr"): self = .inline
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
