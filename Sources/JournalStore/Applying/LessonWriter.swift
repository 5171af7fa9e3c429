import Journal

/// A lesson's descriptive columns in the store's ids.
struct LessonRow: Equatable {
  var journal: Int64
  var studyClass: Int64
  var group: Int64?
  var subject: Int64
  var teacherSet: Int64
  var day: Int64
  var number: Int64?
  var period: Int64?
  var isTimed: Bool
  /// No journal shows it, only its planning.
  var isPlanned: Bool
  var sheet: Int64

  /// The same lesson described alike; the place does not count.
  func describesAlike(_ other: LessonRow) -> Bool {
    var other = other
    other.sheet = sheet
    return self == other
  }
}

struct KnownLesson {
  var id: Int64
  var row: LessonRow
  var shownFrom: Int64
  var shownAt: Int64
  var isGone: Bool
  var entryBy: Int64?
}

/// The statements that write lessons.
struct LessonWriter {
  private var next: Int64
  private let moments: EntryMoments
  private let inserter: RowInserter
  private var added: [AddedLesson] = []
  private let description: Statement
  private let entry: Statement
  private let showing: Statement
  private let adoption: Statement

  init(_ database: Database, _ moments: EntryMoments) throws(StoreError) {
    self.moments = moments
    next = (try database.integer("SELECT max(id) FROM lesson") ?? 0) + 1
    inserter = try RowInserter(
      database, table: "lesson",
      columns: [
        "id", "journal", "key", "study_class", "study_group", "subject", "teacher_set", "held_on", "number", "period",
        "is_timed", "entry_from", "entry_by", "held_from", "held_by", "shown_from", "shown_at", "is_planned",
        "sheet", "sheet_row", "sheet_column",
      ])
    description = try database.prepare(
      """
      UPDATE lesson SET study_class = ?2, study_group = ?3, subject = ?4, teacher_set = ?5, held_on = ?6, number = ?7,
        period = ?8, is_timed = ?9 WHERE id = ?1
      """)
    entry = try database.prepare(
      """
      UPDATE lesson SET is_timed = 1, entry_from = ?2, entry_by = ?2, sheet = ?3, sheet_row = ?4, sheet_column = ?5
      WHERE id = ?1
      """)
    showing = try database.prepare("UPDATE lesson SET shown_from = ?2, shown_at = ?3 WHERE id = ?1")
    adoption = try database.prepare(
      """
      UPDATE lesson SET is_planned = 0, shown_from = ?2, shown_at = ?2, gone_from = NULL, gone_by = NULL, sheet = ?3,
        sheet_row = ?4, sheet_column = ?5 WHERE id = ?1
      """)
  }

  /// Gives the lesson its id; `finish` writes it.
  mutating func add(_ row: LessonRow, _ index: Int, at moment: Int64) -> Int64 {
    defer { next += 1 }
    added.append(AddedLesson(id: next, row: row, index: index, moment: moment))
    return next
  }

  /// Writes the lessons added, in order of their ids.
  mutating func finish(_ lessons: [LessonFact]) throws {
    try inserter.insert(count: added.count) { [added, moments] position, statement, after in
      try added[position].bind(lessons, moments, to: statement, after: after)
    }
    added = []
  }

  /// Changed if the snapshot describes or times the lesson otherwise than the store knows. The latest snapshot that shows
  /// the lesson describes it. A planning says nothing of a lesson that its journal shows; one that it alone knew is new to
  /// the journal.
  func update(
    _ old: KnownLesson, _ row: LessonRow, _ fact: LessonFact, at moment: Int64
  ) throws(StoreError) -> ChangeCounts {
    if row.isPlanned, !old.row.isPlanned { return ChangeCounts() }
    if old.row.isPlanned, !row.isPlanned {
      try adopt(old.id, row, fact, at: moment)
      return ChangeCounts(new: 1)
    }
    return ChangeCounts(changed: try refine(old, row, fact, at: moment) ? 1 : 0)
  }

