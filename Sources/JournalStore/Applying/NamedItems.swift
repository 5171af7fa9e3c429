import Journal

/// What this import names of one journal.
struct NamedItems {
  /// True where the lesson has its own row, false where rows of other tables refer to it.
  var lessons: [Int64: Bool] = [:]
  /// By class, from the first to the last day of its lessons: those with rows of their own, and all.
  var days: [Int64: ClosedRange<Int64>] = [:]
  var referredDays: [Int64: ClosedRange<Int64>] = [:]
  var pupils: Set<Int64> = []
  var periods: Set<Int64> = []

  mutating func name(_ lesson: Int64, studyClass: Int64, day: Int64, hasRow: Bool) {
    if hasRow || lessons[lesson] == nil { lessons[lesson] = hasRow }
    referredDays.widen(studyClass, to: day)
    if hasRow { days.widen(studyClass, to: day) }
  }

  /// Whether the cell is there. A lesson's texts stand in its own row.
  func names(_ cell: Cell, _ kind: FactKind) -> Bool {
    (cell.lesson == 0 || lessons[cell.lesson].map { $0 || !kind.isOfLessonRow } ?? false)
      && (cell.pupil == 0 || pupils.contains(cell.pupil))
      && (cell.period == 0 || periods.contains(cell.period))
  }
}

extension [Int64: ClosedRange<Int64>] {
  mutating func widen(_ key: Int64, to day: Int64) {
    let known = self[key] ?? day...day
    self[key] = Swift.min(known.lowerBound, day)...Swift.max(known.upperBound, day)
  }
}
