import Journal

/// One pupil's part of the report card «Табель успеваемости учащегося» as it stands (FORMATS 5): subjects by periods, each
/// with its means and final mark, then the year, the examinations and the result.
struct StudentTableBlock {
  var sheet: Int32
  var schoolYear: Int
  var className: ClassName
  var classTitle: String
  var pupil: StudentHead.Line
  /// The row with the columns' own heads.
  var gridRow: Int
  var columns: [Column]
  var subjects: [(row: Int, column: Int, name: String)]

  struct Column {
    enum Kind: Hashable {
      case mean, weightedMean, final
    }

    var number: Int
    var kind: Kind
    var period: StudentPeriods.Name
  }

  /// The column of subjects in a row that begins a block: «Предмет», and «Учебные периоды» to the right of it.
  static func subjectColumn(_ sheet: SheetText, row: Int) -> Int? {
    let last = sheet.columnCount(row: row)
    guard last >= 2, let column = (1...min(3, last)).first(where: { CodeFolding.fold(sheet[row, $0]) == "ПРЕДМЕТ" }),
      stride(from: column + 1, through: last, by: 1)
        .contains(where: { CodeFolding.fold(sheet[row, $0]).hasPrefix("УЧЕБНЫЕ ПЕРИОДЫ") })
    else { return nil }
    return column
  }

  static func fits(_ sheet: SheetText) -> Bool {
    (1...max(1, sheet.rowCount)).contains { subjectColumn(sheet, row: $0) != nil }
  }

  /// The blocks of a sheet from top to bottom; one whose head cannot be read is told and left out.
  static func read(_ sheet: SheetText, _ number: Int32, _ told: inout StudentBlock.Told) -> [StudentTableBlock] {
    var head = StudentHead()
    var blocks: [StudentTableBlock] = []
    for row in stride(from: 1, through: sheet.rowCount, by: 1) {
      guard let column = subjectColumn(sheet, row: row) else {
        _ = head.take(sheet, row: row)
        continue
      }
      do throws(ImportProblem) {
        blocks.append(try StudentTableBlock(sheet, number, row: row, subjectColumn: column, head, &told))
      } catch {
        told.problems.append(error)
      }
      head.finishPupil()
    }
    return blocks
  }

  private init(
    _ sheet: SheetText, _ number: Int32, row: Int, subjectColumn: Int, _ head: StudentHead,
    _ told: inout StudentBlock.Told
  ) throws(ImportProblem) {
    self.sheet = number
    pupil = try head.pupil(sheet, gridRow: row)
    (className, classTitle) = try head.className(sheet, gridRow: row)
    schoolYear = try head.schoolYear(sheet, gridRow: row)
    let isHead = { (candidate: Int) in
      (subjectColumn...max(subjectColumn, sheet.columnCount(row: candidate)))
        .contains { StudentTableBlock.kind(sheet[candidate, $0]) == .mean }
    }
    guard let gridRow = (row + 1...row + 4).first(where: isHead) else {
      throw ImportProblem(
        "в заголовке таблицы нет строки «Средний балл»: таблица пропущена",
        hint: "Выгрузите табель заново; не удаляйте строки заголовка.",
        at: CellPlace(sheet: sheet.name, row: row, column: subjectColumn), raw: excerpt(sheet[row, subjectColumn]))
    }
    self.gridRow = gridRow
    columns = StudentTableBlock.columns(sheet, rows: row...gridRow, after: subjectColumn, &told)
    subjects = []
    var next = gridRow + 1
    while !CodeFolding.collapse(sheet[next, subjectColumn]).isEmpty {
      subjects.append((next, subjectColumn, CodeFolding.collapse(sheet[next, subjectColumn])))
      next += 1
    }
  }

  /// A period stands over its first column, the means and the final mark of it under it; the year and the rest have one
  /// column each and stand in the first row.
  private static func columns(
    _ sheet: SheetText, rows: ClosedRange<Int>, after subjectColumn: Int, _ told: inout StudentBlock.Told
  ) -> [Column] {
    var columns: [Column] = []
    var period: StudentPeriods.Name?
    let last = rows.map { sheet.columnCount(row: $0) }.max() ?? 0
    for number in stride(from: subjectColumn + 1, through: last, by: 1) {
      let top = CodeFolding.collapse(sheet[rows.lowerBound, number])
      let own = CodeFolding.collapse(sheet[rows.upperBound, number])
      for row in rows.lowerBound + 1..<rows.upperBound {
        let label = CodeFolding.collapse(sheet[row, number])
        if !label.isEmpty { period = StudentPeriods.name(label: label) }
      }
      if own.isEmpty {
        if top.isEmpty { continue }
        if let name = StudentPeriods.name(label: top) {
          columns.append(Column(number: number, kind: .final, period: name))
          continue
        }
      } else if let period, let kind = kind(own) {
        columns.append(Column(number: number, kind: kind, period: period))
        continue
      }
      told.notices.append(
        ImportProblem(
          "столбец не читается: что в нём, неизвестно",
          hint:
            "Ожидаются периоды («1 Четверть») со средним баллом и итогом, «Год. оценка», «Экз. оценка», «Итог. оценка».",
          at: CellPlace(sheet: sheet.name, row: own.isEmpty ? rows.lowerBound : rows.upperBound, column: number),
          raw: excerpt(own.isEmpty ? top : own)))
    }
    return columns
  }

  /// `Средний балл`, `Ср. взв. балл`, `Итог`.
  private static func kind(_ label: String) -> Column.Kind? {
    let label = CodeFolding.fold(label)
    if label.contains("ВЗВ") { return .weightedMean }
    if label.contains("СРЕДН") { return .mean }
    return label.hasPrefix("ИТОГ") ? .final : nil
  }
}
