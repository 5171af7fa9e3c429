extension PreparedUnits {
  /// The lessons held for a pupil on a day with at least one absence. `held` as in `control_lesson`; `presence`: 0
  /// present or nothing recorded, 1 late, 2 absent, 3 unknown at as-of.
  static var pupilDayStatements: [String] {
    let columns = "m.pupil, m.day, u.lesson, u.number, u.held, u.teacher_set, u.period, p.study_class"
    let presence = """
      coalesce((SELECT max(CASE WHEN NOT \(RuleSQL.exists("a")) THEN 3 WHEN a.is_absence = 1 THEN 2
          WHEN a.code = 'О' THEN 1 ELSE 0 END)
        FROM attendance a WHERE a.lesson = u.lesson AND a.pupil = m.pupil AND \(RuleSQL.mayExist("a"))), 0)
      """
    return [
      "CREATE INDEX control_lesson_by_class ON control_lesson (study_class, held_on)",
      """
      CREATE TEMP TABLE control_slot (
        pupil INTEGER, day INTEGER, lesson INTEGER, number INTEGER, held INTEGER, teacher_set INTEGER, period INTEGER,
        study_class INTEGER, presence INTEGER, PRIMARY KEY (pupil, day, lesson)) WITHOUT ROWID
      """,
      """
      INSERT INTO control_slot
      WITH missed AS (
        SELECT DISTINCT a.pupil, u.held_on AS day
        FROM control_lesson u CROSS JOIN attendance a
        WHERE a.lesson = u.lesson AND a.pupil > 0 AND a.is_absence = 1 AND \(RuleSQL.mayExist("a")))
      SELECT \(columns), \(presence)
      FROM missed m CROSS JOIN pupil p CROSS JOIN control_lesson u
      WHERE p.id = m.pupil AND u.study_class = p.study_class AND u.held_on = m.day AND u.study_group IS NULL
        AND u.held > 0 AND \(RuleSQL.enrolled("p", on: "m.day"))
      UNION ALL
      SELECT \(columns), \(presence)
      FROM missed m CROSS JOIN pupil p CROSS JOIN control_lesson u
      WHERE p.id = m.pupil AND u.study_class = p.study_class AND u.held_on = m.day AND u.study_group IS NOT NULL
        AND EXISTS (SELECT 1 FROM membership g
          WHERE g.study_group = u.study_group AND g.pupil = p.id AND \(RuleSQL.member("g", on: "m.day")))
        AND u.held > 0 AND \(RuleSQL.enrolled("p", on: "m.day"))
      """,
    ]
  }
}
