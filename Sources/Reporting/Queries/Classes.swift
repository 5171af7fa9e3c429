import Journal

extension ReportQuery {
  /// All classes of the window with their counts.
  static let classes = ReportQuery(
    name: "classes", meaning: "проверенные классы", columns: classColumns, sql: classSQL(where: "1 = 1"))

  /// A class may be known by something else alone, such as a report of accounts: its journal was not checked.
  static let classesWithJournals = ReportQuery(
    name: "classes-with-journals", meaning: "проверенные классы, у которых в выгрузках есть уроки или ученики",
    columns: classColumns, sql: classSQL(where: "study_class IN (\(haveJournals))"))

  static let classesWithoutJournals = ReportQuery(
    name: "classes-without-journals",
    meaning: "классы без уроков и учеников в выгрузках, о которых судили, например, по отчёту об активности",
    columns: classColumns, sql: classSQL(where: "study_class NOT IN (\(haveJournals))"))

  /// Where a class is known by journals of single subjects, the others may have no journal in the exports: their lag behind the
  /// plan cannot be told. Tables of the whole school have every subject.
  static let subjectsWithoutJournals = ReportQuery(
    name: "subjects-without-journals",
    meaning: "предметы с планом, журналов которых нет в выгрузках, у классов, чьи другие журналы есть",
    columns: [Column("class", .text, "класс"), Column("subject", .text, "предмет")],
    sql: """
      SELECT k.title, s.name FROM (\(missingJournals)) m
      JOIN check_class k ON k.study_class = m.study_class AND k.registered_check = :check
      JOIN subject s ON s.id = m.subject ORDER BY k.position, s.name, s.id
      """)

  /// Pairs of a class and a subject as they are shown.
  static let missingJournals = """
    SELECT DISTINCT coalesce(c.same_as, c.id) AS study_class, coalesce(s.same_as, s.id) AS subject
    FROM plan_row r JOIN study_class c ON c.id = r.study_class JOIN subject s ON s.id = r.subject
    WHERE coalesce(c.same_as, c.id) IN (
        SELECT coalesce(x.same_as, x.id) FROM coverage v JOIN study_class x ON x.id = v.study_class
          JOIN journal j ON j.id = v.journal
        WHERE v.kind = \(FactKind.lesson.rawValue) AND (j.says & \(SourceCapabilities.partial.rawValue)) = 0)
      AND coalesce(c.same_as, c.id) NOT IN (
        SELECT coalesce(x.same_as, x.id) FROM coverage v JOIN study_class x ON x.id = v.study_class
          JOIN journal j ON j.id = v.journal
        WHERE v.kind = \(FactKind.lesson.rawValue) AND j.layout = 'interchange')
      AND (coalesce(c.same_as, c.id), coalesce(s.same_as, s.id)) NOT IN (
        SELECT coalesce(x.same_as, x.id), coalesce(y.same_as, y.id)
        FROM lesson l JOIN study_class x ON x.id = l.study_class JOIN subject y ON y.id = l.subject
          JOIN journal j ON j.id = l.journal
        WHERE (j.says & \(SourceCapabilities.partial.rawValue)) = 0)
    """

  /// The classes, as they are shown, of which the exports have a lesson or a pupil.
  static let haveJournals = """
    SELECT coalesce(x.same_as, x.id) FROM study_class x
    WHERE x.id IN (SELECT l.study_class FROM lesson l) OR x.id IN (SELECT p.study_class FROM pupil p)
    """

  static let classesWithoutRemarks = ReportQuery(
    name: "classes-without-remarks", meaning: "классы без замечаний", columns: classColumns,
    sql: classSQL(where: "remarks = 0"))

  private static let classColumns = [
    Column("class", .text, "класс"),
    Column("head-teacher", .text, "классный руководитель", holds: .staff),
    Column("lessons", .integer, "уроков в периоде контроля"),
    Column("remarks", .integer, "замечаний"),
    Column("notes", .integer, "сведений, которые не являются замечаниями"),
  ]

  private static func classSQL(where condition: String) -> String {
    """
    WITH \(RemarkSQL.remark),
    counted AS (
      SELECT k.position, k.study_class, k.title, k.head_teacher, k.lessons,
        count(f.key) FILTER (WHERE f.severity <> 'note') AS remarks,
        count(f.key) FILTER (WHERE f.severity = 'note') AS notes
      FROM check_class k LEFT JOIN remark f ON f.study_class = k.study_class
      WHERE k.registered_check = :check
      GROUP BY k.position, k.study_class, k.title, k.head_teacher, k.lessons
    )
    SELECT title, head_teacher, lessons, remarks, notes FROM counted WHERE \(condition) ORDER BY position
    """
  }
}
