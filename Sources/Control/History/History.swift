import Journal

/// What became of the facts of lessons, and of final marks and exemptions, from export to export.
public struct History: Sendable {
  /// The school's name.
  public var school: String
  /// Lessons in order of day, class, subject and number, then final marks and exemptions; those without facts too,
  /// unless only changes are asked for.
  public var sections: [HistorySection]

  public func count(_ change: HistoryEvent.Change) -> Int {
    sections.reduce(0) { $0 + $1.events.count { $0.change == change } }
  }
}

/// A lesson, or a subject's column of final marks, with what happened in it.
public struct HistorySection: Sendable {
  /// «16.09.2025, 5А, Алгебра, урок 2, Смирнова А.В.».
  public var title: String
  /// The lesson's key as findings tell it; nil for final marks and exemptions.
  public var lesson: String?
  public var day: CivilDate?
  public var studyClass: String
  public var subject: String
  public var number: Int?
  public var teachers: [String]
  /// The reporting period of final marks and exemptions.
  public var period: String?
  /// By kind of fact and pupil, then in order of time.
  public var events: [HistoryEvent]
}

/// One thing that happened to one fact.
public struct HistoryEvent: Sendable, Hashable {
  public enum Change: String, Sendable, Hashable {
    case entered, changed, removed
  }

  public var change: Change
  public var kind: FactKind
  /// Nil where the fact is nobody's own.
  public var pupil: String?
  /// Both nil for a lesson's own row.
  public var old: String?
  public var new: String?
  /// When it happened. A timestamp of the source is exact; else what two exports bound.
  public var interval: EntryInterval
  /// The exports that bound the interval, the earlier one first; none for a timestamp.
  public var exports: [String]
  /// Where the new value stands; of what was removed, where it was last seen.
  public var place: EvidencePlace
  /// The cell's text; nil for a row as a whole.
  public var raw: String?
}
