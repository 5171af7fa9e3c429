import Journal

/// The people and things of the reports over pupils on their way into a batch: one school without a key, classes, pupils by
/// full name, subjects, periods. The same keys for the report of marks and the report card, so both speak of one pupil.
struct StudentRoster {
  var batch = JournalBatch()
  private var classes: [String: Int32] = [:]
  private var pupils: [String: Int32] = [:]
  private var subjects: [String: Int32] = [:]
  private var teachers: [String: Int32] = [:]
  private var periods: [String: Int32] = [:]
  /// Of every name that a list has more than once: how many pupils have it.
  private var namesakes: [String: Int] = [:]

  init(_ file: ImportedFile, takenAt: LocalMoment, sheets: [SheetText]) {
    batch.files = [file]
    batch.files[0].takenAt = takenAt
    batch.sheets = sheets.map { BatchSheet(file: 0, name: $0.name) }
  }

  /// The school by the first line of the first sheet that has one, which is no line of a head.
  mutating func nameSchool(_ sheets: [SheetText]) {
    let line = sheets.first.map { CodeFolding.collapse($0[1, 1]) } ?? ""
    let isName = !line.isEmpty && sheets.first.map { !StudentHead.isLine($0, row: 1) } == true
    batch.schools = [BatchSchool(key: "", name: isName ? line : "", place: FactPlace(sheet: 0, row: 1, column: 1))]
    if isName { batch.files[0].schools = [line] }
  }

  static func classKey(_ name: ClassName, _ schoolYear: Int) -> String { "\(schoolYear)/\(name.key)" }

  mutating func studyClass(_ name: ClassName, _ title: String, _ schoolYear: Int, _ place: FactPlace) -> Int32 {
    let key = StudentRoster.classKey(name, schoolYear)
    return classes.position(key, appendingTo: &batch.classes) {
      BatchClass(key: key, school: 0, grade: name.grade, title: title, place: place)
    }
  }

  /// `ordinal` from 1 counts pupils of one name in one list. Their order tells nobody who is who in the next report, so they
  /// are ambiguous.
  mutating func pupil(_ name: String, _ ordinal: Int, of studyClass: Int32, _ place: FactPlace) -> Int32 {
    let classKey = batch.classes[Int(studyClass)].key
    let first = "\(classKey)/\(CodeFolding.fold(name))"
    if ordinal > 1 { namesakes[first] = max(namesakes[first] ?? 0, ordinal) }
    let key = StudentRoster.key(first, ordinal)
    return pupils.position(key, appendingTo: &batch.pupils) {
      BatchPupil(key: key, studyClass: studyClass, name: name, place: place)
    }
  }

  private static func key(_ first: String, _ ordinal: Int) -> String { ordinal > 1 ? "\(first)#\(ordinal)" : first }

  mutating func subject(_ name: String, _ place: FactPlace) -> Int32 {
    let key = CodeFolding.fold(name)
    return subjects.position(key, appendingTo: &batch.subjects) { BatchSubject(key: key, name: name, place: place) }
  }

  /// The positions of teachers, in order.
  mutating func teachers(_ names: [String], _ place: FactPlace) -> [Int32] {
    let known = names.map { name in
      teachers.position(CodeFolding.fold(name), appendingTo: &batch.teachers) {
        BatchTeacher(key: CodeFolding.fold(name), name: name, school: 0, place: place)
      }
    }
    return Array(Set(known)).sorted()
  }

  /// Without days: those of a report are what its user asked for, not the bounds of the period.
  mutating func period(
    _ name: StudentPeriods.Name, of studyClass: Int32, _ schoolYear: Int, _ place: FactPlace
  ) -> Int32 {
    let grade = batch.classes[Int(studyClass)].grade
    let key = StudentPeriods.key(name, schoolYear, grade: grade)
    return periods.position(key, appendingTo: &batch.periods) {
      BatchPeriod(
        key: key, school: 0, name: name.text, kind: name.kind, schoolYear: schoolYear, grades: grade...grade,
        place: place)
    }
  }

