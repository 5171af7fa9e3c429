import Importing
import Journal
import Testing

@Suite struct XLSProblemTests {
  private let again = "Скачайте файл заново или откройте его в Excel и сохраните как .xlsx."

  private func sheetProblem(_ records: [UInt8]) throws -> ImportProblem {
    let book = XLSFixture(sheets: [.init(name: "Лист 1", records: records)], strings: ["а", "б"])
    return try problem { _ = try book.reader().grid(0) }
  }

  private func bookProblem(_ change: (inout XLSFixture) -> Void) throws -> ImportProblem {
    var book = XLSFixture("Лист 1", [["а"]])
    change(&book)
    return try problem { _ = try book.reader() }
  }

  private func streamProblem(_ stream: [UInt8]) throws -> ImportProblem {
    try problem { _ = try XLSReader(CompoundFixture(streams: [("Workbook", stream)]).file()) }
  }

  @Test func underAPassword() throws {
    let found = try bookProblem { $0.globals = BIFF.record(0x002F, [0, 0, 1, 2, 3, 4]) }
    #expect(found.problem == "не читается: это книга старого формата .xls под паролем")
    #expect(found.hint == "Откройте книгу с паролем, снимите защиту и сохраните как .xlsx.")
  }

  @Test func aVersionThatNobodyKnows() throws {
    let found = try streamProblem(BIFF.begin(0x05, version: 0x0400))
    #expect(found.problem == "не читается: версия книги .xls неизвестна")
    #expect(found.hint == "Откройте книгу в Excel или LibreOffice и сохраните как .xlsx.")
  }

  @Test func aBookWithoutBeginningOrEnd() throws {
    #expect(try streamProblem(BIFF.end).problem == "книга повреждена: у неё нет начала")
    #expect(try streamProblem(BIFF.begin(0x10)).problem == "книга повреждена: у неё нет начала")
    #expect(try streamProblem([]).problem == "книга повреждена: у неё нет начала")
    let stream = XLSFixture("Лист 1", [["а"]]).stream()
    for length in [30, 40, 41, 43] {
      #expect(
        try streamProblem(Array(stream.prefix(length)))
          == ImportProblem("книга повреждена: она обрывается", hint: again))
    }
  }

  @Test func sharedStringsThatEndTooEarly() throws {
    let found = try bookProblem {
      $0.globals = BIFF.record(0x00FC, UInt32(9).bytes + UInt32.max.bytes + UInt16.max.bytes + [1, 0x16])
    }
    #expect(found.problem == "книга повреждена: она обрывается")
  }

  @Test func sheetsThatAreNotWhereTheyShouldBe() throws {
    var book = XLSFixture("Лист 1", [["а"]])
    book.add("Лист 2", [["б"]])
    var stream = book.stream()
    let second = try #require(stream.indices.dropLast(4).last { stream[$0] == 0x85 && stream[$0 + 1] == 0 }) + 4
    stream.replaceSubrange(second..<(second + 4), with: UInt32(stream.count).bytes)
    #expect(
      try streamProblem(stream)
        == ImportProblem("книга повреждена: неизвестно, где лежит лист", hint: again, at: CellPlace(sheet: "Лист 2")))
  }

  @Test func aSheetWithoutBeginningOrEnd() throws {
    let chart = XLSFixture(sheets: [.init(name: "Лист 1", records: [], kind: 2)]).stream()
    let sheet = try #require(chart.indices.dropLast(4).last { chart[$0] == 0x85 && chart[$0 + 1] == 0 }) + 9
    var stream = chart
    stream[sheet] = 0
    let reader = try XLSReader(CompoundFixture(streams: [("Workbook", stream)]).file())
    #expect(try problem { _ = try reader.grid(0) }.problem == "лист повреждён: у него нет начала")

    let short = try XLSReader(
      CompoundFixture(streams: [("Workbook", XLSFixture("Лист 1", [["а"]]).stream().dropLast(4))]).file())
    #expect(
      try problem { _ = try short.grid(0) }.problem
        == "лист повреждён: он обрывается или запись в нём короче, чем должна быть")
  }

  @Test func aSharedStringThatIsNotThere() throws {
    #expect(
      try sheetProblem(BIFF.sharedText(3, 2, 2))
        == ImportProblem(
          "лист повреждён: ячейка ссылается на общую строку, которой нет: всего их 2", hint: again,
          at: CellPlace(sheet: "Лист 1", row: 3, column: 2), raw: "2"))
  }

  @Test func aCellTwice() throws {
    #expect(
      try sheetProblem(BIFF.text(3, 2, "н") + BIFF.number(3, 2, 5))
        == ImportProblem(
          "лист повреждён: ячейка записана дважды: неясно, какой верить", hint: again,
          at: CellPlace(sheet: "Лист 1", row: 3, column: 2), raw: "н"))
  }

  @Test(arguments: [
    (BIFF.cell(0x0203, 3, 2, [1, 2]), "он обрывается или запись в нём короче, чем должна быть"),
    (BIFF.number(3, 257, 1), "ячейка стоит за последним столбцом"),
    (BIFF.cell(0x0205, 3, 2, [3, 1]), "код ошибки неизвестен"),
    (BIFF.cell(0x0205, 3, 2, [3, 0]), "логическое значение записано неверно"),
    (BIFF.formula(3, 2, result: [4, 0, 0, 0, 0, 0, 0xFF, 0xFF]), "результат формулы записан неверно"),
    (BIFF.formula(3, 2, result: [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]), "у формулы нет её текста"),
    (
      BIFF.formula(3, 2, result: [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) + BIFF.number(3, 3, 1), "у формулы нет её текста"
    ),
    (
      BIFF.record(0x00BD, UInt16(2).bytes + UInt16(255).bytes + [UInt8](repeating: 0, count: 14)),
      "он обрывается или запись в нём короче, чем должна быть"
    ),
    (
      BIFF.number(3, 2, 1) + BIFF.record(0x00E5, UInt16(1).bytes + [2, 0, 1, 0, 0, 0, 0, 0]),
      "объединённые ячейки записаны неверно"
    ),
    (BIFF.record(0x00E5, UInt16.max.bytes), "он обрывается или запись в нём короче, чем должна быть"),
  ])
  func records(_ records: [UInt8], _ expected: String) throws {
    let found = try sheetProblem(records)
    #expect(found.problem == "лист повреждён: \(expected)")
    #expect(found.hint == again && found.place.sheet == "Лист 1")
  }
}
