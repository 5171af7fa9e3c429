import Journal

/// Дневник.ру, lesson planning (FORMATS 2): a workbook a class, a sheet a subject. The export says topics and homework of the
/// lessons that the journal of the same class, group and subject shows, and nothing of marks, absences or times. Its facts
/// go into that journal; lessons that no journal shows are kept as planned ones.
struct DnevnikPlanningLayout {
  static let id = "dnevnik-planning"

  private var batch: JournalBatch
  private var teachers: [String: Int32] = [:]
  private var classes: [String: Int32] = [:]
  private var subjects: [String: Int32] = [:]
  private var teacherSets: [[Int32]: Int32] = [:]
  private var journals: Set<String> = []

  /// Reads one workbook into a batch of its own. Blocks that cannot be read are rejected, the others go in; throws
  /// `ImportProblem` if nothing tells the moment of the snapshot.
  fileprivate static func read(_ files: inout [OpenedFile], _ options: ImportOptions) throws -> JournalBatch {
    let file = files[0]
    let moments = file.moments(options)
    guard let takenAt = try moments.choose(newestEntry: nil) else { throw SnapshotMoments.question }
    var layout = DnevnikPlanningLayout(file.described(layout: id), takenAt: takenAt)
    layout.batch.files[0].notices = moments.notices(newestEntry: nil)
    for sheet in file.sheets where !sheet.isBlank { layout.read(sheet) }
    layout.batch.files[0].classes = ClassName.keys(layout.batch.classes.map(\.title))
    return layout.batch
  }

  private init(_ file: ImportedFile, takenAt: LocalMoment) {
    batch = JournalBatch(ofNamelessSchool: file, takenAt: takenAt)
  }

  private mutating func read(_ text: SheetText) {
    let number = Int32(batch.sheets.count)
    batch.sheets.append(BatchSheet(file: 0, name: text.name))
    guard PlanningSheet.fits(text) else {
      batch.files[0].rejected.append(
        ImportProblem(
          "лист не похож на поурочное планирование: нет строки «Класс:» и таблицы с темами",
          hint: "Выгрузите планирование заново; не удаляйте строки заголовка.", at: CellPlace(sheet: text.name)))
      return
    }
    var problems: [ImportProblem] = []
    var notices: [ImportProblem] = []
    let sheet = PlanningSheet(text, problems: &problems, notices: &notices)
    batch.sheets[Int(number)].hasUnreadRows = !problems.isEmpty
    batch.files[0].rejected += problems
    batch.files[0].notices += notices
    for block in sheet.blocks { add(block, text.name, number) }
  }

  private mutating func add(_ block: PlanningSheet.Block, _ sheetName: String, _ sheet: Int32) {
    let names = block.names
    guard journals.insert(names.journalKey).inserted else {
      batch.files[0].rejected.append(
        ImportProblem(
          "второй блок того же класса, группы и предмета, его строки пропущены",
          hint: "Принят первый блок; выгрузите планирование заново.",
          at: CellPlace(sheet: sheetName, row: block.row, column: 1), raw: "\(block.className) (\(block.groupName))"))
      return
    }
    let key = names.journalKey
    let head = FactPlace(sheet: sheet, row: Int32(block.row), column: 1)
    let studyClass = classes.position(names.classKey, appendingTo: &batch.classes) {
      BatchClass(
        key: names.classKey, school: 0, grade: ClassName(block.className)?.grade ?? 0, title: block.className,
        place: head)
    }
    let subject = subjects.position(names.subjectKey, appendingTo: &batch.subjects) {
      BatchSubject(key: names.subjectKey, name: block.subject, isShort: true, place: head)
    }
    let journal = Int32(batch.journals.count)
    var says: SourceCapabilities = [.topics, .lessonPlanning]
    if block.columns.homework != nil { says.insert(.homework) }
    batch.journals.append(
      BatchJournal(
        key: key, school: 0, layout: DnevnikJournalLayout.id, schoolYear: block.schoolYear, says: says, pupils: [],
        periods: []))
    for kind in [FactKind.topic, .homework] where kind == .topic || block.columns.homework != nil {
      batch.snapshots.append(BatchSnapshot(journal: journal, kind: kind, file: 0))
    }
    let group = Int32(batch.groups.count)
    batch.groups.append(BatchGroup(key: key, studyClass: studyClass, name: block.groupName, place: head))
    let teacherSet = teacherSet(block.teachers, head)
    for lesson in block.lessons {
      batch.lessons.append(
        LessonFact(
          journal: journal, key: DnevnikNames.lessonKey(key, lesson.date, lesson.ordinal), studyClass: studyClass,
          group: group, subject: subject, teacherSet: teacherSet, date: lesson.date, topic: lesson.topic,
          homework: lesson.homework, place: FactPlace(sheet: sheet, row: Int32(lesson.row), column: 1),
          topicColumn: Int32(block.columns.topic), homeworkColumn: Int32(block.columns.homework ?? 0)))
      batch.files[0].counts.lessons += 1
      if let topic = lesson.topic, !FillerText.isFiller(topic) { batch.files[0].counts.topics += 1 }
      if let homework = lesson.homework, !FillerText.isFiller(homework) { batch.files[0].counts.homework += 1 }
    }
  }

  private mutating func teacherSet(_ names: [String], _ place: FactPlace) -> Int32 {
    let members = names.map { name in
      teachers.position(CodeFolding.fold(name), appendingTo: &batch.teachers) {
        BatchTeacher(key: CodeFolding.fold(name), name: name, school: 0, place: place)
      }
    }
    return teacherSets.position(members, appendingTo: &batch.teacherSets) { members }
  }
}

extension Layout {
  static let dnevnikPlanning = Layout(
    id: DnevnikPlanningLayout.id, title: "поурочное планирование Дневник.ру",
    recognise: { $0.sheets.contains(where: PlanningSheet.fits) ? .certain : .none }, read: DnevnikPlanningLayout.read)
}
