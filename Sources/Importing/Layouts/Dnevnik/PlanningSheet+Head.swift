import Journal

extension PlanningSheet {
  /// The head of a block from its line «Класс:» on, and the first row after it.
  static func head(
    _ sheet: SheetText, row: Int, notices: inout [ImportProblem]
  ) throws(ImportProblem) -> (Block, next: Int) {
    let place = CellPlace(sheet: sheet.name, row: row, column: 1)
    let raw = sheet[row, 1]
    let line = DnevnikNames.text(after: "Класс", in: raw) ?? ""
    guard let (rest, year) = withoutYear(line) else {
      throw ImportProblem(
        "не читается учебный год, строки этого блока пропущены",
        hint: "Ожидается, например: «Класс: 7а (7а) 2018/2019 учебный год».", at: place, raw: excerpt(raw))
    }
    let (className, groupName) = DnevnikNames.classAndGroup(rest)
    guard ClassName.exported(className) != nil else {
      throw ImportProblem(
        "не читается класс, строки этого блока пропущены",
        hint: "Ожидается, например: «Класс: 7а (7а) 2018/2019 учебный год».", at: place, raw: excerpt(raw))
    }
    var subject = ""
    var teachers: [String] = []
    for next in stride(from: row + 1, through: sheet.rowCount, by: 1) {
      let head = CodeFolding.collapse(sheet[next, 1])
      if isTableHead(sheet, row: next) {
        guard let columns = columns(sheet, row: next) else {
          throw ImportProblem(
            "в таблице нет столбца «Тема урока», строки этого блока пропущены",
            hint: "Ожидаются столбцы «Дата», «Тема урока», «Домашнее задание к следующему уроку».",
            at: CellPlace(sheet: sheet.name, row: next))
        }
        tellUnknownColumns(sheet, row: next, columns, &notices)
        let block = Block(
          row: row, className: className, groupName: groupName, schoolYear: year,
          subject: subject.isEmpty ? CodeFolding.collapse(sheet.name) : subject, teachers: teachers, columns: columns)
        return (block, next + 1)
      }
      if DnevnikNames.text(after: "Класс", in: head) != nil || CivilDate(head) != nil { break }
      if let text = DnevnikNames.text(after: "Предмет", in: head) {
        subject = text
      } else if let text = teacherHeads.lazy.compactMap({ DnevnikNames.text(after: $0, in: head) }).first {
        teachers = DnevnikNames.teachers(text)
      } else if !head.isEmpty, Double(head) == nil {
        // The exporter leaves a lone 0 there.
        notices.append(
          ImportProblem(
            "строка заголовка не известна и пропущена", hint: "На темы и задания она не влияет.",
            at: CellPlace(sheet: sheet.name, row: next, column: 1), raw: excerpt(head)))
      }
    }
    throw ImportProblem(
      "под строкой «Класс:» нет таблицы с датами, строки этого блока пропущены",
      hint: "Ожидаются столбцы «Дата», «Тема урока», «Домашнее задание к следующему уроку».", at: place,
      raw: excerpt(raw))
  }

  static func isTableHead(_ sheet: SheetText, row: Int) -> Bool {
    let head = CodeFolding.fold(sheet[row, 1])
    return head == "ДАТА" || head.hasPrefix("ДАТА ")
  }

  /// Nil where there is no column of topics.
  static func columns(_ sheet: SheetText, row: Int) -> Columns? {
    var topic: Int?
    var homework: Int?
    for column in stride(from: 2, through: sheet.columnCount(row: row), by: 1) {
      let head = CodeFolding.fold(sheet[row, column])
      if topic == nil, head.hasPrefix("ТЕМА") { topic = column }
      if homework == nil, head.hasPrefix("ДОМАШН") || head == "Д/З" || head == "ДЗ" { homework = column }
    }
    return topic.map { Columns(topic: $0, homework: homework) }
  }

  private static let teacherHeads = ["ФИО педагога", "Ф.И.О. педагога", "Фамилия, имя, отчество педагога", "Педагог"]

  private static func tellUnknownColumns(
    _ sheet: SheetText, row: Int, _ columns: Columns, _ notices: inout [ImportProblem]
  ) {
    for column in stride(from: 2, through: sheet.columnCount(row: row), by: 1)
    where column != columns.topic && column != columns.homework {
      let head = CodeFolding.collapse(sheet[row, column])
      guard !head.isEmpty else { continue }
      notices.append(
        ImportProblem(
          "неизвестный столбец, пропущен", hint: "Читаются «Дата», «Тема урока» и «Домашнее задание».",
          at: CellPlace(sheet: sheet.name, row: row, column: column), raw: excerpt(head)))
    }
  }

  /// `7а (7а) 2018/2019 учебный год` without its year, and the first of its two years; nil where there is none.
  private static func withoutYear(_ line: String) -> (String, Int)? {
    let words = line.split(separator: " ")
    for (index, word) in words.enumerated().reversed() {
      let years = word.split { $0 == "/" || $0 == "-" || $0 == "–" }
      guard years.count == 2, years[0].count == 4, let year = Int(years[0]), (1990...2100).contains(year),
        let second = Int(years[1]), second == year + 1 || second == (year + 1) % 100
      else { continue }
      return (words[..<index].joined(separator: " "), year)
    }
    return nil
  }
}
