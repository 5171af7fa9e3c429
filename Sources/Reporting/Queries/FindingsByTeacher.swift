extension ReportQuery {
  /// The remarks in order of teachers; one of several teachers stands under each, those of none stand last:
  /// for class teachers where there is a class, else for the administration.
  static let findingsByTeacher = ReportQuery(
    name: "findings-by-teacher",
    meaning: "замечания по учителям: замечание нескольких учителей повторено у каждого",
    columns: [
      Column("group", .text, "обозначение учителя для группировки"),
      Column("teacher", .text, "учитель; где его нет — «Классным руководителям…» или «Администрации школы…»"),
      Column("class", .text, "класс"),
      Column("subject", .text, "предмет"),
      Column("period", .text, "учебный период"),
      Column("date", .date, "дата урока"),
      Column("pupil", .text, "обучающийся"),
      Column("rule", .text, "показатель"),
      Column("clause", .text, "пункт Положения или Регламента"),
      Column("sentence", .text, "что не так"),
      Column("mend", .text, "что сделать или «Исправить нельзя.»"),
      Column("mend-by", .date, "срок"),
      Column("state", .text, "новое, повторное или известное"),
      Column("remark", .text, "что не так; в скобках — повторное или известное"),
    ],
    sql: """
      WITH \(RemarkSQL.remark)
      SELECT
        CASE WHEN ft.teacher IS NOT NULL THEN 'учитель ' || ft.teacher
          WHEN f.class_title IS NOT NULL THEN 'класс' ELSE 'школа' END,
        CASE WHEN ft.teacher IS NOT NULL THEN ft.name
          WHEN f.class_title IS NOT NULL THEN 'Классным руководителям (учитель не указан)'
          ELSE 'Администрации школы (класс и учитель не указаны)' END,
        f.class_title, f.subject_name, f.period_name, f.day, f.pupil_name, f.rule_title, f.clause,
        f.sentence, CASE WHEN f.mend = '' THEN 'Исправить нельзя.' ELSE f.mend END, f.mend_by, \(RemarkSQL.stateName),
        CASE WHEN f.state = 'new' THEN f.sentence
          ELSE rtrim(f.sentence, '.') || ' (' || \(RemarkSQL.stateName) || ').' END
      FROM remark f
      LEFT JOIN finding_teacher ft ON ft.registered_check = f.registered_check AND ft.finding = f.position
      LEFT JOIN check_teacher t ON t.registered_check = f.registered_check AND t.teacher = ft.teacher
      WHERE f.listing = 'teacher'
      ORDER BY ft.teacher IS NULL, ft.teacher IS NULL AND f.class_title IS NULL, coalesce(t.position, 1000000), ft.name,
        ft.teacher, f.position
      """)
}
