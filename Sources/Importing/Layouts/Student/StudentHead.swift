import Journal

/// The lines over a pupil's part of a report: «Класс: 8А», «Период: с 24.03.25 по 24.05.25» (FORMATS 4, 5). An HTML
/// report has several of them in one cell (FORMATS 6.1).
struct StudentHead {
  enum Label: String, CaseIterable {
    case schoolYear = "Учебный год:"
    case studyClass = "Класс:"
    case period = "Период:"
    case pupil = "Ученик:"
    case subject = "Предмет:"
    case teacher = "Учитель:"
  }

  struct Line {
    var text: String
    var row: Int
    var column: Int
  }

  private var lines: [Label: Line] = [:]

  /// Takes in what the cells of a row say; false for a row without any such line.
  mutating func take(_ sheet: SheetText, row: Int) -> Bool {
    var isTaken = false
    for column in stride(from: 1, through: sheet.columnCount(row: row), by: 1) {
      let text = CodeFolding.collapse(sheet[row, column])
      let found = Label.allCases.compactMap { label in text.firstRange(of: label.rawValue).map { (label, $0) } }
        .sorted { $0.1.lowerBound < $1.1.lowerBound }
      for (index, (label, range)) in found.enumerated() {
        let end = index + 1 < found.count ? found[index + 1].1.lowerBound : text.endIndex
        lines[label] = Line(text: CodeFolding.collapse(text[range.upperBound..<end]), row: row, column: column)
        isTaken = true
      }
    }
    return isTaken
  }

  /// The next pupil names himself: nothing is put down to the one before.
  mutating func finishPupil() { lines[.pupil] = nil }

  static func isLine(_ sheet: SheetText, row: Int) -> Bool {
    var head = StudentHead()
    return head.take(sheet, row: row)
  }

  /// All the lines that the whole sheet has, of any pupil.
  static func labels(in sheet: SheetText) -> Set<Label> {
    var head = StudentHead()
    for row in stride(from: 1, through: sheet.rowCount, by: 1) where head.lines.count < Label.allCases.count {
      _ = head.take(sheet, row: row)
    }
    return Set(head.lines.keys)
  }

  func pupil(_ sheet: SheetText, gridRow: Int) throws(ImportProblem) -> Line {
    guard let line = lines[.pupil], !line.text.isEmpty else {
      throw missing("имени ученика", "«Ученик: Фамилия Имя Отчество»", lines[.pupil], sheet, gridRow)
    }
    return line
  }

  func className(_ sheet: SheetText, gridRow: Int) throws(ImportProblem) -> (name: ClassName, title: String) {
    guard let line = lines[.studyClass], let name = ClassName(line.text) else {
      throw missing("класса", "«Класс: 8А»", lines[.studyClass], sheet, gridRow)
    }
    return (name, line.text)
  }

  /// As its line says; where there is none, by the first day of the period.
  func schoolYear(_ sheet: SheetText, gridRow: Int) throws(ImportProblem) -> Int {
    if lines[.schoolYear] == nil, let start = days?.lowerBound { return start.schoolYear }
    guard let line = lines[.schoolYear], let year = Int(line.text.prefix(4)), (1990...2100).contains(year) else {
      throw missing("учебного года", "«Учебный год: 2024/2025»", lines[.schoolYear], sheet, gridRow)
    }
    return year
  }

  func period(_ sheet: SheetText, gridRow: Int) throws(ImportProblem) -> ClosedRange<CivilDate> {
    guard let days else {
      throw missing("периода", "«Период: с 24.03.25 по 24.05.25»", lines[.period], sheet, gridRow)
    }
    return days
  }

  func subject(_ sheet: SheetText, gridRow: Int) throws(ImportProblem) -> String {
    guard let line = lines[.subject], !line.text.isEmpty else {
      throw missing("предмета", "«Предмет: Физика»", lines[.subject], sheet, gridRow)
    }
    return line.text
  }

  /// Surname first; empty where nobody is named.
  var teachers: [String] {
    (lines[.teacher]?.text ?? "").split(separator: ",").map { CodeFolding.collapse($0) }.filter { !$0.isEmpty }
  }

  /// The two days of the line, with years of two digits or four.
  private var days: ClosedRange<CivilDate>? {
    let dates = (lines[.period]?.text ?? "").split { !$0.isNumber && $0 != "." }.compactMap(StudentHead.date)
    guard dates.count == 2, dates[0] <= dates[1] else { return nil }
    return dates[0]...dates[1]
  }

  /// `24.03.25`, `1.9.2024`.
  static func date(_ text: some StringProtocol) -> CivilDate? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]) else {
      return nil
    }
    return CivilDate(year: parts[2].count == 2 ? 2000 + year : year, month: month, day: day)
  }

  private func missing(
    _ what: String, _ expected: String, _ line: Line?, _ sheet: SheetText, _ gridRow: Int
  ) -> ImportProblem {
    ImportProblem(
      line == nil ? "над таблицей нет \(what): она пропущена" : "не читается строка \(what): таблица под ней пропущена",
      hint: "Ожидается строка \(expected). Выгрузите отчёт заново; не удаляйте строки над таблицей.",
      at: CellPlace(sheet: sheet.name, row: line?.row ?? gridRow, column: line?.column),
      raw: line.map { excerpt(sheet[$0.row, $0.column]) } ?? "")
  }
}
