import Journal

/// The part of a workbook's stream that is one worksheet (MS-XLS 2.1.7.20.5).
struct BIFFSheet {
  private(set) var cells: [RawCell] = []
  private(set) var merges: [CellRange] = []
  private let name: String
  private let book: BIFFGlobals
  private var row = 0
  private var column = 0
  private var extendedFormat = 0
  /// A formula gave a text, which comes in a record of its own.
  private var awaitsText = false

  /// Reads up to the sheet's end, which must come before `limit`, where another sheet begins.
  init(_ stream: FileBytes, from start: Int, limit: Int, name: String, book: BIFFGlobals) throws {
    self.name = name
    self.book = book
    do {
      try read(BIFFRecords(stream, from: start, limit: limit))
    } catch is BIFFCursor.CutShort {
      throw damaged("он обрывается или запись в нём короче, чем должна быть")
    }
    try order()
  }

  private mutating func read(_ records: consuming BIFFRecords) throws {
    guard var first = try records.next(), first.type == .beginOfFile else { throw damaged("у него нет начала") }
    try first.body.skip(2)
    guard try first.body.short() == 0x10 else { throw damaged("у него нет начала") }
    // Charts of the sheet lie in it as parts of their own.
    var depth = 1
    while depth > 0 {
      guard var record = try records.next() else { throw BIFFCursor.CutShort() }
      switch record.type {
      case .beginOfFile: depth += 1
      case .endOfFile: depth -= 1
      default: if depth == 1 { try take(record.type, &record.body) }
      }
    }
    if awaitsText { throw damaged("у формулы нет её текста") }
  }

  private mutating func take(_ type: BIFFRecordType, _ body: inout BIFFCursor) throws {
    switch type {
    case .sharedText:
      try beginCell(&body)
      let index = Int(try body.integer(UInt32.self))
      guard index < book.strings.count else {
        throw damaged(
          "ячейка ссылается на общую строку, которой нет: всего их \(book.strings.count)", raw: String(index))
      }
      append(.text, book.strings[index])
    case .text, .richText:
      try beginCell(&body)
      append(.text, try text(&body))
    case .number:
      try beginCell(&body)
      append(number: try body.double())
    case .rk:
      try beginCell(&body)
      append(number: try body.rk())
    case .multipleRK: try takeNumbers(&body)
    case .booleanOrError:
      try beginCell(&body)
      let code = try body.byte()
      try append(code: code, isError: try body.byte() != 0)
    case .formula: try takeFormula(&body)
    case .formulaText:
      guard awaitsText else { return }
      awaitsText = false
      append(.text, try text(&body))
    case .mergeCells:
      for _ in 0..<(try body.short()) { try takeMerge(&body) }
    default: break
    }
  }

  /// The place and the format of a cell; Excel 97–2003 has 256 columns.
  private mutating func beginCell(_ body: inout BIFFCursor) throws {
    if awaitsText { throw damaged("у формулы нет её текста") }
    row = try body.short() + 1
    column = try body.short() + 1
    extendedFormat = try body.short()
    guard column <= 256 else { throw damaged("ячейка стоит за последним столбцом") }
  }

  private mutating func takeNumbers(_ body: inout BIFFCursor) throws {
    row = try body.short() + 1
    let first = try body.short() + 1
    guard body.left >= 2, (body.left - 2) % 6 == 0, first + (body.left - 2) / 6 <= 257 else {
      throw BIFFCursor.CutShort()
    }
    for column in first..<(first + (body.left - 2) / 6) {
      self.column = column
      extendedFormat = try body.short()
      append(number: try body.rk())
    }
  }

  /// The result that the formula had when the book was saved (MS-XLS 2.5.133).
  private mutating func takeFormula(_ body: inout BIFFCursor) throws {
    try beginCell(&body)
    let result = try body.integer(UInt64.self)
    guard result >> 48 == 0xFFFF else { return append(number: Double(bitPattern: result)) }
    let value = Int(result >> 16 & 0xFF)
    switch result & 0xFF {
    case 0: awaitsText = true
    case 1: try append(code: value, isError: false)
    case 2: try append(code: value, isError: true)
    case 3: append(.text, "")
    default: throw damaged("результат формулы записан неверно")
    }
  }

  private mutating func takeMerge(_ body: inout BIFFCursor) throws {
    let rows = (first: try body.short() + 1, last: try body.short() + 1)
    let columns = (first: try body.short() + 1, last: try body.short() + 1)
    guard rows.first <= rows.last, columns.first <= columns.last, columns.last <= 256 else {
      throw damaged("объединённые ячейки записаны неверно")
    }
    merges.append(CellRange(rows: rows.first...rows.last, columns: columns.first...columns.last))
  }

  private func text(_ body: inout BIFFCursor) throws -> String {
    guard let text = try book.version.text(&body) else { throw damaged("текст ячейки не читается в кодировке книги") }
    return text
  }

  private mutating func append(_ kind: RawCell.Kind, _ text: String) {
    cells.append(RawCell(row: row, column: column, kind: kind, text: text))
  }

  private mutating func append(number: Double) {
    if book.dates.isShown(byStyle: extendedFormat), let date = book.dates.text(serial: number) {
      append(.date, date)
    } else {
      cells.append(RawCell(row: row, column: column, number: number))
    }
  }

  private mutating func append(code: Int, isError: Bool) throws {
    let errors = [
      0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
      0x2B: "#GETTING_DATA",
    ]
    guard let text = isError ? errors[code] : [0: "0", 1: "1"][code] else {
      throw damaged(isError ? "код ошибки неизвестен" : "логическое значение записано неверно", raw: String(code))
    }
    append(isError ? .error : .boolean, text)
  }

  /// Writers may put rows and cells in any order, but only one cell at a place.
  private mutating func order() throws {
    func stands(_ a: RawCell, before b: RawCell) -> Bool { (a.row, a.column) < (b.row, b.column) }
    if !zip(cells, cells.dropFirst()).allSatisfy({ stands($0, before: $1) }) {
      cells.sort(by: stands)
    }
    if let (cell, _) = zip(cells, cells.dropFirst()).first(where: { !stands($0, before: $1) }) {
      (row, column) = (cell.row, cell.column)
      throw damaged("ячейка записана дважды: неясно, какой верить", raw: cell.text)
    }
  }

  private func damaged(_ problem: String, raw: String = "") -> ImportProblem {
    ImportProblem(
      "лист повреждён: \(problem)", hint: "Скачайте файл заново или откройте его в Excel и сохраните как .xlsx.",
      at: CellPlace(sheet: name, row: row > 0 ? row : nil, column: column > 0 ? column : nil), raw: excerpt(raw))
  }
}
