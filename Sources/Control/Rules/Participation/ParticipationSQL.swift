import Journal

/// What the two rules about logins share. The unit is a pupil enrolled on a day of the window, also for parents: a
/// parent's login names the pupil. A role of which not one login is known at as-of is not recorded at all, and nobody is
/// judged for it: a login of a later day must not make an old check judge. That there is no login is proved by a table of
/// logins that begins no later than the window ends and was taken on its last day or later: a stale one tells nothing of
/// the days after it.
enum ParticipationSQL {
  static func requirement(_ role: LoginFact.Role, _ whose: String) -> Requirement {
    Requirement(
      select: """
        SELECT 1 FROM journal j WHERE \(RuleSQL.says(.logins, "j"))
          AND EXISTS (SELECT 1 FROM login g WHERE g.role = \(role.rawValue) AND g.at <= :evening)
        """,
      otherwise: "выгрузки не содержат входов \(whose)")
  }

  static func select(_ role: LoginFact.Role) -> String {
    """
    SELECT CASE WHEN EXISTS (SELECT 1 FROM login g
        WHERE g.role = \(role.rawValue) AND g.person = p.id AND g.at BETWEEN :from_second AND :to_second
          AND g.at <= :evening AND (g.gone_by IS NULL OR g.gone_by > :evening))
      THEN 0 WHEN \(isProved) THEN 1 END AS verdict, \(UndeterminedReason.earlySnapshot.code) AS reason,
      p.study_class, p.id AS pupil
    FROM pupil p
    WHERE (p.enrolled_on IS NULL OR p.enrolled_on <= :to) AND (p.left_on IS NULL OR p.left_on >= :from)
      AND \(RuleSQL.isThere("p"))
    ORDER BY p.id
    """
  }

  private static var isProved: String {
    """
    EXISTS (SELECT 1 FROM coverage v WHERE v.kind = \(FactKind.login.rawValue) AND v.study_class = p.study_class
      AND v.from_day <= :to AND \(RuleSQL.day("v.taken_at")) >= :to)
    """
  }
}
