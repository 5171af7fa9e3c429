/// A workbook with one sheet as the exporter of pupils' reports writes it: a byte order mark in every part, no properties, every
/// text shared, an empty text apart from no cell.
struct StudentBook {
  /// Rows by number, from column A: nil is no cell, «=24» the number 24.
  var rows: [Int: [String?]]
  /// The day of November 2025 of its parts; nil for none.
  var november: Int? = 12

  init(_ rows: [Int: [String?]]) { self.rows = rows }

  func bytes() throws -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    var strings: [String] = []
    let lines = rows.sorted { $0.key < $1.key }.map { row in
      let cells = row.value.map { text in
        guard let text else { return "<c s=\"7\"/>" }
        if text.hasPrefix("=") { return "<c s=\"5\"><v>\(text.dropFirst())</v></c>" }
        if !strings.contains(text) { strings.append(text) }
        return "<c s=\"9\" t=\"s\"><v>\(strings.firstIndex(of: text) ?? 0)</v></c>"
      }
      return "<row r=\"\(row.key)\">\(cells.joined())</row>"
    }
    var archive = Archive(modifiedOnNovember: november)
    let add = { (text: String, name: String) in archive.add("\u{FEFF}" + text, as: name) }
    add("<Types/>", "[Content_Types].xml")
    add(
      "<Relationships xmlns=\"\(package)\"><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
      "_rels/.rels")
    add(
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"Лист1\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>",
      "xl/workbook.xml")
    add(
      """
      <Relationships xmlns="\(package)"><Relationship Id="r0" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="r1" Type="\(office)/sharedStrings" Target="sharedStrings.xml"/></Relationships>
      """, "xl/_rels/workbook.xml.rels")
    let items = strings.map { "<si><t xml:space=\"preserve\">\($0.replacing("\"", with: "&quot;"))</t></si>" }
    add("<sst xmlns=\"\(main)\" count=\"1\">\(items.joined())</sst>", "xl/sharedStrings.xml")
    add("<worksheet xmlns=\"\(main)\"><sheetData>\(lines.joined())</sheetData></worksheet>", "xl/worksheets/sheet1.xml")
    return try archive.bytes()
  }
}

extension StudentBook {
  private static let school = "МАОУ \"Школа № 7\""

  /// Two pupils of 8А, algebra and two parallel courses, the fourth quarter. Белов had algebra twice on 31 March.
  static func report() -> StudentBook {
    var book = StudentBook([1: [school], 3: ["Отчет об успеваемости и посещаемости ученика"]])
    book.addBlock(
      row: 6, pupil: "Белов Иван Петрович", months: ["Март", nil, nil, "Апрель"], days: ["=24", "=31", "=31", "=1"],
      subjects: [
        ["Алгебра", "2/3", "О 2", "4 3", "", "=2.8", "=2.5", "3"],
        ["Труд (девочки)", "", nil, nil, "", "=0", "=0"],
        ["Труд (мальчики)", "5", nil, nil, "Н", "=5", "=0", "5"],
      ])
    book.addBlock(
      row: 22, pupil: "Волкова Ольга Ильинична", months: ["Март", nil, "Апрель"], days: ["=24", "=31", "=1"],
      subjects: [
        ["Алгебра", "Б", "5 Н", "0", "=2.5", "=0", "4"],
        ["Труд (девочки)", "4", nil, "У", "=4", "=0", "4"],
        ["Труд (мальчики)", "", nil, "", "=0", "=0"],
      ])
    return book
  }

  mutating func addBlock(
    row: Int, pupil: String, period: String = "с 24.03.25 по 24.05.25", months: [String?], days: [String],
    subjects: [[String?]]
  ) {
    let head = ["Учебный год: 2024/2025", "Класс: 8А", "Период: \(period)", "Ученик: \(pupil)"]
    for (index, line) in head.enumerated() { rows[row + index] = [line] }
    let summary: [String?] = ["Средняя оценка", "Средневзвешенный \n балл", "Итоговая оценка за период"]
    rows[row + 5] = ["Предмет"] + months + summary
    rows[row + 6] = [nil] + days
    for (index, subject) in subjects.enumerated() { rows[row + 7 + index] = subject }
    let legend = [["Н", "Неуважительная"], ["О", "Опоздание"], ["Б", "Болезнь"], ["У", "Уважительная"]]
    for (index, line) in legend.enumerated() { rows[row + 9 + subjects.count + index] = line }
  }

  /// The report card of the same pupils: the means of the fourth quarter are those of the report, rounded.
  static func card() -> StudentBook {
    var book = StudentBook([1: [school], 3: ["Табель успеваемости учащегося"]])
    book.addCard(
      row: 6, pupil: "Белов Иван Петрович",
      subjects: [
        ["Алгебра", "=2.86", "=0", "3", "=2.8", "=2.5", "3", "3", "4", nil, "3"],
        ["Труд (девочки)", "=0", "=0", nil, "=0", "=0"], ["Труд (мальчики)", "=0", "=0", "0", "=5", "=0", "5", "5"],
      ])
    book.addCard(
      row: 20, pupil: "Волкова Ольга Ильинична", subjects: [["Алгебра", "=4.5", "=0", "5", "=2.5", "=0", "4"]])
    return book
  }

  mutating func addCard(row: Int, pupil: String, subjects: [[String?]]) {
    let head = ["Учебный год: 2024/2025", "Класс: 8А", "Ученик: \(pupil)"]
    for (index, line) in head.enumerated() { rows[row + index] = [line] }
    let periods: [String?] = ["Учебные периоды", nil, nil, nil, nil, nil]
    rows[row + 5] = [nil, "Предмет"] + periods + ["Год. оценка", "Экз. оценка", "Гос. экз. оценка", "Итог. оценка"]
    rows[row + 6] = ["№"]
    rows[row + 7] = ["п/п", nil, "3 Четверть", nil, nil, "4 Четверть"]
    let means: [String?] = ["Средний балл", "Ср. взв. балл", "Итог"]
    rows[row + 8] = [nil, nil] + means + means
    for (index, subject) in subjects.enumerated() { rows[row + 9 + index] = ["\(index + 1)"] + subject }
  }
}

extension Scratch {
  func write(_ book: StudentBook, to name: String) throws { try write(try book.bytes(), to: name) }
}
