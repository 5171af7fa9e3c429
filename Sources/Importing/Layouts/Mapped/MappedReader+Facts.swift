import Journal

extension MappedReader {
  /// The mark and the absence that a flat row has in columns of their own.
  mutating func addWorks(_ row: MappedRow, _ scope: Scope, _ lesson: Int32, _ table: MappedTable) {
    for field in [MappingField.mark, .attendance] {
      guard row.sheet.columns[field] != nil, !row.value(field).isEmpty else { continue }
      addCell(row, row.raw(field), row.column(field), field, scope, lesson, table)
    }
  }

  /// A cell of a journal (FORMATS 9). A column of attendance holds codes only: a number there counts missed lessons.
  mutating func addCell(
    _ row: MappedRow, _ raw: String, _ column: Int, _ field: MappingField, _ scope: Scope, _ lesson: Int32,
    _ table: MappedTable
  ) {
    guard let cell = CellGrammar.parse(raw), field == .mark || cell.marks.isEmpty else {
      reject(
        row.problem(
          "не читается содержимое ячейки",
          hint: field == .mark
            ? "Допустимы отметки 1–5, «4/5», «н», «н5», зач, незач, осв, н/а."
            : "Допустимы н, б, у, о, в; число пропусков так не загружается.",
          column: column, raw: raw))
      if field == .mark {
        builder.batch.unreadCells.append(lesson: lesson, pupil: scope.pupil)
      } else {
        builder.batch.unreadCells.append(UnreadCell(.attendance, lesson: lesson, pupil: scope.pupil))
      }
      return
    }
    let enteredAt = table.says.isDisjoint(with: [.markTimes, .attendanceTimes]) ? nil : row.entered
    let place = FactPlace(sheet: table.number, row: Int32(row.number), column: Int32(column))
    let isPlain = cell.marks.count + cell.attendance.count == 1
    var work: Int32 = -1
    let kind = row.value(.work)
    if !kind.isEmpty, !cell.marks.isEmpty {
      let key = builder.batch.lessons[Int(lesson)].key
      work = builder.work("\(key)/\(CodeFolding.fold(kind))", lesson: lesson, kind: kind, self.place(row, .work, table))
    }
    for mark in cell.marks {
      builder.mark(
        MarkFact(
          lesson: lesson, pupil: scope.pupil, work: work, value: mark, enteredAt: enteredAt, place: place,
          raw: isPlain ? nil : raw))
    }
    // `нн` in a slot of two lessons is still one absence from this lesson.
    guard let code = cell.attendance.first else { return }
    guard attendance.insert([lesson, scope.pupil]).inserted else {
      reject(
        row.problem(
          "посещаемость этого урока уже отмечена в другой строке",
          hint: "Если уроков в день несколько, назовите в настройках столбец с номером урока: number.",
          column: column, raw: raw))
      return
    }
    builder.attendance(
      AttendanceFact(
        lesson: lesson, pupil: scope.pupil, code: code, enteredAt: enteredAt, place: place,
        raw: isPlain && raw == code.rawValue ? nil : raw))
  }

  mutating func addFinal(
    _ row: MappedRow, _ raw: String, _ column: Int, _ scope: Scope, _ subject: (position: Int32, name: String),
    _ period: Int32, _ table: MappedTable
  ) {
    let text = CodeFolding.collapse(raw)
    // A hyphen or a nought stands for no mark.
    if text.isEmpty || ["-", "–", "—", "0"].contains(text) { return }
    guard let value = MarkValue(text) else {
      reject(
        row.problem(
          "не читается итоговая отметка",
          hint: "Допустимы 1–5, осв, зач, незач, н/а. Средний балл — не отметка.", column: column, raw: raw))
      builder.batch.unreadCells.append(
        journal: showing(period, row, scope, subject.name, table), pupil: scope.pupil, subject: subject.position,
        period: period)
      return
    }
    let key = "\(scope.pupil)/\(subject.position)/\(period)"
    if let known = finals[key] {
      guard known.value != value else { return }
      return reject(
        row.problem(
          "другая отметка за тот же период: в строке \(known.row) стоит \(known.value.text)",
          hint: "Оставьте одну из двух.", column: column, raw: raw))
    }
    finals[key] = (value, row.number)
    builder.final(
      FinalMarkFact(
        journal: showing(period, row, scope, subject.name, table), pupil: scope.pupil, subject: subject.position,
        period: period, value: value,
        enteredAt: table.says.contains(.finalMarkTimes) ? row.entered : nil,
        place: FactPlace(sheet: table.number, row: Int32(row.number), column: Int32(column))))
  }

  /// The row's journal, which shows the period.
  private mutating func showing(
    _ period: Int32, _ row: MappedRow, _ scope: Scope, _ subject: String, _ table: MappedTable
  ) -> Int32 {
    let journal = journal(row, scope, subject, table).position
    journalPeriods[journal, default: []].insert(period)
    return journal
  }
}
