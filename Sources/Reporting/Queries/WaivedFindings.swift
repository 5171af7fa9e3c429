extension ReportQuery {
  /// Findings that the school has accepted, with the reason: counted apart, never left out.
  static let waivedFindings = ReportQuery(
    name: "waived-findings",
    meaning: "замечания, принятые по решению школы",
    columns: [
      Column("rule", .text, "показатель"),
      Column("class", .text, "класс"),
      Column("subject", .text, "предмет"),
      Column("date", .date, "дата урока"),
      Column("pupil", .text, "обучающийся", holds: .pupils),
      Column("teachers", .text, "учителя", holds: .staff),
      Column("sentence", .text, "что не так", holds: .pupils),
      Column("waiver", .text, "решение: причина, кем и до какого срока принято"),
    ],
    sql: """
      SELECT coalesce(r.title, f.rule), f.class_title, f.subject_name, f.day, f.pupil_name, f.teacher_names,
        f.sentence, f.waiver
      FROM finding f
      LEFT JOIN check_rule r ON r.registered_check = f.registered_check AND r.rule = f.rule
      WHERE f.registered_check = :check AND f.waiver IS NOT NULL AND f.state IN ('new', 'repeated', 'known')
      ORDER BY f.position
      """)
}
