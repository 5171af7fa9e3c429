import Importing
import Journal
import Testing

private let again = "Скачайте файл заново или сохраните книгу ещё раз в Excel."

@Suite struct XLSXProblemTests {
  private func read(_ book: WorkbookFixture) throws {
    let reader = try book.reader()
    for index in reader.sheets.indices { _ = try reader.grid(index) }
  }

  private func sheetProblem(_ xml: String, strings: [String] = []) throws -> ImportProblem {
    try problem { try read(WorkbookFixture(sheet: xml, strings: strings)) }
  }

  @Test func noWorkbook() throws {
    var book = WorkbookFixture(sheet: "")
    book["xl/workbook.xml"] = nil
    let found = try problem { try read(book) }
    #expect(found.problem == "в архиве нет книги Excel: нет части «xl/workbook.xml»")
    #expect(found.hint == "Если это архив с книгами, загрузите его как ZIP; если книга, скачайте её заново.")
  }

  @Test func anotherDocument() throws {
    var book = WorkbookFixture(sheet: "")
    book["xl/workbook.xml"] = "<document/>"
    #expect(try problem { try read(book) }.problem == "это не книга Excel, а другой документ Office")
  }

  @Test func noSheetPart() throws {
    var book = WorkbookFixture(sheet: "<sheetData/>")
    book["xl/worksheets/sheet0.xml"] = nil
    #expect(try problem { try read(book) }.problem == "в книге нет части «xl/worksheets/sheet0.xml»")
  }

  @Test func noRelationOfASheet() throws {
    var book = WorkbookFixture(sheet: "<sheetData/>")
    book["xl/_rels/workbook.xml.rels"] = "<Relationships/>"
    let found = try problem { try read(book) }
    #expect(found.problem == "книга повреждена: неизвестно, где лежит лист")
    #expect(found.place == CellPlace(sheet: "Лист 1"))
  }

  @Test(arguments: [
    "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>",
    "<!DOCTYPE worksheet SYSTEM \"http://example.org/a.dtd\"><worksheet/>",
  ])
  func aDTD(_ xml: String) throws {
    var book = WorkbookFixture(sheet: "")
    book["xl/worksheets/sheet0.xml"] = xml
    let found = try problem { try read(book) }
    #expect(
      found.problem
        == "часть «xl/worksheets/sheet0.xml» содержит объявление DTD, какого в выгрузках не бывает")
    #expect(found.hint == "Файл может быть вредоносным: не открывайте его и запросите выгрузку заново.")
  }

  @Test(arguments: ["<worksheet><sheetData><row><c><v>1</v>", "", "<worksheet", "<worksheet><sheetData>5"])
  func cutOff(_ xml: String) throws {
    var book = WorkbookFixture(sheet: "")
    book["xl/worksheets/sheet0.xml"] = xml
    let found = try problem { try read(book) }
    #expect(found.problem == "часть «xl/worksheets/sheet0.xml» обрывается: XML не закончен")
    #expect(
      found.hint
        == "Скачайте файл заново; если он правился, сохраните его ещё раз в Excel или LibreOffice.")
  }

  @Test func brokenXML() throws {
    var book = WorkbookFixture(sheet: "")
    book["xl/sharedStrings.xml"] = "<sst>\n<si><t>5</si></sst>"
    let found = try problem { try read(book) }
    #expect(found.problem == "часть «xl/sharedStrings.xml» повреждена: ошибка XML в строке 2, знак 14")
  }

  @Test func anEntityThatNobodyDeclared() throws {
    var book = WorkbookFixture(sheet: "")
    book["xl/worksheets/sheet0.xml"] = "<worksheet>\n&a;</worksheet>"
    let found = try problem { try read(book) }
    #expect(found.problem == "часть «xl/worksheets/sheet0.xml» повреждена: ошибка XML в строке 2, знак 4")
  }

  @Test(arguments: ["2", "-1", "a", "99999999999"])
  func aSharedStringThatIsNotThere(_ index: String) throws {
    let found = try sheetProblem(
      "<sheetData><row r=\"3\"><c r=\"B3\" t=\"s\"><v>\(index)</v></c></row></sheetData>",
      strings: ["<t>а</t>", "<t>б</t>"])
    #expect(found.problem == "лист повреждён: ячейка ссылается на общую строку, которой нет: всего их 2")
    #expect(found.hint == again)
    #expect(found.place == CellPlace(sheet: "Лист 1", row: 3, column: 2))
    #expect(found.raw == index)
  }

  @Test(arguments: ["B4", "XFE3", "A3", "3", "", "B1048577"])
  func aCellOutOfPlace(_ reference: String) throws {
    let found = try sheetProblem("<sheetData><row r=\"3\"><c r=\"A3\"/><c r=\"\(reference)\"/></row></sheetData>")
    #expect(found.problem == "лист повреждён: адрес ячейки не на своём месте")
    #expect(found.raw == reference)
    #expect(found.place == CellPlace(sheet: "Лист 1", row: 3, column: 1))
  }

  @Test func rowsOutOfOrder() throws {
    let found = try sheetProblem("<sheetData><row r=\"3\"/><row r=\"3\"/></sheetData>")
    #expect(found.problem == "лист повреждён: строка 3 стоит после строки 3")
    #expect(
      try sheetProblem("<sheetData><row r=\"0\"/></sheetData>").problem == "лист повреждён: номер строки стоит неверный"
    )
    #expect(try sheetProblem("<sheetData><row r=\"1048577\"/></sheetData>").raw == "1048577")
    #expect(throws: ImportProblem.self) {
      try read(WorkbookFixture(sheet: "<sheetData><row r=\"1048576\"/><row/></sheetData>"))
    }
  }

  @Test func anUnknownTypeOfCell() throws {
    let found = try sheetProblem("<sheetData><row><c t=\"x\"/></row></sheetData>")
    #expect(found.problem == "лист повреждён: тип ячейки неизвестен")
    #expect(found.raw == "x")
  }

  @Test func wrongMergedRange() throws {
    let found = try sheetProblem(
      "<sheetData><row r=\"9\"/></sheetData><mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>")
    #expect(found.problem == "лист повреждён: объединённые ячейки записаны неверно")
    #expect(found.place == CellPlace(sheet: "Лист 1"))
  }

  @Test func aPartThatIsThereTwice() throws {
    var book = WorkbookFixture(sheet: "<sheetData/>")
    book.parts.append(("XL/worksheets/Sheet0.xml", "<worksheet/>"))
    #expect(
      try problem { try read(book) }.problem
        == "часть «XL/worksheets/Sheet0.xml» есть в книге дважды: неясно, какой верить")
  }

  @Test func theBodyCanStopTheReading() throws {
    struct Stop: Error {}
    let reader = try WorkbookFixture(sheet: "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>").reader()
    var seen = 0
    #expect(throws: Stop.self) {
      try reader.readSheet(0) { _ in
        seen += 1
        throw Stop()
      }
    }
    #expect(seen == 1)
  }
}
