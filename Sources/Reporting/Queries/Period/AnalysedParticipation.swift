extension ReportQuery {
  /// Logins of pupils and parents (П 3.8).
  static let analysedParticipation = ReportQuery(
    name: "analysed-participation",
    meaning: "участие обучающихся и родителей каждого класса",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("title", .text, "чьё участие"),
      Column("kept", .integer, "сколько участвовало"),
      Column("judged", .integer, "из скольких с определённым результатом"),
      Column("share", .share, "доля участвовавших; нет, если большинство не определено", of: ("kept", "judged")),
      Column("undetermined", .integer, "не определено"),
      Column("reason", .text, "почему посчитать нельзя; пусто, если можно"),
    ],
    sql: """
      SELECT class, title, kept, judged, kept, CASE WHEN undetermined <= judged THEN judged END, undetermined, reason
      FROM analysed_participation ORDER BY class, position
      """)
}
