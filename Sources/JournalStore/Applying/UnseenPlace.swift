import Journal

/// The place of the facts of one kind that a snapshot has and that could not be read; 0 where the kind has no such, or
/// where a row did not say whose it was, which may then be anybody's.
struct UnseenPlace: Hashable, Comparable {
  var kind: FactKind
  var lesson: Int64
  var pupil: Int64
  var subject: Int64
  var period: Int64

  /// Stands for the place as a whole among its facts.
  static let whole: Int64 = -1

  /// Where a row may have stood that did not say all of its place.
  var wider: [UnseenPlace] {
    switch kind {
    case .mark, .attendance: [with(pupil: 0), with(lesson: 0), with(lesson: 0, pupil: 0)]
    case .finalMark, .exemption:
      [with(pupil: 0), with(subject: 0), with(period: 0), with(pupil: 0, subject: 0, period: 0)]
    default: []
    }
  }

  /// A place of which more than one part is not known as anywhere.
  var settled: UnseenPlace {
    guard kind == .finalMark || kind == .exemption else { return self }
    let parts = kind == .finalMark ? [pupil, subject, period] : [pupil, subject]
    return parts.filter { $0 == 0 }.count > 1 ? with(pupil: 0, subject: 0, period: 0) : self
  }

  private func with(
    lesson: Int64? = nil, pupil: Int64? = nil, subject: Int64? = nil, period: Int64? = nil
  ) -> UnseenPlace {
    UnseenPlace(
      kind: kind, lesson: lesson ?? self.lesson, pupil: pupil ?? self.pupil, subject: subject ?? self.subject,
      period: period ?? self.period)
  }

  /// In an order that does not depend on the machine, so that the same imports write the same file.
  static func < (x: UnseenPlace, y: UnseenPlace) -> Bool {
    let (a, b) = ([x.lesson, x.pupil, x.subject, x.period], [y.lesson, y.pupil, y.subject, y.period])
    return x.kind == y.kind ? a.lexicographicallyPrecedes(b) : x.kind.rawValue < y.kind.rawValue
  }

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
