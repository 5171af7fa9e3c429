import Journal

/// A sheet as a mapping sees it: where the header is, and which column is which field.
struct MappedSheet {
  let headerRow: Int
  /// From 1; several where they make the value together.
  let columns: [MappingField: [Int]]
  /// The columns of `across`, with their headers; those without a header are left out.
  let across: [(column: Int, header: String)]
  /// The columns between them that have no header.
  let nameless: [Int]
  let firstRow: Int
  /// A named header that stands over several columns: nobody can tell which is meant.
  let repeated: (header: String, columns: [Int])?

  /// How many rows from the top can hold the header.
  static let searched = 50

  /// Nil where the sheet does not have what the mapping names.
  init?(_ sheet: SheetText, _ mapping: TableMapping) {
    if let name = mapping.sheet, CodeFolding.fold(name) != CodeFolding.fold(sheet.name) { return nil }
    let headers = mapping.headers
    let wanted = headers.map { CodeFolding.fold($0) }
    guard
      let row = MappedSheet.rows(sheet, mapping).first(where: {
        wanted.allSatisfy(MappedSheet.texts(sheet, row: $0, wanted).keys.contains)
      })
    else { return nil }
    headerRow = row
    let texts = MappedSheet.texts(sheet, row: row, wanted)
    var columns: [MappingField: [Int]] = [:]
    for column in mapping.columns {
      columns[column.field] = column.references.compactMap {
        switch $0 {
        case .number(let number): number
        case .header(let text): texts[CodeFolding.fold(text)]?.first
        }
      }
    }
    self.columns = columns
    repeated = zip(headers, wanted).lazy.map { (header: $0, columns: texts[$1] ?? []) }.first { $0.columns.count > 1 }
    firstRow = max(row, mapping.across?.monthRow ?? row) + 1
    guard sheet.rowCount >= firstRow else { return nil }
    guard let grid = mapping.across else {
      (across, nameless) = ([], [])
      return
    }
    let taken = Set(columns.values.joined())
    let numbers = stride(from: grid.from, through: grid.to ?? sheet.columnCount(row: row), by: 1).filter {
      !taken.contains($0)
    }
    let headings = numbers.map { (column: $0, header: CodeFolding.collapse(sheet[row, $0])) }
    across = headings.filter { !$0.header.isEmpty }
    nameless = headings.filter(\.header.isEmpty).map(\.column)
    guard across.contains(where: { MappedSheet.fits($0.header, mapping, grid) }) else { return nil }
  }

  /// Whether a header can name what `across` says: letters alone would fit any sheet.
  private static func fits(_ header: String, _ mapping: TableMapping, _ across: TableMapping.Across) -> Bool {
    switch across.field {
    case .date where across.monthRow != nil: Int(header).map { (1...31).contains($0) } ?? false
    case .date: mapping.date(header) != nil
    case .period: PeriodKind(label: header) != nil
    default:
      header.contains(where: \.isLetter) && PeriodKind(label: header) == nil && mapping.date(header) == nil
        && !SummaryText.isSummary(header) && MappingField.suggested(by: header) == nil
    }
  }

  /// Where the header can be.
  private static func rows(_ sheet: SheetText, _ mapping: TableMapping) -> ClosedRange<Int> {
    mapping.headerRow.map { $0...$0 } ?? 1...max(1, min(sheet.rowCount, searched))
  }

  /// The columns of a row by their folded texts. Folding every cell of a journal would cost more than reading it, so what is
  /// shorter than any wanted header is left.
  private static func texts(_ sheet: SheetText, row: Int, _ wanted: [String]) -> [String: [Int]] {
    let shortest = wanted.map(\.count).min() ?? .max
    var texts: [String: [Int]] = [:]
    for column in stride(from: 1, through: sheet.columnCount(row: row), by: 1) {
      let text = sheet[row, column]
      if text.utf8.count >= shortest { texts[CodeFolding.fold(text), default: []].append(column) }
    }
    return texts
  }

  /// The row that comes nearest to the header, and what it lacks; nil where no row has any of it.
  static func nearest(_ sheet: SheetText, _ mapping: TableMapping) -> (row: Int, missing: [String])? {
    let headers = mapping.headers
    let wanted = headers.map { CodeFolding.fold($0) }
    var nearest: (row: Int, missing: [String])?
    for row in rows(sheet, mapping) {
      let texts = texts(sheet, row: row, wanted)
      let missing = zip(headers, wanted).filter { texts[$1] == nil }.map(\.0)
      if missing.count < nearest?.missing.count ?? headers.count { nearest = (row, missing) }
    }
    return nearest
  }
}
