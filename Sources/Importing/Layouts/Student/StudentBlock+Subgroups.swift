import Journal

extension StudentBlock {
  /// The rows of parallel courses that the pupil does not attend. A block has those of every subgroup («Труд (девочки)»,
  /// «Труд (мальчики)»): of courses that differ in their brackets only, the pupil attends those with an entry or a final mark of
  /// his own. Where none has any, nobody can tell which one is his.
  func rowsNotAttended(_ sheet: SheetText) -> Set<Int> {
    var parallel: [String: [Int]] = [:]
    for (row, name) in subjects {
      guard let bracket = name.firstIndex(of: "(") else { continue }
      parallel[CodeFolding.fold(name[..<bracket]), default: []].append(row)
    }
    let rows = parallel.values.filter { $0.count > 1 }.joined()
    return Set(
      rows.filter { row in
        !columns.contains { column in
          let text = CodeFolding.collapse(sheet[row, column.number])
          switch column.kind {
          case .day: return !text.isEmpty
          case .final: return !StudentRoster.isNoFinal(text)
          case .mean, .weightedMean: return false
          }
        }
      })
  }
}
