import Journal
import JournalStore

extension PreparedUnits {
  /// `sure_by`: exports that show the class's lessons from this day on or earlier show the first of the half. Lessons begin in
  /// the first week of September, and after the holidays by 12 January.
  static let halfCreation = """
    CREATE TEMP TABLE control_half (
      first_day INTEGER PRIMARY KEY, last_day INTEGER, sure_by INTEGER, year_from INTEGER)
    """

  /// Of the school years from the window's first day to as-of.
  static func fillHalves(_ database: Database, _ window: CheckWindow) throws {
    let insert = try database.prepare("INSERT INTO control_half VALUES (?1, ?2, ?3, ?4)")
    for year in min(window.from, window.asOf).schoolYear...window.asOf.schoolYear {
      let start = CivilDate.firstOfSchoolYear(year)
      let next = CivilDate.firstOfSchoolYear(year + 1)
      let middle = CivilDate(year: year + 1, month: 1, day: 1) ?? next
      for (first, end, grace) in [(start, middle, 7), (middle, next, 11)] {
        for (index, day) in [first, end.advanced(by: -1), first.advanced(by: grace), start].enumerated() {
          try insert.bind(day.days, at: Int32(index + 1))
        }
        try insert.run()
      }
    }
  }

  static let briefingSubjectCreation = "CREATE TEMP TABLE control_briefing_subject (subject INTEGER PRIMARY KEY)"

  static func fillBriefingSubjects(_ database: Database) throws {
    let rows = try database.prepare("SELECT id, name, needs_briefing FROM subject ORDER BY id")
    let insert = try database.prepare("INSERT INTO control_briefing_subject VALUES (?1)")
    while try rows.step() {
      guard rows.integer(2) == 1 || BriefingWords.subjectNeedsOne(rows.text(1)) else { continue }
      try insert.bind(rows.integer(0), at: 1)
      try insert.run()
    }
  }

  /// The first lesson of a half in the window, of each class × subject × group; of several on its day the one with the
  /// least id stands for them.
  static var firstLessonStatements: [String] {
    let needed = """
      coalesce((SELECT n.needs_briefing FROM setting_subject n
          WHERE n.needs_briefing IS NOT NULL AND n.study_class IN (0, f.study_class) AND n.subject IN (0, f.subject)
          ORDER BY n.position DESC LIMIT 1),
        EXISTS (SELECT 1 FROM control_briefing_subject b WHERE b.subject = f.subject)) = 1
      """
    // Before lessons are grouped: few subjects need a briefing.
    let mayNeed = """
      (l.subject IN (SELECT b.subject FROM control_briefing_subject b)
        OR EXISTS (SELECT 1 FROM setting_subject n WHERE n.needs_briefing IS NOT NULL))
      """
    return [
      "CREATE TEMP TABLE control_first_lesson (lesson INTEGER PRIMARY KEY, first_day INTEGER, sure_by INTEGER)",
      """
      INSERT INTO control_first_lesson
      SELECT min(u.lesson), f.first_day, f.sure_by
      FROM (
        SELECT l.study_class, l.subject, coalesce(l.study_group, 0) AS list_group, h.first_day, h.sure_by,
          min(l.held_on) AS day
        FROM control_half h CROSS JOIN lesson l
        WHERE h.first_day <= :to AND h.last_day >= :from AND l.held_on BETWEEN h.first_day AND h.last_day
          AND l.held_on <= :to AND \(RuleSQL.isShown("l")) AND \(mayNeed)
        GROUP BY l.study_class, l.subject, coalesce(l.study_group, 0), h.first_day) f
        JOIN control_lesson u ON u.held_on = f.day AND u.study_class = f.study_class AND u.subject = f.subject
          AND coalesce(u.study_group, 0) = f.list_group
      WHERE f.day >= :from AND \(needed)
      GROUP BY f.study_class, f.subject, f.list_group, f.first_day
      """,
      """
      CREATE TEMP TABLE control_briefing_text (
        lesson INTEGER, text_lesson INTEGER, kind INTEGER, version INTEGER,
        PRIMARY KEY (lesson, text_lesson, kind, version)) WITHOUT ROWID
      """,
    ]
  }

  /// The topics and homework of all lessons of the first day that name a briefing. SQLite and PostgreSQL do not fold the case
  /// of Cyrillic letters alike.
  static func fillBriefingTexts(_ database: Database) throws {
    let rows = try database.prepare(
      """
      SELECT f.lesson, t.lesson, t.kind, t.version, t.text
      FROM control_first_lesson f CROSS JOIN lesson u CROSS JOIN lesson s CROSS JOIN lesson_text t
      WHERE u.id = f.lesson AND s.held_on = u.held_on AND s.study_class = u.study_class AND s.subject = u.subject
        AND coalesce(s.study_group, 0) = coalesce(u.study_group, 0) AND t.lesson = s.id AND t.kind IN (2, 3)
      ORDER BY f.lesson, t.lesson, t.kind, t.version
      """)
    let insert = try database.prepare("INSERT INTO control_briefing_text VALUES (?1, ?2, ?3, ?4)")
    while try rows.step() {
      guard BriefingWords.name(rows.text(4)) else { continue }
      for column: Int32 in 0...3 { try insert.bind(rows.integer(column), at: column + 1) }
      try insert.run()
    }
  }
}
