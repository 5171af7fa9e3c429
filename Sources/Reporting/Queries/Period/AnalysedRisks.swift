extension ReportQuery {
  /// The pupils that a class teacher should look at; none of it is a fault of the journal.
  static let analysedRisks = ReportQuery(
    name: "analysed-risks",
    meaning: "на кого из учеников обратить внимание и почему",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("class", .text, "класс"),
      Column("pupil", .text, "ученик", holds: .pupils),
      Column("risks", .text, "почему, через точку с запятой"),
    ],
    sql: """
      SELECT x.class, x.title, x.name, x.risks
      FROM (
        SELECT r.class, c.title, p.position, p.name, group_concat(r.text, '; ') OVER whole AS risks,
          row_number() OVER (PARTITION BY r.class, r.pupil ORDER BY r.position) AS place
        FROM analysed_risk r JOIN analysed_pupil p ON p.class = r.class AND p.pupil = r.pupil
          JOIN analysed_class c ON c.class = r.class
        WINDOW whole AS (PARTITION BY r.class, r.pupil ORDER BY r.position
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) x
      WHERE x.place = 1
      ORDER BY x.class, x.position
      """)
}
