import Journal

/// The elements of a SpreadsheetML workbook. Cells and rows without an index follow the ones before; merged cells take their places.
struct SpreadsheetMLHandler: XMLHandler {
  private(set) var created: LocalMoment?
  private(set) var modified: LocalMoment?
  var sheets: [SheetGrid] { receiver.grids }
  private let receiver = GridReceiver()

  private enum Place { case document, workbook, properties, worksheet, table, row, cell, data }
  private var place = Place.document
  /// Open elements inside one that is not read, with it.
  private var skipped = 0
  /// Open elements inside a cell's data.
  private var inline = 0

  private var sheet = ""
  private var merges: [CellRange] = []
  private var row = 0
  /// Rows of the same look that follow and are not written.
  private var rowSpan = 0
  private var column = 0
  private var nextColumn = 1
  private var kind: RawCell.Kind?
  private var text = CellText()
  private var pool = TextPool()

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    switch (place, name) {
    case (.document, "Workbook"): place = .workbook
    case (.document, _):
      throw ImportProblem(
        "это не «Таблица XML 2003», а другой файл XML", hint: "Выгрузите те же данные в Excel (.xlsx) или CSV.")
    case (.workbook, "DocumentProperties"): place = .properties
    case (.workbook, "Worksheet"): try startSheet(attributes)
    case (.worksheet, "Table"): place = .table
    case (.table, "Row"): try startRow(attributes)
    case (.row, "Cell"): try startCell(attributes)
    case (.cell, "Data"): try startData(attributes)
    case (.properties, _): text.clear()
    case (.data, _): inline += 1
    // Comments have data of their own.
    default: skipped = 1
    }
  }

  mutating func end(_ name: XMLName) throws {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    switch place {
    case .data:
      if inline > 0 { inline -= 1 } else { place = .cell }
    case .cell: try endCell()
    case .row: place = .table
    case .table: place = .worksheet
    case .worksheet:
      receiver.endSheet(merges)
      place = .workbook
    case .properties:
      switch name {
      case "DocumentProperties": place = .workbook
      case "Created": created = LocalMoment(String(text.trimmed.prefix(19)))
      case "LastSaved": modified = LocalMoment(String(text.trimmed.prefix(19)))
      default: break
      }
    case .workbook, .document: place = .document
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if place == .data || place == .properties, skipped == 0 { text.append(bytes) }
  }

  private mutating func startSheet(_ attributes: XMLAttributes) throws {
    place = .worksheet
    sheet = attributes.string("Name") ?? ""
    (merges, row, rowSpan) = ([], 0, 0)
    receiver.beginSheet(sheet)
  }

  private mutating func startRow(_ attributes: XMLAttributes) throws {
    place = .row
    let expected = row + rowSpan + 1
    (column, nextColumn) = (0, 1)
    row = try number(attributes["Index"], from: expected, "номер строки") ?? expected
    rowSpan = try number(attributes["Span"], from: 0, "число строк") ?? 0
    guard CellReference.rows ~= row else { throw damaged("строка стоит за пределами листа", raw: "") }
  }

  private mutating func startCell(_ attributes: XMLAttributes) throws {
    place = .cell
    column = try number(attributes["Index"], from: nextColumn, "номер столбца") ?? nextColumn
    let across = try number(attributes["MergeAcross"], from: 0, "число объединённых ячеек") ?? 0
    let down = try number(attributes["MergeDown"], from: 0, "число объединённых ячеек") ?? 0
    nextColumn = column + across + 1
    guard CellReference.columns ~= column + across, CellReference.rows ~= row + down else {
      throw damaged("ячейка стоит за пределами листа", raw: "")
    }
    if across + down > 0 { merges.append(CellRange(rows: row...row + down, columns: column...column + across)) }
    kind = nil
    text.clear()
  }

  private mutating func startData(_ attributes: XMLAttributes) throws {
    let type = attributes["Type"].map { String(decoding: $0, as: UTF8.self) }
    switch type {
    case "String": kind = .text
    case "Number": kind = .number
    case "DateTime": kind = .date
    case "Boolean": kind = .boolean
    case "Error": kind = .error
    default: throw damaged("тип ячейки неизвестен", raw: excerpt(type ?? ""))
    }
    place = .data
  }

  private mutating func endCell() throws {
    place = .row
    guard let kind else { return }
    let value =
      switch kind {
      case .text: text.string(&pool)
      case .date: RawCell.date(written: text.trimmed)
      case .number, .boolean, .error: text.trimmed
      }
    guard !value.isEmpty || kind == .text else { return }
    receiver.cell(RawCell(row: row, column: column, kind: kind, text: value))
  }

  private func number(_ written: UnsafeBufferPointer<UInt8>?, from least: Int, _ what: String) throws -> Int? {
    guard let written else { return nil }
    guard let number = wholeNumber(written), number >= least else {
      throw damaged("\(what): такого здесь быть не может", raw: excerpt(written))
    }
    return number
  }

  private func damaged(_ problem: String, raw: String) -> ImportProblem {
    ImportProblem(
      "лист повреждён: \(problem)", hint: "Скачайте файл заново или сохраните книгу ещё раз в Excel.",
      at: CellPlace(sheet: sheet, row: row > 0 ? row : nil, column: column > 0 ? column : nil), raw: raw)
  }
}
