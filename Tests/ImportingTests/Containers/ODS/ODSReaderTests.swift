import Importing
import Journal
import Testing

@Suite struct ODSReaderTests {
  private func string(_ paragraphs: String, _ attributes: String = "") -> String {
    "<table:table-cell office:value-type=\"string\" \(attributes)>\(paragraphs)</table:table-cell>"
  }

  @Test func everyTypeOfValue() throws {
    let book = ODSFixture(
      cells: """
        <table:table-cell office:value-type="float" office:value="4.5"><text:p>4,50</text:p></table:table-cell>\
        <table:table-cell office:value="0.5" office:value-type="percentage"><text:p>50 %</text:p></table:table-cell>\
        <table:table-cell office:value-type="currency" office:currency="RUB" office:value="3"/>\
        <table:table-cell office:value-type="date" office:date-value="2019-01-31"><text:p>31.01</text:p></table:table-cell>\
        <table:table-cell office:value-type="time" office:time-value="PT08H30M05.5S"/>\
        <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>ИСТИНА</text:p></table:table-cell>\
        <table:table-cell calcext:value-type="error" office:value-type="string" office:string-value="">\
        <text:p>#Н/Д</text:p></table:table-cell>\
        <table:table-cell office:value-type="string"><text:p>н5</text:p></table:table-cell>\
        <table:table-cell table:style-name="ce1"/><table:table-cell><text:p>без типа</text:p></table:table-cell>\
        <table:table-cell office:value-type="float"><text:p>3,5</text:p></table:table-cell>
        """)
    #expect(
      try book.cells() == [
        "1:1 number 4.5", "1:2 number 0.5", "1:3 number 3", "1:4 date 2019-01-31", "1:5 date 08:30:05",
        "1:6 boolean 1", "1:7 error #Н/Д", "1:8 text н5", "1:10 text без типа", "1:11 text 3,5",
      ])
  }

  /// As LibreOffice 7.4 shows them, which drops only tabs and line breaks inside a paragraph.
  @Test func textsOfParagraphsAndSpans() throws {
    let texts = [
      "<text:p>  a   b </text:p>", "<text:p>x<text:s text:c=\"3\"/>y<text:s/>z<text:tab/>w<text:line-break/>v</text:p>",
      "<text:p>первый</text:p><text:p>второй <text:span>кусок<text:span>!</text:span></text:span></text:p>",
      "<text:p/><text:p>q</text:p><text:p/>", "<text:p>а &lt;5&gt; &amp; <text:a>б</text:a></text:p>",
      "<office:annotation><text:p>заметка</text:p></office:annotation><text:p>с заметкой</text:p>",
      "<text:p>до<office:annotation><text:p>заметка</text:p></office:annotation> и после</text:p>",
    ]
    let book = ODSFixture(cells: texts.map { string($0) }.joined())
    #expect(
      try book.reader().grids()[0].cells.map(\.text) == [
        "  a   b ", "x   y z\tw\nv", "первый\nвторой кусок!", "\nq\n", "а <5> & б", "с заметкой", "до и после",
      ])
  }

  @Test func anEmptyTextIsNoEmptyCell() throws {
    let book = ODSFixture(
      cells: string("<text:p/>") + string("") + string("<text:p>другое</text:p>", "office:string-value=\"А &amp; Б\""))
    #expect(try book.cells() == ["1:1 text ", "1:3 text А & Б"])
  }

  @Test func repeatedCellsAndRows() throws {
    let book = ODSFixture(
      rows: """
        <table:table-column table:number-columns-repeated="16384"/>\
        <table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell/>\
        \(string("<text:p>н</text:p>", "table:number-columns-repeated=\"2\""))</table:table-row></table:table-header-rows>\
        <table:table-row table:number-rows-repeated="5"><table:table-cell table:number-columns-repeated="16384"/>\
        </table:table-row><table:table-row-group><table:table-row>\
        <table:table-cell table:number-columns-repeated="3"/>\(string("<text:p>5</text:p>"))</table:table-row>\
        </table:table-row-group>\
        <table:table-row table:number-rows-repeated="1048568"><table:table-cell/></table:table-row>
        """)
    #expect(
      try book.cells() == ["1:2 text н", "1:3 text н", "2:2 text н", "2:3 text н", "8:4 text 5"])
  }

  @Test func mergedCells() throws {
    let book = ODSFixture(
      rows: """
        <table:table-row>\
        \(string("<text:p>Месяц</text:p>", "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"3\""))\
        <table:covered-table-cell/>\(string("<text:p>Год</text:p>"))</table:table-row>\
        <table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>\(string("<text:p>6</text:p>"))\
        </table:table-row>
        """)
    let grid = try book.reader().grids()[0]
    #expect(grid.described == ["1:1 text Месяц", "1:3 text Год", "2:3 text 6"])
    #expect(grid.merges == [CellRange(rows: 1...3, columns: 1...2)])
  }

  @Test func sheetsAndWhatIsNone() throws {
    let row = "<table:table-row>\(string("<text:p>5</text:p>"))</table:table-row>"
    let book = ODSFixture(
      tables: """
        <table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell/>\
        </table:previous></table:cell-content-change></table:tracked-changes>\
        <table:table table:name="А &amp; Б"><office:forms/><table:shapes><text:p>фигура</text:p></table:shapes>\(row)\
        </table:table><table:table table:name="В"/>\
        <table:dde-links><table:dde-link><table:table>\(row)</table:table></table:dde-link></table:dde-links>
        """)
    let grids = try book.reader().grids()
    #expect(grids.map(\.name) == ["А & Б", "В"])
    #expect(grids.map(\.cells.count) == [1, 0])
  }

  @Test func moments() throws {
    let book = ODSFixture(
      tables: "",
      meta: """
        <meta:creation-date>2019-05-22T21:10:22.123456789</meta:creation-date><dc:date>2019-05-23T08:00:00</dc:date>
        """)
    #expect(try book.reader().created?.description == "2019-05-22T21:10:22")
    #expect(try book.reader().modified?.description == "2019-05-23T08:00:00")
    #expect(try ODSFixture(tables: "").reader().created == nil)
  }
}
