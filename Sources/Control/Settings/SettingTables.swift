import Journal
import JournalStore

/// The settings as temporary tables that rules read, with the names in them found in the store:
///
/// - `setting_norm (name, study_class, subject, kind, position, value)`: what differs from the norm for everybody; `name` is
///   `rule/norm`, 0 and '' are everything, of several rows that fit the greatest `position` counts (`RuleSQL.norm`);
/// - `setting_subject (study_class, subject, position, needs_briefing, weekly_hours, is_double)`: what the exports do not say;
/// - `control_ungraded (study_class, subject)`: subjects that any source or the school calls ungraded, 0 for all classes;
/// - `control_period_days (period, study_class, first_day, last_day)`: the days of reporting periods that are known, as the
///   school lays them down, else as the exports say; whether the class has that period its lessons or final marks tell;
/// - `control_holiday (from_day, to_day)`: of the exports and of the settings, shifted days in their place;
/// - `control_exemption`: the store's exemptions and the pupils' own regimes, with the columns of `exemption` that rules
///   read; a regime has always been known;
/// - `setting_regime (pupil, subject, from_day, to_day)`: whom the rules about attendance leave out, subject 0 is all;
/// - `setting_document (document, key, title, recorded_on, valid_to)`.
final class SettingTables {
  static let names = [
    "setting_norm", "setting_subject", "control_ungraded", "control_period_days", "control_holiday",
    "control_exemption", "setting_regime", "setting_document",
  ]

  let database: Database
  let settings: ControlSettings
  let asOf: CivilDate
  let found: SettingNames
  /// The norms for some that apply to somebody here, in the order of the settings.
  private(set) var norms: [NormSetting] = []

  init(_ database: Database, settings: ControlSettings, asOf: CivilDate) {
    self.database = database
    self.settings = settings
    self.asOf = asOf
    found = SettingNames(database)
  }

  func make() throws {
    for table in Self.names { try database.execute("DROP TABLE IF EXISTS temp.\(table)") }
    for sql in Self.creation + Self.calendarCreation + Self.regimeCreation { try database.execute(sql) }
    try makeNorms()
    try makeSubjects()
    try makePeriods()
    try makeHolidays()
    try makeRegimes()
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
      study_class INTEGER, subject INTEGER, position INTEGER, needs_briefing INTEGER, weekly_hours INTEGER,
      is_double INTEGER)
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
    """
    CREATE TEMP TABLE setting_document (
      document INTEGER PRIMARY KEY, key TEXT, title TEXT, recorded_on INTEGER, valid_to INTEGER)
    """,
  ]

  private func makeNorms() throws {
    for (index, norm) in settings.norms.enumerated() where !norm.scope.isEveryone && norm.isValid(asOf) {
      let places = try found.places(of: norm.scope, in: "norms")
      let kinds = norm.scope.workKinds.isEmpty ? [""] : try found.workKinds(norm.scope.workKinds, in: "norms")
      guard !places.isEmpty, !kinds.isEmpty else { continue }
      norms.append(norm)
      for place in places {
        for kind in kinds {
          try insert(
            "setting_norm",
            [
              .text("\(norm.rule)/\(norm.name)"), .integer(place.studyClass), .integer(place.subject), .text(kind),
              .position(norm.scope, index), .integer(Int64(norm.value)),
            ])
        }
      }
    }
  }

  private func makeSubjects() throws {
    for (index, setting) in settings.subjects.enumerated() {
      for place in try found.places(of: setting.scope, in: "subjects") {
        try insert(
          "setting_subject",
          [
            .integer(place.studyClass), .integer(place.subject), .position(setting.scope, index),
            .flag(setting.needsBriefing), setting.weeklyHours.map { .integer(Int64($0)) } ?? .null,
            .flag(setting.isDouble),
          ])
      }
    }
    // The more precise ones last, so that they have the last word.
    let byPrecision = settings.subjects.enumerated().sorted {
      ($0.element.scope.precision, $0.offset) < ($1.element.scope.precision, $1.offset)
    }
    for (_, setting) in byPrecision {
      guard let isGraded = setting.isGraded else { continue }
      for place in try found.places(of: setting.scope, in: "subjects") { try setGraded(isGraded, place) }
    }
  }

  private func setGraded(_ isGraded: Bool, _ place: SettingNames.Place) throws {
    let subject = place.subject == 0 ? "SELECT id FROM subject" : "\(place.subject)"
    guard isGraded else {
      return try database.execute(
        """
        INSERT OR IGNORE INTO control_ungraded SELECT id, \(place.studyClass) FROM subject WHERE id IN (\(subject))
        """)
    }
    guard place.studyClass != 0 else {
      return try database.execute("DELETE FROM control_ungraded WHERE subject IN (\(subject))")
    }
    // Ungraded in all classes but this one.
    try database.execute(
      """
      INSERT OR IGNORE INTO control_ungraded
      SELECT y.subject, c.id FROM control_ungraded y JOIN study_class c WHERE y.study_class = 0 AND y.subject IN (\(subject));
      DELETE FROM control_ungraded WHERE study_class IN (0, \(place.studyClass)) AND subject IN (\(subject))
      """)
  }

  // MARK: Rows

  enum Value {
    case integer(Int64)
    case text(String)
    case null

    static func day(_ day: CivilDate?) -> Value { day.map { .integer(Int64($0.days)) } ?? .null }
    static func flag(_ flag: Bool?) -> Value { flag.map { .integer($0 ? 1 : 0) } ?? .null }
    static func position(_ scope: SettingScope, _ index: Int) -> Value {
      .integer(Int64(scope.precision * 10_000 + index))
    }
  }

  func insert(_ table: String, _ values: [Value]) throws {
    let marks = values.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    try run("INSERT OR REPLACE INTO \(table) VALUES (\(marks))", values)
  }

  func run(_ sql: String, _ values: [Value]) throws {
    let statement = try database.prepare(sql)
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
