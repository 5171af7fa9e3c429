import Journal

extension PreparedUnits {
  static var journalStatements: [String] {
    [
      "CREATE TEMP TABLE control_journal (journal INTEGER PRIMARY KEY, says INTEGER)",
      "INSERT INTO control_journal SELECT j.id, j.says FROM journal j",
    ]
  }

  static var teacherStatements: [String] {
    [
      """
      CREATE TEMP TABLE control_teacher_set (
        teacher INTEGER, teacher_set INTEGER, PRIMARY KEY (teacher, teacher_set)) WITHOUT ROWID
      """,
      """
      INSERT INTO control_teacher_set
      SELECT DISTINCT coalesce(t.same_as, t.id), m.teacher_set
      FROM teacher_set_member m JOIN teacher t ON t.id = m.teacher
      """,
    ]
  }

  /// `entered`: 1 entered at as-of, 0 proved not entered, else the negated code of `UndeterminedReason.ofEntering`.
  ///
  /// A timed lesson is entered by its own moment alone. Without times, a lesson in which nothing was entered is not
  /// entered only if its source carries topics, and snapshots on or after the as-of evening show it and its topic: a blank
  /// column of a source without topics is undetermined (CONTROL 1), also where something was entered after as-of. The topics
  /// of a Дневник.ру journal come with the lesson planning; a lesson that only the planning shows may have marks that nobody
  /// has seen.
  ///
  /// `entry_from` of a lesson without times is a bound only if, at that moment or later, snapshots saw its place for
  /// everything that can be entered in it: topics, and marks and attendance where the journal has them. Else somebody may
  /// have entered before what no snapshot shows, and it is 0, unknown.
  ///
  /// `says_topics`: a snapshot that shows the lesson carries topics. `…_proved`: what of that kind the snapshots of the
  /// lesson do not show is missing at as-of. A topic is entered with its lesson's row, so its times are the lesson's.
  /// `held`: 1 something was entered in it by as-of, 2 possibly, 0 nothing.
  static func lessonStatements(_ condition: String) -> [String] {
    coverStatements + [
      """
      CREATE TEMP TABLE control_lesson (
        lesson INTEGER PRIMARY KEY, journal INTEGER, study_class INTEGER, study_group INTEGER, subject INTEGER,
        teacher_set INTEGER, held_on INTEGER, number INTEGER, period INTEGER, entered INTEGER, entry_from INTEGER,
        entry_by INTEGER, held INTEGER, says_topics INTEGER, topic_proved INTEGER, mark_proved INTEGER,
        attendance_proved INTEGER, lesson_proved INTEGER, is_planned INTEGER)
      """,
      """
      INSERT INTO control_lesson
      SELECT l.id, l.journal, l.study_class, l.study_group, l.subject, l.teacher_set, l.held_on, l.number, l.period,
        CASE
          WHEN l.entry_by <= :evening THEN 1
          WHEN l.is_timed = 1
          THEN CASE WHEN l.entry_by IS NOT NULL OR l.lesson_proved = 1 THEN 0 ELSE -\(UndeterminedReason.earlySnapshot.code) END
          WHEN l.says_topics = 0 THEN -\(UndeterminedReason.noTopics.code)
          WHEN l.is_planned = 1 AND (l.entry_by IS NULL OR l.entry_from > :evening)
          THEN -\(UndeterminedReason.noJournal.code)
          WHEN l.entry_by IS NULL OR l.entry_from > :evening
          THEN CASE WHEN l.lesson_proved = 1 AND l.topic_proved = 1
              AND (l.mark_proved = 1 OR \(lacks(.marks))) AND (l.attendance_proved = 1 OR \(lacks(.attendance))) THEN 0
            ELSE -\(UndeterminedReason.earlySnapshot.code) END
          ELSE -\(UndeterminedReason.betweenSnapshots.code)
        END,
        l.entry_from, l.entry_by,
        CASE WHEN l.held_by <= :evening THEN 1 WHEN l.held_by IS NULL OR l.held_from > :evening THEN 0 ELSE 2 END,
        l.says_topics, l.topic_proved, l.mark_proved, l.attendance_proved, l.lesson_proved, l.is_planned
      FROM (
        SELECT l.id, l.journal, l.study_class, l.study_group, l.subject, l.teacher_set, l.held_on, l.number, l.period,
          l.is_timed, l.entry_by, l.held_from, l.held_by, l.is_planned, j.says, \(entryFrom) AS entry_from,
          \(orCovered("topic", topicShown("1"))) AS says_topics,
          \(orCovered("topic", topicShown(RuleSQL.proves("v")))) AS topic_proved,
          \(orCovered("mark", shown(.mark, RuleSQL.proves("v")))) AS mark_proved,
          \(orCovered("attendance", shown(.attendance, RuleSQL.proves("v")))) AS attendance_proved,
          \(orCovered("lesson", shown(.lesson, RuleSQL.proves("v")))) AS lesson_proved
        FROM lesson l JOIN journal j ON j.id = l.journal
          LEFT JOIN control_cover o ON o.journal = l.journal AND o.study_class = l.study_class
            AND l.is_planned = 0 AND NOT \(RuleSQL.says(.lessonPlanning, "j"))
          LEFT JOIN listing p ON p.journal = l.journal AND p.kind = 4 AND p.item = l.id
        WHERE l.held_on BETWEEN :from AND :to AND \(RuleSQL.isShown("l")) \(condition)) l
      """,
      "CREATE INDEX control_lesson_by_class ON control_lesson (study_class, held_on)",
    ]
  }

