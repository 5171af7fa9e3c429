/// Comparisons of a rule's SELECT that no example holds yet, as `ComparisonMutant.place` gives them.
enum UnheldComparisons {
  /// May only become less.
  static let count = 0

  static let ofRules: [String: [String]] = [:]

  /// The same of the tables that rules share, as `Scripts/mutate-rules` finds them.
  // swift-format-ignore
  static let ofTables: [String: [String]] = [
    "finalMarks": [
      "HERE y.journal = z.journal AND y.kind = z.kind AND y.lesson [=] z.lesson AND y.pupil = z.pupil AND y.subject = z.su",
      "HERE y.journal = z.journal AND y.kind = z.kind AND y.lesson [=] z.lesson AND y.pupil = z.pupil AND y.subject = z.su",
      "ered_by <= :evening AND (f.gone_from IS NULL OR f.gone_from [>=] :evening))) THEN min(f.entered_from) ELSE min(CASE WHEN (f.",
    ],
    "lessons": [
      "EN l.is_planned = 1 AND (l.entry_by IS NULL OR l.entry_from [>] :evening) THEN -7 WHEN l.entry_by IS NULL OR l.entr",
    ],
    "periods": [
      "ntrol_period_days d WHERE d.period = o.id AND d.study_class [=] s.id)) AND NOT EXISTS (SELECT 1 FROM control_period_days",
      "ntrol_period_days d WHERE d.period = p.id AND d.study_class [=] c.id) GROUP BY p.id, l.study_class HAVING coalesce(p.start",
    ],
  ]
}
