import Journal

/// Дневник.ру, class journals (FORMATS 1): a workbook a class, a sheet a subject and group. The export says marks,
/// absences and finals, and nothing of topics, works, times or «everybody is present».
struct DnevnikJournalLayout {
  static let id = "dnevnik-journal"

  var batch: JournalBatch
  private var teachers: [String: Int32] = [:]
  private var classes: [String: Int32] = [:]
  private var subjects: [String: Int32] = [:]
  private var periods: [String: Int32] = [:]
  private var pupils: [String: Int32] = [:]
  private var teacherSets: [[Int32]: Int32] = [:]
  private var journals: [String: Int32] = [:]
  /// Sheets whose names do not tell the subject's short name.
  private var namelessSheets: [String] = []
  /// Of every name in a class, how many times the lists have it: the most, and the least.
  private var homonyms: [String: (most: Int, least: Int)] = [:]

  /// Reads one workbook into a batch of its own. Sheets that are no journal are rejected, the others go in; throws
  /// `ImportProblem` if nothing tells the moment of the snapshot, or a sheet is of two classes: then so may be the others,
  /// whose names do not say.
  fileprivate static func read(_ files: inout [OpenedFile], _ options: ImportOptions) throws -> JournalBatch {
    let file = files[0]
    let moments = file.moments(options)
    guard let takenAt = try moments.choose(newestEntry: nil) else { throw SnapshotMoments.question }
    if let problem = file.sheets.lazy.compactMap(JournalSheet.contradiction).first { throw problem }
    var layout = DnevnikJournalLayout(file.described(layout: id), takenAt: takenAt)
    layout.batch.files[0].notices = moments.notices(newestEntry: nil)
    for sheet in file.sheets where !sheet.isBlank { layout.read(sheet) }
    layout.markHomonyms()
    layout.tellNamelessSheets()
    layout.batch.files[0].classes = ClassName.keys(layout.batch.classes.map(\.title))
    layout.batch.files[0].counts.pupils = layout.batch.pupils.count
    layout.tellFuture()
    return layout.batch
  }

  private init(_ file: ImportedFile, takenAt: LocalMoment) {
    batch = JournalBatch(ofNamelessSchool: file, takenAt: takenAt)
  }

  private mutating func read(_ text: SheetText) {
    let number = Int32(batch.sheets.count)
    batch.sheets.append(BatchSheet(file: 0, name: text.name))
    var problems: [ImportProblem] = []
    do throws(ImportProblem) {
      let sheet = try JournalSheet(text, problems: &problems)
      batch.sheets[Int(number)].hasUnreadRows = !problems.isEmpty
      add(sheet, text, number, &problems)
    } catch {
      problems.append(error)
    }
    batch.files[0].rejected += problems
  }

  private mutating func add(
    _ sheet: JournalSheet, _ text: SheetText, _ number: Int32, _ problems: inout [ImportProblem]
  ) {
    let head = FactPlace(sheet: number, row: Int32(sheet.rows.studyClass))
    let names = sheet.names
    let classKey = names.classKey
    let studyClass = classes.position(classKey, appendingTo: &batch.classes) {
      BatchClass(
        key: classKey, school: 0, grade: ClassName(sheet.className)?.grade ?? 0, title: sheet.className, place: head)
    }
    let subject = subjects.position(names.subjectKey, appendingTo: &batch.subjects) {
      BatchSubject(
        key: names.subjectKey, name: sheet.subject, shortName: sheet.shortSubject,
        place: FactPlace(sheet: number, row: Int32(sheet.rows.subject)))
    }
    if sheet.shortSubject == nil { namelessSheets.append(text.name) }
    var key = names.journalKey
    while journals[key] != nil { key += "+" }
    let journal = Int32(batch.journals.count)
    journals[key] = journal
    let listed = pupils(of: sheet, classKey, studyClass, number)
    let periods = sheet.columns.map { period($0, of: sheet, number) }
    batch.journals.append(
      BatchJournal(
        key: key, school: 0, layout: DnevnikJournalLayout.id, schoolYear: sheet.schoolYear,
        says: [.marks, .attendance], pupils: listed, periods: periods.filter { $0 >= 0 }))
    for kind in [FactKind.lesson, .mark, .attendance, .finalMark, .exemption, .pupil] {
      batch.snapshots.append(BatchSnapshot(journal: journal, kind: kind, file: 0))
    }
    let group = Int32(batch.groups.count)
    batch.groups.append(BatchGroup(key: key, studyClass: studyClass, name: sheet.groupName, place: head))
    for (position, pupil) in zip(listed, sheet.pupils) {
      batch.memberships.append(
        BatchMembership(
          group: group, pupil: position, place: FactPlace(sheet: number, row: Int32(pupil.row), column: 2))
      )
    }
    let facts = SheetFacts(
      sheet: sheet, text: text, number: number, journal: journal, journalKey: key, studyClass: studyClass,
      group: group, subject: subject, teacherSet: teacherSet(of: sheet, number), pupils: listed,
      periods: periods)
    facts.add(to: &batch, &problems)
  }

