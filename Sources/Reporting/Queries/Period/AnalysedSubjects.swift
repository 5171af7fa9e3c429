extension ReportQuery {
  /// Every subject of a class with the counts of its marks.
  static let analysedSubjects = ReportQuery(
    name: "analysed-subjects",
    meaning: "предметы классов с итогами",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("subject-key", .integer, "обозначение предмета для match и cross"),
      Column("class", .text, "класс"),
      Column("subject", .text, "предмет"),
      Column("teachers", .text, "учителя через запятую", holds: .staff),
    ] + markColumns + finalMarkColumns,
    sql: """
      SELECT s.class, s.subject, c.title, s.name, s.teachers, \(markCells), \(finalMarkCells)
      FROM analysed_subject s JOIN analysed_class c ON c.class = s.class
        LEFT JOIN analysed_marks m ON m.class = s.class AND m.era = 0 AND m.subject = s.subject
        LEFT JOIN analysed_marks f ON f.class = s.class AND f.era = 2 AND f.subject = s.subject
      ORDER BY s.class, s.position
      """)
}
