extension PreparedUnits {
  /// The final marks that stand for a pupil × subject × period which ended in the window, in whatever journal.
  ///
  /// - `entered_by`: when the earliest of them was entered, if one certainly stands at as-of: one corrected later was still
  ///   given in time; NULL where none certainly stands. `entered_from` is its earliest moment, NULL where there is none at
  ///   all. Whatever is written there counts as entered, «н/а» too.
  /// - `decided_on`: the latest day on which it was decided, NULL where no source says.
  /// - `graded`: how many numbers may stand, of them `certain` for certain; they lie from `low` to `high`.
  /// - What other sources have for the same pupil, subject and period counts too where it certainly stands, or where the unit's
  ///   own source has nothing. Of a year, an examination and a result only one source's units stay.
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
      WHERE z.pupil <> 0 AND z.subject <> 0
        AND z.period IN (SELECT q.period FROM control_period q WHERE q.is_ended = 1)
      """,
      // At any pupil, in any subject, in any period.
      """
      INSERT OR IGNORE INTO control_final
      SELECT \(RuleSQL.periodUnit(period: "q.period", subject: "s.id", pupil: "p.id")),
        p.id, s.id, q.period, 0, NULL, NULL, 0, 0, NULL, NULL
      FROM (\(UnreadSQL.cells(.finalMark))) z CROSS JOIN control_period q CROSS JOIN pupil p CROSS JOIN subject s
      WHERE (z.pupil = 0 OR z.subject = 0 OR z.period = 0) AND q.is_ended = 1 AND p.study_class = q.study_class
        AND (z.pupil = 0 OR z.pupil = p.id) AND (z.subject = 0 OR z.subject = s.id)
        AND (z.period = 0 OR z.period = q.period)
      """,
    ] + joinedFinalMarkStatements
  }

  /// Nothing is read where no two rows are one.
  private static var joinedFinalMarkStatements: [String] {
    let isJoined = """
      (EXISTS (SELECT 1 FROM pupil y WHERE y.same_as IS NOT NULL) OR EXISTS (SELECT 1 FROM period_same))
      """
    let shown = RuleSQL.periodUnit(
      period: "coalesce(x.shown, f.period)", subject: "coalesce(s.same_as, s.id)", pupil: "coalesce(p.same_as, p.id)")
    let hasOwn = "control_final.entered_from IS NOT NULL"
    return [
      // A place for each unit of which only another source has the final mark.
      """
      INSERT OR IGNORE INTO control_final
      SELECT m.unit, m.pupil, m.subject, m.period, NULL, NULL, NULL, 0, 0, NULL, NULL
      FROM control_member m JOIN control_period q ON q.period = m.period AND q.study_class = m.study_class
      WHERE q.is_ended = 1 AND \(isJoined)
      """,
      """
      CREATE TEMP TABLE control_final_source (
        shown INTEGER, unit INTEGER, kind INTEGER, place INTEGER, key TEXT, entered_from INTEGER, entered_by INTEGER,
        decided_on INTEGER, certain INTEGER, graded INTEGER, low INTEGER, high INTEGER, PRIMARY KEY (shown, unit))
        WITHOUT ROWID
      """,
      """
      INSERT INTO control_final_source
      SELECT \(shown), f.unit, q.kind,
        CASE WHEN x.shown IS NULL THEN 0 ELSE 4 END + CASE WHEN s.same_as IS NULL THEN 0 ELSE 2 END
          + CASE WHEN p.same_as IS NULL THEN 0 ELSE 1 END,
        q.key || '/' || s.key || '/' || p.key, f.entered_from, f.entered_by, f.decided_on, f.certain, f.graded, f.low, f.high
      FROM control_final f JOIN pupil p ON p.id = f.pupil JOIN subject s ON s.id = f.subject JOIN period q ON q.id = f.period
        JOIN study_class c ON c.id = p.study_class
        LEFT JOIN period_same x ON x.period = f.period AND x.grade = c.grade
      WHERE \(isJoined)
      """,
      """
      UPDATE control_final SET
        entered_from = CASE WHEN NOT \(hasOwn) THEN o.entered_from WHEN o.entered_by < coalesce(control_final.entered_by, o.entered_by + 1)
          THEN o.proved_from ELSE control_final.entered_from END,
        entered_by = CASE WHEN o.entered_by < coalesce(control_final.entered_by, o.entered_by + 1) THEN o.entered_by
          ELSE control_final.entered_by END,
        decided_on = coalesce(control_final.decided_on, o.decided_on),
        certain = control_final.certain + o.certain,
        graded = control_final.graded + CASE WHEN \(hasOwn) THEN o.certain ELSE o.graded END,
        low = CASE WHEN \(hasOwn) THEN min(coalesce(control_final.low, o.low), coalesce(o.low, control_final.low)) ELSE o.any_low END,
        high = CASE WHEN \(hasOwn) THEN max(coalesce(control_final.high, o.high), coalesce(o.high, control_final.high))
          ELSE o.any_high END
      FROM (
        SELECT t.unit, min(a.entered_from) AS entered_from, min(a.entered_by) AS entered_by,
          min(CASE WHEN a.entered_by IS NOT NULL THEN a.entered_from END) AS proved_from, max(a.decided_on) AS decided_on,
          sum(CASE WHEN a.certain = a.graded THEN a.certain ELSE 0 END) AS certain, sum(a.graded) AS graded,
          min(CASE WHEN a.certain = a.graded THEN a.low END) AS low, max(CASE WHEN a.certain = a.graded THEN a.high END) AS high,
          min(a.low) AS any_low, max(a.high) AS any_high
        FROM control_final_source t JOIN control_final_source a ON a.shown = t.shown AND a.unit <> t.unit
        WHERE a.entered_from IS NOT NULL
        GROUP BY t.unit) o
      WHERE o.unit = control_final.unit
      """,
      // Which unit stays does not depend on the order of imports.
      """
      DELETE FROM control_final WHERE unit IN (
        SELECT t.unit FROM control_final_source t JOIN control_final_source a ON a.shown = t.shown
          AND (a.place < t.place OR (a.place = t.place AND a.key < t.key))
        WHERE t.kind > 3)
      """,
    ]
  }
}
