extension ReportQuery {
  /// The remarks in order of teachers, equal ones about pupils joined (`RemarkSQL.rows`); one of several teachers stands
  /// under each, those of none stand last: for class teachers where there is a class, else for the administration.
  static let findingsByTeacher = ReportQuery(
    name: "findings-by-teacher",
    meaning: """
      замечания по учителям: одинаковые замечания об обучающихся — одной строкой, замечание нескольких учителей \
      повторено у каждого
      """,
    columns: [
      Column("group", .text, "обозначение учителя для группировки"),
      Column("teacher-key", .integer, "обозначение учителя для match; пусто, если его нет"),
      Column(
        "teacher", .text, "учитель; где его нет — «Классным руководителям…» или «Администрации школы…»", holds: .staff),
      Column("heading", .text, "то же и сколько замечаний ниже", holds: .staff),
      Column("class", .text, "класс"),
      Column("subject", .text, "предмет"),
      Column("period", .text, "учебный период"),
      Column("date", .date, "дата урока"),
      Column("rule", .text, "показатель"),
      Column("clause", .text, "пункт Положения или Регламента"),
      Column("remark", .text, "замечание целиком: что не так, у кого, в который раз", holds: .pupils),
      Column("findings", .integer, "замечаний в строке"),
      Column("sentence", .text, "что не так", holds: .pupils),
      Column("names", .text, "обучающиеся через запятую", holds: .pupils),
      Column("state", .text, "впервые, повторно или известно ранее"),
      Column("mend", .text, "что сделать или «Исправить нельзя.»"),
      Column("mend-by", .date, "срок"),
    ],
    sql: """
      WITH \(RemarkSQL.rows(where: "f.listing = 'teacher'", teachers: true)),
      addressed AS (
        SELECT *,
          CASE WHEN teacher IS NOT NULL THEN 'учитель ' || teacher
            WHEN class_title IS NOT NULL THEN 'класс' ELSE 'школа' END AS addressee,
          CASE WHEN teacher IS NOT NULL THEN teacher_name
            WHEN class_title IS NOT NULL THEN 'Классным руководителям (учитель не указан)'
            ELSE 'Администрации школы (класс и учитель не указаны)' END AS title
        FROM remark_row
      ),
      counted AS (
        SELECT *,
          sum(CASE WHEN severity = 'note' THEN 0 ELSE findings END) OVER (PARTITION BY addressee) AS remarks,
          sum(CASE WHEN severity = 'note' THEN findings ELSE 0 END) OVER (PARTITION BY addressee) AS notes
        FROM addressed
      )
      SELECT addressee, teacher, title,
        title || CASE WHEN remarks > 0 THEN ': замечаний — ' || remarks ELSE '' END
          || CASE WHEN notes > 0 THEN CASE WHEN remarks > 0 THEN ', ' ELSE ': ' END || 'для сведения — ' || notes
            ELSE '' END,
        class_title, subject_name, period_name, day, rule_title, clause, text, findings, wording, names, states,
        CASE WHEN mend = '' THEN 'Исправить нельзя.' ELSE mend END, mend_by
      FROM counted
      ORDER BY teacher IS NULL, teacher IS NULL AND class_title IS NULL, teacher_position, teacher_name, teacher,
        row_key
      """)
}
