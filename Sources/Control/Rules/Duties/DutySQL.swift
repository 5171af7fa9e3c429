import Journal

/// What the rules about duties share.
enum DutySQL {
  /// `current (study_class)`: classes, each row of a source by itself, of the latest school year that has begun by as-of, and
  /// those of which no lesson is known at all. Nobody keeps the lists of a class that has finished.
  static let currentClasses = """
    latest AS MATERIALIZED (
      SELECT max(j.school_year) AS school_year
      FROM coverage v JOIN journal j ON j.id = v.journal
      WHERE v.kind = \(FactKind.lesson.rawValue) AND v.from_day <= :as_of
    ), current AS MATERIALIZED (
      SELECT c.id AS study_class
      FROM study_class c CROSS JOIN latest y LEFT JOIN (
        SELECT v.study_class, j.school_year FROM coverage v JOIN journal j ON j.id = v.journal
        WHERE v.kind = \(FactKind.lesson.rawValue)
        GROUP BY v.study_class, j.school_year) t ON t.study_class = c.id
      GROUP BY c.id
      HAVING count(t.study_class) = 0 OR max(CASE WHEN t.school_year = y.school_year THEN 1 ELSE 0 END) = 1
    )
    """
}
