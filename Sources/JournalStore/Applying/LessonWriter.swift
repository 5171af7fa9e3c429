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
  private let insertion: Statement
  private let description: Statement
  private let held: Statement
  private let widening: Statement
  private let entry: Statement
  private let showing: Statement
  private let missing: Statement

  init(_ database: Database) throws(StoreError) {
    next = (try database.integer("SELECT max(id) FROM lesson") ?? 0) + 1
    insertion = try database.prepare(
      """
      INSERT INTO lesson (id, journal, key, study_class, study_group, subject, teacher_set, held_on, number, period,
        is_timed, entry_from, entry_by, held_from, held_by, shown_at, gone_from, gone_by, sheet, sheet_row, sheet_column)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
      """)
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
      UPDATE lesson SET entry_from = ?2, entry_by = ?3,
        held_from = CASE WHEN held_from IS NULL OR held_from > ?4 THEN ?4 ELSE held_from END,
        held_by = CASE WHEN held_by IS NULL OR held_by > ?5 THEN ?5 ELSE held_by END
      WHERE id = ?1
      """)
    showing = try database.prepare(
      """
      UPDATE lesson SET gone_from = ?2, gone_by = ?3, shown_at = max(shown_at, ?2) WHERE id = ?1 AND gone_from < ?2
      """)
    missing = try database.prepare(
      "UPDATE lesson SET gone_by = ?2 WHERE id = ?1 AND gone_from < ?2 AND ?2 < gone_by")
  }

  /// An older snapshot shows a lesson that has vanished since: it vanished after that.
  func show(_ id: Int64, at moment: Int64, goneBy next: Int64) throws(StoreError) {
    try showing.bind(id, at: 1)
    try showing.bind(moment, at: 2)
    try showing.bind(next, at: 3)
    try showing.run()
  }

  /// An older snapshot does not show it any more: it had vanished by then.
  func miss(_ id: Int64, at moment: Int64) throws(StoreError) {
    try missing.bind(id, at: 1)
    try missing.bind(moment, at: 2)
    try missing.run()
  }

  mutating func insert(
    _ row: LessonRow, _ lesson: LessonFact, _ moments: EntryMoments, _ index: Int, _ slot: SnapshotSlot
  ) throws(StoreError) -> Int64 {
    defer { next += 1 }
    try insertion.bind(next, at: 1)
    try insertion.bind(row.journal, at: 2)
    try insertion.bind(lesson.key, at: 3)
    try insertion.bind(row.studyClass, at: 4)
    try insertion.bind(row.group, at: 5)
    try insertion.bind(row.subject, at: 6)
    try insertion.bind(row.teacherSet, at: 7)
    try insertion.bind(row.day, at: 8)
    try insertion.bind(row.number, at: 9)
    try insertion.bind(row.period, at: 10)
    try insertion.bind(row.isTimed ? 1 : 0, at: 11)
    let isEntered = moments.entryBy[index] != EntryMoments.never
    try insertion.bind(isEntered ? moments.entryFrom[index] : nil, at: 12)
    try insertion.bind(isEntered ? moments.entryBy[index] : nil, at: 13)
    let isHeld = moments.heldBy[index] != EntryMoments.never
    try insertion.bind(isHeld ? moments.heldFrom[index] : nil, at: 14)
    try insertion.bind(isHeld ? moments.heldBy[index] : nil, at: 15)
    try insertion.bind(slot.moment, at: 16)
    // A lesson that only an older snapshot shows had vanished by the next.
    try insertion.bind(slot.next == nil ? nil : slot.moment, at: 17)
    try insertion.bind(slot.next, at: 18)
    try insertion.bind(row.sheet, at: 19)
    try insertion.bind(lesson.place.row, at: 20)
    try insertion.bind(lesson.place.column, at: 21)
    try insertion.run()
    return next
  }

  /// True if the snapshot describes or times the lesson otherwise than the store knows.
  mutating func update(
    _ old: KnownLesson, _ row: LessonRow, _ moments: EntryMoments, _ index: Int, isNewest: Bool
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
