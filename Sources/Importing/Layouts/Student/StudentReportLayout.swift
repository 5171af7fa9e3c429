import Journal

/// «Отчет об успеваемости и посещаемости ученика» (FORMATS 4), also as HTML of Сетевой город (FORMATS 6.1): a block a pupil,
/// subjects by days. It says marks, absences and final marks, and nothing of teachers, topics, works or times.
///
/// - A lesson is what any pupil's block shows of a subject, a day and the order of the subject's columns in that day. Who
///   has it is a group of exactly those pupils, so that a lesson of one subgroup is nobody else's.
/// - In a workbook an empty text is a lesson with nothing set and no cell is no such lesson. A page cannot tell them apart:
///   there a lesson is what has an entry.
/// - Only the report whose file or title says «весь класс», as its exporter calls it, is of the whole class. Any other is a
///   journal of its own pupils, partial: that it lacks a lesson proves nothing of the others.
/// - The days of the report name a reporting period where they have final marks, and no bounds of it: somebody asked for
///   these days. Else the reporting periods stay unknown.
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
    // A pupil's key begins with the class's.
    let names = pupils.map { roster.batch.pupils[Int($0)].key }
    let isWhole = pupils.count > 1 && isOfWholeClass
    let someKey = names.count == 1 ? names[0] : "\(classKey)/\(StudentReportLayout.digest(names))"
    let key = "\(id)/\(isWhole ? classKey : someKey)"
    let journal = Int32(roster.batch.journals.count)
    var says: SourceCapabilities = [.marks, .attendance]
    if cells == .digits || blocks.contains(where: { $0.block.legend.tellsReasons }) { says.insert(.absenceReasons) }
    if !isWhole { says.insert(.partial) }
    if pupils.count > 1, !isWhole { tellPartial(first.block, pupils.count) }
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

  private static func digest(_ names: [String]) -> String {
    FileBytes(names.sorted().joined(separator: "\n").utf8).sha256()
  }

  /// `Отчет … ученика (весь класс).xlsx`, also `…_(весь_класс).xlsx`, or a title that says so.
  private var isOfWholeClass: Bool {
    let path = roster.batch.files[0].path
    let titles = (1...5).flatMap { row in sheets.prefix(2).map { $0[row, 1] } }
    return ([String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])] + titles)
      .contains { CodeFolding.fold($0).filter(\.isLetter).contains("ВЕСЬКЛАСС") }
  }

  private mutating func tellPartial(_ block: StudentBlock, _ count: Int) {
    told.notices.append(
      ImportProblem(
        "класс \(block.classTitle), учеников в отчёте: \(count); весь ли это класс, неизвестно",
        hint: "Замечания по такому отчёту не делаются. Если это весь класс, оставьте в имени файла слова «весь класс».",
        at: CellPlace(sheet: sheets[Int(block.sheet)].name, row: block.pupilRow)))
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
