import Journal
import JournalStore

/// The settings as temporary tables that rules read, with the names in them found in the store:
///
/// - `setting_norm (name, study_class, subject, kind, position, value)`: what differs from the norm for everybody; `name` is
///   `rule/norm`, 0 and '' are everything, of several rows that fit the greatest `position` counts (`RuleSQL.norm`);
/// - `setting_subject (study_class, subject, position, needs_briefing, weekly_hours)`: what the exports do not say;
/// - `control_ungraded (study_class, subject)`: subjects that any source or the school calls ungraded, 0 for all classes;
/// - `control_holiday (from_day, to_day)`: of the exports and of the settings;
/// - `setting_document (document, key, title, recorded_on, valid_to)`.
struct SettingTables {
  static let names = [
    "setting_norm", "setting_subject", "control_ungraded", "control_holiday", "setting_document",
  ]

  let database: Database
  let settings: ControlSettings
  let asOf: CivilDate

  func make() throws {
    for table in Self.names { try database.execute("DROP TABLE IF EXISTS temp.\(table)") }
    for sql in Self.creation { try database.execute(sql) }
    try makeNorms()
    try makeSubjects()
    for span in settings.holidays {
      try insert("control_holiday", [.integer(Int64(span.from.days)), .integer(Int64(span.to.days))])
    }
    for (index, paper) in settings.documents.enumerated() {
      try insert(
        "setting_document",
        [
          .integer(Int64(index + 1)), .text(paper.key), .text(paper.title), .day(paper.recordedOn), .day(paper.validTo),
        ])
    }
  }

  private static let creation = [
    """
    CREATE TEMP TABLE setting_norm (
      name TEXT, study_class INTEGER, subject INTEGER, kind TEXT, position INTEGER, value INTEGER,
      PRIMARY KEY (name, study_class, subject, kind, position)) WITHOUT ROWID
    """,
    """
    CREATE TEMP TABLE setting_subject (
      study_class INTEGER, subject INTEGER, position INTEGER, needs_briefing INTEGER, weekly_hours INTEGER)
    """,
    """
    CREATE TEMP TABLE control_ungraded (
      subject INTEGER, study_class INTEGER, PRIMARY KEY (subject, study_class)) WITHOUT ROWID
    """,
    """
    INSERT INTO control_ungraded
    SELECT DISTINCT s.id, 0
    FROM subject o CROSS JOIN subject s
    WHERE o.is_graded = 0 AND coalesce(s.same_as, s.id) = coalesce(o.same_as, o.id)
    """,
    "CREATE TEMP TABLE control_holiday (from_day INTEGER, to_day INTEGER)",
    "INSERT INTO control_holiday SELECT from_day, to_day FROM holiday",
    """
    CREATE TEMP TABLE setting_document (
      document INTEGER PRIMARY KEY, key TEXT, title TEXT, recorded_on INTEGER, valid_to INTEGER)
    """,
  ]

  private func makeNorms() throws {
    let valid = settings.norms.filter { !$0.scope.isEveryone && $0.isValid(asOf) }
    for (position, norm) in valid.enumerated() {
      for (studyClass, subject) in try rows(of: norm.scope) {
        for kind in norm.scope.workKinds.isEmpty ? [""] : norm.scope.workKinds {
          try insert(
            "setting_norm",
            [
              .text("\(norm.rule)/\(norm.name)"), .integer(studyClass), .integer(subject), .text(kind),
              .integer(Int64(norm.scope.precision * 10_000 + position)), .integer(Int64(norm.value)),
            ])
        }
      }
    }
  }

  private func makeSubjects() throws {
    for (position, setting) in settings.subjects.enumerated() {
      for (studyClass, subject) in try rows(of: setting.scope) {
        if setting.isGraded == false {
          try insert("control_ungraded", [.integer(subject), .integer(studyClass)], orIgnore: true)
        }
        try insert(
          "setting_subject",
          [
            .integer(studyClass), .integer(subject), .integer(Int64(setting.scope.precision * 10_000 + position)),
            setting.needsBriefing.map { .integer($0 ? 1 : 0) } ?? .null,
            setting.weeklyHours.map { .integer(Int64($0)) } ?? .null,
          ])
      }
    }
  }

  /// Pairs of class and subject, 0 for all; none where the store has nothing of what the scope names.
  private func rows(of scope: SettingScope) throws -> [(studyClass: Int64, subject: Int64)] {
    let search = NameSearch(names: NameBook(database))
    var classes: [Int64] = [0]
    if !scope.classes.isEmpty || !scope.grades.isEmpty {
      classes = Array(
        Set(try scope.classes.flatMap { (try? search.classes($0)) ?? [] } + scope.grades.flatMap(classes(ofGrade:)))
      ).sorted()
    }
    var subjects: [Int64] = [0]
    if !scope.subjects.isEmpty {
      subjects = Array(Set(scope.subjects.flatMap { (try? search.subjects($0)) ?? [] })).sorted()
    }
    return classes.flatMap { studyClass in subjects.map { (studyClass, $0) } }
  }

  private func classes(ofGrade grade: Int) throws -> [Int64] {
    let statement = try database.prepare("SELECT id FROM study_class WHERE grade = ?1 ORDER BY id")
    try statement.bind(grade, at: 1)
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }

  // MARK: Rows

  private enum Value {
    case integer(Int64)
    case text(String)
    case null

    static func day(_ day: CivilDate?) -> Value { day.map { .integer(Int64($0.days)) } ?? .null }
  }

  private func insert(_ table: String, _ values: [Value], orIgnore: Bool = false) throws {
    let marks = values.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    let statement = try database.prepare("INSERT \(orIgnore ? "OR IGNORE " : "")INTO \(table) VALUES (\(marks))")
    for (index, value) in values.enumerated() {
      let position = Int32(index + 1)
      switch value {
      case .integer(let integer): try statement.bind(Optional(integer), at: position)
      case .text(let text): try statement.bind(Optional(text), at: position)
      case .null: try statement.bind(Int64?.none, at: position)
      }
    }
    try statement.run()
  }
}
