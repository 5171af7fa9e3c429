import Journal
import JournalStore

/// The views of `PeriodTables` over the journal: what single lessons say of the analysed pupils, as it was on the as-of evening.
struct PeriodViews {
  let database: Database
  let window: CheckWindow

  /// Homework is told of so many days before the day of counting, that day included.
  static let homeworkDays = 14

  func make() throws {
    for sql in [given, missed, homework] { try database.execute(bound(sql)) }
  }

  /// A view has no parameters.
  private func bound(_ sql: String) -> String {
    window.parameters.sorted { $0.key.count > $1.key.count }
      .reduce(sql) { $0.replacing(":\($1.key)", with: String($1.value)) }
  }

  /// `w` is the analysed pupil, `p` the row of a source that the lesson `l` knows.
  private let analysed = """
    CROSS JOIN analysed_pupil w ON w.pupil = coalesce(p.same_as, p.id) CROSS JOIN analysed_class c ON c.class = w.class
    CROSS JOIN subject s ON s.id = l.subject
    """
  private let inPeriod = "l.held_on BETWEEN c.from_day AND c.counted_on"
  private let bounds = """
    l.held_on BETWEEN (SELECT min(from_day) FROM analysed_class) AND (SELECT max(counted_on) FROM analysed_class)
    """
  private let place = "w.class, w.pupil, coalesce(s.same_as, s.id) AS subject, l.held_on AS day, l.number"
  /// A subject without marks, as all of grade 1, is in no list of results: its name comes with the lesson.
  private let subjectName = "(SELECT n.name FROM subject n WHERE n.id = coalesce(s.same_as, s.id)) AS subject_name"

  private var given: String {
    """
    CREATE TEMP VIEW analysed_given AS
    SELECT \(place), m.ordinal, m.value, m.grade, k.kind AS work
    FROM lesson l CROSS JOIN mark m ON m.lesson = l.id CROSS JOIN pupil p ON p.id = m.pupil \(analysed)
      LEFT JOIN work k ON k.id = m.work
    WHERE \(bounds) AND \(inPeriod) AND \(RuleSQL.isShown("l")) AND m.is_mark = 1 AND \(RuleSQL.exists("m"))
    """
  }

  private var missed: String {
    """
    CREATE TEMP VIEW analysed_missed AS
    SELECT \(place), CASE a.code \(reasons) END AS reason, \(subjectName)
    FROM lesson l CROSS JOIN attendance a ON a.lesson = l.id CROSS JOIN pupil p ON p.id = a.pupil \(analysed)
    WHERE \(bounds) AND \(inPeriod) AND \(RuleSQL.isShown("l")) AND a.is_absence = 1 AND \(RuleSQL.exists("a"))
    """
  }

  private var reasons: String {
    let reasons: [(AttendanceCode, AttendanceSummary.Reason)] = [
      (.absent, .unknown), (.ill, .ill), (.excused, .excused),
    ]
    return reasons.map { "WHEN '\($0.rawValue)' THEN '\($1.russian)'" }.joined(separator: " ")
  }

  private var homework: String {
    let text = """
      l.held_on > c.counted_on - \(Self.homeworkDays) AND \(RuleSQL.isShown("l"))
      AND x.kind = \(FactKind.homework.rawValue) AND x.is_filler = 0 AND \(RuleSQL.exists("x"))
      """
    return """
      CREATE TEMP VIEW analysed_homework AS
      SELECT \(place), x.text, \(subjectName)
      FROM lesson l CROSS JOIN lesson_text x ON x.lesson = l.id
        CROSS JOIN pupil p ON p.study_class = l.study_class \(analysed)
      WHERE \(bounds) AND \(inPeriod) AND l.study_group IS NULL AND \(RuleSQL.enrolled("p", on: "l.held_on")) AND \(text)
      UNION ALL
      SELECT \(place), x.text, \(subjectName)
      FROM lesson l CROSS JOIN lesson_text x ON x.lesson = l.id
        CROSS JOIN membership g ON g.study_group = l.study_group AND \(RuleSQL.member("g", on: "l.held_on"))
        CROSS JOIN pupil p ON p.id = g.pupil \(analysed)
      WHERE \(bounds) AND \(inPeriod) AND \(RuleSQL.attends("p", on: "l.held_on")) AND \(text)
      """
  }
}
