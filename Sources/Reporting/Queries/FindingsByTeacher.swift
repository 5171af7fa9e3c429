extension ReportQuery {
  /// The remarks in order of teachers; one of several teachers stands under each, those of none stand last.
  static let findingsByTeacher = ReportQuery(
    name: "findings-by-teacher",
    meaning: "замечания по учителям: замечание нескольких учителей повторено у каждого",
    columns: [
      Column("group", .text, "обозначение учителя для группировки"),
      Column("teacher", .text, "учитель или «Классным руководителям (учитель не указан)»"),
      Column("class", .text, "класс"),
      Column("subject", .text, "предмет"),
      Column("period", .text, "учебный период"),
      Column("date", .date, "дата урока"),
      Column("pupil", .text, "обучающийся"),
      Column("rule", .text, "показатель"),
      Column("clause", .text, "пункт Положения или Регламента"),
      Column("sentence", .text, "что не так"),
      Column("mend", .text, "что сделать"),
      Column("mend-by", .date, "срок"),
      Column("state", .text, "новое, повторное или известное"),
      Column("remark", .text, "что не так; в скобках — повторное или известное"),
    ],
    sql: """
      WITH \(RemarkSQL.remark)
      SELECT coalesce(ft.teacher, 0), coalesce(ft.name, 'Классным руководителям (учитель не указан)'),
        f.class_title, f.subject_name, f.period_name, f.day, f.pupil_name, f.rule_title, f.clause,
        f.sentence, f.mend, f.mend_by, \(RemarkSQL.stateName),
        f.sentence || CASE WHEN f.state = 'new' THEN '' ELSE ' (' || \(RemarkSQL.stateName) || ')' END
      FROM remark f
      LEFT JOIN finding_teacher ft ON ft.registered_check = f.registered_check AND ft.finding = f.position
      LEFT JOIN check_teacher t ON t.registered_check = f.registered_check AND t.teacher = ft.teacher
      WHERE f.listing = 'teacher'
      ORDER BY ft.teacher IS NULL, coalesce(t.position, 1000000), ft.name, ft.teacher, f.position
      """)
}
