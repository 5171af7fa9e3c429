import Journal

extension ApplySession {
  /// Makes `period_same` anew of all periods of the store, whatever import they came with.
  func joinPeriods() throws {
    let rows = try database.prepare(
      """
      SELECT p.id, coalesce(f.layout, ''), p.key, p.name, p.kind, p.school_year, p.start_day, p.end_day, p.grade_from,
        p.grade_to
      FROM period p LEFT JOIN source_sheet s ON s.id = p.sheet LEFT JOIN source_file f ON f.id = s.file
      """)
    var records: [PeriodRecord] = []
    while try rows.step() {
      let (gradeFrom, gradeTo) = (Int(rows.integer(8)), Int(rows.integer(9)))
      guard let kind = PeriodKind(rawValue: Int(rows.integer(4))), gradeFrom <= gradeTo else { continue }
      var days: ClosedRange<Int64>?
      if let start = rows.optionalInteger(6), let end = rows.optionalInteger(7), start <= end { days = start...end }
      records.append(
        PeriodRecord(
          id: rows.integer(0), layout: rows.text(1), key: rows.text(2), name: rows.text(3), kind: kind,
          schoolYear: rows.integer(5), days: days, grades: gradeFrom...gradeTo))
    }
    try database.execute("DELETE FROM period_same")
    let insert = try database.prepare("INSERT INTO period_same (period, grade, shown) VALUES (?1, ?2, ?3)")
    for same in PeriodRecord.joined(records) {
      try insert.bind(same.period, at: 1)
      try insert.bind(Int64(same.grade), at: 2)
      try insert.bind(same.shown, at: 3)
      try insert.run()
    }
  }

  /// Final marks of this import that another source has otherwise. None is taken for the right one: a check leaves them
  /// undetermined.
  func tellDifferingFinalMarks() throws {
    guard !batch.finalMarks.isEmpty,
      try database.integer("SELECT EXISTS (SELECT 1 FROM pupil WHERE same_as IS NOT NULL)") == 1
    else { return }
    let own = journals.filter { $0 != 0 }.map(String.init).joined(separator: ", ")
    let rows = try database.prepare(
      """
      WITH stands AS MATERIALIZED (
        SELECT coalesce(p.same_as, p.id) AS pupil, coalesce(s.same_as, s.id) AS subject, coalesce(x.shown, f.period) AS period,
          f.journal, f.value, f.grade, f.sheet, f.sheet_row, f.sheet_column
        FROM final_mark f JOIN pupil p ON p.id = f.pupil JOIN subject s ON s.id = f.subject
          JOIN study_class c ON c.id = p.study_class
          LEFT JOIN period_same x ON x.period = f.period AND x.grade = c.grade
        WHERE f.gone_by IS NULL
      )
      SELECT o.sheet, o.sheet_row, o.sheet_column, o.value, t.value, p.name, s.name, q.name, h.name, l.path
      FROM stands o JOIN stands t ON t.pupil = o.pupil AND t.subject = o.subject AND t.period = o.period
          AND t.journal <> o.journal AND t.value <> o.value AND (t.grade IS NULL OR o.grade IS NULL OR t.grade <> o.grade)
        JOIN journal jo ON jo.id = o.journal JOIN journal jt ON jt.id = t.journal AND jt.layout <> jo.layout
        JOIN pupil p ON p.id = o.pupil JOIN subject s ON s.id = o.subject JOIN period q ON q.id = o.period
        JOIN source_sheet h ON h.id = t.sheet JOIN source_file l ON l.id = h.file
      WHERE o.journal IN (\(own))
      ORDER BY o.sheet, o.sheet_row, o.sheet_column, l.path, t.sheet, t.sheet_row, t.sheet_column
      """)
    var positions: [Int64: Int] = [:]
    for (position, id) in sheetIds.enumerated() { positions[id] = position }
    var told: [Int: Int] = [:]
    while try rows.step() {
      guard let position = positions[rows.integer(0)] else { continue }
      let sheet = batch.sheets[position]
      let file = Int(sheet.file)
      told[file, default: 0] += 1
      guard told[file, default: 0] <= Self.toldDifferences else { continue }
      let place = CellPlace(
        sheet: sheet.name.isEmpty ? nil : sheet.name, row: Int(rows.integer(1)),
        column: rows.integer(2) > 0 ? Int(rows.integer(2)) : nil)
      outcome.notices[file].append(
        ImportProblem(
          "\(rows.text(5)), \(rows.text(6)), \(rows.text(7)): отметка «\(rows.text(3))», а в «\(rows.text(9))» — "
            + "«\(rows.text(4))»",
          hint: "Сверьте обе отметки и исправьте неверную: пока они разные, проверка не верит ни одной.", at: place,
          raw: rows.text(3)))
    }
    for (file, count) in told.sorted(by: { $0.key < $1.key }) where count > Self.toldDifferences {
      outcome.notices[file].append(
        ImportProblem(
          "ещё отметок за период, которые в другой выгрузке другие: \(count - Self.toldDifferences)",
          hint: "Все такие отметки называет проверка: «в журнале стоят разные отметки за один период»."))
    }
  }

  /// How many differences of a file are told one by one.
  private static let toldDifferences = 50
}
