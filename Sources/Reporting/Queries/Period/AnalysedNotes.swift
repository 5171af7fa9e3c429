extension ReportQuery {
  static let analysedNotes = ReportQuery(
    name: "analysed-notes",
    meaning: "что ограничивает точность разбора",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("note", .text, "что не учтено, словами"),
    ],
    sql: "SELECT class, text FROM analysed_note ORDER BY class, position")
}
