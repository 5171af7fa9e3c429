/// What reads `lesson_sum` and, where the sums do not tell what was at as-of, the lessons themselves.
enum LessonSumSQL {
  /// Looked from as-of, the sum tells what its lessons do, and all of them are shown: `s` is an alias of `lesson_sum`.
  static let isSettled = """
    (s.settled_by <= :evening AND s.last_day <= :as_of \
    AND s.journal NOT IN (SELECT part.id FROM journal part WHERE \(RuleSQL.says(.partial, "part"))))
    """

  /// The lessons `l` shown at as-of that stand in no sum `s` which is settled and `isWhole`, out of the spans of sums that
  /// `meet`: what follows FROM, to be continued with AND.
  static func others(meet: String, isWhole: String = "1") -> String {
    """
    (SELECT DISTINCT s.span FROM lesson_sum s
      WHERE s.first_day <= :as_of AND \(meet) AND (\(isSettled) AND \(isWhole)) IS NOT 1) q
      CROSS JOIN lesson l INDEXED BY lesson_by_day
    WHERE l.held_on BETWEEN q.span * 32 AND q.span * 32 + 31 AND \(RuleSQL.isShown("l"))
      AND NOT EXISTS (SELECT 1 FROM lesson_sum s
        WHERE s.span = q.span AND s.study_class = l.study_class AND s.subject = l.subject
          AND s.study_group = coalesce(l.study_group, 0) AND s.teacher_set = l.teacher_set AND s.journal = l.journal
          AND s.period = coalesce(l.period, 0) AND \(isSettled) AND \(isWhole))
    """
  }
}
