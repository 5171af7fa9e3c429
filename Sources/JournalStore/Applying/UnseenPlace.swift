import Journal

/// The place of the facts of one kind that a snapshot has and that could not be read; 0 where the kind has no such.
struct UnseenPlace: Hashable {
  var kind: FactKind
  var lesson: Int64
  var pupil: Int64
  var subject: Int64
  var period: Int64

  /// Stands for the place as a whole among its facts.
  static let whole: Int64 = -1

  /// As a cell of which no fact is shown.
  var cell: Cell {
    Cell(lesson: lesson, pupil: pupil, subject: subject, period: period, item: UnseenPlace.whole)
  }
}

extension UnseenPlace {
  init(_ cell: Cell, _ kind: FactKind) {
    self.init(kind: kind, lesson: cell.lesson, pupil: cell.pupil, subject: cell.subject, period: cell.period)
  }
}

extension FactKind {
  /// Stands in the lesson's own row, not in rows that refer to it.
  var isOfLessonRow: Bool { self == .topic || self == .homework }
}
