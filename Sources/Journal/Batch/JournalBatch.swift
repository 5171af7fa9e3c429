/// The facts of one export as a layout read them, before any store: entities and facts refer to each other by their
/// positions in these arrays. One batch is stored in one transaction a school.
public struct JournalBatch: Sendable {
  /// The files of the export, in the order read; each has its own line in the import report.
  public var files: [ImportedFile] = []
  public var sheets: [BatchSheet] = []

  public var schools: [BatchSchool] = []
  public var teachers: [BatchTeacher] = []
  public var classes: [BatchClass] = []
  public var groups: [BatchGroup] = []
  public var pupils: [BatchPupil] = []
  public var memberships: [BatchMembership] = []
  public var subjects: [BatchSubject] = []
  public var periods: [BatchPeriod] = []
  public var idYear = IdYear.all
  public var holidays: [BatchHoliday] = []

  public var journals: [BatchJournal] = []
  public var snapshots: [BatchSnapshot] = []

  /// Sets of teachers that lessons refer to: one set for each combination met.
  public var teacherSets: [[Int32]] = []
  public var lessons: [LessonFact] = []
  public var works: [WorkFact] = []
  public var marks: [MarkFact] = []
  public var attendance: [AttendanceFact] = []
  public var finalMarks: [FinalMarkFact] = []
  public var exemptions: [ExemptionFact] = []
  public var reportedMeans: [ReportedMeanFact] = []
  /// Cells that could not be read: what they hold is not known, so nothing has vanished from them.
  public var unreadCells: [UnreadCell] = []
  public var logins: [LoginFact] = []
  public var activity: [ActivityReport] = []
  /// Rows of the tables that are kept as lists: plan, class hours, consents, confirmations of lists, paper tallies,
  /// names, waivers.
  public var lists: [ListRow] = []

  public init() {}
}

/// Where a fact stands: the sheet by its position in the batch, the row and the column from 1 (0: the whole row).
public struct FactPlace: Hashable, Sendable {
  public var sheet: Int32
  public var row: Int32
  public var column: Int32

  public init(sheet: Int32, row: Int32, column: Int32 = 0) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }
}

/// A sheet of a workbook, or a CSV file (its name is empty then).
public struct BatchSheet: Sendable {
  public var file: Int32
  public var name: String
  /// Rows or columns of it were rejected: what it does not show may stand there, so nothing has vanished by it.
  public var hasUnreadRows = false

  public init(file: Int32, name: String) {
    self.file = file
    self.name = name
  }
}

/// What one snapshot shows: the facts of one kind in one journal. A fact of that kind which the store knows and the
/// snapshot does not show has vanished if the snapshot shows its place: its lesson, its pupil, its period. Of what a
/// snapshot does not name it says nothing: a later export of fewer classes, days or tables ends nothing of the others.
public struct BatchSnapshot: Sendable {
  public var journal: Int32
  public var kind: FactKind
  public var file: Int32

  public init(journal: Int32, kind: FactKind, file: Int32) {
    self.journal = journal
    self.kind = kind
    self.file = file
  }
}

/// The kinds of fact whose entering, changing and vanishing is followed from snapshot to snapshot; of works and of lists
/// of pupils only whether they still name what they named.
public enum FactKind: Int32, Hashable, Sendable, CaseIterable {
  case lesson = 1
  case topic, homework, mark, attendance, finalMark, exemption, login, work, pupil
}
