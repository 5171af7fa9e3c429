extension ReportQuery {
  /// The second figures: how many people stand behind a count, which is what П 3.8 asks for.
  static let people = ReportQuery(
    name: "people",
    meaning: "показатели, для которых считаются люди (пункт 3.8 Положения)",
    columns: [
      Column("title", .text, "показатель"),
      Column("clause", .text, "пункт Положения или Регламента"),
      Column("label", .text, "кто считается: «учеников с предметом без отметок»"),
      Column("broken", .integer, "сколько таких"),
      Column("checked", .integer, "сколько проверено"),
      Column("share", .share, "их доля", of: ("broken", "checked")),
    ],
    sql: """
      SELECT title, clause, people_label, coalesce(people_broken, 0), coalesce(people_checked, 0),
        coalesce(people_broken, 0), coalesce(people_checked, 0)
      FROM check_rule
      WHERE registered_check = :check AND people_label IS NOT NULL AND reason IS NULL
      ORDER BY position
      """)
}