  /// The snapshot shows the rows of these pupils and the columns of these periods.
  mutating func show(pupils: [Int32], periods: [Int32], in journal: Int32) {
    let known = batch.journals[Int(journal)]
    batch.journals[Int(journal)].pupils = Array(Set((known.pupils ?? []) + pupils)).sorted()
    batch.journals[Int(journal)].periods = Array(Set((known.periods ?? []) + periods)).sorted()
  }

  /// A final mark or an exemption; a hyphen or a nought stands for none. False for a text that is neither.
  mutating func addFinal(
    _ raw: String, journal: Int32, pupil: Int32, subject: Int32, period: Int32, _ place: FactPlace
  ) -> Bool {
    if StudentRoster.isNoFinal(raw) { return true }
    guard let value = MarkValue(raw) else {
      batch.unreadCells.append(journal: journal, pupil: pupil, subject: subject, period: period)
      return false
    }
    if value.isExemption {
      batch.exemptions.append(
        ExemptionFact(journal: journal, pupil: pupil, subject: subject, period: period, place: place))
      batch.files[0].counts.exempt += 1
    } else {
      batch.finalMarks.append(
        FinalMarkFact(journal: journal, pupil: pupil, subject: subject, period: period, value: value, place: place))
      batch.files[0].counts.finalMarks += 1
    }
    return true
  }

  static func isNoFinal(_ raw: String) -> Bool { raw.isEmpty || raw == "-" || raw == "0" }

  mutating func finish(_ told: StudentBlock.Told) {
    batch.files[0].counts.pupils = batch.pupils.count
    batch.files[0].classes = ClassName.keys(batch.classes.map(\.title))
    batch.files[0].rejected += told.problems
    batch.files[0].notices += told.notices
    tellUnmarked()
    markNamesakes()
  }

  /// A course in which nobody has a mark, a mean or a final mark, while others have final marks, may be one that no marks are
  /// given in. The report cannot tell it from one whose teacher gives none.
  private mutating func tellUnmarked() {
    guard !batch.finalMarks.isEmpty else { return }
    var marked = Set(batch.finalMarks.map(\.subject))
    marked.formUnion(batch.exemptions.map(\.subject))
    marked.formUnion(batch.reportedMeans.filter { $0.millionths > 0 }.map(\.subject))
    marked.formUnion(batch.marks.filter(\.value.isMark).map { batch.lessons[Int($0.lesson)].subject })
    let unmarked = batch.subjects.indices.filter { !marked.contains(Int32($0)) }.map { batch.subjects[$0] }
    guard let first = unmarked.first else { return }
    batch.files[0].notices.append(
      ImportProblem(
        "ни у кого нет ни отметки, ни среднего, ни итоговой: \(unmarked.map { "«\($0.name)»" }.joined(separator: ", "))",
        hint: "Если отметок по предмету не ставят, загрузите таблицу subjects, где у него graded = 0.",
        at: CellPlace(sheet: batch.sheets[Int(first.place.sheet)].name)))
  }

  private mutating func markNamesakes() {
    for (first, count) in namesakes.sorted(by: { $0.key < $1.key }) {
      let positions = (1...count).compactMap { pupils[StudentRoster.key(first, $0)] }
      for position in positions { batch.pupils[Int(position)].isAmbiguous = true }
      guard let pupil = positions.first.map({ batch.pupils[Int($0)] }) else { continue }
      batch.files[0].notices.append(
        ImportProblem(
          "в классе несколько учеников с одним именем: \(count)",
          hint: "По отчётам их не различить, замечания о них не делаются.",
          at: CellPlace(
            sheet: batch.sheets[Int(pupil.place.sheet)].name, row: Int(pupil.place.row),
            column: Int(pupil.place.column)), raw: pupil.name))
    }
  }
}
