extension ReportQuery {
  static let teachersWithRemarks = ReportQuery(
    name: "teachers-with-remarks", meaning: "учителя с замечаниями", columns: teacherColumns,
    sql: teacherSQL(where: "remarks > 0"))

  static let teachersWithoutRemarks = ReportQuery(
    name: "teachers-without-remarks", meaning: "учителя без замечаний", columns: teacherColumns,
    sql: teacherSQL(where: "remarks = 0"))

  private static let teacherColumns = [
    Column("teacher-key", .integer, "обозначение учителя для match"),
    Column("teacher", .text, "учитель", holds: .staff),
    Column("lessons", .integer, "уроков в периоде контроля"),
    Column("remarks", .integer, "замечаний"),
    Column("mend-by", .date, "последний срок исправления; пусто, если исправлять нечего"),
  ]

  private static func teacherSQL(where condition: String) -> String {
    """
    WITH \(RemarkSQL.remark),
    counted AS (
      SELECT t.position, t.teacher, t.name, t.lessons, count(f.key) AS remarks,
        max(f.mend_by) FILTER (WHERE f.mend <> '') AS mend_by
      FROM check_teacher t
      LEFT JOIN finding_teacher ft ON ft.registered_check = t.registered_check AND ft.teacher = t.teacher
      LEFT JOIN remark f ON f.position = ft.finding AND f.severity <> 'note'
      WHERE t.registered_check = :check
      GROUP BY t.position, t.teacher, t.name, t.lessons
    )
    SELECT teacher, name, lessons, remarks, mend_by FROM counted WHERE \(condition) ORDER BY position
    """
  }
}
