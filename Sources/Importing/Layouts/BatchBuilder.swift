import Journal

/// A batch in the making, for layouts whose records name people and things by keys: each is appended at its first
/// appearance, facts are counted to the file they came from, and the same fact of two files is one.
struct BatchBuilder {
  var batch = JournalBatch()
  let layout: String
  private var positions: [String: Int32] = [:]
  private var teacherSets: [[Int32]: Int32] = [:]
  private var sheets: [String: Int32] = [:]
  private var marks: Set<String> = []
  private var attendance: [String: Int] = [:]
  /// The file that shows a kind of fact of a journal.
  private var shown: [Shown: Int32] = [:]
  /// The newest entry time of the source, and the newest day at which a mark or an absence stands.
  private(set) var newestEntry: LocalMoment?
  private(set) var newestFact: CivilDate?
  /// The same without absences that may be entered ahead of their day.
  private var newestSeen: CivilDate?

  private struct Shown: Hashable {
    var journal: Int32
    var kind: FactKind
  }

  /// The export does not name its school, unless the layout does so afterwards.
  init(layout: String, files: [OpenedFile]) {
    self.layout = layout
    batch.files = files.map { $0.described(layout: layout) }
    batch.schools = [.unnamed]
  }

  mutating func sheet(_ name: String, file: Int) -> Int32 {
    let key = "\(file)/\(name)"
    if let known = sheets[key] { return known }
    let position = Int32(batch.sheets.count)
    batch.sheets.append(BatchSheet(file: Int32(file), name: name))
    sheets[key] = position
    return position
  }

  /// The records of a list of JSON with their places: the list's path, and the record's number from 1. A list of one line,
  /// as servers send it, has no lines to tell records by.
  mutating func records(_ list: JSONValue?, file: Int) -> [(record: JSONValue, place: FactPlace)] {
    guard let list, list.isArray || list.isObject else { return [] }
    let records = list.isArray ? list.elements : list.members.map(\.value)
    guard !records.isEmpty else { return [] }
    let sheet = sheet(list.path, file: file)
    return records.enumerated().map { ($1, FactPlace(sheet: sheet, row: Int32($0 + 1))) }
  }

  func file(of place: FactPlace) -> Int { Int(batch.sheets[Int(place.sheet)].file) }

  mutating func reject(_ problem: String, hint: String, _ value: JSONValue, _ place: FactPlace) {
    batch.files[file(of: place)].rejected.append(
      ImportProblem(
        problem, hint: hint, at: CellPlace(sheet: value.path, row: Int(place.row)), raw: excerpt(value.raw)))
  }

  /// Rejects a record that does not say of which lesson or of whom it is.
  mutating func rejectRow(
    _ problem: String, hint: String, _ value: JSONValue, pupil: Int32 = -1, _ place: FactPlace
  ) {
    reject(problem, hint: hint, value, place)
    unreadRow(pupil: pupil, place)
  }

  /// Whatever of the pupil, or of anybody, the export lacks may have stood in the row.
  mutating func unreadRow(pupil: Int32 = -1, _ place: FactPlace) {
    batch.sheets[Int(place.sheet)].hasUnreadRows = true
    batch.unreadCells += [.mark, .attendance, .finalMark, .exemption].map { UnreadCell($0, pupil: pupil) }
  }

  mutating func notice(_ problem: String, hint: String, file: Int) {
    batch.files[file].notices.append(ImportProblem(problem, hint: hint))
  }

  // MARK: People and things

  func known(_ table: String, _ key: String) -> Int32? { positions["\(table)/\(key)"] }

  private mutating func position<Entity>(
    _ table: String, _ key: String, _ entities: WritableKeyPath<JournalBatch, [Entity]>, _ entity: Entity
  ) -> Int32 {
    if let known = known(table, key) { return known }
    let position = Int32(batch[keyPath: entities].count)
    batch[keyPath: entities].append(entity)
    positions["\(table)/\(key)"] = position
    return position
  }

  mutating func teacher(_ key: String, name: String, _ place: FactPlace) -> Int32 {
    position("teacher", key, \.teachers, BatchTeacher(key: key, name: name, school: 0, place: place))
  }

  mutating func teacherSet(_ teachers: [Int32]) -> Int32 {
    teacherSets.position(teachers, appendingTo: &batch.teacherSets) { teachers }
  }

  /// A title without a grade is a class of no grade.
  mutating func studyClass(_ key: String, title: String, grade: Int? = nil, school: Int32 = 0, _ place: FactPlace)
    -> Int32
  {
    position(
      "class", key, \.classes,
      BatchClass(key: key, school: school, grade: grade ?? ClassName(title)?.grade ?? 0, title: title, place: place))
  }

