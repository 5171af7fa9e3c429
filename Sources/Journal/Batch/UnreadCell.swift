/// Where something stands that could not be read: the place of a fact of one kind, by positions in the batch, -1 for none.
/// A mark's or an absence's has a lesson (or a work of an earlier import) and a pupil; that of a final mark or of an
/// exemption has a journal, a pupil, a subject and, in a grid, a period. A row that does not say whose it is has no pupil, or
/// a pupil and neither lesson nor work, or no subject: it may stand in any such place.
public struct UnreadCell: Hashable, Sendable {
  public var kind: FactKind
  public var journal: Int32
  public var lesson: Int32
  public var work: Int32
  public var pupil: Int32
  public var subject: Int32
  public var period: Int32

  public init(
    _ kind: FactKind, journal: Int32 = -1, lesson: Int32 = -1, work: Int32 = -1, pupil: Int32, subject: Int32 = -1,
    period: Int32 = -1
  ) {
    self.kind = kind
    self.journal = journal
    self.lesson = lesson
    self.work = work
    self.pupil = pupil
    self.subject = subject
    self.period = period
  }
}

extension [UnreadCell] {
  /// The cell of a lesson in which marks and absences stand together.
  public mutating func append(lesson: Int32, pupil: Int32) {
    append(UnreadCell(.mark, lesson: lesson, pupil: pupil))
    append(UnreadCell(.attendance, lesson: lesson, pupil: pupil))
  }

  /// The cell of a period, in which a final mark or an exemption stands.
  public mutating func append(journal: Int32, pupil: Int32, subject: Int32, period: Int32) {
    append(UnreadCell(.finalMark, journal: journal, pupil: pupil, subject: subject, period: period))
    append(UnreadCell(.exemption, journal: journal, pupil: pupil, subject: subject, period: period))
  }
}
