import Journal

extension OpenedFile {
  /// The sheets of a workbook, or a text table as one sheet without a name; empty for a file without cells. `limit` is how
  /// many rows of a text table are enough. Throws `ImportProblem` for wrong quotes.
  func cellSheets(limit: Int = .max) throws -> [SheetText] {
    guard let table else { return sheets }
    var cells: [RawCell] = []
    do {
      try table.forEachRow { row in
        guard row.number <= limit else { throw Enough() }
        for index in 0..<row.count where !row[index].isEmpty {
          cells.append(RawCell(row: row.number, column: index + 1, kind: .text, text: row.string(index)))
        }
      }
    } catch is Enough {}
    return [SheetText(SheetGrid(name: "", cells: cells))]
  }
}

private struct Enough: Error {}
