import Journal
import JournalStore

/// Tables that several rules read, made once a check in the connection's temporary schema, in SQLite's own dialect where
/// that is faster; the rules' SELECTs over them keep to the subset shared with PostgreSQL. Each needs those before it
/// in `needs`.
public enum PreparedUnits: String, Sendable, Hashable, CaseIterable {
  /// `control_journal`: what a journal says.
  case journals
  /// `control_lesson`: lessons of the window that are units, and for which kinds of fact missing is proved at as-of, nearly
  /// always by `control_cover`: the latest snapshots of journals and classes.
  case lessons
  /// `control_teacher_set`: the sets of teachers in which a teacher is, by the row that the teacher is shown as.
  case teachers
  /// `control_period`: the reporting periods that meet the window.
  case periods
  /// `control_member`: pupil × subject × period with its teachers.
  case pupilPeriods
  /// `control_mark_count`: the marks of a pupil × subject × period.
  case markCounts
  /// `control_final`: the final marks of a pupil × subject × period that ended in the window.
  case finalMarks
  /// `control_course`: the lessons of the window's classes in their subjects, one after another, up to as-of.
  case courses
  /// `control_taught`, `control_planned`: lessons and rows of lesson plans of the school year up to as-of, in sums.
  case programme
  /// `control_slot`: the lessons of a pupil's day with an absence.
  case pupilDays
  /// `control_class_hour`: which words of a class hour of the window are more than filler.
  case classHours
  /// `control_half`: the halves of the school years, up to and from 1 January.
  case halves
  /// `control_briefing_subject`: the subjects that need a safety briefing by what the exports or their names say.
  case briefingSubjects
  /// `control_first_lesson` and `control_briefing_text`: first lessons of such subjects, and what names a briefing in them.
  case firstLessons
  /// `control_waiver`: the waivers known at as-of, and whether the findings of those that ended are broken still.
  case waivers
  /// `control_week`, `control_month`: weeks by their Monday in the window, calendar months that end in it;
  /// `control_years_ago`: the as-of day so many years earlier.
  case calendar

  var needs: [PreparedUnits] {
    switch self {
    case .journals, .teachers, .periods, .classHours, .halves, .briefingSubjects, .waivers, .calendar: []
    case .lessons: [.journals]
    case .pupilPeriods: [.journals, .periods]
    case .markCounts: [.periods]
    case .finalMarks: [.periods, .pupilPeriods]
    case .courses, .pupilDays: [.journals, .lessons]
    case .programme: [.halves]
    case .firstLessons: [.journals, .lessons, .halves, .briefingSubjects]
    }
  }

  var tables: [String] {
    switch self {
    case .journals: ["control_journal"]
    case .lessons: ["control_cover", "control_lesson"]
    case .teachers: ["control_teacher_set"]
    case .periods: ["control_period"]
    case .pupilPeriods: ["control_list", "control_exempt", "control_member"]
    case .markCounts: ["control_mark_count"]
    case .finalMarks: ["control_final", "control_final_source"]
    case .courses: ["control_course"]
    case .programme: ["control_taught", "control_planned"]
    case .pupilDays: ["control_missed", "control_slot"]
    case .classHours: ["control_class_hour"]
    case .halves: ["control_half"]
    case .briefingSubjects: ["control_briefing_subject"]
    case .firstLessons: ["control_first_lesson", "control_briefing_text"]
    case .waivers: ["control_waiver"]
    case .calendar: ["control_week", "control_month", "control_years_ago"]
    }
  }

  /// In order; each is one statement with the parameters of a rule's SELECT. `isNarrowed`: only the lessons and periods of
  /// `control_tracked_lesson` and `control_tracked_period`.
  func statements(isNarrowed: Bool) -> [String] {
    switch self {
    case .journals: Self.journalStatements
    case .lessons: Self.lessonStatements(isNarrowed ? "AND l.id IN (SELECT lesson FROM control_tracked_lesson)" : "")
    case .teachers: Self.teacherStatements
    case .periods:
      Self.periodStatements(isNarrowed ? "AND p.id IN (SELECT period FROM control_tracked_period)" : "")
    case .pupilPeriods: Self.pupilPeriodStatements
    case .markCounts: [Self.markCountCreation]
    case .finalMarks: Self.finalMarkStatements
    case .courses: Self.courseStatements
    case .programme: Self.programmeStatements
    case .pupilDays: Self.pupilDayStatements
    case .classHours: [Self.classHourCreation]
    case .halves: [Self.halfCreation]
    case .briefingSubjects: [Self.briefingSubjectCreation]
    case .firstLessons: Self.firstLessonStatements
    // Made of verdicts of the other rules: `EndedWaivers`.
    case .waivers: []
    case .calendar: Self.calendarCreation
    }
  }

  /// What only the program itself can put into the tables, after their statements.
  func fill(_ database: Database, _ window: CheckWindow) throws {
    switch self {
    case .markCounts: try Self.fillMarkCounts(database, window)
    case .classHours: try Self.fillClassHours(database, window)
    case .halves: try Self.fillHalves(database, window)
    case .briefingSubjects: try Self.fillBriefingSubjects(database)
    case .firstLessons: try Self.fillBriefingTexts(database)
    case .calendar: try Self.fillCalendar(database, window)
    default: break
    }
  }
}
