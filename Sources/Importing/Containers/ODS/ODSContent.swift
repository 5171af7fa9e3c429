import Journal

/// What `content.xml` says while it is read: gives the sheets' cells that hold something. Repeated cells and rows are written once in
/// the file; empty ones cost nothing, filled ones are given again and again within a budget.
struct ODSContent: XMLHandler {
  /// The body is one of a spreadsheet.
  private(set) var isSpreadsheet = false
  private let receiver: any SheetReceiver
  private var place = Place.document
  /// Open elements inside one that is not read, with it.
  private var skipped = 0
  /// Open elements inside a paragraph.
  private var inline = 0

  private var sheet = ""
  private var merges: [CellRange] = []
  private var row = 0
  private var rowCount = 1
  private var column = 0
  private var cell = ODSCell()
  private var pool = TextPool()
  /// The cells of a row that is repeated.
  private var repeatedRow: [RawCell] = []
  /// Filled cells beyond those written, and blanks of `text:s`, that the file may still give.
  private var copiesLeft = 1_000_000
  private var blanksLeft = 1_000_000

  private enum Place { case document, spreadsheet, sheet, row, cell, paragraph }

  init(_ receiver: any SheetReceiver) {
    self.receiver = receiver
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    switch place {
    case .paragraph: try startInline(name, attributes)
    case .cell:
      // Comments, shapes and tables inside a cell are no text of it.
      guard name == "p" else {
        skipped = 1
        return
      }
      place = .paragraph
      cell.beginParagraph()
    case .row:
      guard name == "table-cell" || name == "covered-table-cell" else {
        skipped = 1
        return
      }
      try startCell(attributes)
    case .sheet:
      switch name {
      case "table-row": try startRow(attributes)
      case "table-header-rows", "table-rows", "table-row-group": break
      default: skipped = 1
      }
    case .spreadsheet:
      // Tracked changes and links have tables, too.
      guard name == "table" else {
        skipped = 1
        return
      }
      try startSheet(attributes)
    case .document:
      guard name == "spreadsheet" else { return }
      isSpreadsheet = true
      place = .spreadsheet
    }
  }

  mutating func end(_ name: XMLName) throws {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    switch place {
    case .paragraph:
      if inline > 0 { inline -= 1 } else { place = .cell }
    case .cell: try endCell()
    case .row: try endRow()
    case .sheet:
      guard name == "table" else { return }
      try receiver.endSheet(merges)
      place = .spreadsheet
    case .spreadsheet: place = .document
    case .document: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if place == .paragraph, skipped == 0 { cell.append(bytes) }
  }

  /// No text is taken between a cell's end and the next start.
  var takesText: Bool { cell.needsText }

  private mutating func startSheet(_ attributes: XMLAttributes) throws {
    place = .sheet
    sheet = attributes.string("name") ?? ""
    merges = []
    row = 0
    rowCount = 0
    try receiver.beginSheet(sheet)
  }

  private mutating func startRow(_ attributes: XMLAttributes) throws {
    place = .row
    row += rowCount
    rowCount = 1
    if let written = attributes["number-rows-repeated"] {
      guard let count = wholeNumber(written), count > 0 else {
        throw damaged("число повторов строки записано неверно", raw: excerpt(written))
      }
      rowCount = count
    }
    if row == 0 { row = 1 }
    column = 1
  }

  private mutating func startCell(_ attributes: XMLAttributes) throws {
    place = .cell
    do {
      try cell.begin(attributes, &pool)
    } catch let fault as ODSCell.Fault {
      throw damaged(fault.problem, raw: fault.raw)
    }
  }

  private mutating func startInline(_ name: XMLName, _ attributes: XMLAttributes) throws {
    switch name {
    case "annotation", "note", "ruby-text", "frame":
      skipped = 1
      return
    case "s":
      let count = attributes.number("c") ?? 1
      blanksLeft -= count
      guard blanksLeft >= 0 else { throw damaged("пробелов больше, чем бывает в таблицах", raw: String(count)) }
      for _ in 0..<count { cell.append(UInt8(ascii: " ")) }
    case "tab": cell.append(UInt8(ascii: "\t"))
    case "line-break": cell.append(UInt8(ascii: "\n"))
    default: break
    }
    inline += 1
  }

  private mutating func endCell() throws {
    place = .row
    defer { column += cell.columns }
    if cell.isMerged { try addMerge() }
    guard let (kind, text) = cell.content(&pool) else { return }
    let last = column + cell.columns - 1
    guard CellReference.columns ~= last, CellReference.rows ~= row + rowCount - 1 else {
      throw damaged("ячейка стоит за пределами листа", raw: excerpt(text))
    }
    if last == column, rowCount == 1 {
      return try receiver.cell(RawCell(row: row, column: column, kind: kind, text: text))
    }
    copiesLeft -= cell.columns * rowCount - 1
    guard copiesLeft >= 0 else {
      throw damaged(
        "одни и те же ячейки повторены больше миллиона раз", raw: excerpt(text),
        hint: "Удалите строки и столбцы, заполненные за краем таблицы, и сохраните её ещё раз.")
    }
    for column in column...last {
      let filled = RawCell(row: row, column: column, kind: kind, text: text)
      if rowCount == 1 { try receiver.cell(filled) } else { repeatedRow.append(filled) }
    }
  }

  private mutating func addMerge() throws {
    let (lastRow, lastColumn) = (row + cell.spanRows - 1, column + cell.spanColumns - 1)
    guard CellReference.rows ~= lastRow, CellReference.columns ~= lastColumn else {
      throw damaged("объединённые ячейки выходят за пределы листа", raw: "")
    }
    merges.append(CellRange(rows: row...lastRow, columns: column...lastColumn))
  }

  private mutating func endRow() throws {
    place = .sheet
    guard !repeatedRow.isEmpty else { return }
    for row in row..<(row + rowCount) {
      for cell in repeatedRow {
        try receiver.cell(RawCell(row: row, column: cell.column, kind: cell.kind, text: cell.text))
      }
    }
    repeatedRow.removeAll(keepingCapacity: true)
  }

  private func damaged(
    _ problem: String, raw: String, hint: String = "Скачайте файл заново или сохраните таблицу ещё раз в LibreOffice."
  ) -> ImportProblem {
    let isInRow = place != .sheet
    return ImportProblem(
      "лист повреждён: \(problem)", hint: hint,
      at: CellPlace(sheet: sheet, row: row, column: isInRow && column > 0 ? column : nil), raw: raw)
  }
}