  mutating func group(_ key: String, of studyClass: Int32, name: String, _ place: FactPlace) -> Int32 {
    position("group", key, \.groups, BatchGroup(key: key, studyClass: studyClass, name: name, place: place))
  }

  mutating func pupil(_ pupil: BatchPupil) -> Int32 { position("pupil", pupil.key, \.pupils, pupil) }

  mutating func member(
    _ pupil: Int32, of group: Int32, from: CivilDate? = nil, to: CivilDate? = nil, _ place: FactPlace
  ) {
    guard positions.updateValue(0, forKey: "member/\(group)/\(pupil)") == nil else { return }
    batch.memberships.append(BatchMembership(group: group, pupil: pupil, from: from, to: to, place: place))
  }

  mutating func subject(_ key: String, name: String, _ place: FactPlace) -> Int32 {
    position("subject", key, \.subjects, BatchSubject(key: key, name: name, place: place))
  }

  mutating func period(_ period: BatchPeriod) -> Int32 { position("period", period.key, \.periods, period) }

  mutating func journal(_ key: String, school: Int32 = 0, year: Int, says: SourceCapabilities) -> Int32 {
    position(
      "journal", key, \.journals,
      BatchJournal(key: key, school: school, layout: layout, schoolYear: year, says: says))
  }

  // MARK: Facts

  /// The same lesson of two records is one, with what either says of it.
  mutating func lesson(_ lesson: LessonFact) -> Int32 {
    if let known = known("lesson", lesson.key) {
      let index = Int(known)
      if batch.lessons[index].topic == nil, let topic = lesson.topic { set(\.topic, topic, of: index, \.topics) }
      if batch.lessons[index].homework == nil, let text = lesson.homework {
        set(\.homework, text, of: index, \.homework)
      }
      if batch.lessons[index].number == nil { batch.lessons[index].number = lesson.number }
      return known
    }
    let file = file(of: lesson.place)
    note(.lesson, lesson.journal, file)
    batch.files[file].counts.lessons += 1
    if let topic = lesson.topic, !FillerText.isFiller(topic) { batch.files[file].counts.topics += 1 }
    if let homework = lesson.homework, !FillerText.isFiller(homework) { batch.files[file].counts.homework += 1 }
    return position("lesson", lesson.key, \.lessons, lesson)
  }

  /// A lesson's homework, beside what it has; filler only where there is nothing.
  mutating func addHomework(_ text: String, to lesson: Int32) {
    let known = batch.lessons[Int(lesson)].homework ?? ""
    if FillerText.isFiller(known) {
      if known.isEmpty || !FillerText.isFiller(text) { set(\.homework, text, of: Int(lesson), \.homework) }
    } else if !FillerText.isFiller(text), !"; \(known); ".contains("; \(text); ") {
      batch.lessons[Int(lesson)].homework = "\(known); \(text)"
    }
  }

  private mutating func set(
    _ path: WritableKeyPath<LessonFact, String?>, _ text: String, of lesson: Int,
    _ count: WritableKeyPath<FactCounts, Int>
  ) {
    batch.lessons[lesson][keyPath: path] = text
    if !FillerText.isFiller(text) { batch.files[file(of: batch.lessons[lesson].place)].counts[keyPath: count] += 1 }
  }

  mutating func work(_ key: String, lesson: Int32, kind: String, isWritten: Bool? = nil, _ place: FactPlace) -> Int32 {
    position(
      "work", key, \.works,
      WorkFact(key: key, lesson: lesson, kind: kind, isWritten: isWritten ?? WorkKind.isWritten(kind), place: place))
  }

  /// A mark whose key was there is the same mark.
  mutating func mark(_ mark: MarkFact) {
    guard mark.key.isEmpty || marks.insert(mark.key).inserted else { return }
    let lesson = batch.lessons[Int(mark.lesson)]
    let file = file(of: mark.place)
    batch.marks.append(mark)
    if mark.value.isMark { batch.files[file].counts.marks += 1 }
    note(.mark, lesson.journal, file)
    note(mark.enteredAt, lesson.date)
    see(lesson.date)
  }

  /// A pupil is once at a lesson; the first record holds.
  mutating func attendance(_ record: AttendanceFact) {
    guard attendance.updateValue(0, forKey: "\(record.lesson)/\(record.pupil)") == nil else { return }
    let lesson = batch.lessons[Int(record.lesson)]
    let file = file(of: record.place)
    batch.attendance.append(record)
    if record.code.isAbsence { batch.files[file].counts.absences += 1 }
    note(.attendance, lesson.journal, file)
    note(record.enteredAt, lesson.date)
    // An illness or a leave may be entered for days to come.
    if record.code != .ill, record.code != .excused { see(lesson.date) }
  }

