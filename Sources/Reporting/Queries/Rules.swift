extension ReportQuery {
  /// The metrics of the check: a row a rule, in sections. The share is kept / (kept + broken + waived).
  static let rules = ReportQuery(
    name: "rules",
    meaning: "показатели проверки",
    columns: [
      Column("direction", .text, "направление контроля"),
      Column("rule", .text, "обозначение показателя"),
      Column("title", .text, "показатель: что нарушено"),
      Column("demand", .text, "требование: что соблюдено"),
      Column("clause", .text, "пункт Положения или Регламента"),
      Column("severity", .text, "вид: замечание, риск, для сведения"),
      Column("units", .text, "что считается, в родительном падеже множественного числа"),
      Column("checked", .integer, "проверено"),
      Column("kept", .integer, "соблюдено"),
      Column("judged", .integer, "с определённым результатом: из скольких взята доля"),
      Column("share", .share, "доля соблюдённых; пусто, если не определено больше, чем определено"),
      Column("broken", .integer, "нарушено"),
      Column("waived", .integer, "принято по решению школы"),
      Column("undetermined", .integer, "не определено"),
      Column("findings", .integer, "действующих замечаний"),
      Column("carried", .integer, "из них за дни до периода контроля"),
      Column("note", .text, "примечание: причина неприменимости, неопределённости, принятые замечания"),
    ],
    sql: """
      WITH \(RemarkSQL.remark)
      SELECT direction, rule, title, coalesce(nullif(demand, ''), title), clause,
        CASE severity WHEN 'fault' THEN 'замечание' WHEN 'risk' THEN 'риск' ELSE 'для сведения' END,
        units,
        CASE WHEN reason IS NULL THEN checked END,
        CASE WHEN reason IS NULL THEN kept END,
        CASE WHEN reason IS NULL THEN kept + broken + waived END,
        CASE WHEN reason IS NULL THEN kept END,
        CASE WHEN reason IS NULL THEN \(telling("kept + broken + waived", of: "r")) END,
        CASE WHEN reason IS NULL THEN broken END,
        CASE WHEN reason IS NULL THEN waived END,
        CASE WHEN reason IS NULL THEN undetermined END,
        (SELECT count(*) FROM remark f WHERE f.rule = r.rule),
        (SELECT count(*) FROM remark f WHERE f.rule = r.rule AND f.is_carried = 1),
        CASE
          WHEN reason IS NOT NULL THEN 'не применяется: ' || reason
          ELSE CASE WHEN waived > 0 THEN 'принято по решению школы: ' || waived ELSE '' END
            || CASE WHEN waived > 0 AND undetermined > 0 THEN '; ' ELSE '' END
            || CASE WHEN undetermined > 0 THEN 'не определено — ' || undetermined_reasons ELSE '' END
        END
      FROM (
        SELECT *, min(position) OVER (PARTITION BY direction) AS section
        FROM check_rule WHERE registered_check = :check
      ) r
      ORDER BY section, position
      """)
}
