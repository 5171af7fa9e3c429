import Journal
import JournalStore

/// The temporary tables that an analysis reads, over those that rules read (`PreparedUnits`):
///
/// - `analysis_slot (slot, first_day, count_day, with_attendance)`, with its rows of the class and its periods;
/// - `analysis_pupil (pupil, slot)`: as they are shown, those in the class on the day of counting;
/// - `analysis_lesson (slot, pupil, lesson, day, subject)`: lessons held for a pupil, entered by as-of.
struct AnalysisTables {
  static let names = [
    "analysis_slot", "analysis_class", "analysis_period", "analysis_pupil", "analysis_lesson",
  ]

  let database: Database
  let window: CheckWindow

  func make(_ slots: [AnalysisSlot]) throws {
    try drop()
    for sql in Self.creation { try database.execute(sql) }
    for slot in slots {
      try database.execute(
        """
        INSERT INTO analysis_slot VALUES (\(slot.id), \(slot.from.days), \(slot.countedOn.days), \
        \(slot.withAttendance ? 1 : 0))
        """)
      for row in slot.rows.sorted() {
        try database.execute("INSERT INTO analysis_class VALUES (\(slot.id), \(row))")
      }
      for period in slot.periods.union(slot.parts).sorted() {
        try database.execute(
          """
          INSERT INTO analysis_period VALUES (\(slot.id), \(period), \(slot.periods.contains(period) ? 1 : 0), \
          \(slot.parts.contains(period) ? 1 : 0))
          """)
      }
    }
    for sql in Self.filling {
      let statement = try database.prepare(sql)
      try statement.bind(window.parameters)
      try statement.run()
    }
  }

  func drop() throws {
    for table in Self.names { try database.execute("DROP TABLE IF EXISTS temp.\(table)") }
  }

  private static let creation = [
    """
    CREATE TEMP TABLE analysis_slot (
      slot INTEGER PRIMARY KEY, first_day INTEGER, count_day INTEGER, with_attendance INTEGER)
    """,
    "CREATE TEMP TABLE analysis_class (slot INTEGER, study_class INTEGER, PRIMARY KEY (slot, study_class)) WITHOUT ROWID",
    """
    CREATE TEMP TABLE analysis_period (
      slot INTEGER, period INTEGER, has_results INTEGER, has_lessons INTEGER, PRIMARY KEY (slot, period)) WITHOUT ROWID
    """,
    "CREATE TEMP TABLE analysis_pupil (pupil INTEGER, slot INTEGER, PRIMARY KEY (pupil, slot)) WITHOUT ROWID",
    """
    CREATE TEMP TABLE analysis_lesson (
      slot INTEGER, pupil INTEGER, lesson INTEGER, day INTEGER, subject INTEGER,
      PRIMARY KEY (slot, pupil, lesson)) WITHOUT ROWID
    """,
  ]

  private static var filling: [String] {
    let shown = "coalesce(p.same_as, p.id)"
    let lesson = "SELECT w.slot, p.id, l.id, l.held_on, l.subject"
    let theirs = """
      CROSS JOIN analysis_pupil w ON w.pupil = \(shown)
      CROSS JOIN analysis_slot a ON a.slot = w.slot AND a.with_attendance = 1
        AND l.held_on BETWEEN a.first_day AND a.count_day
      """
    let outside = RuleSQL.isOutsideAttendance(pupil: "p.id", subject: "l.subject", on: "l.held_on")
    let held = "l.held_on BETWEEN :from AND :to AND \(isHeld("l")) AND NOT \(outside)"
    return [
      """
      INSERT OR IGNORE INTO analysis_pupil
      SELECT \(shown), a.slot
      FROM analysis_slot a JOIN analysis_class c ON c.slot = a.slot JOIN pupil p ON p.study_class = c.study_class
      WHERE \(RuleSQL.enrolled("p", on: "a.count_day"))
      """,
      """
      INSERT OR IGNORE INTO analysis_pupil
      SELECT \(shown), a.slot
      FROM analysis_slot a JOIN analysis_class c ON c.slot = a.slot
        JOIN former_class k ON k.study_class = c.study_class JOIN pupil p ON p.id = k.pupil
      WHERE \(RuleSQL.enrolled("p", in: "k", on: "a.count_day"))
      """,
      """
      INSERT OR IGNORE INTO analysis_lesson
      \(lesson)
      FROM lesson l CROSS JOIN pupil p ON p.study_class = l.study_class \(theirs)
      WHERE l.study_group IS NULL AND \(held) AND \(RuleSQL.enrolled("p", on: "l.held_on"))
      """,
      """
      INSERT OR IGNORE INTO analysis_lesson
      \(lesson)
      FROM former_class k CROSS JOIN pupil p ON p.id = k.pupil
        CROSS JOIN lesson l ON l.study_class = k.study_class AND l.held_on BETWEEN k.from_day AND k.to_day \(theirs)
      WHERE l.study_group IS NULL AND \(held) AND \(RuleSQL.enrolled("p", in: "k", on: "l.held_on"))
      """,
      """
      INSERT OR IGNORE INTO analysis_lesson
      \(lesson)
      FROM lesson l CROSS JOIN membership g ON g.study_group = l.study_group AND \(RuleSQL.member("g", on: "l.held_on"))
        CROSS JOIN pupil p ON p.id = g.pupil \(theirs)
      WHERE \(held) AND \(RuleSQL.attends("p", on: "l.held_on"))
      """,
    ]
  }

  /// Something was entered in it by as-of, for certain. A lesson that only a planning shows may have absences that nobody has
  /// seen.
  private static func isHeld(_ l: String) -> String {
    "\(l).held_by <= :evening AND \(l).is_planned = 0 AND \(RuleSQL.isShown(l))"
  }
}
