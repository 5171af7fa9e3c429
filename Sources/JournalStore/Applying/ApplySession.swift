import Journal

/// One school's part of a batch on its way into the store, inside one transaction.
///
/// The order is: the files, the people and things, the journals, the lessons in order of date, then the facts in order
/// of lesson. Where a journal is new, facts are only appended; where it is known, they are held against the versions
/// that are there (`Timeline`), each among the snapshots that show its place (`Sightings`).
final class ApplySession {
  let store: JournalStore
  let batch: JournalBatch
  let school: Int32
  var outcome: ApplyOutcome
  /// No later snapshot is known, so names and lists of this one hold.
  var isNewest = true
  /// The same among those of its own journals: what is of one school year knows nothing of a later one.
  var isNewestOfYear = true
  /// A class, subject, teacher or pupil came or has another name, or the school's aliases changed.
  var areNamesChanged = false
  /// The day of the latest snapshot known before this import, and of this import's own.
  var previousDay: Int64?
  var ownDay: Int64?
  var slots: [SlotKey: SnapshotSlot] = [:]
  /// By position of the journal: those that the store knew before, which snapshots showed what in them, and what this
  /// import names.
  var knownJournals: Set<Int32> = []
  var sightings: [Int32: Sightings] = [:]
  var named: [Int32: NamedItems] = [:]
  /// By position of the journal: the places that this import could not read, with the facts that it shows there all the
  /// same.
  var unread: [Int32: [UnseenPlace: Set<Int64>]] = [:]
  /// The sheets of the batch in which rows were rejected, in reading or here.
  var unreadSheets: Set<Int32>

  var fileIds: [Int64] = []
  var isKnownFile: [Bool] = []
  var sheetIds: [Int64] = []
  /// Ids by position in the batch; 0 where the entity is another school's or unknown.
  var teachers: [Int64] = []
  var classes: [Int64] = []
  var groups: [Int64] = []
  var pupils: [Int64] = []
  var subjects: [Int64] = []
  var periods: [Int64] = []
  var teacherSets: [Int64] = []
  var journals: [Int64] = []
  var lessons: [Int64] = []
  var works: [Int64] = []
  /// For works of earlier imports: their lesson's id.
  var lessonOfWork: [Int64] = []
  var preparedMarks: Background<PreparedMarks>?
  /// What changed and vanished, by the position of the file.
  private var noted: [[NotedChange]]

  init(store: JournalStore, batch: JournalBatch, school: Int32) {
    self.store = store
    self.batch = batch
    self.school = school
    outcome = ApplyOutcome(fileCount: batch.files.count)
    noted = Array(repeating: [], count: batch.files.count)
    unreadSheets = Set(batch.sheets.indices.lazy.filter { batch.sheets[$0].hasUnreadRows }.map(Int32.init))
  }

  var database: Database { store.database }

  func run() throws {
    try PupilsOfYear.drop(database)
    try applyFiles()
    try applyPeople()
    try applyJournals()
    try loadSightings()
    var newLessons = try assignLessons()
    let newWorks = try assignWorks()
    findUnread()
    prepareMarks()
    try newLessons.finish(batch.lessons)
    try insertWorks(newWorks)
    try applyTexts()
    try applyMarks()
    try applyAttendance()
    try widenIntervals()
    try refineEntryMoments()
    try applyFinalMarks()
    try applyExemptions()
    try applyReportedMeans()
    try applyLogins()
    try applyActivity()
    try applyListRows()
    try saveSightings()
    try resolveIdentities()
    try joinPeriods()
    try saveUnread()
    try saveCoverage()
    try endVanished()
    try findNewcomers()
    try joinDoubledLessons()
    try tellDifferingFinalMarks()
    try tellPlanning()
    try tellSums()
    try saveSnapshots()
    try saveRejections()
    try tellChanges()
  }

  /// A fact that cannot go in, for a reason that only the store knows. The two facts of a double mark are one cell.
  func reject(_ place: FactPlace, raw: String, _ problem: String, hint: String) {
    let sheet = batch.sheets[Int(place.sheet)]
    let rejected = ImportProblem(
      problem, hint: hint,
      at: CellPlace(
        sheet: sheet.name.isEmpty ? nil : sheet.name, row: place.row > 0 ? Int(place.row) : nil,
        column: place.column > 0 ? Int(place.column) : nil),
      raw: raw)
    unreadSheets.insert(place.sheet)
    guard outcome.rejected[Int(sheet.file)].last != rejected else { return }
    outcome.rejected[Int(sheet.file)].append(rejected)
  }

