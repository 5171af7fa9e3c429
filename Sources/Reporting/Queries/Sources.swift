extension ReportQuery {
  /// The files that the check could see, in the order in which they came in.
  static let sources = ReportQuery(
    name: "sources",
    meaning: "выгрузки, по которым проведена проверка",
    columns: [
      Column("file", .text, "файл"),
      Column("taken-at", .moment, "момент, до которого доходит выгрузка; пусто у списков и планов"),
      Column("digest", .text, "контрольная сумма файла (SHA-256)"),
    ],
    sql: "SELECT path, taken_at, digest FROM check_source WHERE registered_check = :check ORDER BY position")
}
