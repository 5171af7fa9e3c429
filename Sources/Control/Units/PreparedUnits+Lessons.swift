import Journal

extension PreparedUnits {
  /// Missing is proved by entry times of that kind, or by a snapshot on or after the as-of evening (CONTROL 1). A topic
  /// is entered with its lesson's row, so its times are the lesson's.
  static var journalStatements: [String] {
    func proved(_ kind: FactKind, _ times: SourceCapabilities) -> String {
      """
      CASE WHEN \(RuleSQL.says(times, "j")) THEN 1
        WHEN (SELECT max(s.taken_at) FROM snapshot s WHERE s.journal = j.id AND s.kind = \(kind.rawValue)) >= :evening
        THEN 1 ELSE 0 END
      """
    }
    return [
      """
      CREATE TEMP TABLE control_journal (
        journal INTEGER PRIMARY KEY, says INTEGER, says_topics INTEGER, lesson_proved INTEGER, topic_proved INTEGER,
        mark_proved INTEGER, attendance_proved INTEGER)
      """,
      """
      INSERT INTO control_journal
      SELECT j.id, j.says, CASE WHEN \(RuleSQL.says(.topics, "j")) THEN 1 ELSE 0 END,
        \(proved(.lesson, .lessonTimes)), \(proved(.topic, .lessonTimes)), \(proved(.mark, .markTimes)),
        \(proved(.attendance, .attendanceTimes))
      FROM journal j
      """,
    ]
  }

  /// `entered`: 1 entered at as-of, 0 proved not entered, else the negated code of `UndeterminedReason.ofEntering`.
  ///
  /// A timed lesson is entered by its own moment alone. Without times, a lesson in which nothing was entered is not
  /// entered only if the source carries topics and a snapshot on or after the as-of evening shows it: a blank column of a
  /// source without topics is undetermined (CONTROL 1), also where something was entered after as-of.
  /// `held`: 1 something was entered in it by as-of, 2 possibly, 0 nothing.
  static func lessonStatements(_ condition: String) -> [String] {
    [
      """
      CREATE TEMP TABLE control_lesson (
        lesson INTEGER PRIMARY KEY, journal INTEGER, study_class INTEGER, study_group INTEGER, subject INTEGER,
        teacher_set INTEGER, held_on INTEGER, number INTEGER, period INTEGER, entered INTEGER, entry_from INTEGER,
        entry_by INTEGER, held INTEGER)
      """,
      """
      INSERT INTO control_lesson
      SELECT l.id, l.journal, l.study_class, l.study_group, l.subject, l.teacher_set, l.held_on, l.number, l.period,
        CASE
          WHEN l.entry_by <= :evening THEN 1
          WHEN l.is_timed = 1 THEN 0
          WHEN j.says_topics = 0 AND (l.entry_by IS NULL OR l.entry_from > :evening)
          THEN -\(UndeterminedReason.noTopics.code)
          WHEN l.entry_by IS NULL
          THEN CASE WHEN j.lesson_proved = 1 THEN 0 ELSE -\(UndeterminedReason.earlySnapshot.code) END
          WHEN l.entry_from > :evening THEN 0
          ELSE -\(UndeterminedReason.betweenSnapshots.code)
        END,
        l.entry_from, l.entry_by,
        CASE WHEN l.held_by <= :evening THEN 1 WHEN l.held_by IS NULL OR l.held_from > :evening THEN 0 ELSE 2 END
      FROM lesson l JOIN control_journal j ON j.journal = l.journal
      WHERE l.held_on BETWEEN :from AND :to AND \(RuleSQL.isShown("l")) \(condition)
      """,
    ]
  }
}
