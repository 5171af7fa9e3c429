import Importing
import Journal
import Testing

@Suite struct XLSXReaderTests {
  @Test func everyKindOfCell() throws {
    let book = WorkbookFixture(
      sheet: """
        <dimension ref="A1"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="4"/>\
        <c r="D1"><v>3</v></c><c r="E1" t="n"><v> 4.5 </v></c><c r="F1" t="b"><v>1</v></c>\
        <c r="G1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="H1" t="str"><f>A1&amp;"x"</f><v>5аx</v></c>\
        <c r="I1" t="inlineStr"><is><t>н</t></is></c><c r="J1" t="d"><v>2019-01-31</v></c>\
        <c r="AA1" t="s"><v>1</v></c><c r="AB1" t="s"><v>2</v></c></row></sheetData>
        """, strings: ["<t>5а</t>", "<t></t>", "<t>ОСВ &lt;1&gt;</t>"])
    #expect(
      try book.cells() == [
        "1:1 text 5а", "1:4 number 3", "1:5 number 4.5", "1:6 boolean 1", "1:7 error #DIV/0!", "1:8 text 5аx",
        "1:9 text н", "1:10 date 2019-01-31", "1:27 text ", "1:28 text ОСВ <1>",
      ])
  }

  @Test(arguments: [("", "2019-09-02"), ("<workbookPr date1904=\"1\"/>", "2023-09-03")])
  func datesByTheirStyle(_ properties: String, _ day: String) throws {
    let numbers = [("0", "43710"), ("1", "43710"), ("2", "43710.5"), ("3", "43710.5"), ("1", "-1"), ("9", "43710")]
    let cells = numbers.map { "<c s=\"\($0)\"><v>\($1)</v></c>" }.joined() + "<c s=\"1\" t=\"str\"><v>43710</v></c>"
    var book = WorkbookFixture(
      sheets: [("Лист", "<sheetData><row>\(cells)</row></sheetData>")], workbookProperties: properties)
    book.addStyles(cellFormats: [0, 14, 164, 165], formats: ["dd\\.mm\\.yyyy;@", "[h]:mm &quot;д&quot;"])
    #expect(
      try book.cells() == [
        "1:1 number 43710", "1:2 date \(day)", "1:3 date \(day)T12:00:00", "1:4 number 43710.5", "1:5 number -1",
        "1:6 number 43710", "1:7 text 43710",
      ])
  }

  @Test func sparseRowsAndMissingReferences() throws {
    let book = WorkbookFixture(
      sheet: """
        <sheetData><row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="7"><c><v>3</v></c><c r="E7"><v>4</v></c>\
        <c><v>5</v></c></row><row/><row><c><v>6</v></c></row></sheetData>
        """)
    #expect(
      try book.cells() == [
        "1:1 number 1", "1:3 number 2", "7:1 number 3", "7:5 number 4", "7:6 number 5", "9:1 number 6",
      ])
  }

  @Test func richTextSpacesAndEscapes() throws {
    let strings = [
      "<r><t>Физ. </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> культура </t></r><rPh><t>чтение</t></rPh>",
      "<t xml:space=\"preserve\"> 5 </t>", "<t>\n  5\n</t>", "<t>две_x000D_\nстроки_x005F_x000D_ _x+12_</t>",
      "<t><![CDATA[<a>]]></t>",
    ]
    let cells = strings.indices.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    let book = WorkbookFixture(sheet: "<sheetData><row>\(cells)</row></sheetData>", strings: strings)
    #expect(
      try book.reader().grid(0).cells.map(\.text) == [
        "Физ. культура ", " 5 ", "5", "две\r\nстроки_x000D_ _x+12_", "<a>",
      ])
  }

  @Test func sheetsInTheOrderOfTabs() throws {
    let empty = "<sheetData/>"
    var book = WorkbookFixture(sheets: [("Б", empty), ("А &amp; В", empty), ("График", empty)])
    book["xl/_rels/workbook.xml.rels"] = book["xl/_rels/workbook.xml.rels"]?
      .replacing("worksheet\" Target=\"worksheets/sheet2", with: "chartsheet\" Target=\"worksheets/sheet2")
      .replacing("worksheets/sheet1", with: "/xl/worksheets/../worksheets/./SHEET1")
    let reader = try book.reader()
    #expect(reader.sheets.map(\.name) == ["Б", "А & В"])
    #expect(try reader.grid(1).cells.isEmpty)
    #expect(try reader.grid(1).lastRow == 0)
  }

  @Test func mergedRanges() throws {
    let book = WorkbookFixture(
      sheet: "<sheetData/><mergeCells><mergeCell ref=\"A7:A9\"/><mergeCell ref=\"C7:D7\"/></mergeCells>")
    let grid = try book.reader().grid(0)
    #expect(grid.merges == [CellRange(rows: 7...9, columns: 1...1), CellRange(rows: 7...7, columns: 3...4)])
  }

  @Test func gridFindsItsCells() throws {
    let grid = SheetGrid(
      name: "Л",
      cells: [(1, 1, "а"), (1, 5, "б"), (4, 2, "в")].map { RawCell(row: $0.0, column: $0.1, kind: .text, text: $0.2) })
    #expect(grid.rowNumbers == [1, 4])
    #expect(grid.lastRow == 4)
    #expect(grid.row(1).map(\.text) == ["а", "б"])
    #expect(grid.row(2).isEmpty && grid.row(5).isEmpty)
    #expect(grid.text(row: 4, column: 2) == "в")
    #expect(grid.text(row: 4, column: 1) == "")
    #expect(grid.cell(row: 1, column: 6) == nil)
  }

  @Test func properties() throws {
    var book = WorkbookFixture(sheets: [("А", "<sheetData/>")], workbookProperties: "<workbookPr date1904=\"1\"/>")
    #expect(try book.reader().uses1904)
    #expect(try book.reader().created == nil)
    book["docProps/core.xml"] = """
      \u{FEFF}<?xml version="1.0" encoding="utf-8"?><cp:coreProperties xmlns:cp="c" xmlns:dcterms="d">\
      <dcterms:created>2019-05-22T21:10:22Z</dcterms:created>
      <dcterms:modified>2019-05-22T18:26:35.123+03:00</dcterms:modified></cp:coreProperties>
      """
    let reader = try book.reader()
    #expect(reader.created?.description == "2019-05-22T21:10:22")
    #expect(reader.modified?.description == "2019-05-22T18:26:35")
  }

  @Test(arguments: [
    (1.0, false, "1900-01-01T00:00:00"), (59, false, "1900-02-28T00:00:00"), (60, false, nil),
    (61, false, "1900-03-01T00:00:00"), (43_496.25, false, "2019-01-31T06:00:00"),
    (42_034, true, "2019-01-31T00:00:00"), (43_496.999999, false, "2019-02-01T00:00:00"), (-1, false, nil),
    (2_958_465, false, "9999-12-31T00:00:00"), (2_958_466, false, nil), (Double.nan, false, nil),
    (Double.infinity, false, nil),
  ])
  func serialDates(_ serial: Double, _ uses1904: Bool, _ moment: String?) {
    #expect(LocalMoment(spreadsheetSerial: serial, uses1904: uses1904)?.description == moment)
  }

  @Test func namesOfPrefixedAndStrictFiles() throws {
    var book = WorkbookFixture(sheet: "")
    book["xl/worksheets/sheet0.xml"] = """
      <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="2"><x:c r="B2">\
      <x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>
      """
    #expect(try book.cells() == ["2:2 number 7"])
  }

  @Test func emptyTextsOfEveryTypeAreCells() throws {
    let book = WorkbookFixture(
      sheet: """
        <sheetData><row><c t="s"><v>0</v></c><c t="inlineStr"><is><t></t></is></c><c t="str"><v></v></c>\
        <c t="inlineStr"/><c t="str"/><c><v></v></c></row></sheetData>
        """, strings: ["<t></t>"])
    #expect(try book.cells() == ["1:1 text ", "1:2 text ", "1:3 text "])
  }

  @Test func onePartIsNotReadAsTwoSheets() throws {
    var book = WorkbookFixture(sheets: [("А", "<sheetData/>"), ("Б", "<sheetData/>")])
    book["xl/_rels/workbook.xml.rels"] = book["xl/_rels/workbook.xml.rels"]?.replacing("sheet1.xml", with: "sheet0.xml")
    let found = try #require(throws: ImportProblem.self) { try book.reader() }
    #expect(found.place.sheet == "Б" && found.problem.contains("два листа лежат в одной части"))
  }
}
