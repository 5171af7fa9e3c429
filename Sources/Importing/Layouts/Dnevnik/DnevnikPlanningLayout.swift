import Journal

/// Дневник.ру, lesson planning (FORMATS 2): a workbook a class, a sheet a subject, a block a class or group. It says topics
/// and homework of lessons that journals have too; the keys are those of the journals (`DnevnikKeys`), so the store
/// joins them whichever comes first.
struct DnevnikPlanningLayout {
  static let id = "dnevnik-planning"

  private var batch = JournalBatch()
  private var teachers: [String: Int32] = [:]
  private var classes: [String: Int32] = [:]
  private var subjects: [String: Int32] = [:]
  private var journals: [String: Int32] = [:]
  private var teacherSets: [[Int32]: Int32] = [:]

  fileprivate static func read(_ files: inout [OpenedFile], _ options: ImportOptions) throws -> JournalBatch {
    let file = files[0]
    guard let takenAt = try file.moments(options).choose(newestEntry: nil) else { throw SnapshotMoments.question }
    var layout = DnevnikPlanningLayout()
    layout.batch.files = [file.described(layout: id)]
    layout.batch.files[0].takenAt = takenAt
    layout.batch.schools = [BatchSchool(key: "", name: "", place: FactPlace(sheet: 0, row: 0))]
    for sheet in file.sheets { layout.read(sheet) }
    layout.batch.files[0].classes = ClassName.keys(layout.batch.classes.map(\.title))
    return layout.batch
  }

  private mutating func read(_ sheet: SheetText) {
    let number = Int32(batch.sheets.count)
    batch.sheets.append(BatchSheet(file: 0, name: sheet.name))
    var problems: [ImportProblem] = []
    for block in PlanningBlock.read(sheet, problems: &problems) { add(block, sheet.name, number, &problems) }
    batch.files[0].rejected += problems
  }

  private mutating func add(
    _ block: PlanningBlock, _ sheet: String, _ number: Int32, _ problems: inout [ImportProblem]
  ) {
    let head = FactPlace(sheet: number, row: Int32(block.row), column: 1)
    let keys = DnevnikKeys(
      schoolYear: block.schoolYear, className: block.className, groupName: block.groupName, subject: block.subject)
    let studyClass = classes.position(keys.studyClass, appendingTo: &batch.classes) {
      BatchClass(
        key: keys.studyClass, school: 0, grade: ClassName(block.className)?.grade ?? 0, title: block.className,
        place: head)
    }
    let subject = subjects.position(keys.subject, appendingTo: &batch.subjects) {
      BatchSubject(key: keys.subject, name: block.subject, place: head)
    }
    let key = keys.journal(DnevnikPlanningLayout.id)
    guard journals[key] == nil else {
      problems.append(
        ImportProblem(
          "второй блок того же класса, группы и предмета", hint: "Принят первый; выгрузите планирование заново.",
          at: CellPlace(sheet: sheet, row: block.row, column: 1), raw: "\(block.className) (\(block.groupName))"))
      return
    }
    let journal = Int32(batch.journals.count)
    journals[key] = journal
    batch.journals.append(
      BatchJournal(
        key: key, school: 0, layout: DnevnikPlanningLayout.id, schoolYear: block.schoolYear,
        says: [.topics, .homework], companion: keys.journal(DnevnikJournalLayout.id)))
    for kind in [FactKind.lesson, .topic, .homework] {
      batch.snapshots.append(BatchSnapshot(journal: journal, kind: kind, file: 0))
    }
    let group = Int32(batch.groups.count)
    batch.groups.append(BatchGroup(key: key, studyClass: studyClass, name: block.groupName, place: head))
    let teacherSet = teacherSet(block.teachers, FactPlace(sheet: number, row: Int32(block.row + 3), column: 1))
    for lesson in block.lessons {
      batch.lessons.append(
        LessonFact(
          journal: journal, key: keys.lesson(DnevnikPlanningLayout.id, lesson.date, ordinal: lesson.ordinal),
          studyClass: studyClass, group: group, subject: subject, teacherSet: teacherSet, date: lesson.date,
          topic: lesson.topic.isEmpty ? nil : lesson.topic, homework: lesson.homework.isEmpty ? nil : lesson.homework,
          place: FactPlace(sheet: number, row: Int32(lesson.row), column: 1)))
      batch.files[0].counts.lessons += 1
      if !FillerText.isFiller(lesson.topic) { batch.files[0].counts.topics += 1 }
      if !FillerText.isFiller(lesson.homework) { batch.files[0].counts.homework += 1 }
    }
  }

  private mutating func teacherSet(_ names: [String], _ place: FactPlace) -> Int32 {
    let members = names.map { name in
      teachers.position(CodeFolding.fold(name), appendingTo: &batch.teachers) {
        BatchTeacher(key: CodeFolding.fold(name), name: name, school: 0, place: place)
      }
    }
    if let known = teacherSets[members] { return known }
    let set = Int32(batch.teacherSets.count)
    batch.teacherSets.append(members)
    teacherSets[members] = set
    return set
  }
}

extension Layout {
  static let dnevnikPlanning = Layout(
    id: DnevnikPlanningLayout.id, title: "поурочное планирование Дневник.ру",
    recognise: { $0.sheets.contains(where: PlanningBlock.fits) ? .certain : .none }, read: DnevnikPlanningLayout.read)
}
