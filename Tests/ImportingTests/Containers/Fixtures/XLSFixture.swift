import Importing

/// A small workbook of Excel 97–2003; a test changes the parts it is about.
///
///     let file = XLSFixture("Алгебра", [["Класс: 7а (7а) 2018/2019 учебный год"], [0], [], ["02.09.2018", "Тема", nil]]).file()
struct XLSFixture {
  enum Cell: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    case text(String)
    case number(Double)

    init(stringLiteral text: String) { self = .text(text) }
    init(floatLiteral number: Double) { self = .number(number) }
    init(integerLiteral number: Int) { self = .number(Double(number)) }
  }

  struct Sheet {
    var name: String
    /// Between the beginning and the end of its part of the stream.
    var records: [UInt8]
    /// 0 worksheet, 1 macros, 2 chart.
    var kind: UInt8 = 0
    var isHidden = false
  }

  /// A shared string; `runs` of formatting and bytes of phonetic readings follow it.
  struct Text {
    var text: String
    var runs = 0
    var phonetic = 0
  }

  var sheets: [Sheet] = []
  var strings: [Text] = []
  /// Custom number formats, numbered from 164 on.
  var formats: [String] = []
  /// The number formats that cells point at by their place here.
  var cellFormats: [Int] = [0]
  /// Other records, before the sheets are named.
  var globals: [UInt8] = []
  /// The longest record; shorter ones split the shared strings.
  var recordLimit = 8224
  var streams: [(name: String, bytes: [UInt8])] = []

  init(sheets: [Sheet] = [], strings: [String] = []) {
    self.sheets = sheets
    self.strings = strings.map { Text(text: $0) }
  }

  /// One sheet of rows from the first on, nil for a cell that is not there. Texts are shared strings, as exporters write them.
  init(_ name: String, _ rows: [[Cell?]]) {
    add(name, rows)
  }

  mutating func add(
    _ name: String, _ rows: [[Cell?]], merges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
  ) {
    var records: [UInt8] = []
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        switch cell {
        case .text(let text):
          records += BIFF.sharedText(row + 1, column + 1, strings.count)
          strings.append(Text(text: text))
        case .number(let number): records += BIFF.number(row + 1, column + 1, number)
        case nil: continue
        }
      }
    }
    for merge in merges { records += BIFF.merge(merge) }
    sheets.append(Sheet(name: name, records: records))
  }

  func file() -> FileBytes { FileBytes(bytes()) }

  func bytes() -> [UInt8] { compound().bytes() }

  func compound() -> CompoundFixture { CompoundFixture(streams: [("Workbook", stream())] + streams) }

  func reader() throws -> XLSReader { try XLSReader(file()) }

  /// The cells of a sheet as `row:column kind text`.
  func cells(_ index: Int = 0) throws -> [String] {
    try reader().grid(index).cells.map { "\($0.row):\($0.column) \($0.kind) \($0.text)" }
  }

  func stream() -> [UInt8] {
    // The places of the sheets take as many bytes whatever they are.
    var starts = sheets.map { _ in 0 }
    let length = head(starts).count
    var parts: [UInt8] = []
    for (index, sheet) in sheets.enumerated() {
      starts[index] = length + parts.count
      parts += BIFF.begin(sheet.kind == 2 ? 0x20 : 0x10) + sheet.records + BIFF.end
    }
    return head(starts) + parts
  }

  private func head(_ starts: [Int]) -> [UInt8] {
    var head = BIFF.begin(0x05) + BIFF.record(0x0042, UInt16(1200).bytes) + globals
    for (index, format) in formats.enumerated() {
      head += BIFF.record(0x041E, UInt16(164 + index).bytes + UInt16(format.utf16.count).bytes + BIFF.unicode(format))
    }
    for format in cellFormats {
      head += BIFF.record(0x00E0, UInt16(0).bytes + UInt16(format).bytes + [UInt8](repeating: 0, count: 16))
    }
    for (sheet, start) in zip(sheets, starts) {
      head += BIFF.record(
        0x0085,
        UInt32(start).bytes + [sheet.isHidden ? 1 : 0, sheet.kind, UInt8(sheet.name.utf16.count)]
          + BIFF.unicode(sheet.name))
    }
    return head + sharedStrings() + BIFF.end
  }

  private func sharedStrings() -> [UInt8] {
    var record = ContinuedRecord(0x00FC, limit: recordLimit)
    record.append(whole: UInt32(strings.count).bytes + UInt32(strings.count).bytes)
    for string in strings {
      let units = Array(string.text.utf16)
      record.append(characters: units) { isWide in
        let mark = (isWide ? 1 : 0) | (string.runs > 0 ? 8 : 0) | (string.phonetic > 0 ? 4 : 0)
        return UInt16(units.count).bytes + [UInt8(mark)] + (string.runs > 0 ? UInt16(string.runs).bytes : [])
          + (string.phonetic > 0 ? UInt32(string.phonetic).bytes : [])
      }
      for run in 0..<string.runs { record.append(whole: UInt16(run).bytes + UInt16(5).bytes) }
      for _ in 0..<string.phonetic { record.append(whole: [1]) }
    }
    return record.bytes
  }
}
