import Journal

extension Rule {
  /// A teacher with a lesson in the window of whose lessons, of any date, nothing was entered within the window. A teacher
  /// whom several sources name is one, with the lessons of all. A later change or removal of an entry does not undo that it
  /// was made. Missing is proved by the journals of the teacher's lessons of the window, for lessons, marks and attendance
  /// as far as the journal carries them.
  static let teacherInactive = Rule(
    id: "teacher-inactive",
    version: 2,
    title: "Учитель ничего не внёс за период",
    demand: "Учитель вносил записи в журнал",
    clause: "П 3.8",
    direction: .participation,
    severity: .fault,
    unit: .teacher,
    units: "учителей",
    why: "Учитель, который за весь период контроля ничего не внёс в журнал, не участвует в работе с ним.",
    blindSpots: "Не видно, кто внёс запись: запись, сделанная за учителя другим, считается его записью.",
    canBeMended: true,
    requirements: [
      Requirement(select: "SELECT 1 FROM teacher_set_member", otherwise: "выгрузка не называет учителей")
    ],
    reasons: [
      UndeterminedReason(code: 10, text: "по выгрузкам не установить, внесено это в периоде контроля или вне его"),
      .earlySnapshot, .noTopics,
    ],
    reads: [.lessons, .teachers],
    seeks: [.lesson, .mark, .attendance],
    select: """
      WITH lessons AS MATERIALIZED (
        SELECT u.teacher_set, u.journal, min(u.lesson_proved) AS lesson_proved, min(u.topic_proved) AS topic_proved,
          min(u.mark_proved) AS mark_proved, min(u.attendance_proved) AS attendance_proved,
          min(u.says_topics) AS says_topics, count(*) AS lessons,
          max(CASE WHEN \(liesInTheWindow("u.entry_from", "u.entry_by")) THEN 1 ELSE 0 END) AS is_entered
        FROM control_lesson u
        GROUP BY u.teacher_set, u.journal
      ), taught AS MATERIALIZED (
        SELECT m.teacher,
          min(CASE WHEN u.lesson_proved = 1
            AND (u.topic_proved = 1 OR \(RuleSQL.says(.lessonTimes, "j")))
            AND (u.mark_proved = 1 OR NOT \(RuleSQL.says(.marks, "j")))
            AND (u.attendance_proved = 1 OR NOT \(RuleSQL.says(.attendance, "j"))) THEN 1 ELSE 0 END) AS is_proved,
          min(CASE WHEN u.says_topics = 1 OR \(RuleSQL.says(.lessonTimes, "j")) THEN 1 ELSE 0 END) AS has_topics,
          sum(u.lessons) AS lessons, max(u.is_entered) AS is_entered
        FROM lessons u JOIN control_teacher_set m ON m.teacher_set = u.teacher_set
          JOIN control_journal j ON j.journal = u.journal
        GROUP BY m.teacher
      ), judged AS MATERIALIZED (
        -- The cheapest first: nearly every teacher has a lesson of the window entered within it.
        SELECT t.teacher, t.lessons, t.is_proved, t.has_topics,
          CASE WHEN t.is_entered = 1 OR \(entered(liesInTheWindow)) THEN 0 WHEN \(entered(mayLieInTheWindow)) THEN 2 ELSE 1 END AS outcome
        FROM taught t
      )
      SELECT CASE WHEN outcome = 0 THEN 0 WHEN outcome = 1 AND is_proved = 1 THEN 1 END AS verdict,
        CASE WHEN outcome = 2 THEN 10 WHEN outcome = 1 AND has_topics = 0 THEN \(UndeterminedReason.noTopics.code)
          WHEN outcome = 1 THEN \(UndeterminedReason.earlySnapshot.code) END AS reason,
        teacher, lessons
      FROM judged
      ORDER BY teacher
      """,
    sentence: {
      """
      \($0.teacherName): за \($0.window.russian) в журнал ничего не внесено; уроков в этом периоде: \
      \($0.evidence["lessons"] ?? 0).
      """
    },
    mend: { _ in "Внести в журнал проведённые уроки, отметки и отсутствующих." },
    examples: [
      .kept("урок внесён в периоде контроля", .lesson(1, day: 16, entry: .on(17))),
      .kept(
        "в периоде внесена отметка за урок прошлого периода",
        .lesson(1, day: 16, entry: .never), .lesson(2, day: 5, entry: .on(5)), .mark(2, "4", .on(20))),
      .broken(
        "все записи сделаны до периода контроля",
        .lesson(1, day: 16, entry: .never), .lesson(2, day: 5, entry: .on(5)), .mark(2, "4", .on(6))),
      .undetermined(
        "отметка могла быть внесена и до периода контроля",
        .source(.untimedExample, snapshot: 30), .lesson(1, day: 16, entry: .ofItsFacts),
        .lesson(2, day: 5, entry: .ofItsFacts), .mark(2, "4", .between(10, 20))),
      .undetermined(
        "записей нет, но выгрузка сделана раньше контрольной даты",
        .source(.untimedExample, snapshot: 25), .lesson(1, day: 16, entry: .ofItsFacts)),
      .undetermined(
        "записей нет, но выгрузка не содержит тем: учитель мог вносить темы",
        .source(.untimedExample.subtracting(.topics), snapshot: 30), .lesson(1, day: 16, entry: .ofItsFacts)),
      .notJudged("уроков в периоде контроля нет", .lesson(1, day: 5, entry: .never)),
    ])

  private static func liesInTheWindow(_ from: String, _ by: String) -> String {
    "\(from) >= :from_second AND \(by) <= :to_second"
  }

  private static func mayLieInTheWindow(_ from: String, _ by: String) -> String {
    "\(from) <= :to_second AND \(by) >= :from_second"
  }

  private static func entered(_ lies: (_ from: String, _ by: String) -> String) -> String {
    let theirs = "FROM control_teacher_set m CROSS JOIN lesson l"
    let facts = ["lesson_text", "mark", "attendance"].map { table in
      """
      OR EXISTS (SELECT 1 \(theirs) CROSS JOIN \(table) f
        WHERE m.teacher = t.teacher AND l.teacher_set = m.teacher_set AND f.lesson = l.id
          AND \(lies("f.entered_from", "f.entered_by")))
      """
    }
    return """
      EXISTS (SELECT 1 \(theirs)
        WHERE m.teacher = t.teacher AND l.teacher_set = m.teacher_set AND \(lies("l.entry_from", "l.entry_by")))

      """
        + facts.joined(separator: "\n")
  }
}
