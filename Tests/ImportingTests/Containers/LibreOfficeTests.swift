import Importing
import Testing

/// One workbook as LibreOffice saves it in other formats, against what openpyxl reads of the workbook itself.
@Suite(.enabled(if: LibreOffice.isInstalled && OpenPyXL.isInstalled, "no LibreOffice or no openpyxl"))
struct LibreOfficeTests {
  private static func text(_ place: String, _ text: String) -> String {
    "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
  }

  /// Texts, numbers, dates, booleans, merged cells, empty rows, cells and rows that are the same many times over, line breaks and
  /// a long text; then an empty sheet.
  private static var book: WorkbookFixture {
    let same = "ABCDEFGH".map { text("\($0)5", "н") }.joined()
    let rows = (8...11).map {
      "<row r=\"\($0)\">\(text("A\($0)", "Повтор"))<c r=\"B\($0)\"><v>3</v></c></row>"
    }
    let long = String(repeating: "Очень длинная тема урока, § 5. ", count: 60) + "Конец"
    let sheet = """
      <sheetData><row r="1">\(text("A1", "Класс: 7а"))<c r="D1"><v>4.35</v></c><c r="E1"><v>5</v></c>\
      <c r="F1" s="3" t="b"><v>1</v></c><c r="G1" s="1"><v>43710</v></c><c r="H1" s="2"><v>43710.354166666664</v></c></row>\
      <row r="2">\(text("A2", "первая\nвторая"))\(text("B2", "5"))\(text("C2", "а &lt; б &amp; «в»"))</row>\
      <row r="5">\(same)</row>\(rows.joined())<row r="14">\(text("C14", long))</row>\
      <row r="15">\(text("A15", "ё"))</row></sheetData>\
      <mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="C14:D15"/></mergeCells>
      """
    var book = WorkbookFixture(sheets: [
      ("Журнал", sheet), ("Пустой", "<sheetData/>"),
      ("Второй", "<sheetData><row r=\"1\">\(text("A1", "у"))</row><row r=\"3\">\(text("B3", "х"))</row></sheetData>"),
    ])
    book.addStyles(cellFormats: [0, 164, 165, 166], formats: ["dd.mm.yyyy", "dd.mm.yyyy hh:mm", "BOOLEAN"])
    book.addContentTypes()
    return book
  }

  @Test func anODSWorkbook() throws {
    let original = try Self.book.file()
    let expected = try OpenPyXL.lines(original)
    #expect(expected.count == 34)
    let book = try XLSXReader(original)
    #expect(try book.sheets.indices.flatMap { try book.grid($0).lines } == expected)
    let saved = try LibreOffice.convert(original, from: "xlsx", to: "ods")
    #expect(FileKind(of: saved) == .ods)
    #expect(try ODSReader(saved).grids().flatMap(\.lines) == expected)
  }

  /// A page has no empty sheets, no names and no kinds of values.
  @Test func aPageOfHTML() throws {
    let original = try Self.book.file()
    let expected = try OpenPyXL.lines(original, shown: true).filter { !$0.hasPrefix("sheet") }
    let page = try LibreOffice.convert(original, from: "xlsx", to: "html")
    #expect(FileKind(of: page) == .html)
    let tables = try HTMLReader(page).tables
    #expect(tables.flatMap { $0.lines.dropFirst() } == expected)
  }

  /// LibreOffice 7.4 fails to save this format, so here it reads one.
  @Test func aSpreadsheetMLWorkbook() throws {
    let file = FileBytes(
      """
      <?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Styles><Style ss:ID="d"><NumberFormat ss:Format="dd/mm/yyyy"/></Style></Styles>
      <Worksheet ss:Name="Журнал"><Table><Row><Cell ss:MergeAcross="2"><Data ss:Type="String">Класс: 7а</Data></Cell>
      <Cell><Data ss:Type="Number">4.35</Data></Cell><Cell ss:Index="7" ss:StyleID="d">
      <Data ss:Type="DateTime">2019-09-02T00:00:00.000</Data></Cell></Row>
      <Row ss:Index="4"><Cell><Data ss:Type="String">первая&#10;вторая</Data></Cell>
      <Cell ss:MergeDown="1"><Data ss:Type="String">а &lt; б &amp; «в»</Data></Cell></Row>
      <Row ss:Index="9"><Cell ss:Index="3"><Data ss:Type="String">\(String(repeating: "Длинная тема. ", count: 90))х</Data></Cell>
      <Cell><Data ss:Type="Number">-3</Data></Cell></Row></Table></Worksheet>
      <Worksheet ss:Name="Второй"><Table><Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="String">х</Data></Cell></Row>
      </Table></Worksheet></Workbook>
      """.utf8)
    #expect(FileKind(of: file) == .spreadsheetML)
    let saved = try LibreOffice.convert(file, from: "xml", to: "xlsx")
    let ours = try SpreadsheetMLReader(file).sheets.flatMap(\.lines)
    #expect(ours == (try OpenPyXL.lines(saved)))
    #expect(ours.count == 12)
  }
}
