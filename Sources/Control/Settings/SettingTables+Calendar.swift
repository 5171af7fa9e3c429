import Journal

extension SettingTables {
  static let calendarCreation = [
    """
    CREATE TEMP TABLE control_period_days (
      period INTEGER, study_class INTEGER, first_day INTEGER, last_day INTEGER, PRIMARY KEY (period, study_class))
      WITHOUT ROWID
    """,
    """
    INSERT INTO control_period_days
    SELECT p.id, c.id, p.start_day, p.end_day
    FROM period p JOIN study_class c ON c.grade BETWEEN p.grade_from AND p.grade_to
    WHERE p.start_day IS NOT NULL AND p.end_day IS NOT NULL
    """,
    // What one source names without days has those of the other.
    """
    INSERT INTO control_period_days
    SELECT p.id, c.id, d.start_day, d.end_day
    FROM period_same x JOIN period p ON p.id = x.period JOIN period d ON d.id = x.shown JOIN study_class c ON c.grade = x.grade
    WHERE (p.start_day IS NULL OR p.end_day IS NULL) AND d.start_day IS NOT NULL AND d.end_day IS NOT NULL
    """,
    "CREATE TEMP TABLE control_holiday (from_day INTEGER, to_day INTEGER)",
    "INSERT INTO control_holiday SELECT from_day, to_day FROM holiday",
  ]

  /// The more precise ones last, so that they replace the others.
  func makePeriods() throws {
    guard !settings.periods.isEmpty else { return }
    let periods = try database.prepare("SELECT id, kind, school_year, name FROM period ORDER BY id")
    var known: [(id: Int64, kind: Int64, year: Int, ordinal: Int?)] = []
    while try periods.step() {
      known.append(
        (periods.integer(0), periods.integer(1), Int(periods.integer(2)), PeriodKind.ordinal(label: periods.text(3))))
    }
    for setting in settings.periods.sorted(by: { $0.scope.precision < $1.scope.precision }) {
      let (from, to) = (setting.days.from, setting.days.to)
      let named = known.filter {
        $0.kind == Int64(setting.kind.rawValue) && $0.year == from.schoolYear
          && (setting.ordinal == nil || $0.ordinal == setting.ordinal)
      }
      for place in try found.places(of: setting.scope, in: "periods") {
        for period in named {
          try run(
            """
            INSERT OR REPLACE INTO control_period_days
            SELECT p.id, c.id, ?3, ?4
            FROM period p JOIN study_class c ON c.grade BETWEEN p.grade_from AND p.grade_to
            WHERE p.id = ?1 AND ?2 IN (0, c.id)
            """, [.integer(period.id), .integer(place.studyClass), .day(from), .day(to)])
        }
      }
    }
  }

  func makeHolidays() throws {
    for span in settings.holidays { try insert("control_holiday", [.day(span.from), .day(span.to)]) }
    for shift in settings.shiftedDays {
      try insert("control_holiday", [.day(shift.free), .day(shift.free)])
      // The worked day cuts the holidays that hold it in two.
      let day = shift.worked.days
      try database.execute(
        """
        INSERT INTO control_holiday
        SELECT \(day) + 1, to_day FROM control_holiday WHERE from_day <= \(day) AND to_day > \(day);
        UPDATE control_holiday SET to_day = \(day) - 1 WHERE from_day <= \(day) AND to_day >= \(day);
        DELETE FROM control_holiday WHERE to_day < from_day
        """)
    }
  }
}
