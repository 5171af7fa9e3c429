import Journal

/// The page of Сетевой город about one pupil's marks in one subject (FORMATS 6.1, «studentgrades»). It is the only page that says
/// when a mark was entered: by the day, which is taken as its first second.
///
/// A lesson is a day with an assignment, and every assignment a work of it. The topic is the assignment's, not the lesson's, so
/// topics stay unsaid. The journal is this pupil's and subject's alone.
struct StudentGradesLayout {
  static let id = "netschool-grades"

  fileprivate static func read(_ file: OpenedFile, _ options: ImportOptions) throws -> JournalBatch {
    var problems: [ImportProblem] = []
    var head = StudentHead()
    for (number, sheet) in file.sheets.enumerated() {
      let heads = StudentGradesTable.heads(in: sheet)
      for row in 1..<max(1, heads?.row ?? sheet.rowCount + 1) { _ = head.take(sheet, row: row) }
      guard let heads else { continue }
      let table = StudentGradesTable(sheet, head: heads, &problems)
      let newest = table.rows.compactMap(\.entered).max().map { LocalMoment($0) }
      let moments = file.moments(options)
      guard let takenAt = try moments.choose(newestEntry: newest) else { throw SnapshotMoments.question }
      let roster = StudentRoster(file.described(layout: id), takenAt: takenAt, sheets: [sheet])
      var layout = StudentGradesLayout(roster: roster, sheet: sheet)
      layout.told = StudentBlock.Told(problems: problems, notices: moments.notices(newestEntry: newest))
      try layout.add(table, head, row: heads.row)
      for other in file.sheets[(number + 1)...] where StudentGradesTable.heads(in: other) != nil {
        layout.told.problems.append(
          ImportProblem(
            "на странице ещё одна таблица отметок: она не прочитана",
            hint: "Сохраните отметки каждого ученика по каждому предмету отдельной страницей.",
            at: CellPlace(sheet: other.name)))
      }
      layout.roster.finish(layout.told)
      return layout.roster.batch
    }
    throw file.unknown
  }

  var roster: StudentRoster
  let sheet: SheetText
  var told = StudentBlock.Told()

  init(roster: StudentRoster, sheet: SheetText) {
    self.roster = roster
    self.sheet = sheet
  }

  /// Throws where the lines above the table do not say whose marks of what these are.
  mutating func add(_ table: StudentGradesTable, _ head: StudentHead, row: Int) throws(ImportProblem) {
    roster.nameSchool([])
    let place = FactPlace(sheet: 0, row: Int32(row))
    let (name, title) = try head.className(sheet, gridRow: row)
    let days = try head.period(sheet, gridRow: row)
    let year = try head.schoolYear(sheet, gridRow: row)
    let studyClass = roster.studyClass(name, title, year, place)
    let pupil = roster.pupil(try head.pupil(sheet, gridRow: row).text, 1, of: studyClass, place)
    let subject = roster.subject(try head.subject(sheet, gridRow: row), place)
    let key = "\(Self.id)/\(roster.batch.pupils[0].key)/\(roster.batch.subjects[0].key)"
    roster.batch.journals = [
      BatchJournal(
        key: key, school: 0, layout: Self.id, schoolYear: year, says: [.marks, .works, .markTimes, .partial],
        pupils: [pupil],
        periods: [])
    ]
    roster.batch.snapshots = [FactKind.lesson, .mark].map { BatchSnapshot(journal: 0, kind: $0, file: 0) }
    roster.batch.teacherSets = [roster.teachers(head.teachers, place)]
    roster.batch.groups = [BatchGroup(key: key, studyClass: studyClass, name: "\(title), учеников: 1", place: place)]
    roster.batch.memberships = [BatchMembership(group: 0, pupil: pupil, place: place)]
    var lessons: [CivilDate: Int32] = [:]
    var works: [CivilDate: Int] = [:]
    for row in table.rows {
      let place = FactPlace(sheet: 0, row: Int32(row.number), column: Int32(table.columns[.mark] ?? 0))
      let lesson = lessons[row.date] ?? Int32(roster.batch.lessons.count)
      if lessons.updateValue(lesson, forKey: row.date) == nil {
        roster.batch.lessons.append(
          LessonFact(
            journal: 0, key: "\(key)/\(row.date)", studyClass: studyClass, group: 0, subject: subject, teacherSet: 0,
            date: row.date, place: place))
        roster.batch.files[0].counts.lessons += 1
      }
      works[row.date, default: 0] += 1
      let work = Int32(roster.batch.works.count)
      roster.batch.works.append(
        WorkFact(
          key: "\(key)/\(row.date)#\(works[row.date] ?? 1)", lesson: lesson, kind: row.kind,
          isWritten: WorkKind.isWritten(row.kind), place: place))
      addMarks(row, lesson, work, pupil, place)
    }
    if let mean = table.mean {
      roster.batch.reportedMeans = [
        ReportedMeanFact(
          journal: 0, pupil: pupil, subject: subject, period: -1, days: days, isWeighted: false,
          millionths: mean.number.millionths, decimals: mean.number.decimals,
          place: FactPlace(sheet: 0, row: Int32(mean.row)))
      ]
    }
  }

  private mutating func addMarks(
    _ row: StudentGradesTable.Row, _ lesson: Int32, _ work: Int32, _ pupil: Int32, _ place: FactPlace
  ) {
    guard let cell = StudentCell.digits.parse(row.mark), cell.attendance.isEmpty else {
      told.problems.append(
        ImportProblem(
          "не читается отметка", hint: "Допустимы отметки 1–5 и точка.",
          at: CellPlace(sheet: sheet.name, row: row.number, column: Int(place.column)), raw: excerpt(row.mark)))
      roster.batch.unreadCells.append(lesson: lesson, pupil: pupil)
      return
    }
    for mark in cell.marks {
      roster.batch.marks.append(
        MarkFact(
          lesson: lesson, pupil: pupil, work: work, value: mark, enteredAt: row.entered.map { LocalMoment($0) },
          place: place, raw: cell.marks.count > 1 ? row.mark : nil))
      if mark.isMark { roster.batch.files[0].counts.marks += 1 }
    }
  }
}

extension Layout {
  static let netSchoolGrades = Layout(
    id: StudentGradesLayout.id, title: "отметки ученика по предмету из Сетевого города",
    recognise: { file in
      guard file.kind == .html, file.sheets.contains(where: { StudentGradesTable.heads(in: $0) != nil }) else {
        return .none
      }
      return file.sheets.contains { StudentHead.labels(in: $0).contains(.pupil) } ? .certain : .possible
    },
    read: { try StudentGradesLayout.read($0[0], $1) })
}
