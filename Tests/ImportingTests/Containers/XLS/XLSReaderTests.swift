import Importing
import Journal
import Testing

@Suite struct XLSReaderTests {
  private func cells(_ records: [UInt8], _ change: (inout XLSFixture) -> Void = { _ in }) throws -> [String] {
    var book = XLSFixture(sheets: [.init(name: "Лист", records: records)], strings: ["тема", ""])
    change(&book)
    return try book.cells()
  }

  @Test func everyKindOfCell() throws {
    let text = BIFF.record(0x0207, UInt16(3).bytes + BIFF.unicode("нба"))
    #expect(
      try cells(
        BIFF.sharedText(1, 1, 0) + BIFF.sharedText(1, 2, 1)
          + BIFF.text(1, 3, "Тема") + BIFF.text(1, 4, "page 5")
          + BIFF.cell(0x00D6, 1, 5, UInt16(2).bytes + BIFF.unicode("жи") + UInt16(1).bytes + [0, 0, 1, 0])
          + BIFF.number(2, 1, 4.25) + BIFF.number(2, 2, -3) + BIFF.number(2, 3, 1e21) + BIFF.number(2, 4, 0.0000001)
          + BIFF.number(2, 5, .nan)
          + BIFF.cell(0x027E, 3, 1, UInt32(5 << 2 | 2).bytes)
          + BIFF.cell(0x027E, 3, 2, (UInt32(bitPattern: -7) << 2 | 3).bytes)
          + BIFF.cell(0x027E, 3, 3, UInt32((4.5).bitPattern >> 32).bytes)
          + BIFF.cell(0x027E, 3, 4, (UInt32((435.0).bitPattern >> 32) | 1).bytes)
          + BIFF.record(
            0x00BD,
            UInt16(3).bytes + UInt16(2).bytes + UInt16(0).bytes + UInt32(5 << 2 | 2).bytes + UInt16(0).bytes
              + UInt32(4 << 2 | 2).bytes + UInt16(3).bytes)
          + BIFF.cell(0x0201, 5, 1, []) + BIFF.record(0x00BE, UInt16(5).bytes + UInt16(1).bytes + [0, 0, 0, 0, 2, 0])
          + BIFF.cell(0x0205, 6, 1, [1, 0]) + BIFF.cell(0x0205, 6, 2, [0, 0])
          + BIFF.cell(0x0205, 6, 3, [0x2A, 1])
          + BIFF.formula(7, 1, result: (2.5).bitPattern.bytes)
          + BIFF.formula(7, 2, result: [0, 9, 9, 9, 9, 9, 0xFF, 0xFF]) + BIFF.record(0x04BC, [0, 0]) + text
          + BIFF.formula(7, 3, result: [1, 0, 1, 0, 0, 0, 0xFF, 0xFF])
          + BIFF.formula(7, 4, result: [2, 0, 0x07, 0, 0, 0, 0xFF, 0xFF])
          + BIFF.formula(7, 5, result: [3, 0, 0, 0, 0, 0, 0xFF, 0xFF]))
        == [
          "1:1 text тема", "1:2 text ", "1:3 text Тема", "1:4 text page 5", "1:5 text жи",
          "2:1 number 4.25", "2:2 number -3", "2:3 number 1e+21", "2:4 number 1e-07", "2:5 error #NUM!",
          "3:1 number 5", "3:2 number -0.07", "3:3 number 4.5", "3:4 number 4.35",
          "4:3 number 5", "4:4 number 4",
          "6:1 boolean 1", "6:2 boolean 0", "6:3 error #N/A",
          "7:1 number 2.5", "7:2 text нба", "7:3 boolean 1", "7:4 error #DIV/0!", "7:5 text ",
        ])
  }

  @Test func cellsInAnyOrder() throws {
    #expect(
      try cells(BIFF.number(3, 1, 3) + BIFF.number(1, 2, 2) + BIFF.number(1, 1, 1))
        == ["1:1 number 1", "1:2 number 2", "3:1 number 3"])
  }

  @Test func theLastCellOfASheet() throws {
    #expect(try cells(BIFF.number(65_536, 256, 1)) == ["65536:256 number 1"])
  }

  @Test func datesByTheirFormat() throws {
    let records = [14, 0, 164, 165, 20, 166].indices.reduce(into: [UInt8]()) {
      $0 += BIFF.number(1, $1 + 1, 43_710.5, format: $1)
    }
    func read(_ globals: [UInt8] = []) throws -> [String] {
      try cells(records + BIFF.number(2, 1, 43_710) + BIFF.number(2, 2, -1)) {
        $0.cellFormats = [14, 0, 164, 165, 20, 166]
        $0.formats = ["[$-419]dd\\ mmmm\\ yyyy;@", "0.0 \"дн.\"", "yyyy-mm-dd hh:mm:ss.000"]
        $0.globals = globals
      }
    }
    #expect(
      try read() == [
        "1:1 date 2019-09-02T12:00:00", "1:2 number 43710.5", "1:3 date 2019-09-02T12:00:00", "1:4 number 43710.5",
        "1:5 number 43710.5", "1:6 date 2019-09-02T12:00:00", "2:1 date 2019-09-02", "2:2 number -1",
      ])
    #expect(try read(BIFF.record(0x0022, [1, 0]))[0] == "1:1 date 2023-09-03T12:00:00")
    #expect(
      try cells(BIFF.formula(1, 1, result: (43_710.0).bitPattern.bytes, format: 1)) { $0.cellFormats = [0, 15] }
        == ["1:1 date 2019-09-02"])
  }

  @Test func sheetsAndWhatIsNone() throws {
    var book = XLSFixture("Алгебра", [["а"]])
    book.add("Диаграмма", [])
    book.sheets[1].kind = 2
    book.add("Русск. яз.", [["б", nil, 5]], merges: [(rows: 1...3, columns: 1...2)])
    book.sheets[2].isHidden = true
    // A chart on a sheet is a part inside the sheet's.
    book.sheets[2].records = BIFF.begin(0x20) + BIFF.number(1, 1, 7) + BIFF.end + book.sheets[2].records
    let reader = try book.reader()
    #expect(reader.sheets.map(\.name) == ["Алгебра", "Русск. яз."])
    let grid = try reader.grid(1)
    #expect(grid.name == "Русск. яз." && grid.cells.map(\.text) == ["б", "5"])
    #expect(grid.merges == [CellRange(rows: 1...3, columns: 1...2)])
    var seen = 0
    #expect(try reader.readSheet(1) { _ in seen += 1 } == grid.merges)
    #expect(seen == 2)
    #expect(try Workbook(book.file(), kind: .xls)?.sheets.map(\.name) == reader.sheets.map(\.name))
  }

  /// Every place where a record can end: before, inside and behind characters of either size, runs and phonetic readings.
  @Test func sharedStringsSplitAnywhere() throws {
    let strings = [
      XLSFixture.Text(text: "Ирина Петровна Иванова"), .init(text: ""), .init(text: "page page page"),
      .init(text: "latin потом Latin", runs: 3), .init(text: "5", phonetic: 30), .init(text: "", runs: 1, phonetic: 3),
      .init(text: "§ 5 «é» 🙂🙂", runs: 2, phonetic: 7), .init(text: String(repeating: "жz", count: 40)),
    ]
    for limit in 9...120 {
      var book = XLSFixture(
        sheets: [.init(name: "Л", records: strings.indices.flatMap { BIFF.sharedText($0 + 1, 1, $0) })])
      book.strings = strings
      book.recordLimit = limit
      #expect(try book.reader().grid(0).cells.map(\.text) == strings.map(\.text), "records of \(limit) bytes")
    }
  }

  @Test func aFormulasTextSplitBetweenRecords() throws {
    let long = String(repeating: "слово word ", count: 30)
    let text = ContinuedRecord(0x0207, text: long, limit: 40)
    #expect(
      try cells(BIFF.formula(1, 1, result: [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) + text.bytes + BIFF.number(1, 2, 5))
        == ["1:1 text \(long)", "1:2 number 5"])
  }

  @Test func anEmptyTextWithoutItsMark() throws {
    #expect(
      try cells(
        BIFF.formula(1, 1, result: [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) + BIFF.record(0x0207, [0, 0])
          + BIFF.cell(0x0204, 1, 2, [0, 0])) == ["1:1 text ", "1:2 text "])
  }

  @Test func excel95InItsCodePage() throws {
    let reader = try XLSReader(XLSFixture.excel95(codePage: 1251).file())
    #expect(reader.sheets.map(\.name) == ["Лист"])
    #expect(try reader.grid(0).cells.map(\.text) == ["аб", "2019-09-02"])
    #expect(try XLSReader(XLSFixture.excel95(codePage: 32_769).file()).grid(0).cells[0].text == "àá")
    #expect(
      try problem { _ = try XLSReader(XLSFixture.excel95(codePage: 10_007).file()) }.problem
        == "не читается: книга Excel 5.0/95 в кодовой странице 10007")
  }
}
