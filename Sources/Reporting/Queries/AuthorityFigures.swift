extension ReportQuery {
  /// The metrics of the check for those outside the school: no group of fewer than five can be read or worked out
  /// (`SmallGroupSQL`).
  static let authorityFigures = ReportQuery(
    name: "authority-figures",
    meaning: "показатели проверки для тех, кто вне школы: малые группы скрыты",
    columns: [
      Column("direction", .text, "направление контроля"),
      Column("rule", .text, "обозначение показателя"),
      Column("demand", .text, "требование: что соблюдено"),
      Column("clause", .text, "пункт Положения или Регламента"),
      Column("units", .text, "что считается, в родительном падеже множественного числа"),
      Column("judged", .mark, "случаев с определённым результатом"),
      Column("kept", .mark, "соблюдено; «менее 5» или «скрыто»"),
      Column("not-kept", .mark, "не соблюдено; «менее 5» или «скрыто»"),
      Column("share", .share, "доля соблюдённых; нет, если число скрыто или не определено больше, чем определено"),
    ],
    sql: """
      WITH figure AS (
        SELECT r.*, r.kept + r.broken + r.waived AS judged,
          CASE WHEN r.undetermined <= r.kept + r.broken + r.waived THEN 1 ELSE 0 END AS is_telling, min(r.position) OVER (PARTITION BY r.direction) AS section
        FROM check_rule r WHERE r.registered_check = :check AND r.reason IS NULL
      )
      SELECT direction, rule, coalesce(nullif(demand, ''), title), clause, units, 
        \(SmallGroupSQL.cells("kept", "judged", isTelling: "is_telling"))
      FROM figure WHERE judged > 0
      ORDER BY section, position
      """)

  /// People of П 3.8 for those outside: pupils without marks and so on.
  static let authorityPeople = ReportQuery(
    name: "authority-people",
    meaning: "показатели пункта 3.8 и другие показатели с числом людей для тех, кто вне школы: малые группы скрыты",
    columns: [
      Column("title", .text, "показатель"),
      Column("whole", .mark, "из скольких"),
      Column("part", .mark, "сколько таких; «менее 5» или «скрыто»"),
      Column("rest", .mark, "сколько остальных; «менее 5» или «скрыто»"),
      Column("share", .share, "доля; нет, если число скрыто или не определено больше, чем определено"),
    ],
    sql: """
      WITH \(regulatedFigures)
      SELECT title, \(SmallGroupSQL.cells("part", "whole", isTelling: "is_telling"))
      FROM figure WHERE reason IS NULL AND whole > 0
      ORDER BY turn, position
      """)

  /// Shares by level of education. Where a level is too small to be told, the smallest other one is not told either, so that
  /// nobody can subtract the rest from the total.
  static let authorityLevels = ReportQuery(
    name: "authority-levels",
    meaning: "доли соблюдения по уровням образования для тех, кто вне школы: малые группы скрыты",
    columns: [
      Column("rule", .text, "обозначение показателя"),
      Column("level", .text, "уровень: 1–4, 5–9, 10–11 классы"),
      Column("share", .share, "доля соблюдённых; нет, если скрыта или не определено больше, чем определено"),
    ],
    sql: """
      WITH \(levelFigures)
      SELECT rule, level, CASE WHEN is_hidden = 0 AND undetermined <= judged THEN kept END,
        CASE WHEN is_hidden = 0 AND undetermined <= judged THEN judged END
      FROM level_figure ORDER BY position, level_order
      """)

  static let levels = ReportQuery(
    name: "levels",
    meaning: "уровни образования, о которых есть данные",
    columns: [Column("level", .text, "уровень: 1–4, 5–9, 10–11 классы")],
    sql: """
      WITH \(levelFigures)
      SELECT level FROM level_figure GROUP BY level, level_order ORDER BY level_order
      """)

  private static let levelFigures = """
    by_level AS (
      SELECT r.position, r.rule, sum(s.kept) AS kept, sum(s.kept + s.broken + s.waived) AS judged,
        sum(s.undetermined) AS undetermined,
        CASE WHEN k.grade <= 4 THEN 1 WHEN k.grade <= 9 THEN 2 ELSE 3 END AS level_order
      FROM check_scope s
        JOIN check_rule r ON r.registered_check = s.registered_check AND r.rule = s.rule AND r.reason IS NULL
        JOIN study_class k ON k.id = s.study_class
      WHERE s.registered_check = :check AND s.teacher = 0
      GROUP BY 1, 2, level_order
    ),
    turned AS (
      SELECT *, \(SmallGroupSQL.isSmall("kept", "judged")) AS is_small,
        row_number() OVER (
          PARTITION BY rule ORDER BY \(SmallGroupSQL.isSmall("kept", "judged")), judged, level_order) AS turn
      FROM by_level WHERE judged > 0
    ),
    level_figure AS (
      SELECT position, rule, kept, judged, undetermined, level_order,
        CASE level_order WHEN 1 THEN '1–4 классы' WHEN 2 THEN '5–9 классы' ELSE '10–11 классы' END AS level,
        CASE WHEN is_small = 1 OR (turn = 1 AND max(is_small) OVER (PARTITION BY rule) = 1) THEN 1 ELSE 0 END
          AS is_hidden
      FROM turned
    )
    """
}
