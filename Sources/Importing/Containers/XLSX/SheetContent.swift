import Journal

/// A worksheet part: gives the cells that hold something, row by row, and gathers the merged ranges. The declared
/// `<dimension>` is not read: real exports write `A1` on every sheet.
struct SheetContent: XMLHandler {
  private(set) var merges: [CellRange] = []
  private let sheet: String
  private let sharedStrings: SharedStrings
  private let dates: SerialDates
  private let body: (RawCell) throws -> Void
  private var pool = TextPool()

  private var isInData = false
  private var isInRow = false
  private var row = 0
  private var column = 0
  private var type = CellType.number
  private var showsDate = false
  private var isInCell = false
  private var isPhonetic = false
  private var collects = false
  /// The cell has a text, be it empty.
  private var hasText = false
  private var preservesSpace = false
  private var text = CellText()

  init(
    sheet: String, sharedStrings: SharedStrings, dates: SerialDates, body: @escaping (RawCell) throws -> Void
  ) {
    self.sheet = sheet
    self.sharedStrings = sharedStrings
    self.dates = dates
    self.body = body
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    if isInCell {
      startInside(name, attributes)
    } else if isInRow {
      if name == "c" { try startCell(attributes) }
    } else if isInData {
      if name == "row" { try startRow(attributes) }
    } else {
      switch name {
      case "sheetData": isInData = true
      case "mergeCell": try addMerge(attributes)
      default: break
      }
    }
  }

  mutating func end(_ name: XMLName) throws {
    if isInCell {
      switch name {
      case "c": try endCell()
      case "rPh": isPhonetic = false
      case "v", "t":
        guard collects else { return }
        collects = false
        if name == "t" { text.endRun(preservesSpace: preservesSpace) }
      default: break
      }
    } else if isInRow {
      if name == "row" { isInRow = false }
    } else if name == "sheetData" {
      isInData = false
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if collects { text.append(bytes) }
  }

  private mutating func startRow(_ attributes: XMLAttributes) throws {
    let previous = row
    if let reference = attributes["r"] {
      guard let number = wholeNumber(reference), CellReference.rows ~= number else {
        throw damaged("номер строки стоит неверный", raw: excerpt(reference))
      }
      row = number
    } else {
      row += 1
    }
    guard row > previous, CellReference.rows ~= row else {
      throw damaged("строка \(row) стоит после строки \(previous)", raw: "")
    }
    column = 0
    isInRow = true
  }

  private mutating func startCell(_ attributes: XMLAttributes) throws {
    let previous = column
    var (place, kind, style): (UnsafeBufferPointer<UInt8>?, UnsafeBufferPointer<UInt8>?, UnsafeBufferPointer<UInt8>?)
    for attribute in attributes {
      switch attribute.name {
      case "r": place = attribute.value
      case "t": kind = attribute.value
      case "s": style = attribute.value
      default: break
      }
    }
    if let written = place {
      guard let reference = CellReference(written), reference.row == row, reference.column > previous else {
        throw damaged("адрес ячейки не на своём месте", raw: excerpt(written))
      }
      column = reference.column
    } else {
      column += 1
      guard CellReference.columns ~= column else { throw damaged("в строке слишком много ячеек", raw: "") }
    }
    guard let type = CellType(kind) else {
      throw damaged("тип ячейки неизвестен", raw: kind.map { excerpt($0) } ?? "")
    }
    self.type = type
    showsDate = type == .number && dates.isShown(byStyle: style.flatMap { wholeNumber($0) })
    isInCell = true
    text.clear()
    hasText = false
  }

  private mutating func startInside(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "v": collects = type != .inline
    case "t": collects = type == .inline && !isPhonetic
    case "rPh": isPhonetic = true
    default: return
    }
    if collects {
      hasText = true
      text.beginRun()
      preservesSpace = attributes["space"]?.equals("preserve") ?? false
    }
  }

  private mutating func endCell() throws {
    isInCell = false
    guard !text.isEmpty || (hasText && type.holdsText) else { return }
    let value: String
    switch type {
    case .shared:
      guard let found = text.withBytes({ wholeNumber($0).flatMap { sharedStrings.text($0, &pool) } }) else {
        throw damaged(
          "ячейка ссылается на общую строку, которой нет: всего их \(sharedStrings.count)",
          raw: text.withBytes { excerpt($0) })
      }
      value = found
    case .inline, .formulaText:
      text.unescape()
      value = text.string(&pool)
    case .number where showsDate:
      if let date = Double(text.trimmed).flatMap({ dates.text(serial: $0) }) {
        return try body(RawCell(row: row, column: column, kind: .date, text: date))
      }
      value = text.trimmed
    case .number, .boolean, .error, .date: value = text.trimmed
    }
    guard !value.isEmpty || type == .shared || type.holdsText else { return }
    try body(RawCell(row: row, column: column, kind: type.kind, text: value))
  }

  private mutating func addMerge(_ attributes: XMLAttributes) throws {
    guard let reference = attributes["ref"], let range = CellRange(reference: reference) else {
      throw damaged("объединённые ячейки записаны неверно", raw: attributes["ref"].map { excerpt($0) } ?? "")
    }
    merges.append(range)
  }

  private func damaged(_ problem: String, raw: String) -> ImportProblem {
    ImportProblem(
      "лист повреждён: \(problem)", hint: "Скачайте файл заново или сохраните книгу ещё раз в Excel.",
      at: CellPlace(sheet: sheet, row: isInData && row > 0 ? row : nil, column: isInRow && column > 0 ? column : nil),
      raw: raw)
  }
}
