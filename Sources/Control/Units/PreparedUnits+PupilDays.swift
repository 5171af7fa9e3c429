extension PreparedUnits {
  /// The lessons held for a pupil on a day with at least one absence: those of the class without a group and of the
  /// pupil's groups, whatever class these belong to. `held` as in `control_lesson`; `presence`: 0
  /// present or nothing recorded, 1 late, 2 absent, 3 unknown at as-of.
  static var pupilDayStatements: [String] {
    let columns = "m.pupil, m.day, u.lesson, u.number, u.held, u.teacher_set, u.period, p.study_class"
    let presence = """
      coalesce((SELECT max(CASE WHEN NOT \(RuleSQL.exists("a")) THEN 3 WHEN a.is_absence = 1 THEN 2
          WHEN a.code = 'О' THEN 1 ELSE 0 END)
        FROM attendance a WHERE a.lesson = u.lesson AND a.pupil = m.pupil AND \(RuleSQL.mayExist("a"))), 0)
      """
    return [
      "CREATE TEMP TABLE control_missed (pupil INTEGER, day INTEGER, PRIMARY KEY (pupil, day)) WITHOUT ROWID",
      """
      INSERT INTO control_missed
      SELECT DISTINCT a.pupil, u.held_on
      FROM control_lesson u CROSS JOIN attendance a
      WHERE a.lesson = u.lesson AND a.pupil > 0 AND a.is_absence = 1 AND \(RuleSQL.mayExist("a"))
      """,
      """
      CREATE TEMP TABLE control_slot (
        pupil INTEGER, day INTEGER, lesson INTEGER, number INTEGER, held INTEGER, teacher_set INTEGER, period INTEGER,
        study_class INTEGER, presence INTEGER, PRIMARY KEY (pupil, day, lesson)) WITHOUT ROWID
      """,
      """
      INSERT INTO control_slot
      SELECT \(columns), \(presence)
      FROM control_missed m CROSS JOIN pupil p CROSS JOIN control_lesson u
      WHERE p.id = m.pupil AND u.study_class = p.study_class AND u.held_on = m.day AND u.study_group IS NULL
        AND u.held > 0 AND u.is_planned = 0 AND \(RuleSQL.enrolled("p", on: "m.day"))
        AND NOT \(RuleSQL.isOutsideAttendance(pupil: "m.pupil", subject: "u.subject", on: "m.day"))
      """,
      """
      INSERT INTO control_slot
      SELECT \(columns), \(presence)
      FROM former_class k CROSS JOIN control_missed m CROSS JOIN pupil p CROSS JOIN control_lesson u
      WHERE m.pupil = k.pupil AND p.id = m.pupil AND u.study_class = k.study_class AND u.held_on = m.day
        AND u.study_group IS NULL AND u.held > 0 AND u.is_planned = 0 AND \(RuleSQL.enrolled("p", in: "k", on: "m.day"))
        AND NOT \(RuleSQL.isOutsideAttendance(pupil: "m.pupil", subject: "u.subject", on: "m.day"))
      """,
      // A group's memberships are found by the group: the rows of it that name a pupil missed on a day of its lessons.
      """
      INSERT OR IGNORE INTO control_slot
      SELECT \(columns), \(presence)
      FROM control_lesson u CROSS JOIN membership g CROSS JOIN control_missed m CROSS JOIN pupil p
      WHERE u.study_group IS NOT NULL AND u.held > 0 AND u.is_planned = 0 AND g.study_group = u.study_group
        AND \(RuleSQL.member("g", on: "u.held_on")) AND m.pupil = g.pupil AND m.day = u.held_on AND p.id = m.pupil
        AND \(RuleSQL.attends("p", on: "m.day"))
        AND NOT \(RuleSQL.isOutsideAttendance(pupil: "m.pupil", subject: "u.subject", on: "m.day"))
      """,
    ]
  }
}
