import Journal
import JournalStore

/// What the store says of the pupils of `AnalysisTables`: one SELECT a kind of fact, added up by pupil and subject as they
/// are shown.
struct AnalysisReader {
  struct Key: Hashable {
    var slot: Int
    var pupil: Int64
    var subject: Int64 = 0
  }

  struct Final {
    var value: String
    var grade: Int?
    /// Not for certain there at as-of.
    var isUncertain: Bool
  }

  let database: Database
  let window: CheckWindow
  private let pupil = "coalesce(p.same_as, p.id)"
  private let subject = "coalesce(s.same_as, s.id)"

  func pupils() throws -> [Int: [Int64]] {
    var pupils: [Int: [Int64]] = [:]
    try each("SELECT slot, pupil FROM analysis_pupil ORDER BY slot, pupil") { row in
      pupils[Int(row.integer(0)), default: []].append(row.integer(1))
    }
    return pupils
  }

  /// The pupils' subjects by their lessons, with the sets of teachers who give them.
  func subjects() throws -> [Key: Set<Int64>] {
    var subjects: [Key: Set<Int64>] = [:]
    try each(
      """
      SELECT w.slot, w.pupil, \(subject), m.teacher_set
      FROM control_member m JOIN pupil p ON p.id = m.pupil JOIN analysis_pupil w ON w.pupil = \(pupil)
        JOIN analysis_period a ON a.slot = w.slot AND a.period = m.period AND a.has_lessons = 1
        JOIN subject s ON s.id = m.subject
      WHERE m.may_be_exempt = 0
      """
    ) { row in subjects[key(row), default: []].insert(row.integer(3)) }
    return subjects
  }

  func finals() throws -> [Key: [Final]] {
    var finals: [Key: [Final]] = [:]
    try each(
      """
      SELECT w.slot, w.pupil, \(subject), f.value, f.grade, CASE WHEN \(RuleSQL.exists("f")) THEN 0 ELSE 1 END
      FROM final_mark f JOIN pupil p ON p.id = f.pupil JOIN analysis_pupil w ON w.pupil = \(pupil)
        JOIN analysis_period a ON a.slot = w.slot AND a.period = f.period AND a.has_results = 1
        JOIN subject s ON s.id = f.subject
      WHERE \(RuleSQL.mayExist("f")) AND NOT \(RuleSQL.isUngraded(subject: "f.subject", studyClass: "p.study_class"))
      ORDER BY f.pupil, f.subject, f.period, f.journal, f.version
      """
    ) { row in
      finals[key(row), default: []].append(
        Final(value: row.text(3), grade: row.optionalInteger(4).map(Int.init), isUncertain: row.integer(5) == 1))
    }
    return finals
  }

  /// Sums and counts of the grades of the period's lessons, as-of.
  func means() throws -> [Key: Ratio] {
    var means: [Key: Ratio] = [:]
    try each(
      """
      SELECT w.slot, w.pupil, \(subject), sum(m.grade), count(*)
      FROM (SELECT DISTINCT period FROM analysis_period WHERE has_results = 1) q CROSS JOIN lesson l CROSS JOIN mark m
        JOIN pupil p ON p.id = m.pupil JOIN analysis_pupil w ON w.pupil = \(pupil)
        JOIN analysis_period a ON a.slot = w.slot AND a.period = l.period AND a.has_results = 1
        JOIN subject s ON s.id = l.subject
      WHERE l.period = q.period AND \(RuleSQL.isShown("l")) AND m.lesson = l.id AND m.grade IS NOT NULL
        AND \(RuleSQL.exists("m"))
      GROUP BY 1, 2, 3
      """
    ) { row in means[key(row)] = Ratio(Int(row.integer(3)), of: Int(row.integer(4))) }
    return means
  }

