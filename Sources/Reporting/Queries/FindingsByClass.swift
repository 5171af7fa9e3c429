extension ReportQuery {
  /// Remarks about pupils as such (logins, consents), by rule and remedy; a class's equal ones are joined.
  static let findingsByClass = ReportQuery(
    name: "findings-by-class",
    meaning: """
      замечания об обучающихся без предмета и даты (участие, согласия): одинаковые замечания класса — одной строкой
      """,
    columns: [
      Column("rule", .text, "показатель"),
      Column("heading", .text, "показатель, его пункт и вид, что сделать"),
      Column("class", .text, "класс"),
      Column("head-teacher", .text, "классный руководитель", holds: .staff),
      Column("remark", .text, "замечание целиком: что не так, у кого, в который раз", holds: .pupils),
      Column("findings", .integer, "замечаний в строке"),
      Column("sentence", .text, "что не так", holds: .pupils),
      Column("names", .text, "обучающиеся или учётные записи через запятую", holds: .pupils),
      Column("state", .text, "впервые, повторно или известно ранее"),
      Column("mend", .text, "что сделать или «Исправить нельзя.»"),
      Column("mend-by", .date, "срок"),
    ],
    sql: """
      WITH \(RemarkSQL.rows(where: "f.listing = 'class'", teachers: false)),
      advised AS (
        SELECT *, CASE WHEN mend = '' THEN 'Исправить нельзя.' ELSE mend END AS advice FROM remark_row
      )
      SELECT a.rule,
        a.rule_title || CASE WHEN a.clause = '' THEN '' ELSE ' (' || a.clause || ')' END
          || CASE a.severity WHEN 'note' THEN ' — для сведения' ELSE '' END || '. ' || a.advice,
        a.class_title, k.head_teacher, a.text, a.findings, a.wording, a.names, a.states, a.advice, a.mend_by
      FROM advised a
      LEFT JOIN check_class k ON k.registered_check = :check AND k.study_class = a.study_class
      ORDER BY a.rule_position, a.rule, a.advice, coalesce(k.position, 1000000), a.class_title, a.study_class, a.row_key
      """)
}
