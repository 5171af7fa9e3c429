/// SQL with one of its comparisons turned round.
struct ComparisonMutant {
  let sql: String
  /// The comparison and what stands about it.
  let place: String

  private static let turned = [
    "<=": ">", ">=": "<", "<>": "=", "<": ">=", ">": "<=", "=": "<>", "BETWEEN": "NOT BETWEEN",
  ]

  /// One for each comparison; texts in quotes and assignments are none.
  static func all(of sql: String) -> [ComparisonMutant] {
    var mutants: [ComparisonMutant] = []
    var index = sql.startIndex
    var isQuoted = false
    while index < sql.endIndex {
      if sql[index] == "'" { isQuoted.toggle() }
      guard !isQuoted, let (operation, turned) = comparison(at: index, in: sql) else {
        index = sql.index(after: index)
        continue
      }
      let end = sql.index(index, offsetBy: operation.count)
      let before = sql[..<index].suffix(60).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let after = sql[end...].prefix(60).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      mutants.append(
        ComparisonMutant(
          sql: sql.replacing(index..<end, by: turned), place: "\(before) [\(operation)] \(after)"))
      index = end
    }
    return mutants
  }

  private static func comparison(at index: String.Index, in sql: String) -> (String, String)? {
    for length in [7, 2, 1] {
      let operation = String(sql[index...].prefix(length))
      if let turned = turned[operation] { return (operation, turned) }
    }
    return nil
  }
}

extension String {
  fileprivate func replacing(_ range: Range<Index>, by text: String) -> String {
    var changed = self
    changed.replaceSubrange(range, with: text)
    return changed
  }
}
