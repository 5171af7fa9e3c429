import Journal

/// One school's part of a batch on its way into the store, inside one transaction.
///
/// The order is: the files, the people and things, the journals, the lessons in order of date, then the facts in order
/// of lesson. Where a journal is new, facts are only appended; where it is known, they are held against the versions
/// that are there (`Timeline`).
final class ApplySession {
  let store: JournalStore
  let batch: JournalBatch
  let school: Int32
  var outcome: ApplyOutcome
  /// No later snapshot is known, so names and lists of this one hold.
  var isNewest = true
  /// The day of the latest snapshot known before this import.
  var previousDay: Int64?
  var slots: [SlotKey: SnapshotSlot] = [:]

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

  init(store: JournalStore, batch: JournalBatch, school: Int32) {
    self.store = store
    self.batch = batch
    self.school = school
    outcome = ApplyOutcome(fileCount: batch.files.count)
  }

  var database: Database { store.database }

  func run() throws {
    try applyFiles()
    try applyPeople()
    try applyJournals()
    var newLessons = try assignLessons()
    let newWorks = try assignWorks()
    prepareMarks()
    try newLessons.finish(batch.lessons)
    try insertWorks(newWorks)
    try applyTexts()
    try applyMarks()
    try applyAttendance()
    try applyFinalMarks()
    try applyExemptions()
    try applyLogins()
    try applyListRows()
    try saveSnapshots()
    try saveRejections()
  }

  /// A fact that cannot go in, for a reason that only the store knows.
  func reject(_ place: FactPlace, raw: String, _ problem: String, hint: String) {
    let sheet = batch.sheets[Int(place.sheet)]
    outcome.rejected[Int(sheet.file)].append(
      ImportProblem(
        problem, hint: hint,
        at: CellPlace(
          sheet: sheet.name.isEmpty ? nil : sheet.name, row: place.row > 0 ? Int(place.row) : nil,
          column: place.column > 0 ? Int(place.column) : nil),
        raw: raw))
  }

  func count(_ change: ChangeCounts, at place: FactPlace) {
    outcome.changes[Int(batch.sheets[Int(place.sheet)].file)] += change
  }
}

/// What an import did to one school's store: changes and late rejections by the position of the file in the batch.
public struct ApplyOutcome: Sendable {
  public var changes: [ChangeCounts]
  public var rejected: [[ImportProblem]]

  init(fileCount: Int) {
    changes = Array(repeating: ChangeCounts(), count: fileCount)
    rejected = Array(repeating: [], count: fileCount)
  }
}

extension JournalStore {
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
