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
  var isGone: Bool
  var entryBy: Int64?
}

/// The statements that write lessons.
struct LessonWriter {
  private var next: Int64
  private let inserter: RowInserter
  private var added: [AddedLesson] = []
  private let description: Statement
  private let held: Statement
  private let widening: Statement
  private let entry: Statement

  init(_ database: Database) throws(StoreError) {
    next = (try database.integer("SELECT max(id) FROM lesson") ?? 0) + 1
    inserter = try RowInserter(
      database, table: "lesson",
      columns: [
        "id", "journal", "key", "study_class", "study_group", "subject", "teacher_set", "held_on", "number", "period",
        "is_timed", "entry_from", "entry_by", "held_from", "held_by", "shown_at", "gone_from", "gone_by", "sheet",
        "sheet_row", "sheet_column",
      ])
    description = try database.prepare(
      """
      UPDATE lesson SET study_class = ?2, study_group = ?3, subject = ?4, teacher_set = ?5, held_on = ?6, number = ?7,
        period = ?8, is_timed = ?9, gone_from = NULL, gone_by = NULL WHERE id = ?1
      """)
    held = try database.prepare(
      """
      UPDATE lesson SET
        held_from = CASE WHEN held_from IS NULL OR held_from > ?2 THEN ?2 ELSE held_from END,
        held_by = CASE WHEN held_by IS NULL OR held_by > ?3 THEN ?3 ELSE held_by END
      WHERE id = ?1
      """)
    widening = try database.prepare(
      """
      UPDATE lesson SET
        entry_from = CASE WHEN entry_from IS NULL OR entry_from > ?2 THEN ?2 ELSE entry_from END,
        entry_by = CASE WHEN entry_by IS NULL OR entry_by > ?3 THEN ?3 ELSE entry_by END
      WHERE id = ?1 AND is_timed = 0
      """)
    entry = try database.prepare(
      """
      UPDATE lesson SET entry_from = ?2, entry_by = ?3, sheet = ?6, sheet_row = ?7, sheet_column = ?8,
        held_from = CASE WHEN held_from IS NULL OR held_from > ?4 THEN ?4 ELSE held_from END,
        held_by = CASE WHEN held_by IS NULL OR held_by > ?5 THEN ?5 ELSE held_by END
      WHERE id = ?1
      """)
  }

  /// Gives the lesson its id; `finish` writes it.
  mutating func add(_ row: LessonRow, _ index: Int, _ slot: SnapshotSlot) -> Int64 {
    defer { next += 1 }
    added.append(AddedLesson(id: next, row: row, index: index, slot: slot))
    return next
  }

  /// Writes the lessons added, in order of their ids.
  mutating func finish(_ lessons: [LessonFact], _ moments: EntryMoments) throws {
    try inserter.insert(count: added.count) { [added] position, statement, after in
      try added[position].bind(lessons, moments, to: statement, after: after)
    }
    added = []
  }

  /// True if the snapshot describes or times the lesson otherwise than the store knows.
  mutating func update(
    _ old: KnownLesson, _ row: LessonRow, _ place: FactPlace, _ moments: EntryMoments, _ index: Int, isNewest: Bool
  ) throws(StoreError) -> Bool {
    var isChanged = false
    if isNewest, old.isGone || !old.row.describesAlike(row) {
      isChanged = true
      try description.bind(old.id, at: 1)
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
    guard row.isTimed else {
      try widen(old.id, moments, index)
      return isChanged
    }
    // The earliest own moment ever seen proves the entry; a later one is a later edit.
    let own = moments.entryBy[index]
    guard own != EntryMoments.never, old.entryBy.map({ own < $0 }) ?? true else {
      try widen(old.id, moments, index)
      return isChanged
    }
    try entry.bind(old.id, at: 1)
    try entry.bind(own, at: 2)
    try entry.bind(own, at: 3)
    try entry.bind(moments.heldFrom[index], at: 4)
    try entry.bind(moments.heldBy[index], at: 5)
    // The row in which the entry is seen.
    try entry.bind(row.sheet, at: 6)
    try entry.bind(place.row, at: 7)
    try entry.bind(place.column, at: 8)
    try entry.run()
    return true
  }

  /// Takes in moments of facts that this snapshot shows for the first time.
  mutating func widen(_ id: Int64, _ moments: EntryMoments, _ index: Int) throws(StoreError) {
    guard moments.heldBy[index] != EntryMoments.never else { return }
    try held.bind(id, at: 1)
    try held.bind(moments.heldFrom[index], at: 2)
    try held.bind(moments.heldBy[index], at: 3)
    try held.run()
    try widening.bind(id, at: 1)
    try widening.bind(moments.heldFrom[index], at: 2)
    try widening.bind(moments.heldBy[index], at: 3)
    try widening.run()
  }
}

/// A lesson on its way into the table.
private struct AddedLesson {
  var id: Int64
  var row: LessonRow
  var index: Int
  var slot: SnapshotSlot

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
    try statement.bind(slot.moment, at: after + 16)
    // A lesson that only an older snapshot shows had vanished by the next.
    try statement.bind(slot.next == nil ? nil : slot.moment, at: after + 17)
    try statement.bind(slot.next, at: after + 18)
    try statement.bind(row.sheet, at: after + 19)
    try statement.bind(place.row, at: after + 20)
    try statement.bind(place.column, at: after + 21)
  }
}
