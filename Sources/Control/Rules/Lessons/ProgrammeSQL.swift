import Journal

/// What `programme-behind-plan` and the account of the material covered share: the lessons of the school year that holds
/// as-of, dated ≤ as-of, and the rows of its plans. Classes and subjects are by the row that they are shown as, for a plan and
/// a journal may be of different sources.
enum ProgrammeSQL {
  static let yearFrom = "(SELECT h.year_from FROM control_half h WHERE :as_of BETWEEN h.first_day AND h.last_day)"

  /// `certain`: entered at as-of; `possible`: not proved to be not entered. Without entry times a blank lesson is proved by
  /// snapshots of its topic, marks and attendance.
  static var taught: String {
    """
    SELECT coalesce(c.same_as, c.id) AS study_class, coalesce(s.same_as, s.id) AS subject,
      coalesce(l.study_group, 0) AS list_group, l.teacher_set, l.id AS lesson,
      \(certain) AS certain, \(possible) AS possible
    FROM lesson l JOIN study_class c ON c.id = l.study_class JOIN subject s ON s.id = l.subject
    WHERE l.held_on >= \(yearFrom) AND \(RuleSQL.isShown("l"))
    """
  }

  static let certain =
    "CASE WHEN l.entry_by <= :evening AND (l.gone_from IS NULL OR l.gone_from >= :evening) THEN 1 ELSE 0 END"

  static var possible: String {
    """
    CASE WHEN l.entry_from > :evening OR (l.entry_by IS NULL AND (l.is_timed = 1 OR (\(proves)))) THEN 0 ELSE 1 END
    """
  }

  /// `due`: dated ≤ as-of.
  static let planned = """
    SELECT coalesce(c.same_as, c.id) AS study_class, coalesce(s.same_as, s.id) AS subject, r.study_group AS list_group,
      sum(r.lessons) AS lessons, sum(r.due) AS due, sum(r.undated) AS undated
    FROM control_planned r JOIN study_class c ON c.id = r.study_class JOIN subject s ON s.id = r.subject
    GROUP BY coalesce(c.same_as, c.id), coalesce(s.same_as, s.id), r.study_group
    """

  private static var proves: String {
    let seen = [FactKind.topic, .mark, .attendance].map {
      RuleSQL.covered(
        $0, journal: "l.journal", studyClass: "l.study_class", first: "l.held_on", last: "l.held_on",
        where: "v.taken_at BETWEEN l.shown_from AND l.shown_at AND \(RuleSQL.proves("v"))")
    }
    return seen.joined(separator: " AND ")
  }
}
