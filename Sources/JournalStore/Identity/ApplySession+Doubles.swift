import Journal

extension ApplySession {
  /// Finds the lessons that several sources tell, so that none is counted twice.
  ///
  /// Lessons of different layouts are one where class, subject and day are one and they stand at the same place among the lessons
  /// of that day: by number, then by the source's own order. The one that stays is of the source that says of topics, homework, marks
  /// and attendance all that the other says; among equals the one with entry times, then with more to say. Where neither says
  /// all that the other does, both stay. A lesson that an export has lost doubles nothing. The result does not depend on the order of
  /// imports.
  func joinDoubledLessons() throws {
    let layouts = try database.integer(
      """
      SELECT count(DISTINCT layout) FROM journal
      WHERE (says & \(SourceCapabilities.partial.rawValue)) = 0 AND EXISTS (SELECT 1 FROM lesson WHERE journal = journal.id)
      """)
    guard (layouts ?? 0) > 1 else { return }
    try database.execute("UPDATE lesson SET same_as = NULL WHERE same_as IS NOT NULL")
    let join = try database.prepare(Self.join)
    try join.run()
    outcome.doubledLessons = Int(try database.integer("SELECT count(*) FROM lesson WHERE same_as IS NOT NULL") ?? 0)
  }

  private static var join: String {
    let facts = SourceCapabilities([.topics, .homework, .marks, .attendance]).rawValue
    let said = (0..<16).map { "((j.says >> \($0)) & 1)" }.joined(separator: " + ")
    return """
      WITH told AS MATERIALIZED (
        SELECT l.id, coalesce(c.same_as, c.id) AS study_class, coalesce(s.same_as, s.id) AS subject, l.held_on, j.layout,
          j.says & \(facts) AS facts,
          CASE WHEN (j.says & \(SourceCapabilities.lessonTimes.rawValue)) <> 0 THEN 100 ELSE 0 END + \(said) AS says,
          row_number() OVER (
            PARTITION BY coalesce(c.same_as, c.id), coalesce(s.same_as, s.id), l.held_on, j.layout
            ORDER BY coalesce(l.number, 1000), l.study_group IS NOT NULL, g.name, l.key, l.id) AS place
        FROM lesson l JOIN journal j ON j.id = l.journal AND (j.says & \(SourceCapabilities.partial.rawValue)) = 0
          JOIN study_class c ON c.id = l.study_class JOIN subject s ON s.id = l.subject
          LEFT JOIN study_group g ON g.id = l.study_group
        WHERE l.gone_by IS NULL AND l.is_planned = 0
      ), doubles AS (
        SELECT d.id, m.id AS shown,
          row_number() OVER (PARTITION BY d.id ORDER BY m.says DESC, m.layout) AS rank
        FROM told d JOIN told m ON m.study_class = d.study_class AND m.subject = d.subject AND m.held_on = d.held_on
          AND m.place = d.place AND m.layout <> d.layout AND (m.facts & d.facts) = d.facts
          AND (m.facts <> d.facts OR m.says > d.says OR (m.says = d.says AND m.layout < d.layout))
      )
      UPDATE lesson SET same_as = x.shown FROM doubles x WHERE x.id = lesson.id AND x.rank = 1
      """
  }
}
