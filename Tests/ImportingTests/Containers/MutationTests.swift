import Importing
import Testing

/// Ten thousand damaged copies for every reader; `Mutations` says what is asked of it.
@Suite struct MutationTests {
  @Test func csv() async {
    await #expect(processExitsWith: .success) {
      let text = "\u{FEFF}id;name;тема\r\n1;\"Иванова \"\"А\"\"\";§ 5\r\n2;Её;\"две\nстроки\"\r\n;;\r\n"
      let utf16 = [0xFF, 0xFE] + text.utf16.dropFirst().reduce(into: []) { $0 += [UInt8($1 & 255), UInt8($1 >> 8)] }
      try Mutations.run(seed: 1) { mutations in
        for bytes in [Array(text.utf8), utf16] {
          try mutations.read(Mutations.count / 2, copiesOf: bytes) { file in
            let table = try CSVReader(file)
            _ = try table.header()
            var last = 0
            try table.forEachRow { row in
              #expect(row.number > last)
              last = row.number
              for index in 0..<row.count { _ = row.string(index) }
            }
          }
        }
      }
    }
  }

  @Test func zip() async {
    await #expect(processExitsWith: .success) {
      var fixture = ZipFixture([("папка/а.csv", "id;name\n1;Анна\n"), ("б", String(repeating: "тема;", count: 50))])
      fixture.parts[0].stored = true
      let bytes = try fixture.bytes()
      try Mutations.run(seed: 2) { mutations in
        try mutations.read(Mutations.count, copiesOf: bytes) { file in
          let archive = try ZipReader(file, budget: ZipBudget(part: 100_000, archive: 200_000, entries: 100))
          for entry in archive.entries { _ = try archive.read(entry) }
        }
      }
    }
  }

  @Test func xlsx() async {
    await #expect(processExitsWith: .success) {
      let book = WorkbookFixture(
        sheet: """
          <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>н5</t></is></c></row>\
          <row r="7"><c r="C7"><v>4.5</v></c><c r="AA7" t="s"><v>1</v></c></row></sheetData>\
          <mergeCells><mergeCell ref="A7:A9"/></mergeCells>
          """,
        strings: ["<t xml:space=\"preserve\">Класс: 7а (7а) &amp;</t>", "<r><t>О_x0041_</t></r><r><t>СВ</t></r>"])
      try Mutations.run(seed: 3) { mutations in
        try mutations.read(copiesOf: book.zip()) { file in
          let reader = try XLSXReader(file, budget: ZipBudget(part: 100_000, archive: 200_000, entries: 100))
          for index in reader.sheets.indices { _ = try reader.grid(index) }
        }
      }
    }
  }

  /// Small books, of which most bytes say something; one lies in the mini stream, one beside it.
  @Test func xls() async {
    await #expect(processExitsWith: .success) {
      let text = ContinuedRecord(0x0207, text: "слово word слово", limit: 14).bytes
      var book = XLSFixture("Алгебра", [["Класс: 7а (7а)", 5, 4.35], [], ["02.09.2018", "Тема §1 «é»", "п 3"]])
      book.strings[1].runs = 2
      book.strings[2].phonetic = 9
      book.recordLimit = 24
      book.formats = ["dd.mm.yyyy"]
      book.cellFormats = [0, 164]
      book.sheets[0].records +=
        BIFF.formula(4, 1, result: [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) + text + BIFF.cell(0x0205, 4, 2, [0x2A, 1])
        + BIFF.number(4, 3, 43_711.5, format: 1) + BIFF.text(5, 1, "нба") + BIFF.merge((rows: 1...1, columns: 1...3))
      book.add("Русск. яз.", [["а", "б"]])
      book.streams = [
        SummaryFixture(author: .text([0xD8, 0xEA]), modified: .time(132_046_769_340_000_000)).stream
      ]
      let small = book.bytes()
      let stream = book.stream()
      book.streams.append(("Другое", [UInt8](repeating: 1, count: 4096)))
      let streams = book.streams
      try Mutations.run(seed: 9) { mutations in
        func read(_ file: FileBytes) throws {
          let reader = try XLSReader(file)
          for index in reader.sheets.indices { _ = try reader.grid(index) }
        }
        try mutations.read(Mutations.count / 2, copiesOf: small, read)
        try mutations.read(Mutations.count / 2, copiesOf: stream) { damaged in
          CompoundFixture(streams: streams + [("Workbook", damaged)]).file()
        } _: {
          try read($0)
        }
      }
    }
  }

  @Test func json() async {
    await #expect(processExitsWith: .success) {
      let text = """
        {"дни": [{"date": "2025-09-01T00:00:00", "lessons": [{"id": 9007199254740993, "mark": 5, "duty": false}]}],
         "average": "4.80", "n": -1.5E+3, "t\\u0435ма": "«\\"§ 5\\" \\ud83d\\ude00»", "x": [null, true, {}, []]}
        """
      func visit(_ value: JSONValue) -> Int {
        _ = (value.path, value.raw, value.text)
        return value.members.reduce(1) { $0 + visit($1.value) } + value.elements.reduce(0) { $0 + visit($1) }
      }
      try Mutations.run(seed: 4) { mutations in
        try mutations.read(Mutations.count, copiesOf: Array(text.utf8)) { file in
          let document = try JSONDocument(file)
          #expect(visit(document.root) > 0)
        }
      }
    }
  }

  @Test func ods() async {
    await #expect(processExitsWith: .success) {
      let book = ODSFixture(
        tables: """
          <table:table table:name="Лист 1"><table:table-row table:number-rows-repeated="3">\
          <table:table-cell office:value-type="float" office:value="4.5"><text:p>4,5</text:p></table:table-cell>\
          <table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>н<text:s text:c="2"/>5\
          </text:p><text:p>б</text:p></table:table-cell></table:table-row>\
          <table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"\
           office:value-type="date" office:date-value="2019-01-31"/><table:covered-table-cell/></table:table-row>\
          </table:table>
          """, meta: "<meta:creation-date>2019-05-22T21:10:22</meta:creation-date>",
        manifest: "<manifest:file-entry manifest:full-path=\"content.xml\"/>")
      try Mutations.run(seed: 5) { mutations in
        try mutations.read(copiesOf: book.zip) { file in
          let reader = try ODSReader(file, budget: ZipBudget(part: 100_000, archive: 200_000, entries: 100))
          _ = try reader.grids()
        }
      }
    }
  }

  @Test func spreadsheetML() async {
    await #expect(processExitsWith: .success) {
      let text = """
        <?xml version="1.0" encoding="UTF-8"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\
        <DocumentProperties><Created>2019-05-22T21:10:22Z</Created></DocumentProperties><Worksheet ss:Name="Лист 1"><Table>\
        <Row ss:Index="2"><Cell ss:MergeAcross="1" ss:MergeDown="2"><Data ss:Type="String">н &lt;5&#10;б</Data></Cell>\
        <Cell ss:Index="7"><Data ss:Type="Number">4.5</Data></Cell></Row><Row ss:Span="3"/><Row><Cell>\
        <Data ss:Type="DateTime">2019-01-31T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>
        """
      try Mutations.run(seed: 6) { mutations in
        try mutations.read(Mutations.count, copiesOf: Array(text.utf8)) { _ = try SpreadsheetMLReader($0) }
      }
    }
  }

  @Test func html() async {
    await #expect(processExitsWith: .success) {
      let text = """
        <html><head><meta charset="utf-8"><title>Отчет</title><script>if (a < b) {}</script></head><body><h1>Школа № 5</h1>
        <table border=1><tr><th rowspan="2">Предмет</th><th colspan="3">Март</th></tr><tr><th>1<th>2<th>3</tr>
        <tr><td><span>Алгебра</span><span>8А</span><td>5&nbsp;Н<br>&laquo;4&raquo;<td><table><tr><td>5</td></tr></table></td></tr>
        </table><!-- конец --></body></html>
        """
      try Mutations.run(seed: 7) { mutations in
        try mutations.read(Mutations.count, copiesOf: Array(text.utf8)) { _ = try HTMLReader($0) }
      }
    }
  }
}
