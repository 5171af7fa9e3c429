extension ReportQuery {
  /// The norms by which it was judged, of rules that were applicable.
  static let norms = ReportQuery(
    name: "norms",
    meaning: "применённые нормы",
    columns: [
      Column("title", .text, "показатель"),
      Column("clause", .text, "пункт Положения или Регламента"),
      Column("norms", .text, "нормы словами"),
    ],
    sql: """
      SELECT title, clause, norms FROM check_rule
      WHERE registered_check = :check AND norms <> '' AND reason IS NULL
      ORDER BY position
      """)
}
