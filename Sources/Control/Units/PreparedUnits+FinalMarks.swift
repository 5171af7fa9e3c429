extension PreparedUnits {
  /// The final marks that stand for a pupil × subject × period which ended in the window, in whatever journal.
  ///
  /// - `entered_by`: when the earliest of them was entered, if one certainly stands at as-of: one corrected later was still
  ///   given in time; NULL where none certainly stands. `entered_from` is its earliest moment, NULL where there is none at
  ///   all. Whatever is written there counts as entered, «н/а» too.
  /// - `decided_on`: the latest day on which it was decided, NULL where no source says.
  /// - `graded`: how many numbers may stand, of them `certain` for certain; they lie from `low` to `high`.
  static var finalMarkStatements: [String] {
    let certain = "max(\(RuleSQL.exists("f")))"
    let possible = RuleSQL.mayExist("f")
    return [
      """
      CREATE TEMP TABLE control_final (
        unit INTEGER PRIMARY KEY, pupil INTEGER, subject INTEGER, period INTEGER, entered_from INTEGER,
        entered_by INTEGER, decided_on INTEGER, certain INTEGER, graded INTEGER, low INTEGER, high INTEGER)
      """,
      // In the order of the table's own key, so that nothing is sorted.
      """
      INSERT INTO control_final
      SELECT \(RuleSQL.periodUnit(period: "f.period", subject: "f.subject", pupil: "f.pupil")),
        f.pupil, f.subject, f.period,
        CASE WHEN \(certain) THEN min(f.entered_from) ELSE min(CASE WHEN \(possible) THEN f.entered_from END) END,
        CASE WHEN \(certain) THEN min(CASE WHEN f.entered_by <= :evening THEN f.entered_by END) END,
        max(CASE WHEN \(possible) THEN f.decided_on END),
        sum(f.grade IS NOT NULL AND \(RuleSQL.exists("f"))), sum(f.grade IS NOT NULL AND \(possible)),
        min(CASE WHEN \(possible) THEN f.grade END), max(CASE WHEN \(possible) THEN f.grade END)
      FROM final_mark f
      WHERE f.entered_from <= :evening AND EXISTS (SELECT 1 FROM control_period q WHERE q.is_ended = 1)
        AND f.period IN (SELECT q.period FROM control_period q WHERE q.is_ended = 1)
      GROUP BY f.pupil, f.subject, f.period
      HAVING max(\(possible))
      """,
      // A final mark may stand where nobody could read.
      """
      INSERT OR IGNORE INTO control_final
      SELECT \(RuleSQL.periodUnit(period: "z.period", subject: "z.subject", pupil: "z.pupil")),
        z.pupil, z.subject, z.period, 0, NULL, NULL, 0, 0, NULL, NULL
      FROM (\(UnreadSQL.cells(.finalMark))) z
      WHERE z.period IN (SELECT q.period FROM control_period q WHERE q.is_ended = 1)
      """,
    ]
  }
}