  private func adopt(_ id: Int64, _ row: LessonRow, _ fact: LessonFact, at moment: Int64) throws(StoreError) {
    try describe(id, row)
    try adoption.bind(id, at: 1)
    try adoption.bind(moment, at: 2)
    try adoption.bind(row.sheet, at: 3)
    try adoption.bind(fact.place.row, at: 4)
    try adoption.bind(fact.place.column, at: 5)
    try adoption.run()
  }

  private func refine(
    _ old: KnownLesson, _ row: LessonRow, _ fact: LessonFact, at moment: Int64
  ) throws(StoreError) -> Bool {
    var isChanged = false
    if moment >= old.shownAt {
      // An own moment once seen stays the proof of the entry, also when a later export has none.
      var row = row
      row.isTimed = row.isTimed || (old.row.isTimed && old.entryBy != nil)
      isChanged = (old.isGone && moment > old.shownAt) || !old.row.describesAlike(row)
      if !old.row.describesAlike(row) { try describe(old.id, row) }
    }
    if moment < old.shownFrom || moment > old.shownAt {
      try showing.bind(old.id, at: 1)
      try showing.bind(min(old.shownFrom, moment), at: 2)
      try showing.bind(max(old.shownAt, moment), at: 3)
      try showing.run()
    }
    // The earliest own moment ever seen proves the entry; a later one is a later edit.
    guard row.isTimed, let own = fact.enteredAt?.seconds, !old.row.isTimed || old.entryBy.map({ own < $0 }) ?? true
    else { return isChanged }
    try entry.bind(old.id, at: 1)
    try entry.bind(own, at: 2)
    // The row in which the entry is seen.
    try entry.bind(row.sheet, at: 3)
    try entry.bind(fact.place.row, at: 4)
    try entry.bind(fact.place.column, at: 5)
    try entry.run()
    return true
  }

  private func describe(_ id: Int64, _ row: LessonRow) throws(StoreError) {
    try description.bind(id, at: 1)
    try description.bind(row.studyClass, at: 2)
    try description.bind(row.group, at: 3)
    try description.bind(row.subject, at: 4)
    try description.bind(row.teacherSet, at: 5)
    try description.bind(row.day, at: 6)
    try description.bind(row.number, at: 7)
    try description.bind(row.period, at: 8)
    try description.bind(row.isTimed ? 1 : 0, at: 9)
    try description.run()
  }
}

/// A lesson on its way into the table.
private struct AddedLesson {
  var id: Int64
  var row: LessonRow
  var index: Int
  var moment: Int64

  func bind(_ lessons: [LessonFact], _ moments: EntryMoments, to statement: Statement, after: Int32) throws(StoreError)
  {
    let place = lessons[index].place
    try statement.bind(id, at: after + 1)
    try statement.bind(row.journal, at: after + 2)
    try statement.bind(lessons[index].key, at: after + 3)
    try statement.bind(row.studyClass, at: after + 4)
    try statement.bind(row.group, at: after + 5)
    try statement.bind(row.subject, at: after + 6)
    try statement.bind(row.teacherSet, at: after + 7)
    try statement.bind(row.day, at: after + 8)
    try statement.bind(row.number, at: after + 9)
    try statement.bind(row.period, at: after + 10)
    try statement.bind(row.isTimed ? 1 : 0, at: after + 11)
    let isEntered = moments.entryBy[index] != EntryMoments.never
    try statement.bind(isEntered ? moments.entryFrom[index] : nil, at: after + 12)
    try statement.bind(isEntered ? moments.entryBy[index] : nil, at: after + 13)
    let isHeld = moments.heldBy[index] != EntryMoments.never
    try statement.bind(isHeld ? moments.heldFrom[index] : nil, at: after + 14)
    try statement.bind(isHeld ? moments.heldBy[index] : nil, at: after + 15)
    try statement.bind(moment, at: after + 16)
    try statement.bind(moment, at: after + 17)
    try statement.bind(row.isPlanned ? 1 : 0, at: after + 18)
    try statement.bind(row.sheet, at: after + 19)
    try statement.bind(place.row, at: after + 20)
    try statement.bind(place.column, at: after + 21)
  }
}
