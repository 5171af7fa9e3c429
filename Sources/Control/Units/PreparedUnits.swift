import Journal
import JournalStore

/// Tables that several rules read, made once a check in the connection's temporary schema, in SQLite's own dialect where
/// that is faster; the rules' SELECTs over them keep to the subset shared with PostgreSQL. Each needs those before it
/// in `needs`.
public enum PreparedUnits: String, Sendable, Hashable, CaseIterable {
  /// `control_journal`: what a journal says.
  case journals
  /// `control_lesson`: lessons of the window that are units, and for which kinds of fact missing is proved at as-of.
  case lessons
  /// `control_member` and `control_mark_count`: pupil × subject × period with its teachers and counted marks.
  case pupilPeriods
  /// `control_slot`: the lessons of a pupil's day with an absence.
  case pupilDays

  var needs: [PreparedUnits] {
    switch self {
    case .journals: []
    case .lessons, .pupilPeriods: [.journals]
    case .pupilDays: [.journals, .lessons]
    }
  }

  var tables: [String] {
    switch self {
    case .journals: ["control_journal"]
    case .lessons: ["control_lesson"]
    case .pupilPeriods:
      ["control_period", "control_list", "control_exempt", "control_member", "control_mark_count"]
    case .pupilDays: ["control_missed", "control_slot"]
    }
  }

  /// In order; each is one statement with the parameters of a rule's SELECT. `isNarrowed`: only the lessons and periods of
  /// `control_tracked_lesson` and `control_tracked_period`.
  func statements(isNarrowed: Bool) -> [String] {
    switch self {
    case .journals: Self.journalStatements
    case .lessons: Self.lessonStatements(isNarrowed ? "AND l.id IN (SELECT lesson FROM control_tracked_lesson)" : "")
    case .pupilPeriods:
      Self.pupilPeriodStatements(isNarrowed ? "AND p.id IN (SELECT period FROM control_tracked_period)" : "")
    case .pupilDays: Self.pupilDayStatements
    }
  }
}
