import Importing
import Testing

/// Workbooks that real programs write or read.
@Suite struct XLSOracleTests {
  /// A sheet of 3,000 different long texts, so that the shared strings take many records, beside numbers, dates, formulas.
  private var sheet: String {
    let texts = (4...3000).map { row in
      "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"inlineStr\"><is><t>Тема \(row): §\(row % 90) text, «уч.» </t></is></c></row>"
    }
    return """
      <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Класс: 7а</t></is></c><c r="C1"><v>4.35</v></c>\
      <c r="D1"><v>5</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" s="1"><v>43710</v></c></row>\
      <row r="2"><c r="A2"><f>D1*2</f><v>10</v></c><c r="B2" t="str"><f>A1&amp;"!"</f><v>Класс: 7а!</v></c>\
      <c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D2" t="b"><f>D1=5</f><v>1</v></c></row>\(texts.joined())</sheetData>\
      <mergeCells><mergeCell ref="A1:B1"/></mergeCells>
      """
  }

  @Test(.enabled(if: LibreOffice.isInstalled && XLRD.isInstalled, "no LibreOffice or no xlrd"))
  func aBookThatLibreOfficeSaved() throws {
    var book = WorkbookFixture(sheet: sheet)
    book.addStyles(cellFormats: [0, 14])
    book.addContentTypes()
    let file = try LibreOffice.convert(book.file(), from: "xlsx", to: "xls")
    #expect(FileKind(of: file) == .xls)
    let ours = try XLRD.ours(file)
    #expect(ours == (try XLRD.lines(file)))
    #expect(
      ours.prefix(11) == [
        "sheet Лист 1", "1 1 text Класс: 7а", "1 3 number 4.35", "1 4 number 5.0", "1 5 boolean 1",
        "1 6 date 2019-09-02T00:00:00", "2 1 number 10.0", "2 2 text Класс: 7а!", "2 3 error #DIV/0!", "2 4 boolean 1",
        "4 1 text Тема 4: §4 text, «уч.» ",
      ])
    #expect(ours.last == "merge 1 1 1 2")
  }

  /// The fixtures are sound books.
  @Test(.enabled(if: XLRD.isInstalled, "python3 has no xlrd"), arguments: [30, 50, 8224])
  func xlrdReadsTheFixtures(_ limit: Int) throws {
    var book = XLSFixture("Алгебра", [["Класс: 7а", nil, 5], [], ["02.09.2018", "Тема «é» latin", 4.35]])
    book.add("Русск. яз.", [["", "page"]], merges: [(rows: 1...1, columns: 1...3)])
    book.strings[1].runs = 4
    book.strings[2].phonetic = 20
    book.recordLimit = limit
    #expect(try XLRD.ours(book.file()) == XLRD.lines(book.file()))
  }

  @Test(.enabled(if: XLRD.isInstalled, "python3 has no xlrd"))
  func xlrdReadsExcel95Alike() throws {
    let file = XLSFixture.excel95(codePage: 1251).file()
    #expect(try XLRD.ours(file) == XLRD.lines(file))
  }
}
