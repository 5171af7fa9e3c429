import Journal

/// What a sheet seems to be: its header, its columns, whether its columns are subjects, days or periods.
struct SheetSurvey {
  let text: SheetText
  let path: String
  let headerRow: Int?
  let columnCount: Int

  /// How many rows from the top can hold the header, and how many rows below it are looked at.
  private static let searched = 30
  private static let looked = 40

  init(_ text: SheetText, path: String) {
    self.text = text
    self.path = path
    columnCount = (1...max(1, text.rowCount)).map { text.columnCount(row: $0) }.max() ?? 0
    headerRow = SheetSurvey.header(text)
  }

  func header(_ column: Int) -> String { headerRow.map { CodeFolding.collapse(text[$0, column]) } ?? "" }

  /// The first values under the header, each once.
  func values(_ column: Int, limit: Int = looked) -> [String] {
    guard let headerRow else { return [] }
    var values: [String] = []
    for row in stride(from: headerRow + 1, through: min(text.rowCount, headerRow + SheetSurvey.looked), by: 1) {
      let value = CodeFolding.collapse(text[row, column])
      if !value.isEmpty, !values.contains(value) { values.append(value) }
      if values.count == limit { break }
    }
    return values
  }

  /// The row whose words suggest the most fields; of those alike, and where none do, the one with the most texts.
  private static func header(_ text: SheetText) -> Int? {
    var best: (row: Int, score: Int)?
    for row in stride(from: 1, to: min(text.rowCount, searched), by: 1) {
      let cells = (1...max(1, text.columnCount(row: row))).map { CodeFolding.collapse(text[row, $0]) }
        .filter { !$0.isEmpty }
      guard cells.count >= 2, !hasRowBelow(text, row).isEmpty else { continue }
      // «8 «А» класс, 1 четверть» stands over a table and names no columns.
      let words = cells.filter { !$0.contains(where: \.isNumber) }
      let fields = Set(words.compactMap(MappingField.suggested)).count
      let texts = cells.count { $0.count <= 40 && (Int($0) == nil || cells.count > 8) }
      let score = fields * 100 + GridSigns.count(cells) * 30 + min(texts, 20)
      if score > best?.score ?? 1 { best = (row, score) }
    }
    return best?.row
  }

  private static func hasRowBelow(_ text: SheetText, _ row: Int) -> [Int] {
    (1...max(1, text.columnCount(row: row))).filter { !text[row + 1, $0].isEmpty || !text[row + 2, $0].isEmpty }
  }

  /// Rows to show: around the header, or the first that hold something.
  var shownRows: [(number: Int, cells: [String])] {
    let last = headerRow.map { $0 + 3 } ?? 8
    let filled = (1...max(1, text.rowCount)).prefix(60).filter { row in
      row <= last
        && (1...max(1, text.columnCount(row: row))).contains { !CodeFolding.collapse(text[row, $0]).isEmpty }
    }
    return filled.suffix(8).map { row in
      (row, (1...max(1, columnCount)).map { CodeFolding.collapse(text[row, $0]) })
    }
  }

  func description(fits mapping: String?, withDraft: Bool) -> SheetDescription {
    let draft = MappingDraft(self)
    let columns = (1...max(1, columnCount)).filter { !header($0).isEmpty || !values($0, limit: 1).isEmpty }.map {
      ColumnDescription(number: $0, header: header($0), samples: values($0, limit: 3), field: draft?.field(of: $0))
    }
    return SheetDescription(
      name: text.name, rowCount: text.rowCount, columnCount: columnCount, rows: shownRows, headerRow: headerRow,
      columns: headerRow == nil ? [] : columns, mapping: mapping, draft: withDraft ? draft : nil)
  }
}
