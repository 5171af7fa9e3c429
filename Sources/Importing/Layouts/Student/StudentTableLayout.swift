import Journal

/// «Табель успеваемости учащегося» (FORMATS 5): the means and final marks of every pupil, subject and period. Final marks go in
/// as such; the means are kept to be held against our own arithmetic.
struct StudentTableLayout {
  static let id = "student-table"

  private var roster: StudentRoster
  private var told = StudentBlock.Told()
  private let sheets: [SheetText]

  fileprivate static func read(_ file: OpenedFile, _ options: ImportOptions) throws -> JournalBatch {
    let moments = file.moments(options)
    guard let takenAt = try moments.choose(newestEntry: nil) else { throw SnapshotMoments.question }
    let roster = StudentRoster(file.described(layout: id), takenAt: takenAt, sheets: file.sheets)
    var layout = StudentTableLayout(roster: roster, sheets: file.sheets)
    layout.told.notices = moments.notices(newestEntry: nil)
    return layout.read()
  }

  init(roster: StudentRoster, sheets: [SheetText]) {
    self.roster = roster
    self.sheets = sheets
  }

  mutating func read() -> JournalBatch {
    roster.nameSchool(sheets)
    let blocks = sheets.enumerated().flatMap { StudentTableBlock.read($1, Int32($0), &told) }
    var journals: [Int32: Int32] = [:]
    var seen: [String: Int] = [:]
    for block in blocks {
      let place = FactPlace(sheet: block.sheet, row: Int32(block.pupil.row), column: Int32(block.pupil.column))
      let studyClass = roster.studyClass(block.className, block.classTitle, block.schoolYear, place)
      let name = "\(studyClass)/\(CodeFolding.fold(block.pupil.text))"
      seen[name, default: 0] += 1
      let pupil = roster.pupil(block.pupil.text, seen[name] ?? 1, of: studyClass, place)
      let journal = journals[studyClass] ?? journal(of: block)
      journals[studyClass] = journal
      read(block, journal, studyClass, pupil)
    }
    // A file rounds all its means alike.
    let decimals = roster.batch.reportedMeans.map(\.decimals).max() ?? 0
    for position in roster.batch.reportedMeans.indices { roster.batch.reportedMeans[position].decimals = decimals }
    roster.finish(told)
    return roster.batch
  }

  private mutating func journal(of block: StudentTableBlock) -> Int32 {
    let journal = Int32(roster.batch.journals.count)
    let classKey = StudentRoster.classKey(block.className, block.schoolYear)
    roster.batch.journals.append(
      BatchJournal(
        key: "\(StudentTableLayout.id)/\(classKey)", school: 0, layout: StudentTableLayout.id,
        schoolYear: block.schoolYear, says: [], pupils: [], periods: []))
    for kind in [FactKind.finalMark, .exemption] {
      roster.batch.snapshots.append(BatchSnapshot(journal: journal, kind: kind, file: 0))
    }
    return journal
  }

  private mutating func read(_ block: StudentTableBlock, _ journal: Int32, _ studyClass: Int32, _ pupil: Int32) {
    let sheet = sheets[Int(block.sheet)]
    let periods = block.columns.map {
      roster.period(
        $0.period, of: studyClass, block.schoolYear,
        FactPlace(sheet: block.sheet, row: Int32(block.gridRow), column: Int32($0.number)))
    }
    roster.show(pupils: [pupil], periods: periods, in: journal)
    for (row, column, name) in block.subjects {
      let subject = roster.subject(name, FactPlace(sheet: block.sheet, row: Int32(row), column: Int32(column)))
      for (column, period) in zip(block.columns, periods) {
        let raw = CodeFolding.collapse(sheet[row, column.number])
        let place = FactPlace(sheet: block.sheet, row: Int32(row), column: Int32(column.number))
        if column.kind == .final {
          let isKnown = roster.addFinal(
            raw, journal: journal, pupil: pupil, subject: subject, period: period, place)
          if !isKnown { reject(raw, place, "не читается итоговая оценка", "Допустимы 1–5, осв, зач, незач, н/а.") }
        } else if !raw.isEmpty, raw != "-" {
          guard let number = ReportedNumber(raw) else {
            reject(raw, place, "не читается средний балл", "Ожидается число, например 3,67.")
            continue
          }
          roster.batch.reportedMeans.append(
            ReportedMeanFact(
              journal: journal, pupil: pupil, subject: subject, period: period,
              isWeighted: column.kind == .weightedMean, millionths: number.millionths, decimals: number.decimals,
              place: place))
        }
      }
    }
  }

  private mutating func reject(_ raw: String, _ place: FactPlace, _ problem: String, _ hint: String) {
    told.problems.append(
      ImportProblem(
        problem, hint: hint,
        at: CellPlace(sheet: sheets[Int(place.sheet)].name, row: Int(place.row), column: Int(place.column)),
        raw: excerpt(raw)))
  }
}

extension Layout {
  static let studentTable = Layout(
    id: StudentTableLayout.id, title: "табель успеваемости учащегося",
    recognise: { $0.sheets.contains(where: StudentTableBlock.fits) ? .certain : .none },
    read: { try StudentTableLayout.read($0[0], $1) })
}
