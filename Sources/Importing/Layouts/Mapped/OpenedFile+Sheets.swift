import Journal

extension OpenedFile {
  /// The sheets of a workbook, or a text table as one sheet without a name; empty for a file without cells. `limit` is how
  /// many rows of a text table are enough. Throws `ImportProblem` for wrong quotes.
  func cellSheets(limit: Int = .max) throws -> [SheetText] {
    guard let table else { return sheets }
    var sheet = SheetText(name: "")
    do {
      try table.forEachRow { row in
        guard row.number <= limit else { throw Enough() }
        for index in 0..<row.count where !row[index].isEmpty {
          sheet.set(row.string(index), row: row.number, column: index + 1)
        }
      }
    } catch is Enough {}
    return [sheet]
  }
}

private struct Enough: Error {}
