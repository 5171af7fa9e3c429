import Importing
import Journal
import Testing

@Suite struct HTMLReaderTests {
  private func reader(_ page: String) throws -> HTMLReader { try HTMLReader(FileBytes(page.utf8)) }

  private func text(_ cell: String) throws -> String {
    try reader("<table><tr><td>\(cell)</td></tr></table>").tables[0].text(row: 1, column: 1)
  }

  @Test func cellsWithAndWithoutEndTags() throws {
    let grid = try reader(
      """
      <html><body><TABLE border=1><tbody><tr><TH>Предмет<th>Сентябрь</th></tr><tr><td>Алгебра<td></td><td>5 Н
      <tr><td>Физика</td></tr></tbody></TABLE></body></html>
      """
    ).tables[0]
    #expect(grid.name == "Таблица 1")
    #expect(
      grid.described == [
        "1:1 text Предмет", "1:2 text Сентябрь", "2:1 text Алгебра", "2:3 text 5 Н", "3:1 text Физика",
      ])
  }

  @Test func spans() throws {
    let grid = try reader(
      """
      <table><tr><th rowspan="2">Предмет</th><th colspan="3">Март</th><th rowspan="9">Итог</th></tr>
      <tr><th>1</th><th>2</th><th>3</th></tr><tr><td>Алгебра</td><td colspan="0">5</td></tr></table>
      """
    ).tables[0]
    #expect(
      grid.described == [
        "1:1 text Предмет", "1:2 text Март", "1:5 text Итог", "2:2 text 1", "2:3 text 2", "2:4 text 3",
        "3:1 text Алгебра", "3:2 text 5",
      ])
    #expect(
      grid.merges == [
        CellRange(rows: 1...2, columns: 1...1), CellRange(rows: 1...1, columns: 2...4),
        CellRange(rows: 1...3, columns: 5...5),
      ])
  }

  @Test(arguments: [
    (" 5 \n  Н ", "5 Н"), ("5&nbsp;Н", "5\u{A0}Н"), ("&nbsp;", "\u{A0}"), ("а<br>б<br/><br>в<br>", "а\nб\n\nв"),
    ("<p>а</p><p>б</p>", "а\nб"), ("<b>жир</b>ный &laquo;5&raquo; &lt;", "жирный «5» <"),
    ("<span>Период:</span><span>10.1.22 - 24.5.22</span>", "Период:\n10.1.22 - 24.5.22"),
    ("<span>Период:</span> <span>10.1.22</span>", "Период: 10.1.22"), ("<span>5</span>/4", "5/4"),
    ("а<script>var b = \"<td>\";</script><style>td {}</style>б<!-- в -->", "аб"),
  ])
  func texts(_ cell: String, _ expected: String) throws {
    #expect(try text(cell) == expected)
  }

  /// Pages lay things out by tables; whoever reads them counts all tables.
  @Test func aTableInsideACellIsASheetOfItsOwn() throws {
    let page = try reader(
      """
      <table><tr><td>до<table><tr><td>внутри</td></tr></table>после</td><td>рядом</td></tr></table>
      <table><tr><td>третья</td></tr></table>
      """)
    #expect(page.tables.map(\.name) == ["Таблица 1", "Таблица 2", "Таблица 3"])
    #expect(
      page.tables.map(\.described) == [
        ["1:1 text до\nпосле", "1:2 text рядом"], ["1:1 text внутри"], ["1:1 text третья"],
      ])
  }

  @Test func whatStandsOutsideOfCellsIsLeftOut() throws {
    let page = try reader(
      """
      <html><head><title>Отчет &amp; итог</title><style>b {}</style></head><body><h1>Школа № 5</h1>Класс:&nbsp;8А<br>
      <table><caption>Подпись</caption><tr><td>5</td></tr></table><p>Всего 1</p></body></html>
      """)
    #expect(page.tables.map(\.described) == [["1:1 text 5"]])
  }

  @Test(arguments: ["", "<meta charset=\"windows-1251\">", "<meta charset=utf-8>", "<meta charset=\"iso-8859-1\">"])
  func aPageInWindows1251(_ meta: String) throws {
    let bytes =
      Array("\(meta)<table><tr><td>".utf8) + [0xCF, 0xF0, 0xE5, 0xE4, 0xEC, 0xE5, 0xF2] + Array("</table>".utf8)
    #expect(try HTMLReader(FileBytes(bytes)).tables[0].text(row: 1, column: 1) == "Предмет")
  }

  @Test func pagesInOtherEncodings() throws {
    let table = "<table><tr><td>Предмет</td></tr></table>"
    for page in [
      "\u{FEFF}" + table, "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">" + table,
    ] {
      #expect(try reader(page).tables[0].text(row: 1, column: 1) == "Предмет")
    }
    let wide = table.utf16.reduce(into: [0xFF, 0xFE] as [UInt8]) { $0 += [UInt8($1 & 255), UInt8($1 >> 8)] }
    #expect(try HTMLReader(FileBytes(wide)).tables[0].text(row: 1, column: 1) == "Предмет")
    let koi = Array("<meta charset='KOI8-R'><table><tr><td>".utf8) + [0xF0, 0xD2, 0xC5, 0xC4] + Array("</table>".utf8)
    #expect(try HTMLReader(FileBytes(koi)).tables[0].text(row: 1, column: 1) == "Пред")
  }

  @Test(arguments: [
    "<table><tr><td>5</td></tr>", "<table><tr><td>5</td></tr></table><table><tr><td", "<table><tr><td>5<!--",
  ])
  func aPageCutOff(_ page: String) throws {
    let found = try problem { _ = try reader(page) }
    #expect(found.problem == "страница HTML обрывается: таблица не закончена")
    #expect(found.hint == "Скачайте файл заново и дождитесь конца загрузки.")
  }

  @Test func noTableAndOneTooWide() throws {
    #expect(try problem { _ = try reader("<html><body>5</body></html>") }.problem == "в странице HTML нет таблиц")
    let cells = String(repeating: "<td colspan=1000>5</td>", count: 17)
    let found = try problem { _ = try reader("<table><tr>\(cells)</tr></table>") }
    #expect(found.problem == "в таблице больше столбцов, чем бывает")
    #expect(found.place == CellPlace(sheet: "Таблица 1", row: 1, column: 16_001))
  }
}
