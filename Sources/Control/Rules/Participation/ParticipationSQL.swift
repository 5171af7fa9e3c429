import Journal

/// What the two rules about logins share. The unit is a pupil enrolled on a day of the window, also for parents: a
/// parent's login names the pupil. A pupil whom several sources name is one unit, enrolled where every row of the pupil
/// is, and a login of any row counts. A role of which not one login is known at as-of is not recorded at all, and nobody is
/// judged for it: a login of a later day must not make an old check judge. Logins carry their
/// times, so that there is none is proved by a table of logins that meets the window (CONTROL 1); one from before the
/// window tells nothing of it.
///
/// A school without such logins is judged by its activity reports (`AccountSQL`), if it has any.
enum ParticipationSQL {
  static func requirement(_ role: LoginFact.Role, _ whose: String) -> Requirement {
    Requirement(
      select: """
        SELECT 1 FROM journal j WHERE \(RuleSQL.says(.logins, "j"))
          AND EXISTS (SELECT 1 FROM login g WHERE g.role = \(role.rawValue) AND g.at <= :evening)
        """,
      otherwise: "выгрузки не содержат входов \(whose)")
  }

  /// The pupil is told by the row of the source that has logins.
  static func select(_ role: LoginFact.Role) -> String {
    """
    WITH listed AS MATERIALIZED (
      SELECT p.id, coalesce(p.same_as, p.id) AS shown,
        CASE WHEN (p.enrolled_on IS NULL OR p.enrolled_on <= :to) AND (p.left_on IS NULL OR p.left_on >= :from)
          AND \(RuleSQL.isThere("p")) THEN 1 ELSE 0 END AS is_enrolled,
        CASE WHEN EXISTS (SELECT 1 FROM login g
          WHERE g.role = \(role.rawValue) AND g.person = p.id AND g.at BETWEEN :from_second AND :to_second
            AND g.at <= :evening AND (g.gone_by IS NULL OR g.gone_by > :evening)) THEN 1 ELSE 0 END AS has_login,
        CASE WHEN \(covered("")) THEN 1 ELSE 0 END AS is_covered,
        CASE WHEN \(covered("AND v.from_day <= :to AND \(RuleSQL.day("v.taken_at")) >= :from")) THEN 1 ELSE 0 END AS is_proved
      FROM pupil p
    ), judged AS MATERIALIZED (
      SELECT coalesce(min(CASE WHEN is_covered = 1 THEN id END), min(id)) AS pupil, max(has_login) AS has_login,
        max(is_proved) AS is_proved
      FROM listed GROUP BY shown HAVING min(is_enrolled) = 1
    )
    SELECT CASE WHEN u.has_login = 1 THEN 0 WHEN u.is_proved = 1 THEN 1 END AS verdict,
      \(UndeterminedReason.earlySnapshot.code) AS reason, p.study_class, u.pupil
    FROM judged u JOIN pupil p ON p.id = u.pupil
    ORDER BY u.pupil
    """
  }

  private static func covered(_ condition: String) -> String {
    """
    EXISTS (SELECT 1 FROM coverage v
      WHERE v.kind = \(FactKind.login.rawValue) AND v.study_class = p.study_class \(condition))
    """
  }
}
