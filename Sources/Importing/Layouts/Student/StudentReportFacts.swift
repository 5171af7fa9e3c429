import Journal

/// The facts of one journal of the report: what the blocks of a class show, put together.
struct StudentReportFacts {
  let journal: Int32
  let journalKey: String
  let studyClass: Int32
  let sheets: [SheetText]
  let cells: StudentCell

  private struct Slot: Hashable {
    var subject: Int32
    var date: CivilDate
    /// From 1 among the subject's columns of the day.
    var ordinal: Int
  }

  /// What stands in a column after the days.
  struct Final {
    var raw: String
    var days: ClosedRange<CivilDate>
    var schoolYear: Int
    var pupil: Int32
    var subject: Int32
    var place: FactPlace

    init(_ raw: String, _ block: StudentBlock, _ pupil: Int32, _ subject: Int32, _ place: FactPlace) {
      self.raw = CodeFolding.collapse(raw)
      days = block.period
      schoolYear = block.schoolYear
      self.pupil = pupil
      self.subject = subject
      self.place = place
    }
  }

  struct Mean {
    var number: ReportedNumber
    var isWeighted: Bool
    var cell: Final
  }

  private var lessons: [Slot: Int32] = [:]
  /// By position of the lesson from `firstLesson` on: the pupils who have it.
  private(set) var present: [Set<Int32>] = []
  private(set) var firstLesson: Int32 = -1
  private(set) var finals: [Final] = []
  private(set) var means: [Mean] = []
  /// The rows of courses on pages, of those who attend them.
  private(set) var rowsOfPages: [(pupil: Int32, subject: Int32, days: ClosedRange<CivilDate>)] = []
  private(set) var noughts: [FactPlace] = []
  private(set) var hasEmptyLesson = false

  init(journal: Int32, journalKey: String, studyClass: Int32, sheets: [SheetText], cells: StudentCell) {
    self.journal = journal
    self.journalKey = journalKey
    self.studyClass = studyClass
    self.sheets = sheets
    self.cells = cells
  }

  mutating func read(
    _ block: StudentBlock, _ pupil: Int32, _ roster: inout StudentRoster, _ told: inout StudentBlock.Told
  ) {
    let sheet = sheets[Int(block.sheet)]
    if firstLesson < 0 { firstLesson = Int32(roster.batch.lessons.count) }
    var columnsOfDay: [Slot: Int] = [:]
    let notAttended = block.rowsNotAttended(sheet)
    for (row, name) in block.subjects {
      let subject = roster.subject(name, FactPlace(sheet: block.sheet, row: Int32(row), column: 1))
      if cells == .digits, !notAttended.contains(row) { rowsOfPages.append((pupil, subject, block.period)) }
      for column in block.columns {
        let place = FactPlace(sheet: block.sheet, row: Int32(row), column: Int32(column.number))
        let raw = sheet[row, column.number]
        switch column.kind {
        case .day(let date):
          let isEmpty = CodeFolding.collapse(raw).isEmpty
          guard isEmpty ? cells == .spaced && sheet.has(row: row, column: column.number) : true else { continue }
          let day = Slot(subject: subject, date: date, ordinal: 0)
          columnsOfDay[day, default: 0] += 1
          let lesson = lesson(Slot(subject: subject, date: date, ordinal: columnsOfDay[day] ?? 1), place, &roster)
          if !notAttended.contains(row) { present[Int(lesson - firstLesson)].insert(pupil) }
          if isEmpty {
            hasEmptyLesson = true
          } else {
            add(raw, lesson, pupil, block.legend, place, &roster, &told)
          }
        case .mean, .weightedMean:
          addMean(Final(raw, block, pupil, subject, place), isWeighted: column.kind == .weightedMean, &told)
        case .final: finals.append(Final(raw, block, pupil, subject, place))
        }
      }
    }
  }

  mutating func add(_ pupil: Int32, toLesson offset: Int) { present[offset].insert(pupil) }

  private mutating func lesson(_ slot: Slot, _ place: FactPlace, _ roster: inout StudentRoster) -> Int32 {
    if let known = lessons[slot] { return known }
    let position = Int32(roster.batch.lessons.count)
    lessons[slot] = position
    present.append([])
    if roster.batch.teacherSets.isEmpty { roster.batch.teacherSets.append([]) }
    let subject = roster.batch.subjects[Int(slot.subject)].key
    roster.batch.lessons.append(
      LessonFact(
        journal: journal, key: "\(journalKey)/\(subject)/\(slot.date)\(slot.ordinal > 1 ? "#\(slot.ordinal)" : "")",
        studyClass: studyClass, subject: slot.subject, teacherSet: 0, date: slot.date, place: place))
    roster.batch.files[0].counts.lessons += 1
    return position
  }

  private mutating func add(
    _ raw: String, _ lesson: Int32, _ pupil: Int32, _ legend: AbsenceLegend, _ place: FactPlace,
    _ roster: inout StudentRoster, _ told: inout StudentBlock.Told
  ) {
    guard let cell = cells.parse(raw) else {
      told.problems.append(
        problem(
          place, raw, "не читается содержимое ячейки",
          cells == .spaced
            ? "Допустимы отметки 1–5, «4/5», «4 3», Н, Б, У, О и вместе: «О 2», «5 Н»."
            : "Допустимы отметки 1–5 подряд, точка, УП, НП, Б, ОП, О."))
      roster.batch.unreadCells.append(lesson: lesson, pupil: pupil)
      return
    }
    let kept = cell.marks.count + cell.attendance.count == 1 ? nil : raw
    for mark in cell.marks {
      roster.batch.marks.append(MarkFact(lesson: lesson, pupil: pupil, value: mark, place: place, raw: kept))
      if mark.isMark { roster.batch.files[0].counts.marks += 1 }
      if mark == .nought { noughts.append(place) }
    }
    if let code = cell.attendance.map({ legend[$0] }).decisive {
      roster.batch.attendance.append(
        AttendanceFact(lesson: lesson, pupil: pupil, code: code, place: place, raw: kept))
      if code.isAbsence { roster.batch.files[0].counts.absences += 1 }
    }
  }

  private mutating func addMean(_ cell: Final, isWeighted: Bool, _ told: inout StudentBlock.Told) {
    if cell.raw.isEmpty || cell.raw == "-" { return }
    guard let number = ReportedNumber(cell.raw) else {
      told.problems.append(
        problem(cell.place, cell.raw, "не читается средний балл", "Ожидается число, например 3,67."))
      return
    }
    means.append(Mean(number: number, isWeighted: isWeighted, cell: cell))
  }

  func problem(_ place: FactPlace, _ raw: String, _ text: String, _ hint: String) -> ImportProblem {
    ImportProblem(
      text, hint: hint,
      at: CellPlace(sheet: sheets[Int(place.sheet)].name, row: Int(place.row), column: Int(place.column)),
      raw: excerpt(raw))
  }
}
