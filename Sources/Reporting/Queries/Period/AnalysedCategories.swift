extension ReportQuery {
  /// The rungs of a class's ladder with the pupils on them.
  static let analysedCategories = ReportQuery(
    name: "analysed-categories",
    meaning: "разряды учеников каждого класса, лучшие первыми",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("class", .text, "класс"),
      Column("category", .text, "разряд"),
      Column("pupils", .integer, "учеников в разряде"),
      Column("before", .integer, "сколько их было в прошлом периоде; пусто, если сравнить не с чем"),
      Column("names", .text, "кто; у «с одной», неуспевающих и не аттестованных — с предметами", holds: .pupils),
    ],
    sql: """
      WITH subjects AS (
        SELECT class, pupil, group_concat(told, ', ') OVER whole AS told, row_number() OVER (PARTITION BY class, pupil
          ORDER BY position) AS place
        FROM (
          SELECT m.class, m.pupil, s.position, s.name || CASE WHEN m.is_reserve = 1 AND m.teachers <> ''
            THEN ', ' || m.teachers ELSE '' END AS told
          FROM analysed_mark m JOIN analysed_subject s ON s.class = m.class AND s.subject = m.subject
            JOIN analysed_pupil p ON p.class = m.class AND p.pupil = m.pupil
          WHERE m.is_reserve = 1 OR m.is_failing = 1 OR (p.category = 'not-attested' AND m.mark = 'н/а')) x
        WINDOW whole AS (PARTITION BY class, pupil ORDER BY position
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
      ), pupils AS (
        SELECT class, rung, group_concat(told, ', ') OVER whole AS names,
          row_number() OVER (PARTITION BY class, rung ORDER BY position) AS place
        FROM (
          SELECT p.class, p.rung, p.position, p.name || CASE WHEN t.told IS NULL THEN '' ELSE ' (' || t.told || ')' END
            || CASE p.is_forecast WHEN 1 THEN '?' ELSE '' END AS told
          FROM analysed_pupil p LEFT JOIN subjects t ON t.class = p.class AND t.pupil = p.pupil AND t.place = 1) y
        WINDOW whole AS (PARTITION BY class, rung ORDER BY position
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
      )
      SELECT k.class, c.title, k.title, k.pupils, b.pupils, n.names
      FROM analysed_category k JOIN analysed_class c ON c.class = k.class
        LEFT JOIN analysed_category b ON b.class = k.class AND b.era = 1 AND b.rung = k.rung
        LEFT JOIN pupils n ON n.class = k.class AND n.rung = k.rung AND n.place = 1
      WHERE k.era = 0
      ORDER BY k.class, k.rung
      """)
}
