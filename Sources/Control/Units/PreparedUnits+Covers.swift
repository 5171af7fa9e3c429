import Journal

extension PreparedUnits {
  /// Of each journal and class, by kind of fact, the latest snapshot that proves missing what it does not show: its moment
  /// and its first and last day. One that could not read a cell somewhere in the journal proves nothing here. Nearly every
  /// lesson is proved by it; the others are looked up one by one (`lessonStatements`).
  static var coverStatements: [String] {
    let kinds: [(name: String, kind: FactKind)] = [
      ("lesson", .lesson), ("topic", .topic), ("mark", .mark), ("attendance", .attendance),
    ]
    let columns = kinds.flatMap { ["\($0.name)_at", "\($0.name)_from", "\($0.name)_to"] }
    let joins = kinds.map { name, kind in
      """
      LEFT JOIN (\(latest(kind))) \(name)
        ON \(name).journal = k.journal AND \(name).study_class = k.study_class
      """
    }
    return [
      """
      CREATE TEMP TABLE control_cover (
        journal INTEGER, study_class INTEGER, \(columns.map { "\($0) INTEGER" }.joined(separator: ", ")),
        PRIMARY KEY (journal, study_class)) WITHOUT ROWID
      """,
      """
      INSERT INTO control_cover
      SELECT k.journal, k.study_class,
        \(kinds.map { "\($0.name).taken_at, \($0.name).from_day, \($0.name).to_day" }.joined(separator: ", "))
      FROM (SELECT DISTINCT v.journal, v.study_class FROM coverage v WHERE v.kind = \(FactKind.lesson.rawValue)) k
        \(joins.joined(separator: "\n  "))
      """,
    ]
  }

  /// The other columns are of the row with the greatest moment, as SQLite gives them beside one `max`.
  private static func latest(_ kind: FactKind) -> String {
    """
    SELECT v.journal, v.study_class, max(v.taken_at) AS taken_at, v.from_day, v.to_day
    FROM coverage v
    WHERE v.kind = \(kind.rawValue) AND \(RuleSQL.proves("v")) AND NOT EXISTS (SELECT 1 FROM unseen z
      WHERE z.journal = v.journal AND z.kind = v.kind AND z.taken_at = v.taken_at)
    GROUP BY v.study_class, v.journal
    """
  }

  /// Proved by the snapshot of `o`, an alias of `control_cover`, a row of a lesson `l` of a class's journal.
  static func isCovered(_ name: String) -> String {
    "(o.\(name)_at BETWEEN l.shown_from AND l.shown_at AND l.held_on BETWEEN o.\(name)_from AND o.\(name)_to)"
  }
}
