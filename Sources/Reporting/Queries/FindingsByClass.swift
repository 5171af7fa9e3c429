extension ReportQuery {
  /// Remarks about pupils as such (logins, consents): a row a rule and class, with the names.
  static let findingsByClass = ReportQuery(
    name: "findings-by-class",
    meaning: "замечания об обучающихся без предмета и даты (участие, согласия): строка на показатель и класс",
    columns: [
      Column("rule", .text, "показатель"),
      Column("heading", .text, "показатель, его пункт и вид"),
      Column("class", .text, "класс"),
      Column("head-teacher", .text, "классный руководитель"),
      Column("findings", .integer, "замечаний"),
      Column("pupils", .integer, "обучающихся"),
      Column("names", .text, "фамилии и имена через запятую"),
      Column("mend", .text, "что сделать"),
      Column("mend-by", .date, "срок: самый поздний"),
    ],
    sql: """
      WITH \(RemarkSQL.remark),
      person AS (
        SELECT rule, rule_title, rule_position, clause, severity, coalesce(study_class, 0) AS class_id, class_title,
          pupil_name, min(position) AS first, count(*) AS findings, max(mend_by) AS mend_by, min(mend) AS mend
        FROM remark WHERE listing = 'class'
        GROUP BY rule, rule_title, rule_position, clause, severity, class_id, class_title,
          coalesce(pupil, -position), pupil_name
      ),
      listed AS (
        SELECT *, row_number() OVER by_name AS turn,
          group_concat(pupil_name, ', ') OVER whole AS names,
          sum(findings) OVER whole AS all_findings, count(*) OVER whole AS pupils,
          max(mend_by) OVER whole AS last_day, min(mend) OVER whole AS what
        FROM person
        WINDOW by_name AS (PARTITION BY rule, class_id ORDER BY pupil_name, first),
          whole AS (by_name ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
      )
      SELECT l.rule,
        l.rule_title || CASE WHEN l.clause = '' THEN '' ELSE ' (' || l.clause || ')' END
          || CASE l.severity WHEN 'note' THEN ' — для сведения' ELSE '' END,
        l.class_title, k.head_teacher, l.all_findings, l.pupils, l.names, l.what, l.last_day
      FROM listed l
      LEFT JOIN check_class k ON k.registered_check = :check AND k.study_class = l.class_id
      WHERE l.turn = 1
      ORDER BY l.rule_position, l.rule, coalesce(k.position, 1000000), l.class_title, l.class_id
      """)
}
