extension ReportQuery {
  /// What П 6.2 asks control to look at, check by check of the school year: marks on time, the schedule of their
  /// accumulation, attendance; and the lessons of Р 2 and П 3.8.
  static let checkTrend = ReportQuery(
    name: "check-trend",
    meaning: "главные показатели (П 3.8, 6.2, Р 2) по проверкам того же учебного года, для диаграммы",
    source: .checks,
    columns: [
      Column("number", .integer, "номер проверки"),
      Column("as-of", .date, "контрольная дата"),
      Column("rule", .text, "обозначение показателя"),
      Column("title", .text, "показатель коротко"),
      Column("kept", .integer, "соблюдено"),
      Column("judged", .integer, "случаев с определённым результатом"),
      Column("share", .share, "доля соблюдённых; нет, если не определено больше, чем определено"),
    ],
    sql: """
      WITH \(trendFigures)
      SELECT id, as_of, rule, title, kept, judged, kept, CASE WHEN is_telling = 1 THEN judged END FROM trend_figure ORDER BY check_turn, turn
      """)

  /// The same for those outside the school.
  static let authorityTrend = ReportQuery(
    name: "authority-trend",
    meaning: "главные показатели по проверкам того же учебного года для тех, кто вне школы: малые группы скрыты",
    source: .checks,
    columns: [
      Column("as-of", .date, "контрольная дата"),
      Column("rule", .text, "обозначение показателя"),
      Column("title", .text, "показатель коротко"),
      Column("share", .share, "доля соблюдённых; нет, если скрыта или не определено больше, чем определено"),
    ],
    sql: """
      WITH \(trendFigures),
      marked AS (SELECT *, \(SmallGroupSQL.isSmall("kept", "judged")) AS is_small FROM trend_figure)
      SELECT as_of, rule, title, CASE WHEN is_small = 0 AND is_telling = 1 THEN kept END,
        CASE WHEN is_small = 0 AND is_telling = 1 THEN judged END
      FROM marked ORDER BY check_turn, turn
      """)

  private static let trendFigures = """
    \(CheckSQL.listed("AND c.as_of >= \(CheckSQL.yearStart)")),
    asked (rule, turn, title) AS (VALUES
      ('lesson-not-entered', 1, 'Уроки внесены'),
      ('lesson-entered-late', 2, 'Уроки внесены в день проведения'),
      ('written-work-overdue', 3, 'Отметки за письменные работы в срок'),
      ('marks-below-norm', 4, 'Накопляемость отметок'),
      ('attendance-not-recorded', 5, 'Посещаемость отмечена')
    ),
    trend_figure AS (
      SELECT c.id, c.as_of, row_number() OVER (ORDER BY c.as_of, c.to_day, c.from_day, a.turn) AS check_turn, a.rule,
        a.turn, a.title, r.kept, r.kept + r.broken + r.waived AS judged,
        CASE WHEN r.undetermined <= r.kept + r.broken + r.waived THEN 1 ELSE 0 END AS is_telling
      FROM listed c CROSS JOIN asked a
        JOIN check_rule r ON r.registered_check = c.id AND r.rule = a.rule
      WHERE r.reason IS NULL AND r.kept + r.broken + r.waived > 0
    )
    """
}
