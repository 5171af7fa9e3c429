/// Contents of a template in one context (blocks, items of a list, text): what is printed, and what decides whether
/// and how often.
indirect enum Flow<Leaf: Sendable>: Sendable {
  case leaf(Leaf)
  case when(Condition, [Flow])
  /// Once a row of the query, the separator between two rows.
  case each(QueryUse, separator: String, [Flow])
}

/// A value that is in reach: of the whole report, or of a row around the place.
enum ValueReference: Sendable {
  case fixed(DocumentField)
  /// A column of a query of one row.
  case report(ReportQuery, column: Int)
  /// `level` counts the rows around the place from the outermost, from 0.
  case row(level: Int, column: Int)
  /// From 1: the row's place among the query's.
  case rowNumber(level: Int)
}

struct Condition: Sendable {
  enum Test: Sendable {
    /// Neither empty nor zero.
    case holds
    case equals(String)
    case greater(Int)
    case less(Int)
  }

  var value: ValueReference
  var test: Test
  /// `<unless>`.
  var isNegated: Bool
}
