extension ReportQuery {
  /// All classes of the window with their counts.
  static let classes = ReportQuery(
    name: "classes", meaning: "проверенные классы", columns: classColumns, sql: classSQL(where: "1 = 1"))

  /// What «checked» means differs: a class may be known from a list or a report of accounts only.
  static let classesWithLessons = ReportQuery(
    name: "classes-with-lessons", meaning: "проверенные классы, у которых в периоде контроля были уроки",
    columns: classColumns, sql: classSQL(where: "lessons > 0"))

  static let classesWithoutLessons = ReportQuery(
    name: "classes-without-lessons",
    meaning: "классы без уроков в периоде контроля, о которых судили по спискам или отчётам об активности",
    columns: classColumns, sql: classSQL(where: "lessons = 0"))

  static let classesWithoutRemarks = ReportQuery(
    name: "classes-without-remarks", meaning: "классы без замечаний", columns: classColumns,
    sql: classSQL(where: "remarks = 0"))

  private static let classColumns = [
    Column("class", .text, "класс"),
    Column("head-teacher", .text, "классный руководитель"),
    Column("lessons", .integer, "уроков в периоде контроля"),
    Column("remarks", .integer, "замечаний"),
    Column("notes", .integer, "сведений, которые не являются замечаниями"),
  ]

  private static func classSQL(where condition: String) -> String {
    """
    WITH \(RemarkSQL.remark),
    counted AS (
      SELECT k.position, k.title, k.head_teacher, k.lessons,
        count(f.key) FILTER (WHERE f.severity <> 'note') AS remarks,
        count(f.key) FILTER (WHERE f.severity = 'note') AS notes
      FROM check_class k LEFT JOIN remark f ON f.study_class = k.study_class
      WHERE k.registered_check = :check
      GROUP BY k.position, k.title, k.head_teacher, k.lessons
    )
    SELECT title, head_teacher, lessons, remarks, notes FROM counted WHERE \(condition) ORDER BY position
    """
  }
}
