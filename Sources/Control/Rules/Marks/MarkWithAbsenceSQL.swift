/// The two forms of `mark-with-absence`: a row a mark, and the same with the plainly kept marks of a lesson in one row.
enum MarkWithAbsenceSQL {
  /// Every mark of the lessons, held against the absences. `source` precedes the tables, `condition` ties it to `u` and `m`.
  static func told(from source: String, where condition: String) -> String {
    """
    SELECT CASE x.outcome WHEN 0 THEN 0 WHEN -1 THEN 1 END AS verdict,
      CASE WHEN x.outcome > 0 THEN x.outcome END AS reason,
      x.study_class, x.subject, x.period, x.held_on AS day, x.lesson, x.pupil, x.ordinal, x.teacher_set, x.mark,
      x.number, x.absence
    FROM (
      SELECT u.study_class, u.subject, u.period, u.held_on, u.lesson, u.teacher_set, u.number, m.pupil, m.ordinal,
        m.grade AS mark, CASE a.code WHEN 'Б' THEN 2 WHEN 'У' THEN 3 ELSE 1 END AS absence,
        CASE WHEN NOT \(RuleSQL.exists("m")) THEN \(UndeterminedReason.betweenSnapshots.code)
          WHEN a.lesson IS NULL THEN CASE WHEN \(RuleSQL.says(.attendance, "j")) THEN 0 ELSE 10 END
          WHEN \(isOfTwoLessons("m")) OR \(isOfTwoLessons("a"))
            OR \(RuleSQL.isDouble(subject: "u.subject", studyClass: "u.study_class")) THEN 0
          WHEN NOT \(RuleSQL.exists("a")) THEN \(UndeterminedReason.betweenSnapshots.code)
          WHEN EXISTS (SELECT 1 \(exemptions) AND \(RuleSQL.mayExist("e")))
          THEN \(UndeterminedReason.uncertainExemption.code)
          WHEN c.grade = 0 THEN 11
          ELSE -1 END AS outcome
      FROM \(source)control_lesson u CROSS JOIN control_journal j CROSS JOIN study_class c CROSS JOIN mark m
        LEFT JOIN attendance a ON a.lesson = m.lesson AND a.pupil = m.pupil AND a.is_absence = 1
          AND \(RuleSQL.mayExist("a"))
      WHERE \(condition)\(judged) AND \(isMark)
        AND NOT EXISTS (SELECT 1 \(exemptions) AND \(RuleSQL.exists("e")))) x
    """
  }

  /// `counted`: the marks of a lesson; `is_clear` where all are certain and the source says attendance. `singly`: whose marks
  /// of a lesson are told one by one: beside an absence or an exemption, and all of a lesson that is not clear.
  static var summary: String {
    """
    WITH counted AS MATERIALIZED (
      SELECT u.lesson, count(*) AS units,
        min(CASE WHEN \(RuleSQL.exists("m")) AND \(RuleSQL.says(.attendance, "j")) THEN 1 ELSE 0 END) AS is_clear
      FROM control_lesson u CROSS JOIN control_journal j CROSS JOIN study_class c CROSS JOIN mark m
      WHERE \(judged) AND \(isMark)
      GROUP BY u.lesson
    ), singly AS MATERIALIZED (
      SELECT s.lesson, s.pupil
      FROM (
        SELECT a.lesson, a.pupil
        FROM control_lesson u CROSS JOIN attendance a
        WHERE a.lesson = u.lesson AND a.is_absence = 1 AND \(RuleSQL.mayExist("a"))
        UNION ALL
        SELECT u.lesson, e.pupil FROM control_exemption e JOIN control_lesson u ON u.subject = e.subject
        WHERE \(RuleSQL.exempts("e", on: "u.held_on"))) s CROSS JOIN mark m
      WHERE m.lesson = s.lesson AND m.pupil = s.pupil
      UNION
      SELECT m.lesson, m.pupil FROM counted k CROSS JOIN mark m WHERE k.is_clear = 0 AND m.lesson = k.lesson
    ), told_singly AS MATERIALIZED (
      SELECT m.lesson, count(*) AS units
      FROM singly s CROSS JOIN mark m
      WHERE m.lesson = s.lesson AND m.pupil = s.pupil AND \(isMark)
      GROUP BY m.lesson
    )
    SELECT v.verdict, v.reason, v.study_class, v.subject, v.period, v.day, v.lesson, v.pupil, v.ordinal, v.teacher_set,
      v.mark, v.number, v.absence, 1 AS units
    FROM (\(told(from: "singly s CROSS JOIN ", where: "u.lesson = s.lesson AND m.pupil = s.pupil AND "))) v
    UNION ALL
    SELECT 0, NULL, u.study_class, u.subject, u.period, u.held_on, u.lesson, NULL, NULL, u.teacher_set, NULL, NULL, NULL,
      k.units - coalesce(t.units, 0)
    FROM counted k JOIN control_lesson u ON u.lesson = k.lesson LEFT JOIN told_singly t ON t.lesson = k.lesson
    WHERE k.units > coalesce(t.units, 0)
    """
  }

  private static let judged = """
    j.journal = u.journal AND c.id = u.study_class AND c.grade <> 1
    AND NOT \(RuleSQL.isUngraded(subject: "u.subject", studyClass: "u.study_class")) AND m.lesson = u.lesson
    """
  private static let isMark = "m.is_mark = 1 AND \(RuleSQL.mayExist("m"))"
  private static let exemptions = """
    FROM control_exemption e WHERE e.pupil = m.pupil AND e.subject = u.subject AND \(RuleSQL.exempts("e", on: "u.held_on"))
    """

  /// The kept text of a cell (a record's own words have no column) has several items, or two codes of attendance in a row:
  /// `НП`, `УП` and `ОП` are one.
  private static func isOfTwoLessons(_ t: String) -> String {
    let spaced = replacing(["\u{a0}", "\n", "\t", ",", ";"], with: " ", in: "\(t).raw")
    let first = replacing(["н", "H", "h", "у", "У", "Y", "y", "о", "О", "O", "o"], with: "Н", in: "\(t).raw")
    let single = replacing(["НП", "Нп"], with: "Н", in: first)
    let codes = replacing(["б", "Б", "п", "П", "в", "В", "B", "b"], with: "Н", in: single)
    return "(\(t).sheet_column > 0 AND \(t).raw IS NOT NULL AND (trim(\(spaced)) LIKE '% %' OR \(codes) LIKE '%НН%'))"
  }

  private static func replacing(_ old: [String], with new: String, in text: String) -> String {
    old.reduce(text) { "replace(\($0), '\($1)', '\(new)')" }
  }
}
