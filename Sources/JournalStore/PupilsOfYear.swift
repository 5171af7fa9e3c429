import Journal

/// The pupils as the lists of one school year and those before it have them, and the plans and the hours a week of that year: in
/// temporary tables that hide `pupil`, `former_class`, `plan_row`, `plan_sum` and `subject`, for what is asked of a year before the last, and for those
/// who finished school before it. A store whose lists are of one year needs none.
public enum PupilsOfYear {
  private static let columns = """
    id, key, study_class, name, birth_date, enrolled_on, left_on, is_ambiguous, sheet, sheet_row, same_as, shown_at, gone_by,
    class_from
    """

  /// Replaces those that are there.
  public static func make(_ database: Database, year: Int) throws {
    try drop(database)
    try makePlans(database, year: year)
    try makeSubjects(database, year: year)
    let years =
      try database.integer("SELECT count(*) FROM (SELECT DISTINCT school_year FROM main.pupil_state LIMIT 2)") ?? 0
    guard years > 1 else { return }
    try database.execute(
      """
      CREATE TEMP TABLE pupil (
        id INTEGER PRIMARY KEY, key TEXT, study_class INTEGER, name TEXT, birth_date INTEGER, enrolled_on INTEGER,
        left_on INTEGER, is_ambiguous INTEGER, sheet INTEGER, sheet_row INTEGER, same_as INTEGER, shown_at INTEGER,
        gone_by INTEGER, class_from INTEGER);
      INSERT INTO temp.pupil SELECT \(columns) FROM main.pupil;
      CREATE INDEX temp.pupil_of_class_of_year ON pupil (study_class);
      CREATE TEMP TABLE former_class (
        pupil INTEGER, study_class INTEGER, from_day INTEGER, to_day INTEGER,
        PRIMARY KEY (study_class, pupil, from_day)) WITHOUT ROWID
      """)
    let rows = try database.prepare(
      """
      SELECT pupil, school_year, taken_at, study_class, enrolled_on, says_left, left_on FROM main.pupil_state
      ORDER BY pupil, school_year, taken_at
      """)
    var pupil: Int64?
    var told = PupilStates()
    let writer = try Writer(database, year: Int64(year))
    while try rows.step() {
      if let last = pupil, last != rows.integer(0) {
        try writer.write(last, told)
        told = PupilStates()
      }
      pupil = rows.integer(0)
      // Of one who came later, when that was is all that is told.
      if rows.integer(1) <= Int64(year) || told.firstYear ?? Int64(year) + 1 > Int64(year) { told.add(rows, from: 1) }
    }
    if let pupil { try writer.write(pupil, told) }
    try database.execute(ApplySession.newcomers)
  }

  /// Plans of classes of the year only: nobody is behind the plan of another year.
  private static func makePlans(_ database: Database, year: Int) throws {
    let years = try database.integer(
      "SELECT count(*) FROM (SELECT DISTINCT id_year FROM study_class WHERE id_year IS NOT NULL LIMIT 2)")
    guard years ?? 0 > 1 else { return }
    try database.execute(
      """
      CREATE TEMP TABLE plan_row (
        id INTEGER PRIMARY KEY, study_class INTEGER, study_group INTEGER, subject INTEGER, number INTEGER, topic TEXT,
        day INTEGER, sheet INTEGER, sheet_row INTEGER);
      INSERT INTO temp.plan_row
      SELECT r.id, r.study_class, r.study_group, r.subject, r.number, r.topic, r.day, r.sheet, r.sheet_row
      FROM main.plan_row r JOIN study_class c ON c.id = r.study_class
      WHERE c.id_year IS NULL OR c.id_year = \(year);
      CREATE TEMP TABLE plan_sum (
        span INTEGER, study_class INTEGER, subject INTEGER, study_group INTEGER, lessons INTEGER,
        PRIMARY KEY (span, study_class, subject, study_group)) WITHOUT ROWID;
      INSERT INTO temp.plan_sum
      SELECT r.span, r.study_class, r.subject, r.study_group, r.lessons
      FROM main.plan_sum r JOIN study_class c ON c.id = r.study_class
      WHERE c.id_year IS NULL OR c.id_year = \(year)
      """)
  }

  /// Subjects with the hours of the year, where they are others than the newest.
  private static func makeSubjects(_ database: Database, year: Int) throws {
    let others = try database.integer(
      """
      SELECT 1 FROM main.subject s JOIN subject_hours h ON h.subject = s.id
      WHERE h.school_year = \(year) AND h.weekly_hours IS NOT s.weekly_hours LIMIT 1
      """)
    guard others != nil else { return }
    try database.execute(
      """
      CREATE TEMP TABLE subject (
        id INTEGER PRIMARY KEY, key TEXT, name TEXT, weekly_hours INTEGER, is_graded INTEGER, needs_briefing INTEGER,
        sheet INTEGER, sheet_row INTEGER, same_as INTEGER);
      INSERT INTO temp.subject
      SELECT s.id, s.key, s.name, coalesce(h.weekly_hours, s.weekly_hours), s.is_graded, s.needs_briefing, s.sheet,
        s.sheet_row, s.same_as
      FROM main.subject s LEFT JOIN subject_hours h ON h.subject = s.id AND h.school_year = \(year)
      """)
  }

  public static func drop(_ database: Database) throws {
    for table in ["pupil", "former_class", "plan_row", "plan_sum", "subject"] {
      try database.execute("DROP TABLE IF EXISTS temp.\(table)")
    }
  }

  private struct Writer {
    let year: Int64
    let former: FormerClassWriter
    let settle: Statement

    init(_ database: Database, year: Int64) throws {
      self.year = year
      former = try FormerClassWriter(database, schema: "temp")
      settle = try database.prepare(
        """
        UPDATE temp.pupil SET study_class = coalesce(?2, study_class), class_from = ?3, enrolled_on = ?4, left_on = ?5
        WHERE id = ?1
        """)
    }

    func write(_ pupil: Int64, _ told: PupilStates) throws {
      guard let firstYear = told.firstYear, let lastYear = told.lastYear else { return }
      let (begin, stays) = told.moves
      try former.write(stays, of: pupil)
      var (enrolled, left) = (told.enrolled, told.left)
      if firstYear > year { enrolled = max(enrolled ?? 0, ClassStay.firstDay(ofYear: firstYear)) }
      if lastYear < year {
        // The lists of the next year do not have them any more.
        let end = ClassStay.firstDay(ofYear: lastYear + 1) - 1
        left = min(left ?? end, end)
      }
      try settle.bind(pupil, at: 1)
      try settle.bind(told.studyClass, at: 2)
      try settle.bind(begin, at: 3)
      try settle.bind(enrolled, at: 4)
      try settle.bind(left, at: 5)
      try settle.run()
    }
  }
}
