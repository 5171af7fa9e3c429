import Journal

extension StudentBlock {
  /// The columns of one block. A month stands over its first day; the same day again is a second lesson of some subject;
  /// after the months come the means and the final mark.
  static func columns(_ sheet: SheetText, gridRow: Int, _ schoolYear: Int, _ told: inout Told) -> [Column] {
    var columns: [Column] = []
    var month: Int?
    let last = max(sheet.columnCount(row: gridRow), sheet.columnCount(row: gridRow + 1))
    for number in stride(from: 2, through: last, by: 1) {
      let head = CodeFolding.collapse(sheet[gridRow, number])
      let day = CodeFolding.collapse(sheet[gridRow + 1, number])
      if let named = MonthName.number(head) {
        month = named
      } else if !head.isEmpty {
        month = nil
        if let kind = summary(head), !columns.contains(where: { $0.kind == kind }) {
          columns.append(Column(number: number, kind: kind))
        } else {
          told.notices.append(
            ImportProblem(
              "столбец не читается: что в нём, неизвестно", hint: "Ожидаются месяцы, средние баллы и итоговая оценка.",
              at: CellPlace(sheet: sheet.name, row: gridRow, column: number), raw: excerpt(head)))
        }
        continue
      }
      if day.isEmpty { continue }
      if let month, let date = MonthName.date(day: day, month: month, schoolYear: schoolYear) {
        columns.append(Column(number: number, kind: .day(date)))
      } else {
        told.problems.append(
          ImportProblem(
            month == nil ? "над числом не указан месяц" : "такого числа в этом месяце нет",
            hint: "Столбец пропущен; исправьте заголовок или выгрузите отчёт заново.",
            at: CellPlace(sheet: sheet.name, row: gridRow + 1, column: number), raw: excerpt(day)))
      }
    }
    return columns
  }

  /// `Средняя оценка`, `Средневзвешенный балл`, `Итоговая оценка за период`.
  private static func summary(_ head: String) -> Column.Kind? {
    let head = CodeFolding.fold(head)
    if head.contains("ВЗВ") { return .weightedMean }
    if head.contains("СРЕДН") { return .mean }
    return head.contains("ИТОГ") ? .final : nil
  }
}
