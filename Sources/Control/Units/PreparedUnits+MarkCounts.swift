import Journal
import JournalStore

extension PreparedUnits {
  /// `certain` and `possible` marks of a unit; of the possible ones, `graded` have a number, and `total` is their sum.
  static let markCountCreation = """
    CREATE TEMP TABLE control_mark_count (
      unit INTEGER PRIMARY KEY, certain INTEGER, possible INTEGER, graded INTEGER, total INTEGER)
    """

  /// Counted here: a school year has hundreds of thousands of marks, and SQLite would look each one's unit up in a table.
  static func fillMarkCounts(_ database: Database, _ window: CheckWindow) throws {
    var counts: [Int64: MarkCount] = [:]
    let marks = try database.prepare(markSelect)
    try marks.bind(window.parameters)
    while try marks.step() {
      counts[marks.integer(0), default: MarkCount()].add(isCertain: marks.integer(1), grade: marks.optionalInteger(2))
    }
    let units = counts.sorted { $0.key < $1.key }
    let inserter = try RowInserter(
      database, table: "control_mark_count", columns: ["unit", "certain", "possible", "graded", "total"])
    try inserter.insert(count: units.count) { row, statement, after in
      let (unit, count) = units[row]
      for (column, value) in zip(Int32(1)..., [unit, count.certain, count.possible, count.graded, count.total]) {
        try statement.bind(value, at: after + column)
      }
    }
    for sql in unreadMarkStatements {
      let statement = try database.prepare(sql)
      try statement.bind(window.parameters)
      try statement.run()
    }
  }

  private struct MarkCount {
    var certain: Int64 = 0
    var possible: Int64 = 0
    var graded: Int64 = 0
    var total: Int64 = 0

    mutating func add(isCertain: Int64, grade: Int64?) {
      certain += isCertain
      possible += 1
      guard let grade else { return }
      graded += 1
      total += grade
    }
  }

  /// Unit, whether the mark is certain, its number.
  private static var markSelect: String {
    """
    SELECT \(RuleSQL.periodUnit(period: "l.period", subject: "l.subject", pupil: "m.pupil")),
      CASE WHEN \(RuleSQL.exists("m")) AND (l.gone_from IS NULL OR l.gone_from >= :evening) THEN 1 ELSE 0 END, m.grade
    FROM (SELECT DISTINCT period FROM control_period) q CROSS JOIN lesson l CROSS JOIN mark m
    WHERE l.period = q.period AND l.held_from <= :evening
      AND (l.gone_by IS NULL OR l.gone_by > :evening) AND m.lesson = l.id AND m.is_mark = 1 AND \(RuleSQL.mayExist("m"))
    """
  }

  private static var unreadMarkStatements: [String] {
    [
      // A mark may stand where nobody could read.
      """
      INSERT INTO control_mark_count
      SELECT \(RuleSQL.periodUnit(period: "l.period", subject: "l.subject", pupil: "z.pupil")), 0, 1, 0, 0
      FROM (\(UnreadSQL.cells(.mark))) z CROSS JOIN lesson l
      WHERE z.pupil <> 0 AND l.id = z.lesson AND l.period IN (SELECT q.period FROM control_period q) AND \(RuleSQL.isShown("l"))
        AND NOT EXISTS (SELECT 1 FROM mark m
          WHERE m.lesson = z.lesson AND m.pupil = z.pupil AND m.is_mark = 1 AND \(RuleSQL.mayExist("m")))
      ON CONFLICT DO UPDATE SET possible = possible + 1
      """,
      // In any lesson of the pupil, at any pupil of the lesson.
      """
      INSERT INTO control_mark_count
      SELECT \(RuleSQL.periodUnit(period: "l.period", subject: "l.subject", pupil: "p.id")), 0, 1, 0, 0
      FROM (\(UnreadSQL.cells(.mark))) z CROSS JOIN lesson l CROSS JOIN pupil p
      WHERE (z.lesson = 0 OR z.pupil = 0) AND l.journal = z.journal AND (z.lesson = 0 OR z.lesson = l.id)
        AND l.period IN (SELECT q.period FROM control_period q) AND \(RuleSQL.isShown("l"))
        AND p.study_class = l.study_class AND (z.pupil = 0 OR z.pupil = p.id)
      ON CONFLICT DO UPDATE SET possible = possible + 1
      """,
    ]
  }
}
