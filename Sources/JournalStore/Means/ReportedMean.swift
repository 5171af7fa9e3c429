import Journal

/// A kept mean with all that is told of it.
struct ReportedMean {
  let pupil: Int64
  let subject: Int64
  let millionths: Int64
  let decimals: Int
  let pupilName: String
  let subjectName: String
  let periodName: String
  private let file: String
  private let sheet: String
  private let row: Int
  private let column: Int
  /// The import that is told of brought it itself.
  let isOwn: Bool
  /// Whose marks it is of; nil where no report of its period is known.
  let days: (journal: Int64, from: Int64, to: Int64)?

  init(_ row: Statement) {
    pupil = row.integer(0)
    subject = row.integer(1)
    millionths = row.integer(2)
    decimals = Int(row.integer(3))
    pupilName = row.text(4)
    subjectName = row.text(5)
    periodName = row.text(6)
    file = row.text(7)
    sheet = row.text(8)
    self.row = Int(row.integer(9))
    column = Int(row.integer(10))
    isOwn = row.integer(11) == 1
    days = row.optionalInteger(12).map { ($0, row.integer(13), row.integer(14)) }
  }

  /// The place, what the file says, what the marks give, of how many, and what would make them equal; and what other files
  /// say of the same.
  func difference(_ sum: MarkSum, besides others: [ReportedMean]) -> ImportProblem {
    let who = [pupilName, subjectName, periodName].filter { !$0.isEmpty }.joined(separator: ", ")
    let own =
      sum.count == 0 ? "отметок нет" : "по отметкам \(MarkSum.text(sum.mean, decimals: 3)) (отметок: \(sum.count))"
    let explanation =
      sum.explanation(of: millionths, decimals: decimals) ?? "Сверьте отметки этого ученика с журналом."
    let same = others.map { " То же расхождение \($0.elsewhere): \($0.reported)." }.joined()
    return ImportProblem(
      "\(isOwn ? "" : "\(elsewhere): ")средний балл не сходится: \(who): \(reported), \(own)",
      hint: explanation + same,
      at: isOwn ? CellPlace(sheet: sheet, row: row, column: column) : CellPlace())
  }

  private var reported: String {
    millionths == 0 ? "среднего нет" : "средний \(MarkSum.text(millionths, decimals: decimals))"
  }

  private var elsewhere: String {
    "в файле «\(file)», лист «\(sheet)», строка \(row), столбец \(CellPlace.columnLetters(column))"
  }
}
