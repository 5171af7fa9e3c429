extension ReportQuery {
  /// Attendance by pupil, lessons and days, by reason (DOMAIN 3.4).
  static let analysedAttendance = ReportQuery(
    name: "analysed-attendance",
    meaning: "посещаемость учеников: уроки и дни, пропуски по причинам",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("pupil-key", .integer, "обозначение ученика для match"),
      Column("class", .text, "класс"),
      Column("pupil", .text, "ученик", holds: .pupils),
    ] + attendanceColumns,
    sql: """
      SELECT p.class, p.pupil, c.title, p.name, \(attendanceCells("p"))
      FROM analysed_pupil p JOIN analysed_class c ON c.class = p.class
        LEFT JOIN (\(absences("class, pupil"))) a ON a.class = p.class AND a.pupil = p.pupil
      ORDER BY p.class, p.position
      """)

  /// The same by class.
  static let analysedClassAttendance = ReportQuery(
    name: "analysed-class-attendance",
    meaning: "посещаемость классов: уроки и дни, пропуски по причинам",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("class", .text, "класс"),
      Column("head-teacher", .text, "классный руководитель", holds: .staff),
      Column("period", .text, "учебный период"),
      Column("pupils", .integer, "учеников"),
    ] + attendanceColumns,
    sql: """
      SELECT c.class, c.title, c.head_teacher, c.period, c.pupils, \(attendanceCells("c"))
      FROM analysed_class c LEFT JOIN (\(absences("class"))) a ON a.class = c.class
      ORDER BY c.class
      """)

  private static let attendanceColumns = [
    Column("lessons", .integer, "проведено уроков, по ученикам"),
    Column("missed", .integer, "пропущено уроков"),
    Column("ill", .integer, "из них по болезни", holds: .causes),
    Column("excused", .integer, "по уважительной причине", holds: .causes),
    Column("unknown", .integer, "причина не указана", holds: .causes),
    Column("attended", .integer, "посещено уроков"),
    Column("attendance", .share, "посещаемость по урокам", of: ("attended", "lessons")),
    Column("days", .integer, "учебных дней, по ученикам"),
    Column("missed-days", .integer, "дней пропущено целиком"),
    Column("ill-days", .integer, "из них по болезни", holds: .causes),
    Column("excused-days", .integer, "по уважительной причине", holds: .causes),
    Column("unknown-days", .integer, "причина не указана", holds: .causes),
    Column("mixed-days", .integer, "по разным причинам", holds: .causes),
    Column("late", .integer, "опозданий"),
  ]

  /// `t` has the sums of lessons and days, `a` those of `absences`.
  private static func attendanceCells(_ t: String) -> String {
    func cells(_ names: [String]) -> String { names.map { "coalesce(a.\($0), 0)" }.joined(separator: ", ") }
    return """
      \(t).lessons, \(t).missed_lessons, \(cells(["ill", "excused", "unknown"])), \(t).lessons - \(t).missed_lessons,
      \(t).lessons - \(t).missed_lessons, \(t).lessons, \(t).days, \(t).missed_days,
      \(cells(["ill_days", "excused_days", "unknown_days", "mixed_days"])), \(t).late
      """
  }

  private static func absences(_ key: String) -> String {
    let sums = [("lessons", ""), ("days", "_days")].flatMap { column, suffix in
      ["ill", "excused", "unknown", "mixed"].map {
        "sum(CASE reason WHEN '\($0)' THEN \(column) ELSE 0 END) AS \($0)\(suffix)"
      }
    }
    return "SELECT \(key), \(sums.joined(separator: ", ")) FROM analysed_absence GROUP BY \(key)"
  }
}