  /// Of a year: sums and counts of the final marks of its parts. Where sources differ in one, it is left out.
  func meansOfParts() throws -> [Key: Ratio] {
    var means: [Key: Ratio] = [:]
    try each(
      """
      SELECT x.slot, x.pupil, x.subject, sum(x.grade), count(*)
      FROM (
        SELECT w.slot, w.pupil, \(subject) AS subject, f.period, min(f.grade) AS grade
        FROM final_mark f JOIN pupil p ON p.id = f.pupil JOIN analysis_pupil w ON w.pupil = \(pupil)
          JOIN analysis_period a ON a.slot = w.slot AND a.period = f.period AND a.has_results = 0
          JOIN subject s ON s.id = f.subject
        WHERE f.grade IS NOT NULL AND \(RuleSQL.exists("f"))
        GROUP BY 1, 2, 3, 4 HAVING min(f.grade) = max(f.grade)) x
      GROUP BY x.slot, x.pupil, x.subject
      """
    ) { row in means[key(row)] = Ratio(Int(row.integer(3)), of: Int(row.integer(4))) }
    return means
  }

  /// From which hundredths on a mean is rounded up, where the school lays down something of its own for the class or subject.
  func thresholds(usual: Int) throws -> [Key: Int] {
    let rule = Rule.finalMarkDisagrees
    let asked = RuleSQL.norm("rounding", of: rule.id, studyClass: "c.study_class", subject: "s.id")
    var thresholds: [Key: Int] = [:]
    let statement = try database.prepare(
      "SELECT c.slot, 0, \(subject), \(asked) FROM analysis_class c CROSS JOIN subject s ORDER BY c.slot, s.id")
    try statement.bind(["rounding": Int64(usual)])
    while try statement.step() {
      let threshold = Int(statement.integer(3))
      if threshold != usual { thresholds[key(statement)] = threshold }
    }
    return thresholds
  }

  func attendance() throws -> [Key: AttendanceSummary] {
    var summaries: [Key: AttendanceSummary] = [:]
    try each("SELECT t.slot, \(pupil), 0, t.day, \(codes) GROUP BY t.slot, \(pupil), t.day") { row in
      summaries[key(row), default: AttendanceSummary()].addDay(
        lessons: Int(row.integer(4)),
        missed: [.unknown: Int(row.integer(5)), .ill: Int(row.integer(6)), .excused: Int(row.integer(7))],
        late: Int(row.integer(8)))
    }
    return summaries
  }

  /// Missed lessons of those held, by subject.
  func missed() throws -> [Key: Ratio] {
    var missed: [Key: Ratio] = [:]
    try each(
      """
      SELECT t.slot, \(pupil), (SELECT \(subject) FROM subject s WHERE s.id = t.subject) AS shown, 0, \(codes)
      GROUP BY t.slot, \(pupil), shown
      """
    ) { row in
      missed[key(row)] = Ratio(Int(row.integer(5) + row.integer(6) + row.integer(7)), of: Int(row.integer(4)))
    }
    return missed
  }

  /// By slot: absences that may have been entered by as-of, or later. They are counted as presence.
  func uncertainAbsences() throws -> [Int: Int] {
    var counts: [Int: Int] = [:]
    try each(
      """
      SELECT t.slot, count(*) FROM analysis_lesson t JOIN attendance a ON a.lesson = t.lesson AND a.pupil = t.pupil
      WHERE a.is_absence = 1 AND \(RuleSQL.mayExist("a")) AND NOT \(RuleSQL.exists("a"))
      GROUP BY t.slot
      """
    ) { row in counts[Int(row.integer(0))] = Int(row.integer(1)) }
    return counts
  }

  private var codes: String {
    func count(_ code: AttendanceCode) -> String { "sum(CASE WHEN a.code = '\(code.rawValue)' THEN 1 ELSE 0 END)" }
    return """
      count(*), \(count(.absent)), \(count(.ill)), \(count(.excused)), \(count(.late))
      FROM analysis_lesson t JOIN pupil p ON p.id = t.pupil
        LEFT JOIN attendance a ON a.lesson = t.lesson AND a.pupil = t.pupil AND \(RuleSQL.exists("a"))
      """
  }

  private func key(_ row: Statement) -> Key {
    Key(slot: Int(row.integer(0)), pupil: row.integer(1), subject: row.integer(2))
  }

  private func each(_ sql: String, _ body: (Statement) -> Void) throws {
    let statement = try database.prepare(sql)
    try statement.bind(window.parameters)
    while try statement.step() { body(statement) }
  }
}