  private mutating func pupils(
    of sheet: JournalSheet, _ classKey: String, _ studyClass: Int32, _ number: Int32
  ) -> [Int32] {
    var seen: [String: Int] = [:]
    var positions: [Int32] = []
    for (row, name) in sheet.pupils {
      let folded = CodeFolding.fold(name)
      seen[folded, default: 0] += 1
      let ordinal = seen[folded] ?? 1
      let key = "\(classKey)/\(folded)\(ordinal > 1 ? "#\(ordinal)" : "")"
      positions.append(
        pupils.position(key, appendingTo: &batch.pupils) {
          BatchPupil(
            key: key, studyClass: studyClass, name: name, place: FactPlace(sheet: number, row: Int32(row), column: 2))
        })
    }
    for (name, count) in seen {
      let key = "\(classKey)/\(name)"
      let known = homonyms[key] ?? (count, count)
      homonyms[key] = (max(known.most, count), min(known.least, count))
    }
    return positions
  }

  private mutating func teacherSet(of sheet: JournalSheet, _ number: Int32) -> Int32 {
    let place = FactPlace(sheet: number, row: Int32(sheet.rows.teachers))
    let members = sheet.teachers.map { name in
      teachers.position(CodeFolding.fold(name), appendingTo: &batch.teachers) {
        BatchTeacher(key: CodeFolding.fold(name), name: name, school: 0, place: place)
      }
    }
    return teacherSets.position(members, appendingTo: &batch.teacherSets) { members }
  }

  /// The period of a period column, -1 for a lesson's.
  private mutating func period(_ column: JournalSheet.Column, of sheet: JournalSheet, _ number: Int32) -> Int32 {
    guard case .period(let kind) = column.kind else { return -1 }
    let key = "\(DnevnikJournalLayout.id)/\(sheet.schoolYear)/\(CodeFolding.fold(column.label))"
    return periods.position(key, appendingTo: &batch.periods) {
      BatchPeriod(
        key: key, school: 0, name: column.label, kind: kind, schoolYear: sheet.schoolYear,
        place: FactPlace(sheet: number, row: Int32(sheet.rows.grid), column: Int32(column.number)))
    }
  }

  /// Two of one name in one list stay two; where another list has fewer, nobody can tell which of them it means.
  private mutating func markHomonyms() {
    for (key, counts) in homonyms.sorted(by: { $0.key < $1.key }) where counts.most != counts.least {
      for ordinal in 1...counts.most {
        guard let position = pupils[key + (ordinal > 1 ? "#\(ordinal)" : "")] else { continue }
        batch.pupils[Int(position)].isAmbiguous = true
      }
      guard let first = pupils[key].map({ batch.pupils[Int($0)] }) else { continue }
      batch.files[0].notices.append(
        ImportProblem(
          "однофамильцы: в одном списке класса \(counts.most) раза, в другом \(counts.least)",
          hint: "По этой выгрузке их не различить, замечания о них не делаются.",
          at: CellPlace(sheet: batch.sheets[Int(first.place.sheet)].name, row: Int(first.place.row), column: 2),
          raw: first.name))
    }
  }

  /// The grid has no entry times, but what stands under a day was hardly entered before it.
  private mutating func tellFuture() {
    let lessons = batch.marks.map(\.lesson) + batch.attendance.map(\.lesson)
    guard let takenAt = batch.files[0].takenAt, let newest = lessons.map({ batch.lessons[Int($0)].date }).max(),
      newest > takenAt.date
    else { return }
    batch.files[0].notices.append(
      ImportProblem(
        "в журнале есть записи за \(newest.russian), а выгрузка считается сделанной \(takenAt.russian)",
        hint: "Проверьте момент выгрузки; верный укажите в --taken-at."))
  }

  private mutating func tellNamelessSheets() {
    guard let first = namelessSheets.first else { return }
    let others = namelessSheets.count > 1 ? ", ещё таких листов: \(namelessSheets.count - 1)" : ""
    batch.files[0].notices.append(
      ImportProblem(
        "имя листа не кончается названием группы, поэтому краткое название предмета неизвестно\(others)",
        hint:
          """
          С прежними выгрузками и поурочным планированием такой лист не сойдётся: его уроки будут считаться другим предметом. \
          Верните листу имя из выгрузки, например «Русск. яз. 7а».
          """,
        at: CellPlace(sheet: first)))
  }
}

extension Layout {
  static let dnevnikJournal = Layout(
    id: DnevnikJournalLayout.id, title: "журналы класса Дневник.ру",
    recognise: { $0.sheets.contains(where: JournalSheet.fits) ? .certain : .none }, read: DnevnikJournalLayout.read)
}