  private static func orCovered(_ name: String, _ condition: String) -> String {
    "CASE WHEN \(isCovered(name)) THEN 1 ELSE \(condition) END"
  }

  private static func lacks(_ capability: SourceCapabilities) -> String { "(l.says & \(capability.rawValue)) = 0" }

  private static var entryFrom: String {
    func seen(_ kind: FactKind, _ capability: SourceCapabilities) -> String {
      "(NOT \(RuleSQL.says(capability, "j")) OR \(shown(kind, "v.taken_at >= l.entry_from")))"
    }
    return """
      CASE WHEN l.is_timed = 1 OR l.entry_from IS NULL OR l.entry_from = 0
          OR (\(topicShown("v.taken_at >= l.entry_from")) AND \(seen(.mark, .marks))
            AND \(seen(.attendance, .attendance)))
        THEN l.entry_from ELSE 0 END
      """
  }

  /// A snapshot with facts of the kind covers the lesson's class and day while it shows the lesson, and could read its cells.
  private static func shown(_ kind: FactKind, _ condition: String) -> String {
    let isRead = kind == .lesson ? "" : "AND \(UnreadSQL.isRead(kind, lesson: "l", snapshot: "v"))"
    return RuleSQL.covered(
      kind, journal: "l.journal", studyClass: "l.study_class", first: "l.held_on", last: "l.held_on",
      where: "l.is_planned = 0 AND v.taken_at BETWEEN l.shown_from AND l.shown_at AND \(condition) \(isRead)")
  }

  /// The same of topics, which the lesson's row shows, or the row of a lesson planning.
  private static func topicShown(_ condition: String) -> String { textShown(.topic, condition) }

  /// The same of a lesson's topic or homework, for a rule that asks about few lessons: `v` is an alias of `coverage`.
  static func lessonTextShown(_ kind: FactKind, of lesson: String, where condition: String) -> String {
    """
    EXISTS (SELECT 1 FROM lesson l JOIN journal j ON j.id = l.journal
        LEFT JOIN listing p ON p.journal = l.journal AND p.kind = 4 AND p.item = l.id
      WHERE l.id = \(lesson) AND \(textShown(kind, condition)))
    """
  }

  private static func textShown(_ kind: FactKind, _ condition: String) -> String {
    let isPlanning = RuleSQL.says(.lessonPlanning, "j")
    return RuleSQL.covered(
      kind, journal: "l.journal", studyClass: "l.study_class", first: "l.held_on", last: "l.held_on",
      where: """
        v.taken_at BETWEEN CASE WHEN \(isPlanning) THEN p.shown_from ELSE l.shown_from END
          AND CASE WHEN \(isPlanning) THEN p.shown_at ELSE l.shown_at END AND \(condition)
        """)
  }
}
