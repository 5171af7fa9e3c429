import Journal

/// The facts of one journal sheet on their way into the batch.
struct SheetFacts {
  let sheet: JournalSheet
  let text: SheetText
  let number: Int32
  let journal: Int32
  let journalKey: String
  let studyClass: Int32
  let group: Int32
  let subject: Int32
  let teacherSet: Int32
  /// By the list's order.
  let pupils: [Int32]
  /// By the columns' order: -1 for a lesson.
  let periods: [Int32]

  func add(to batch: inout JournalBatch, _ problems: inout [ImportProblem]) {
    for (index, column) in sheet.columns.enumerated() {
      switch column.kind {
      case .lesson(let date, let ordinal):
        addLesson(column, date, ordinal, period: reportingPeriod(after: index), to: &batch, &problems)
      case .period: addFinals(column, periods[index], to: &batch, &problems)
      }
    }
  }

  /// The period whose column comes next; the year, the examination and the result hold no lessons.
  private func reportingPeriod(after index: Int) -> Int32 {
    for next in sheet.columns.indices.dropFirst(index + 1) {
      if case .period(let kind) = sheet.columns[next].kind { return kind <= .half ? periods[next] : -1 }
    }
    return -1
  }

  private func addLesson(
    _ column: JournalSheet.Column, _ date: CivilDate, _ ordinal: Int, period: Int32, to batch: inout JournalBatch,
    _ problems: inout [ImportProblem]
  ) {
    let lesson = Int32(batch.lessons.count)
    batch.lessons.append(
      LessonFact(
        journal: journal, key: DnevnikNames.lessonKey(journalKey, date, ordinal), studyClass: studyClass, group: group,
        subject: subject, teacherSet: teacherSet, date: date, period: period,
        place: place(row: sheet.rows.grid + 1, column)))
    batch.files[0].counts.lessons += 1
    for (pupil, (row, _)) in zip(pupils, sheet.pupils) {
      let raw = text[row, column.number]
      guard !raw.isEmpty else { continue }
      guard let cell = CellGrammar.parse(raw) else {
        problems.append(problem(row, column, raw, SheetFacts.hint(raw)))
        batch.unreadCells.append(lesson: lesson, pupil: pupil)
        continue
      }
      let isPlain = cell.marks.count + cell.attendance.count == 1
      for mark in cell.marks {
        batch.marks.append(
          MarkFact(lesson: lesson, pupil: pupil, value: mark, place: place(row: row, column), raw: isPlain ? nil : raw))
        if mark.isMark { batch.files[0].counts.marks += 1 }
      }
      if let code = cell.attendance.decisive {
        batch.attendance.append(
          AttendanceFact(
            lesson: lesson, pupil: pupil, code: code, place: place(row: row, column),
            raw: isPlain && raw == code.rawValue ? nil : raw))
        if code.isAbsence { batch.files[0].counts.absences += 1 }
      }
    }
  }

  private func addFinals(
    _ column: JournalSheet.Column, _ period: Int32, to batch: inout JournalBatch, _ problems: inout [ImportProblem]
  ) {
    for (pupil, (row, _)) in zip(pupils, sheet.pupils) {
      let raw = CodeFolding.collapse(text[row, column.number])
      // A hyphen or a nought stands for no mark.
      if raw.isEmpty || raw == "-" || raw == "0" { continue }
      guard let value = MarkValue(raw) else {
        problems.append(problem(row, column, raw, "В столбце периода допустимы 1–5, осв, зач, незач, н/а."))
        batch.unreadCells.append(journal: journal, pupil: pupil, subject: subject, period: period)
        continue
      }
      if value.isExemption {
        batch.exemptions.append(
          ExemptionFact(
            journal: journal, pupil: pupil, subject: subject, period: period, place: place(row: row, column)))
        batch.files[0].counts.exempt += 1
      } else {
        batch.finalMarks.append(
          FinalMarkFact(
            journal: journal, pupil: pupil, subject: subject, period: period, value: value,
            place: place(row: row, column)))
        batch.files[0].counts.finalMarks += 1
      }
    }
  }

  private static func hint(_ raw: String) -> String {
    if CivilDate(raw) != nil { return "Excel принял запись за дату; впишите её как текст, например «4/5»." }
    if raw.hasPrefix("#") { return "В ячейке ошибка формулы; впишите отметку." }
    return "Допустимы отметки 1–5, «4/5», «н», «н5», зач, незач, осв, н/а."
  }

  private func place(row: Int, _ column: JournalSheet.Column) -> FactPlace {
    FactPlace(sheet: number, row: Int32(row), column: Int32(column.number))
  }

  private func problem(_ row: Int, _ column: JournalSheet.Column, _ raw: String, _ hint: String) -> ImportProblem {
    ImportProblem(
      "не читается содержимое ячейки", hint: hint,
      at: CellPlace(sheet: text.name, row: row, column: column.number), raw: excerpt(raw))
  }
}
