import Importing
import Journal
import Testing

@Suite struct ODSProblemTests {
  private func found(_ book: ODSFixture) throws -> ImportProblem {
    try problem { _ = try book.reader().grids() }
  }

  private func cell(_ attributes: String) -> ODSFixture {
    ODSFixture(
      cells: "<table:table-cell/><table:table-cell \(attributes)><text:p>5</text:p></table:table-cell>")
  }

  @Test func aPassword() throws {
    let book = ODSFixture(
      tables: "",
      manifest: """
        <manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>
        """)
    let found = try found(book)
    #expect(found.problem == "таблица OpenDocument закрыта паролем")
    #expect(found.hint == "Откройте её с паролем, сохраните без пароля или как .xlsx и загрузите.")
  }

  @Test func aDTD() throws {
    var book = ODSFixture(tables: "")
    book.zip.parts[1].bytes = Array("<!DOCTYPE a [<!ENTITY b \"5\">]><a>&b;</a>".utf8)
    #expect(try found(book).problem == "часть «content.xml» содержит объявление DTD, какого в выгрузках не бывает")
  }

  @Test func noContentAndOtherContent() throws {
    var book = ODSFixture(tables: "")
    book.zip.parts[1].bytes = Array("<office:document-content xmlns:office=\"o\"/>".utf8)
    #expect(try found(book).problem == "это не таблица OpenDocument, а другой документ")
    book.zip.parts.remove(at: 1)
    #expect(try found(book).problem == "в книге нет части «content.xml»")
  }

  @Test func cutOff() throws {
    var book = ODSFixture(cells: "<table:table-cell/>")
    book.zip.parts[1].bytes.removeLast(60)
    #expect(try found(book).problem == "часть «content.xml» обрывается: XML не закончен")
  }

  @Test(arguments: [
    ("office:value-type=\"formula\"", "тип ячейки неизвестен", "formula"),
    ("table:number-columns-repeated=\"0\"", "число повторов или объединённых ячеек записано неверно", "0"),
    ("table:number-columns-spanned=\"-2\"", "число повторов или объединённых ячеек записано неверно", "-2"),
    ("table:number-columns-repeated=\"16384\"", "ячейка стоит за пределами листа", "5"),
    ("table:number-rows-spanned=\"1048577\"", "объединённые ячейки выходят за пределы листа", ""),
  ])
  func attributesThatCannotBe(_ attributes: String, _ problem: String, _ raw: String) throws {
    let found = try found(cell(attributes))
    #expect(found.problem == "лист повреждён: \(problem)")
    #expect(found.place == CellPlace(sheet: "Лист 1", row: 1, column: 2))
    #expect(found.raw == raw)
    #expect(found.hint == "Скачайте файл заново или сохраните таблицу ещё раз в LibreOffice.")
  }

  @Test func aMillionCopies() throws {
    let row = """
      <table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" \
      table:number-columns-repeated="2"><text:p>5</text:p></table:table-cell></table:table-row>
      """
    let found = try found(ODSFixture(rows: row))
    #expect(found.problem == "лист повреждён: одни и те же ячейки повторены больше миллиона раз")
    #expect(found.hint == "Удалите строки и столбцы, заполненные за краем таблицы, и сохраните её ещё раз.")
    #expect(
      try self.found(ODSFixture(rows: row.replacing("\"1000000\"", with: "\"x\""))).problem
        == "лист повреждён: число повторов строки записано неверно")
  }

  @Test func tooManyBlanks() throws {
    let book = ODSFixture(
      cells:
        "<table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"999999999\"/></text:p></table:table-cell>"
    )
    #expect(try found(book).problem == "лист повреждён: пробелов больше, чем бывает в таблицах")
  }

  /// libxml2 was stopped while it was filling its buffer, and went on reading what it had let go. The failure falls on different tokens,
  /// and on a part that is inflated on another core.
  @Test(arguments: Array(stride(from: 8_000, to: 90_000, by: 4_000)) + [1_500_000])
  func aPartThatCannotBeReadToItsEnd(_ budget: Int) throws {
    let row =
      "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Тема</text:p></table:table-cell></table:table-row>"
    let book = ODSFixture(rows: String(repeating: row, count: 2 * budget / row.utf8.count))
    let found = try problem {
      _ = try ODSReader(book.zip.file(), budget: ZipBudget(part: budget)).grids()
    }
    #expect(found.problem == "часть архива «content.xml» разворачивается больше чем в \(budget) байт")
  }
}
