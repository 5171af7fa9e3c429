import Journal

/// The page «Отчет об успеваемости ученика» of Сетевой город about one pupil and subject as it stands (FORMATS 6.1): a row an
/// assignment, with the day of its lesson and the day its mark was entered; the mean in the last row.
struct StudentGradesTable {
  struct Row {
    var number: Int
    var kind: String
    var date: CivilDate
    /// Nil where the page does not say.
    var entered: CivilDate?
    /// Empty where there is none.
    var mark: String
  }

  enum Heading: CaseIterable {
    case kind, date, entered, mark

    /// `Тип задания`, `Дата`, `Дата выставления`, `Отметка`.
    init?(_ label: String) {
      let label = CodeFolding.fold(label)
      if label.hasPrefix("ТИП") {
        self = .kind
      } else if label.hasPrefix("ДАТА ВЫСТАВ") {
        self = .entered
      } else if label == "ДАТА" || label.hasPrefix("ДАТА УРОКА") {
        self = .date
      } else if label.hasPrefix("ОТМЕТК") || label.hasPrefix("ОЦЕНК") {
        self = .mark
      } else {
        return nil
      }
    }
  }

  var columns: [Heading: Int]
  var rows: [Row] = []
  /// The mean with its row.
  var mean: (number: ReportedNumber, row: Int)?

  /// Nil for a sheet without the four heads in one row.
  static func heads(in sheet: SheetText) -> (row: Int, columns: [Heading: Int])? {
    for row in stride(from: 1, through: min(sheet.rowCount, 20), by: 1) {
      var columns: [Heading: Int] = [:]
      for column in stride(from: 1, through: sheet.columnCount(row: row), by: 1) {
        if let heading = Heading(sheet[row, column]), columns[heading] == nil { columns[heading] = column }
      }
      if columns.count == Heading.allCases.count { return (row, columns) }
    }
    return nil
  }

  /// Rows that cannot be read are left out and told. A row without a day is the last one, of the mean.
  init(_ sheet: SheetText, head: (row: Int, columns: [Heading: Int]), _ problems: inout [ImportProblem]) {
    columns = head.columns
    for row in stride(from: head.row + 1, through: sheet.rowCount, by: 1) {
      let text = { (heading: Heading) in CodeFolding.collapse(sheet[row, head.columns[heading] ?? 0]) }
      guard let date = StudentHead.date(text(.date)) else {
        let raw = text(.date)
        if raw.isEmpty || raw.allSatisfy({ $0.isLetter || $0 == " " }) {
          let last = sheet.columnCount(row: row)
          if let number = ReportedNumber(CodeFolding.collapse(sheet[row, last])) { mean = (number, row) }
        } else {
          problems.append(
            ImportProblem(
              "не читается дата", hint: "Ожидается, например, 24.03.25. Строка пропущена.",
              at: CellPlace(sheet: sheet.name, row: row, column: head.columns[.date]), raw: excerpt(raw)))
        }
        continue
      }
      let entered = StudentHead.date(text(.entered))
      if entered == nil, !text(.entered).isEmpty, text(.entered) != "-" {
        problems.append(
          ImportProblem(
            "не читается дата выставления", hint: "Ожидается, например, 24.03.25. Отметка принята без неё.",
            at: CellPlace(sheet: sheet.name, row: row, column: head.columns[.entered]), raw: excerpt(text(.entered))))
      }
      rows.append(Row(number: row, kind: text(.kind), date: date, entered: entered, mark: text(.mark)))
    }
  }
}
