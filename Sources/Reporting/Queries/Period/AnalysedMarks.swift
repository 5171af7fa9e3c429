extension ReportQuery {
  /// What each pupil has in each subject of the period.
  static let analysedMarks = ReportQuery(
    name: "analysed-marks",
    meaning: "итоговые отметки учеников по предметам",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("pupil-key", .integer, "обозначение ученика для match и cross"),
      Column("subject-key", .integer, "обозначение предмета для match и cross"),
      Column("pupil", .text, "ученик", holds: .pupils),
      Column("subject", .text, "предмет"),
      Column("teachers", .text, "учителя через запятую", holds: .staff),
      Column(
        "mark", .mark,
        "отметка: 5, н/а, зач; со знаком «?» — предсказана по текущим, «—» — нет, «≠» — источники расходятся"),
      Column("current-mean", .decimal, "средний балл по текущим отметкам"),
      Column("current-marks", .integer, "текущих отметок"),
      Column("lessons", .integer, "проведено уроков"),
      Column("missed", .integer, "из них пропущено"),
      Column("final-mark", .mark, "выставленная итоговая отметка; пусто, если её ещё нет"),
    ],
    sql: """
      SELECT m.class, m.pupil, m.subject, p.name, s.name, m.teachers, m.mark,
        CASE WHEN m.current_count > 0 THEN (200 * m.current_sum + m.current_count) / (2 * m.current_count) END,
        m.current_count, m.held, m.missed,
        CASE WHEN m.outcome <> 'forecast' THEN m.mark END
      FROM analysed_mark m
        JOIN analysed_pupil p ON p.class = m.class AND p.pupil = m.pupil
        JOIN analysed_subject s ON s.class = m.class AND s.subject = m.subject
      ORDER BY m.class, p.position, s.position
      """)
}
