import Journal

/// «Отчет об успеваемости и посещаемости ученика» (FORMATS 4), also as HTML of Сетевой город (FORMATS 6.1): a block a pupil,
/// subjects by days. It says marks, absences and final marks, and nothing of teachers, topics, works or times.
///
/// - A lesson is what any pupil's block shows of a subject, a day and the order of the subject's columns in that day. Who
///   has it is a group of exactly those pupils, so that a lesson of one subgroup is nobody else's.
/// - In a workbook an empty text is a lesson with nothing set and no cell is no such lesson. A page cannot tell them apart:
///   there a lesson is what has an entry.
/// - A report of one pupil is a journal of its own, partial, and so proves nothing of the class.
/// - The days of the report are a reporting period where they have final marks; else the reporting periods stay unknown.
/// - The moment of the snapshot is chosen as always (`SnapshotMoments`); where the workbook says nothing of its own making, the
///   newest time of its parts counts, as of any ZIP.
struct StudentReportLayout {
  static let workbookId = "student-report"
  static let pageId = "netschool-report"

  let id: String
  let cells: StudentCell
  var roster: StudentRoster
  var told = StudentBlock.Told()
  private let sheets: [SheetText]

  fileprivate static func read(
    _ file: OpenedFile, _ options: ImportOptions, id: String, _ cells: StudentCell
  ) throws -> JournalBatch {
    let moments = file.moments(options)
    guard let takenAt = try moments.choose(newestEntry: nil) else { throw SnapshotMoments.question }
    var layout = StudentReportLayout(
      id: id, cells: cells,
      roster: StudentRoster(file.described(layout: id), takenAt: takenAt, sheets: file.sheets), sheets: file.sheets)
    layout.told.notices = moments.notices(newestEntry: nil)
    return layout.read()
  }

  init(id: String, cells: StudentCell, roster: StudentRoster, sheets: [SheetText]) {
    self.id = id
    self.cells = cells
    self.roster = roster
    self.sheets = sheets
  }

  mutating func read() -> JournalBatch {
    roster.nameSchool(sheets)
    var head = StudentHead()
    var blocks: [StudentBlock] = []
    for (number, sheet) in sheets.enumerated() {
      blocks += StudentBlock.read(sheet, Int32(number), &head, &told)
    }
    let pupils = enrol(blocks)
    for studyClass in roster.batch.classes.indices {
      let own = zip(blocks, pupils).filter { $0.1.studyClass == Int32(studyClass) }
      addJournal(own.map { ($0.0, $0.1.pupil) }, Int32(studyClass))
    }
    roster.finish(told)
    return roster.batch
  }

  /// Classes and pupils of all blocks. The same name again with the same days is another pupil of that name.
  private mutating func enrol(_ blocks: [StudentBlock]) -> [(studyClass: Int32, pupil: Int32)] {
    var seen: [String: Int] = [:]
    return blocks.map { block in
      let studyClass = roster.studyClass(
        block.className, block.classTitle, block.schoolYear, FactPlace(sheet: block.sheet, row: Int32(block.pupilRow)))
      let list = "\(studyClass)/\(block.period)/\(CodeFolding.fold(block.pupil))"
      seen[list, default: 0] += 1
      let place = FactPlace(sheet: block.sheet, row: Int32(block.pupilRow), column: Int32(block.pupilColumn))
      return (studyClass, roster.pupil(block.pupil, seen[list] ?? 1, of: studyClass, place))
    }
  }

  private mutating func addJournal(_ blocks: [(block: StudentBlock, pupil: Int32)], _ studyClass: Int32) {
    guard let first = blocks.first else { return }
    let pupils = Array(Set(blocks.map(\.pupil))).sorted()
    let classKey = StudentRoster.classKey(first.block.className, first.block.schoolYear)
    // The pupil's key begins with the class's.
    let key = "\(id)/\(pupils.count > 1 ? classKey : roster.batch.pupils[Int(first.pupil)].key)"
    let journal = Int32(roster.batch.journals.count)
    var says: SourceCapabilities = [.marks, .attendance]
    if cells == .digits || blocks.contains(where: { $0.block.legend.tellsReasons }) { says.insert(.absenceReasons) }
    if pupils.count == 1 { says.insert(.partial) }
    roster.batch.journals.append(
      BatchJournal(
        key: key, school: 0, layout: id, schoolYear: first.block.schoolYear, says: says, pupils: pupils, periods: []))
    for kind in [FactKind.lesson, .mark, .attendance, .finalMark, .exemption] {
      roster.batch.snapshots.append(BatchSnapshot(journal: journal, kind: kind, file: 0))
    }
    var facts = StudentReportFacts(
      journal: journal, journalKey: key, studyClass: studyClass, sheets: sheets, cells: cells)
    for (block, pupil) in blocks { facts.read(block, pupil, &roster, &told) }
    facts.finish(classTitle: first.block.classTitle, &roster, &told)
  }
}

extension Layout {
  static let studentReport = Layout(
    id: StudentReportLayout.workbookId, title: "отчёт об успеваемости и посещаемости ученика",
    recognise: { $0.kind == .html ? .none : StudentReportLayout.certainty($0.sheets) },
    read: { try StudentReportLayout.read($0[0], $1, id: StudentReportLayout.workbookId, .spaced) })

  static let netSchoolReport = Layout(
    id: StudentReportLayout.pageId, title: "отчёт об успеваемости и посещаемости ученика из Сетевого города",
    recognise: { $0.kind == .html ? StudentReportLayout.certainty($0.sheets) : .none },
    read: { try StudentReportLayout.read($0[0], $1, id: StudentReportLayout.pageId, .digits) })
}

extension StudentReportLayout {
  /// By the grid of months and days, and by the line that names the pupil.
  static func certainty(_ sheets: [SheetText]) -> Certainty {
    guard sheets.contains(where: { StudentBlock.gridRow(in: $0) != nil }) else { return .none }
    return sheets.contains { StudentHead.labels(in: $0).contains(.pupil) } ? .certain : .possible
  }
}
