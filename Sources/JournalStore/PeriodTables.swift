/// The temporary tables through which the analysis of a period reaches reports: `Control` fills them, queries of reports read
/// them by SQL, and they are gone when the reports are made. Days are `CivilDate.days`; names are as they are shown. Every
/// table begins with `class`, the position of the class in the analysis, from 1.
///
/// `era` is 0 for the period itself and 1 for the reporting period before it, where there was one; in `analysed_marks` 2 is the
/// period itself without what is only forecast.
public enum PeriodTables {
  /// - `analysed_class`: a row a class. `is_graded` is 0 in grade 1, where no marks are given. `success_*` and `quality_*` are
  ///   by pupils. `rounding` is in hundredths.
  /// - `analysed_category`: how many pupils stand on which rung of the ladder, `rung` from 0, best first.
  /// - `analysed_marks`: marks counted, of a subject, or of all together where `subject` is 0. `sou_*` is in per cent already.
  /// - `analysed_subject`: the subjects of a class with results, in order: none in grade 1, none that are ungraded.
  /// - `analysed_pupil`: the pupils of a class, in order; `mark_sum / grades` is the mean.
  /// - `analysed_mark`: what a pupil has in a subject: `mark` as it is printed, `outcome` as «given», «forecast», «missing» or
  ///   «disputed»; `current_sum / current_count` is the mean of the current marks; lessons held and missed.
  /// - `analysed_absence`: lessons and days missed by a pupil, by reason, in order of `reason_position`.
  /// - `analysed_risk`: why to look at a pupil.
  /// - `analysed_participation`: pupils' and parents' logins; with a `reason` nothing could be counted.
  /// - `analysed_material`: учёт пройденного материала from 1 September to as-of; `topics`, `planned`, `planned_in_all` are
  ///   null where nothing is known of them.
  /// - `analysed_note`: what limits the figures, in words.
  /// - `analysed_left_out`: the classes that have no such period, hence no `class` here, and the periods that they have.
  ///
  /// And three views over the journal itself, which cost nothing where no report reads them (`Control.fillPeriodTables`):
  ///
  /// - `analysed_given (class, pupil, subject, day, number, ordinal, value, grade, work)`: current marks;
  /// - `analysed_missed (class, pupil, subject, day, number, reason, subject_name)`: lessons missed, `reason` in
  ///   words;
  /// - `analysed_homework (class, pupil, subject, day, number, text, subject_name)`: homework of the last two weeks.
  static let creation = """
    CREATE TEMP TABLE analysed_class (
      class INTEGER PRIMARY KEY, study_class INTEGER NOT NULL, title TEXT NOT NULL, grade INTEGER NOT NULL,
      head_teacher TEXT, school_year TEXT NOT NULL, period TEXT NOT NULL, period_kind INTEGER NOT NULL,
      from_day INTEGER NOT NULL, to_day INTEGER NOT NULL, counted_on INTEGER NOT NULL, as_of INTEGER NOT NULL,
      previous_period TEXT, is_graded INTEGER NOT NULL, pupils INTEGER NOT NULL, success_part INTEGER NOT NULL,
      success_whole INTEGER NOT NULL, quality_part INTEGER NOT NULL, quality_whole INTEGER NOT NULL,
      forecasts INTEGER NOT NULL, forecast_pupils INTEGER NOT NULL, missing INTEGER NOT NULL,
      disputed INTEGER NOT NULL, lessons INTEGER NOT NULL, missed_lessons INTEGER NOT NULL, days INTEGER NOT NULL,
      missed_days INTEGER NOT NULL, late INTEGER NOT NULL, sou_formula TEXT NOT NULL, rounding INTEGER NOT NULL,
      missed_percent INTEGER NOT NULL, not_attested_lowers INTEGER NOT NULL
    );
    CREATE TEMP TABLE analysed_category (
      class INTEGER, era INTEGER, rung INTEGER, category TEXT, title TEXT, pupils INTEGER,
      PRIMARY KEY (class, era, rung)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE analysed_marks (
      class INTEGER, era INTEGER, subject INTEGER, fives INTEGER, fours INTEGER, threes INTEGER, twos INTEGER,
      not_attested INTEGER, passes INTEGER, fails INTEGER, grades INTEGER, mark_sum INTEGER, success_part INTEGER,
      success_whole INTEGER, quality_part INTEGER, quality_whole INTEGER, sou_part INTEGER, sou_whole INTEGER,
      forecasts INTEGER, missing INTEGER, PRIMARY KEY (class, era, subject)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE analysed_subject (
      class INTEGER, position INTEGER, subject INTEGER, name TEXT, teachers TEXT, PRIMARY KEY (class, position)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE analysed_pupil (
      class INTEGER, position INTEGER, pupil INTEGER, name TEXT, category TEXT, category_title TEXT, rung INTEGER,
      previous_category TEXT, previous_rung INTEGER, is_forecast INTEGER, fives INTEGER, fours INTEGER,
      threes INTEGER, twos INTEGER, not_attested INTEGER, passes INTEGER, fails INTEGER, grades INTEGER,
      mark_sum INTEGER, lessons INTEGER, missed_lessons INTEGER, days INTEGER, missed_days INTEGER, late INTEGER,
      PRIMARY KEY (class, position)
    ) WITHOUT ROWID;
    CREATE INDEX temp.analysed_pupil_by_pupil ON analysed_pupil (pupil, class);
    CREATE TEMP TABLE analysed_mark (
      class INTEGER, pupil INTEGER, subject INTEGER, teachers TEXT, mark TEXT, grade INTEGER, outcome TEXT,
      is_failing INTEGER, is_reserve INTEGER, current_sum INTEGER, current_count INTEGER, held INTEGER,
      missed INTEGER, is_uncertain INTEGER, PRIMARY KEY (class, pupil, subject)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE analysed_absence (
      class INTEGER, pupil INTEGER, reason_position INTEGER, reason TEXT, title TEXT, lessons INTEGER, days INTEGER,
      PRIMARY KEY (class, pupil, reason_position)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE analysed_risk (
      class INTEGER, pupil INTEGER, position INTEGER, risk TEXT, text TEXT, PRIMARY KEY (class, pupil, position)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE analysed_participation (
      class INTEGER, position INTEGER, role TEXT, title TEXT, kept INTEGER, judged INTEGER, undetermined INTEGER,
      reason TEXT, PRIMARY KEY (class, position)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE analysed_material (
      class INTEGER, subject INTEGER, name TEXT, teachers TEXT, position INTEGER, lessons INTEGER, topics INTEGER,
      planned INTEGER, planned_in_all INTEGER, PRIMARY KEY (class, position)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE analysed_note (class INTEGER, position INTEGER, text TEXT, PRIMARY KEY (class, position))
    WITHOUT ROWID;
    CREATE TEMP TABLE analysed_left_out (position INTEGER PRIMARY KEY, title TEXT, periods TEXT);
    """

