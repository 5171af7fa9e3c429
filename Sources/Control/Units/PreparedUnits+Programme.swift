extension PreparedUnits {
  /// The lessons of the school year that holds as-of, dated ≤ as-of, and the rows of its lesson plans, by the rows of class and
  /// subject that they are of; group 0 is the class. `certain` and `possible` as in `ProgrammeSQL.taught`; `due`: dated ≤ as-of.
  static var programmeStatements: [String] {
    let yearFrom = ProgrammeSQL.yearFrom
    let isOfYear = "s.first_day >= \(yearFrom)"
    let others = LessonSumSQL.others(meet: "s.last_day >= \(yearFrom)", isWhole: isOfYear)
    return [
      """
      CREATE TEMP TABLE control_taught (
        study_class INTEGER, subject INTEGER, study_group INTEGER, teacher_set INTEGER, certain INTEGER, possible INTEGER)
      """,
      """
      INSERT INTO control_taught
      SELECT t.study_class, t.subject, t.study_group, t.teacher_set, sum(t.certain), sum(t.possible)
      FROM (
        SELECT s.study_class, s.subject, s.study_group, s.teacher_set, s.entered AS certain, s.entered AS possible
        FROM lesson_sum s WHERE \(LessonSumSQL.isSettled) AND \(isOfYear)
        UNION ALL
        SELECT l.study_class, l.subject, coalesce(l.study_group, 0), l.teacher_set, \(ProgrammeSQL.certain),
          \(ProgrammeSQL.possible)
        FROM \(others) AND l.held_on >= \(yearFrom)) t
      GROUP BY t.study_class, t.subject, t.study_group, t.teacher_set
      """,
      """
      CREATE TEMP TABLE control_planned (
        study_class INTEGER, subject INTEGER, study_group INTEGER, lessons INTEGER, due INTEGER, undated INTEGER)
      """,
      // Whole spans in sums; the first and the last day of the plan's part that is due lie within a span.
      """
      INSERT INTO control_planned
      SELECT p.study_class, p.subject, p.study_group, sum(p.lessons), sum(p.due), sum(p.undated)
      FROM (
        SELECT s.study_class, s.subject, s.study_group, s.lessons,
          CASE WHEN s.span >= 0 AND s.span < :as_of / 32 THEN s.lessons ELSE 0 END AS due,
          CASE WHEN s.span < 0 THEN s.lessons ELSE 0 END AS undated
        FROM plan_sum s
        WHERE s.span < 0 OR (s.span > \(yearFrom) / 32 AND s.span <> :as_of / 32)
        UNION ALL
        SELECT r.study_class, r.subject, coalesce(r.study_group, 0), 1, CASE WHEN r.day <= :as_of THEN 1 ELSE 0 END, 0
        FROM plan_row r
        WHERE r.day / 32 IN (:as_of / 32, \(yearFrom) / 32) AND r.day >= \(yearFrom)) p
      GROUP BY p.study_class, p.subject, p.study_group
      """,
    ]
  }
}
