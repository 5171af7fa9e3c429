extension PreparedUnits {
  /// The lessons of a class in a subject one after another, from the first day of the window to as-of: those in which
  /// something was entered by then (`held` 2) or possibly (1). Of subjects that the window's lessons are of.
  static var courseStatements: [String] {
    [
      """
      CREATE TEMP TABLE control_course (
        study_class INTEGER, subject INTEGER, position INTEGER, lesson INTEGER, study_group INTEGER, held_on INTEGER,
        held INTEGER, journal INTEGER, teacher_set INTEGER, period INTEGER, shown_from INTEGER, shown_at INTEGER,
        PRIMARY KEY (study_class, subject, position)) WITHOUT ROWID
      """,
      """
      INSERT INTO control_course
      SELECT l.study_class, l.subject, row_number() OVER (PARTITION BY l.study_class, l.subject
          ORDER BY l.held_on, coalesce(l.number, 0), l.id),
        l.id, l.study_group, l.held_on, CASE WHEN l.held_by <= :evening THEN 2 ELSE 1 END, l.journal, l.teacher_set,
        l.period, l.shown_from, l.shown_at
      FROM lesson l
      WHERE l.held_on BETWEEN :from AND :as_of AND \(RuleSQL.isShown("l")) AND l.is_planned = 0
        AND l.held_from <= :evening
        AND (l.study_class, l.subject) IN (SELECT u.study_class, u.subject FROM control_lesson u)
      """,
    ]
  }
}