  /// A final result, or in its place an exemption.
  mutating func final(_ mark: FinalMarkFact) {
    guard marks.insert("final/\(mark.pupil)/\(mark.subject)/\(mark.period)").inserted else { return }
    let file = file(of: mark.place)
    if mark.value.isExemption {
      batch.exemptions.append(
        ExemptionFact(
          journal: mark.journal, pupil: mark.pupil, subject: mark.subject, period: mark.period,
          enteredAt: mark.enteredAt, place: mark.place))
      batch.files[file].counts.exempt += 1
      note(.exemption, mark.journal, file)
    } else {
      batch.finalMarks.append(mark)
      batch.files[file].counts.finalMarks += 1
      note(.finalMark, mark.journal, file)
    }
    note(mark.enteredAt, nil)
  }

  mutating func note(_ kind: FactKind, _ journal: Int32, _ file: Int) {
    let key = Shown(journal: journal, kind: kind)
    if shown[key] == nil { shown[key] = Int32(file) }
  }

  /// A time at which the source says that something was written into it.
  mutating func note(_ entered: LocalMoment?, _ day: CivilDate?) {
    if let entered, newestEntry.map({ $0 < entered }) ?? true { newestEntry = entered }
    if let day, newestFact.map({ $0 < day }) ?? true { newestFact = day }
  }

  private mutating func see(_ day: CivilDate) { newestSeen = max(newestSeen ?? day, day) }

  // MARK: The end

  /// Settles the moment, what each snapshot shows, and the counts.
  ///
  /// Where nothing tells the moment, it is the beginning of the newest day at which a mark or an absence stands: the export
  /// cannot be older, and held for older than it is, it proves nothing missing on that day's evening, for which it may have
  /// come too early. Throws the question where there is not even such a day.
  mutating func finish(_ moments: SnapshotMoments) throws -> JournalBatch {
    var takenAt = try moments.choose(newestEntry: newestEntry)
    batch.files[0].notices += moments.notices(newestEntry: newestEntry)
    if takenAt == nil, !shown.isEmpty {
      guard let newestSeen else { throw SnapshotMoments.question }
      takenAt = LocalMoment(newestSeen)
      notice(
        "когда сделана выгрузка, не сказано; принято начало последнего дня с отметкой или пропуском: \(newestSeen.russian)",
        hint: "Точный момент укажите так: --taken-at ГГГГ-ММ-ДДTЧЧ:ММ.", file: 0)
    }
    for journal in batch.journals.indices { addSnapshots(of: Int32(journal)) }
    let school = batch.schools.count == 1 ? batch.schools[0].name : ""
    for index in batch.files.indices {
      batch.files[index].takenAt = takenAt
      if !school.isEmpty { batch.files[index].schools = [school] }
      batch.files[index].counts.pupils = batch.pupils.count { isOf(index, $0.place) }
    }
    tellClasses()
    return batch
  }

  private func isOf(_ file: Int, _ place: FactPlace) -> Bool { Int(batch.sheets[Int(place.sheet)].file) == file }

  private mutating func addSnapshots(of journal: Int32) {
    let says = batch.journals[Int(journal)].says
    let lesson = shown[Shown(journal: journal, kind: .lesson)]
    let kinds: [(FactKind, Bool)] = [
      (.lesson, true), (.topic, says.contains(.topics)), (.homework, says.contains(.homework)),
      (.mark, says.contains(.marks)), (.attendance, says.contains(.attendance)), (.work, says.contains(.works)),
      (.finalMark, false),
      (.exemption, false),
    ]
    for (kind, isSaid) in kinds {
      // A journal says of its lessons that they have no mark; of final marks only those there are.
      guard let file = shown[Shown(journal: journal, kind: kind)] ?? (isSaid ? lesson : nil) else { continue }
      batch.snapshots.append(BatchSnapshot(journal: journal, kind: kind, file: file))
    }
  }

  private mutating func tellClasses() {
    var touched = Array(repeating: Set<Int32>(), count: batch.files.count)
    for studyClass in batch.classes.indices {
      touched[file(of: batch.classes[studyClass].place)].insert(Int32(studyClass))
    }
    for pupil in batch.pupils { touched[file(of: pupil.place)].insert(pupil.studyClass) }
    for lesson in batch.lessons { touched[file(of: lesson.place)].insert(lesson.studyClass) }
    for index in batch.files.indices {
      let named = touched[index].filter { $0 >= 0 }
      batch.files[index].classes = ClassName.keys(named.map { batch.classes[Int($0)].title })
    }
  }
}