  /// A fact that refers to what nobody knows, or to what another school of the same export has.
  func rejectUnknown(_ referent: Referent, _ key: String, isElsewhere: Bool = false, at place: FactPlace) {
    if isElsewhere {
      reject(
        place, raw: key, "\(referent.rawValue) «\(key)» — из другой школы",
        hint: "Исправьте ссылку: в одной строке всё должно быть из одной школы.")
    } else {
      reject(
        place, raw: key, "\(referent.rawValue) «\(key)» \(referent.notFound) в выгрузке и в хранилище",
        hint: "Проверьте, есть ли в таблице \(referent.table) строка с этим id и принята ли она.")
    }
  }

  func rejectUnknown(pupil: Int32, at place: FactPlace) {
    rejectUnknown(
      .pupil, pupil >= 0 ? batch.pupils[Int(pupil)].key : "", isElsewhere: isOfSchool(pupil: pupil) == false, at: place)
  }

  /// Nil where the batch does not have the class itself.
  func isOfSchool(studyClass: Int32) -> Bool? {
    guard studyClass >= 0, !batch.classes[Int(studyClass)].isReference else { return nil }
    return batch.classes[Int(studyClass)].school == school
  }

  /// Nil where the batch does not have the pupil itself.
  func isOfSchool(pupil: Int32) -> Bool? {
    pupil >= 0 ? isOfSchool(studyClass: batch.pupils[Int(pupil)].studyClass) : nil
  }

  /// Nil where the batch does not have the lesson itself.
  func isOfSchool(lesson: Int32) -> Bool? {
    lesson >= 0 ? isOfSchool(studyClass: batch.lessons[Int(lesson)].studyClass) : nil
  }

  func note(_ change: NotedChange, file: Int32) { noted[Int(file)].append(change) }

  func note(_ change: NotedChange, at place: FactPlace) { note(change, file: file(of: place)) }

  func file(of place: FactPlace) -> Int32 { batch.sheets[Int(place.sheet)].file }

  private func tellSums() throws {
    try database.tellLessonSums()
    if batch.lists.contains(where: { $0.list == .plan }) { try database.tellPlanSums() }
  }

  private func tellChanges() throws {
    guard noted.contains(where: { !$0.isEmpty }) else { return }
    let teller = try ChangeTeller(self)
    outcome.listed = try noted.map(teller.tell)
  }

  func count(_ change: ChangeCounts, at place: FactPlace) {
    outcome.changes[Int(file(of: place))] += change
  }
}

/// What an import did to one school's store: changes, late rejections and notices by the position of the file in the batch.
public struct ApplyOutcome: Sendable {
  public var changes: [ChangeCounts]
  /// What changed and vanished, one by one, rewritten marks first; logins are only counted, and so is what vanished with
  /// its lesson.
  public var listed: [[FactChange]]
  public var rejected: [[ImportProblem]]
  /// What only the store can tell and is no fault.
  public var notices: [[ImportProblem]]
  /// Lessons of this store that another source tells too and that are counted there; nil where there is one source only.
  public var doubledLessons: Int?
  /// Nil where no name changed.
  public var identity: IdentityOutcome?

  init(fileCount: Int) {
    changes = Array(repeating: ChangeCounts(), count: fileCount)
    listed = Array(repeating: [], count: fileCount)
    rejected = Array(repeating: [], count: fileCount)
    notices = rejected
  }
}

extension JournalStore {
  /// Throws `ImportProblem` if the store holds another school than this one: a store is one school's, of storage and of
  /// privacy.
  public func refuse(other school: BatchSchool) throws {
    let known = try database.prepare("SELECT key, name FROM school WHERE key <> '' AND key <> ?1")
    try known.bind(school.key, at: 1)
    guard !school.key.isEmpty, try known.step() else { return }
    throw ImportProblem(
      "в хранилище «\(path)» школа «\(known.text(1))» (\(known.text(0))), "
        + "а выгрузка — школы «\(school.name)» (\(school.key))",
      hint: "Укажите её хранилище: --store ПУТЬ; для нескольких школ это папка.")
  }

  /// Takes the facts of one school (its position in `batch.schools`) in one transaction: all or nothing. The same
  /// batch twice changes nothing.
  public func apply(_ batch: JournalBatch, school: Int32 = 0) throws -> ApplyOutcome {
    let session = ApplySession(store: self, batch: batch, school: school)
    // The session writes only ids that it resolved itself; checking each again would double the time.
    try database.execute("PRAGMA foreign_keys = OFF")
    defer { try? database.execute("PRAGMA foreign_keys = ON") }
    try database.transaction { try session.run() }
    return session.outcome
  }
}