  /// Makes them anew, empty.
  public static func make(in database: Database) throws(StoreError) {
    try drop(in: database)
    try database.execute(creation)
  }

  public static func drop(in database: Database) throws(StoreError) {
    var kinds: [(kind: String, name: String)] = []
    let statement = try database.prepare(
      """
      SELECT type, name FROM temp.sqlite_master
      WHERE type IN ('table', 'view') AND substr(name, 1, 9) = 'analysed_' ORDER BY type DESC, name
      """)
    while try statement.step() { kinds.append((statement.text(0), statement.text(1))) }
    for (kind, name) in kinds { try database.execute("DROP \(kind) temp.\(name)") }
  }

  /// What a cell of them holds.
  public enum Cell: Sendable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    case integer(Int)
    case text(String)
    case null

    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(stringLiteral value: String) { self = .text(value) }
    public init(_ value: Int?) { self = value.map { .integer($0) } ?? .null }
    public init(_ value: Bool) { self = .integer(value ? 1 : 0) }
    public init(_ value: String?) { self = value.map { .text($0) } ?? .null }
  }

  /// Rows hold every column of the table, in its order.
  public static func insert(_ rows: [[Cell]], into table: String, in database: Database) throws(StoreError) {
    guard let first = rows.first else { return }
    let places = first.map { _ in "?" }.joined(separator: ", ")
    let statement = try database.prepare("INSERT INTO temp.\(table) VALUES (\(places))")
    for row in rows {
      for (index, cell) in row.enumerated() {
        let place = Int32(index + 1)
        switch cell {
        case .integer(let number): try statement.bind(number, at: place)
        case .text(let text): try statement.bind(text, at: place)
        case .null: try statement.bind(Int64?.none, at: place)
        }
      }
      try statement.run()
    }
  }
}
