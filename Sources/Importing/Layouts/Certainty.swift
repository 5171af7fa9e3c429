/// How surely a layout knows a file for one of its own.
enum Certainty: Int, Comparable {
  /// It is not one.
  case none
  /// It has the shape, and nothing that only this layout has.
  case possible
  /// It has what no other export is known to have.
  case certain

  static func < (a: Certainty, b: Certainty) -> Bool { a.rawValue < b.rawValue }
}
