/// A file of an export: what it is, what was found in it, and what could not be read. Its line in the import report.
public struct ImportedFile: Sendable {
  /// As it is told to people: the name under the given path, `journals.zip/2018_2019_4б (4б).xlsx` inside an archive.
  public var path: String
  /// SHA-256 of the file's own bytes, hexadecimal.
  public var digest: String
  /// SHA-256 of the kept original: the archive's for its members.
  public var originalDigest: String
  public var byteCount: Int
  /// Stable id of CONTROL 4: `interchange`, `dnevnik-journal`; nil where none was recognised.
  public var layout: String?
  public var takenAt: LocalMoment?
  public var sheetCount: Int
  public var counts = FactCounts()
  /// Names of the schools its facts belong to, in order of appearance.
  public var schools: [String] = []
  /// Keys of the classes its facts belong to (`4Б`), in order of grade and letter.
  public var classes: [String] = []
  public var rejected: [ImportProblem] = []
  /// What is worth knowing and is no fault: unknown columns, ambiguous names.
  public var notices: [ImportProblem] = []

  public init(
    path: String, digest: String, originalDigest: String, byteCount: Int, layout: String?, takenAt: LocalMoment? = nil,
    sheetCount: Int = 1
  ) {
    self.path = path
    self.digest = digest
    self.originalDigest = originalDigest
    self.byteCount = byteCount
    self.layout = layout
    self.takenAt = takenAt
    self.sheetCount = sheetCount
  }
}

/// Facts found in a file, whether or not they were new (CONTROL 4). A mark is one of CONTROL 1's; topics and homework
/// are texts that are more than filler.
public struct FactCounts: Hashable, Sendable {
  public var lessons = 0
  public var pupils = 0
  public var marks = 0
  public var absences = 0
  public var finalMarks = 0
  public var exempt = 0
  public var topics = 0
  public var homework = 0
  /// Of a source that names accounts only: accounts that logged in.
  public var logins = 0
  /// Of a source that names accounts only: those of pupils, parents and teachers; an account with several roles counts in
  /// each.
  public var pupilAccounts = AccountCounts()
  public var parentAccounts = AccountCounts()
  public var teacherAccounts = AccountCounts()

  public init() {}

  /// Whether there is anything that `ChangeCounts` counts: of lists of classes and pupils it counts nothing.
  public var areFollowed: Bool {
    var others = self
    others.pupils = 0
    return others != FactCounts()
  }

  public static func += (a: inout FactCounts, b: FactCounts) {
    a.lessons += b.lessons
    a.pupils += b.pupils
    a.marks += b.marks
    a.absences += b.absences
    a.finalMarks += b.finalMarks
    a.exempt += b.exempt
    a.topics += b.topics
    a.homework += b.homework
    a.logins += b.logins
    a.pupilAccounts += b.pupilAccounts
    a.parentAccounts += b.parentAccounts
    a.teacherAccounts += b.teacherAccounts
  }
}

/// What an import changed in the store: lessons, marks, absences, final marks, exemptions, topics, homework and logins.
public struct ChangeCounts: Hashable, Sendable {
  public var new = 0
  public var changed = 0
  public var vanished = 0

  public init(new: Int = 0, changed: Int = 0, vanished: Int = 0) {
    self.new = new
    self.changed = changed
    self.vanished = vanished
  }

  public static func += (a: inout ChangeCounts, b: ChangeCounts) {
    a.new += b.new
    a.changed += b.changed
    a.vanished += b.vanished
  }
}
