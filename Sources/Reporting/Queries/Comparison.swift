extension ReportQuery {
  /// Shares beside those of the previous check, for rules applicable in both. The change is taken between the printed
  /// tenths, so that it can be recomputed from the page.
  static let comparison = ReportQuery(
    name: "comparison",
    meaning: "доля соблюдённых в этой и в предыдущей проверке",
    columns: [
      Column("direction", .text, "направление контроля"),
      Column("title", .text, "показатель: что нарушено"),
      Column("demand", .text, "требование: что соблюдено"),
      Column("clause", .text, "пункт Положения или Регламента"),
      Column("previous-share", .share, "доля соблюдённых в предыдущей проверке"),
      Column("share", .share, "доля соблюдённых в этой проверке"),
      Column("change", .points, "изменение в процентных пунктах"),
    ],
    sql: """
      WITH both AS (
        SELECT n.direction, n.position, n.title, coalesce(nullif(n.demand, ''), n.title) AS demand, n.clause, n.kept,
          \(telling("n.kept + n.broken + n.waived", of: "n")) AS judged, p.kept AS kept_before,
          \(telling("p.kept + p.broken + p.waived", of: "p")) AS judged_before
        FROM registered_check c
        JOIN check_rule n ON n.registered_check = c.id AND n.reason IS NULL
        JOIN check_rule p ON p.registered_check = c.previous AND p.rule = n.rule AND p.reason IS NULL
        WHERE c.id = :check
      )
      SELECT direction, title, demand, clause, kept_before, judged_before, kept, judged,
        CASE WHEN judged > 0 AND judged_before > 0 THEN
          (kept * 2000 + judged) / (2 * judged) - (kept_before * 2000 + judged_before) / (2 * judged_before)
        END
      FROM both
      WHERE judged > 0 OR judged_before > 0
      ORDER BY position
      """)
}
