extension ReportQuery {
  /// Classes of whose journal something is to be told: remarks for the class teacher, and how many there are for subject
  /// teachers.
  static let addressedClasses = ReportQuery(
    name: "addressed-classes",
    meaning: "классы, о журнале которых есть замечания или сведения",
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("class", .text, "класс"),
      Column("head-teacher", .text, "классный руководитель", holds: .staff),
      Column("lessons", .integer, "уроков в периоде контроля"),
      Column(
        "own", .integer, "замечаний и сведений классному руководителю: о классе и учениках, без учителя-предметника"),
      Column("subject", .integer, "замечаний учителям-предметникам"),
      Column("mend-by", .date, "последний срок исправления своих замечаний; пусто, если исправить нельзя"),
    ],
    sql: """
      WITH \(RemarkSQL.remark),
      counted AS (
        SELECT f.study_class, count(*) FILTER (WHERE \(RemarkSQL.isOfClassTeacher)) AS own,
          count(*) FILTER (WHERE NOT (\(RemarkSQL.isOfClassTeacher)) AND f.severity <> 'note') AS others,
          max(f.mend_by) FILTER (WHERE \(RemarkSQL.isOfClassTeacher) AND f.mend <> '' AND f.severity <> 'note') AS mend_by
        FROM remark f GROUP BY f.study_class
      )
      SELECT k.study_class, k.title, k.head_teacher, k.lessons, c.own, c.others, c.mend_by
      FROM check_class k JOIN counted c ON c.study_class = k.study_class
      WHERE k.registered_check = :check AND c.own + c.others > 0
      ORDER BY k.position
      """)

  static let classRemarks = ReportQuery(
    name: "class-remarks",
    meaning: "замечания и сведения классному руководителю: одинаковые замечания об обучающихся — одной строкой",
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("class", .text, "класс"),
      Column("kind", .text, "вид: «Замечания» или «Для сведения»"),
      Column("subject", .text, "предмет"),
      Column("period", .text, "учебный период"),
      Column("date", .date, "дата"),
      Column("rule", .text, "показатель"),
      Column("clause", .text, "пункт Положения или Регламента"),
      Column("remark", .text, "замечание целиком: что не так, у кого, в который раз", holds: .pupils),
      Column("findings", .integer, "замечаний в строке"),
      Column("mend", .text, "что сделать или «Исправить нельзя.»"),
      Column("mend-by", .date, "срок"),
    ],
    sql: """
      WITH \(RemarkSQL.rows(where: RemarkSQL.isOfClassTeacher, teachers: false))
      SELECT study_class, class_title, CASE severity WHEN 'note' THEN 'Для сведения' ELSE 'Замечания' END,
        subject_name, period_name, day, rule_title, clause, text, findings,
        CASE WHEN mend = '' THEN 'Исправить нельзя.' ELSE mend END, mend_by
      FROM remark_row
      ORDER BY study_class, severity = 'note', rule_position, rule, day, row_key
      """)

  static let classSubjectRemarks = ReportQuery(
    name: "class-subject-remarks",
    meaning: "сколько замечаний учителям-предметникам по журналу класса",
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("subject", .text, "предмет"),
      Column("teachers", .text, "учителя", holds: .staff),
      Column("remarks", .integer, "замечаний"),
      Column("repeated", .integer, "из них повторных"),
    ],
    sql: """
      WITH \(RemarkSQL.remark)
      SELECT f.study_class, coalesce(f.subject_name, 'Без предмета'), f.teacher_names, count(*),
        count(*) FILTER (WHERE f.state = 'repeated')
      FROM remark f
      WHERE f.study_class IS NOT NULL AND f.severity <> 'note' AND NOT (\(RemarkSQL.isOfClassTeacher))
      GROUP BY f.study_class, f.subject_name, f.teacher_names
      ORDER BY f.study_class, f.subject_name, f.teacher_names
      """)
}
