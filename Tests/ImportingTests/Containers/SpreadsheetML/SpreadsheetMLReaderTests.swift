import Importing
import Journal
import Testing

@Suite struct SpreadsheetMLReaderTests {
  private func file(_ body: String) -> FileBytes {
    FileBytes(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
       xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">\(body)</Workbook>
      """.utf8)
  }

  private func rows(_ rows: String) throws -> SheetGrid {
    let reader = try SpreadsheetMLReader(
      file("<Styles/><Worksheet ss:Name=\"Лист 1\"><Table><Column/>\(rows)</Table><WorksheetOptions/></Worksheet>"))
    return try #require(reader.sheets.first)
  }

  @Test func everyTypeOfData() throws {
    let grid = try rows(
      """
      <Row><Cell><Data ss:Type="Number"> 4.5 </Data></Cell><Cell><Data ss:Type="String">н &lt;5&gt;&#10;б </Data></Cell>\
      <Cell><Data ss:Type="DateTime">2019-01-31T00:00:00.000</Data></Cell>\
      <Cell><Data ss:Type="DateTime">2019-01-31T08:30:00.000</Data></Cell>\
      <Cell><Data ss:Type="DateTime">1899-12-31T08:30:00.000</Data></Cell>\
      <Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell>\
      <Cell ss:StyleID="s1"/><Cell><Data ss:Type="String"></Data></Cell><Cell><ss:Data ss:Type="String">\
      <html:B>жир</html:B><html:Font html:Color="#FF0000">ный</html:Font></ss:Data>\
      <Comment><ss:Data ss:Type="String">заметка</ss:Data></Comment><NamedCell ss:Name="x"/></Cell></Row>
      """)
    #expect(
      grid.described == [
        "1:1 number 4.5", "1:2 text н <5>\nб ", "1:3 date 2019-01-31", "1:4 date 2019-01-31T08:30:00",
        "1:5 date 08:30:00", "1:6 boolean 1", "1:7 error #N/A", "1:9 text ", "1:10 text жирный",
      ])
  }

  @Test func indexesAndMergedCells() throws {
    let cell = "<Data ss:Type=\"String\">5</Data></Cell>"
    let grid = try rows(
      """
      <Row ss:Index="2"><Cell ss:MergeAcross="1" ss:MergeDown="2">\(cell)<Cell>\(cell)<Cell ss:Index="7">\(cell)</Row>\
      <Row ss:Span="3"/><Row><Cell>\(cell)</Row>
      """)
    #expect(grid.described == ["2:1 text 5", "2:3 text 5", "2:7 text 5", "7:1 text 5"])
    #expect(grid.merges == [CellRange(rows: 2...4, columns: 1...2)])
  }

  @Test func sheetsAndMoments() throws {
    let reader = try SpreadsheetMLReader(
      file(
        """
        <DocumentProperties xmlns="urn:schemas-microsoft-com:office:office"><Author>Школа</Author>\
        <Created>2019-05-22T21:10:22Z</Created><LastSaved>2019-05-23T08:00:00Z</LastSaved></DocumentProperties>\
        <Worksheet ss:Name="А &amp; Б"><Table/></Worksheet><Worksheet ss:Name="В"/>
        """))
    #expect(reader.sheets.map(\.name) == ["А & Б", "В"])
    #expect(reader.created?.description == "2019-05-22T21:10:22")
    #expect(reader.modified?.description == "2019-05-23T08:00:00")
  }

  @Test(arguments: [
    ("<Row><Cell><Data>5</Data></Cell></Row>", "тип ячейки неизвестен", "", 1),
    ("<Row><Cell><Data ss:Type=\"Text\">5</Data></Cell></Row>", "тип ячейки неизвестен", "Text", 1),
    ("<Row><Cell/><Cell ss:Index=\"1\"/></Row>", "номер столбца: такого здесь быть не может", "1", 1),
    ("<Row><Cell ss:MergeAcross=\"16384\"/></Row>", "ячейка стоит за пределами листа", "", 1),
    ("<Row><Cell ss:MergeDown=\"x\"/></Row>", "число объединённых ячеек: такого здесь быть не может", "x", 1),
  ])
  func whatCannotBe(_ xml: String, _ problem: String, _ raw: String, _ column: Int) throws {
    let found = try ImportingTests.problem { _ = try rows(xml) }
    #expect(found.problem == "лист повреждён: \(problem)")
    #expect(found.raw == raw)
    #expect(found.place == CellPlace(sheet: "Лист 1", row: 1, column: column))
    #expect(found.hint == "Скачайте файл заново или сохраните книгу ещё раз в Excel.")
  }

  @Test func rowsOutOfOrder() throws {
    let found = try problem { _ = try rows("<Row ss:Index=\"3\"/><Row ss:Index=\"3\"/>") }
    #expect(found.problem == "лист повреждён: номер строки: такого здесь быть не может")
  }

  @Test func anotherFileAndOneCutOff() throws {
    #expect(
      try problem { _ = try SpreadsheetMLReader(FileBytes("<html/>".utf8)) }.problem
        == "это не «Таблица XML 2003», а другой файл XML")
    #expect(
      try problem { _ = try SpreadsheetMLReader(FileBytes("<Workbook><Worksheet>".utf8)) }.problem
        == "книга обрывается: XML не закончен")
    #expect(
      try problem { _ = try SpreadsheetMLReader(FileBytes("<!DOCTYPE a><Workbook/>".utf8)) }.problem
        == "книга содержит объявление DTD, какого в выгрузках не бывает")
  }
}
