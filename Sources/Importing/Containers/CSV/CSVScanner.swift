import Journal

/// The bytes of a table cut into fields, a row at a time; the buffers are used again for every row.
struct CSVScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private var position = 0
  private var nextRow = 1
  /// The number of the row that the last `advance` found.
  private(set) var row = 0
  private var fields: ContiguousArray<CSVField> = []
  private var unescaped: ContiguousArray<UInt8> = []

  init(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    self.text = text
    self.delimiter = delimiter
  }

  func withRow<Result>(_ body: (borrowing CSVRow) throws -> Result) rethrows -> Result {
    try fields.withUnsafeBufferPointer { fields in
      try unescaped.withUnsafeBufferPointer { unescaped in
        try body(CSVRow(number: row, text: text, unescaped: unescaped, fields: fields))
      }
    }
  }

  /// Finds the next row that is not blank; false at the end of the text.
  mutating func advance() throws -> Bool {
    while position < text.count, text[position] == 10 || text[position] == 13 { endRow() }
    guard position < text.count else { return false }
    row = nextRow
    fields.removeAll(keepingCapacity: true)
    unescaped.removeAll(keepingCapacity: true)
    while true {
      if position < text.count, text[position] == UInt8(ascii: "\"") {
        try scanQuoted()
      } else {
        scanPlain()
      }
      guard position < text.count, text[position] == delimiter else { break }
      position += 1
    }
    if position < text.count { endRow() }
    return true
  }

  /// Steps over CRLF, LF or CR.
  private mutating func endRow() {
    let pair = text[position] == 13 && position + 1 < text.count && text[position + 1] == 10
    position += pair ? 2 : 1
    nextRow += 1
  }

  private mutating func scanPlain() {
    let start = position
    var at = start
    let (end, delimiter) = (text.count, delimiter)
    while at < end {
      let byte = text[at]
      // Letters of any script lie above the highest delimiter: one comparison for most bytes.
      if byte <= UInt8(ascii: ";"), byte == delimiter || byte == 10 || byte == 13 { break }
      at += 1
    }
    position = at
    fields.append(CSVField(start: start, length: at - start, isUnescaped: false))
  }

  private mutating func scanQuoted() throws {
    let opening = position
    var start = opening + 1
    var at = start
    let firstUnescaped = unescaped.count
    var isUnescaped = false
    while true {
      while at < text.count, text[at] != UInt8(ascii: "\"") { at += 1 }
      guard at < text.count else { throw unclosed(opening) }
      guard at + 1 < text.count, text[at + 1] == UInt8(ascii: "\"") else { break }
      isUnescaped = true
      unescaped.append(contentsOf: text[start...at])
      at += 2
      start = at
    }
    if isUnescaped {
      unescaped.append(contentsOf: text[start..<at])
      fields.append(
        CSVField(start: firstUnescaped, length: unescaped.count - firstUnescaped, isUnescaped: true))
    } else {
      fields.append(CSVField(start: start, length: at - start, isUnescaped: false))
    }
    position = at + 1
    guard position == text.count || text[position] == delimiter || text[position] == 10 || text[position] == 13 else {
      throw afterQuote(opening)
    }
  }

  private func unclosed(_ opening: Int) -> ImportProblem {
    ImportProblem(
      "кавычка, открытая в строке \(row), не закрыта до конца файла",
      hint: "Файл обрезан или в значении стоит лишняя кавычка: выгрузите файл заново.",
      at: CellPlace(row: row, column: fields.count + 1), raw: excerpt(text[opening...]))
  }

  private func afterQuote(_ opening: Int) -> ImportProblem {
    let mark = delimiter == UInt8(ascii: "\t") ? "табуляция" : "«\(Character(UnicodeScalar(delimiter)))»"
    return ImportProblem(
      "после закрывающей кавычки стоит текст, а должен быть разделитель (\(mark)) или конец строки",
      hint: "Кавычку внутри значения в кавычках пишут дважды: \"5 \"\"А\"\"\".",
      at: CellPlace(row: row, column: fields.count), raw: excerpt(text[opening...].prefix { $0 != 10 && $0 != 13 }))
  }
}
