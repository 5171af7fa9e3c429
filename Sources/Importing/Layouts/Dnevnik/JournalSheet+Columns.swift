import Journal

extension JournalSheet {
  /// Lessons and periods from column C on. A month stands over its first column only; a period has its own column
  /// inside the months and no day. The same day again is a lesson of its own.
  static func columns(
    _ sheet: SheetText, monthRow: Int, year: Int, problems: inout [ImportProblem]
  ) -> [Column] {
    var columns: [Column] = []
    var month: Int?
    var lessonsOfDay: [CivilDate: Int] = [:]
    let last = (monthRow...max(monthRow, sheet.rowCount)).map { sheet.columnCount(row: $0) }.max() ?? 0
    for number in stride(from: 3, through: last, by: 1) {
      let head = CodeFolding.collapse(sheet[monthRow, number])
      let day = CodeFolding.collapse(sheet[monthRow + 1, number])
      if let named = MonthName.number(head) { month = named }
      if day.isEmpty {
        guard !head.isEmpty, MonthName.number(head) == nil else {
          if let raw = firstEntry(sheet, below: monthRow + 1, column: number) {
            problems.append(
              ImportProblem(
                "в столбце есть записи, а над ними нет числа",
                hint: "Столбец пропущен; впишите число или выгрузите журнал заново.",
                at: CellPlace(sheet: sheet.name, row: monthRow + 1, column: number), raw: excerpt(raw)))
          }
          continue
        }
        if let kind = PeriodKind(label: head) {
          columns.append(Column(number: number, kind: .period(kind), label: head))
        } else {
          problems.append(
            ImportProblem(
              "неизвестный заголовок столбца", hint: "Ожидается месяц, период («1 тр», «1 четв», «Год») или пусто.",
              at: CellPlace(sheet: sheet.name, row: monthRow, column: number), raw: head))
        }
        continue
      }
      guard let month, let date = MonthName.date(day: day, month: month, schoolYear: year) else {
        problems.append(
          ImportProblem(
            month == nil ? "над числом не указан месяц" : "такого числа в этом месяце нет",
            hint: "Столбец пропущен; исправьте заголовок или выгрузите журнал заново.",
            at: CellPlace(sheet: sheet.name, row: monthRow + 1, column: number), raw: day))
        continue
      }
      lessonsOfDay[date, default: 0] += 1
      columns.append(
        Column(number: number, kind: .lesson(date, ordinal: lessonsOfDay[date] ?? 1), label: day))
    }
    return columns
  }

  private static func firstEntry(_ sheet: SheetText, below row: Int, column: Int) -> String? {
    stride(from: row + 1, through: sheet.rowCount, by: 1).lazy.map { CodeFolding.collapse(sheet[$0, column]) }
      .first { !$0.isEmpty }
  }
}
