import Journal

extension Rule {
  /// Numbers of marks and of absences of a lesson on an imported paper tally. What the electronic journal holds at as-of is a
  /// range: at least what certainly exists, at most what may exist, and without end where a missing one is not proved or the
  /// journal does not carry marks or attendance. Broken if the paper lies outside either range, kept if both are one number.
  static let paperJournalDisagrees = Rule(
    id: "paper-journal-disagrees",
    version: 1,
    title: "Электронный журнал расходится с бумажным",
    demand: "Электронный журнал совпадает с бумажным",
    clause: "Р 1",
    direction: .duties,
    severity: .fault,
    unit: .lesson,
    units: "сверенных уроков",
    why: "Электронная и бумажная записи об одном уроке должны совпадать: иначе неизвестно, какой верить.",
    blindSpots: """
      Сравниваются количества отметок и пропусков, а не сами отметки и фамилии: таблица paper_tally называет только \
      числа. На какой день считана бумага, не видно.
      """,
    canBeMended: true,
    requirements: [
      Requirement(
        select: "SELECT 1 FROM paper_tally", otherwise: "подсчёта по бумажному журналу (таблица paper_tally) нет")
    ],
    reasons: [
      UndeterminedReason(code: 10, text: "выгрузка не содержит отметок или посещаемости"), .earlySnapshot,
      .betweenSnapshots,
    ],
    reads: [.lessons],
    select: """
      WITH tallied AS MATERIALIZED (
        SELECT u.lesson, u.study_class, u.subject, u.period, u.held_on, u.teacher_set, u.number, t.marks, t.absences,
          CASE WHEN \(RuleSQL.says(.marks, "j")) THEN u.mark_proved END AS mark_proved,
          CASE WHEN \(RuleSQL.says(.attendance, "j")) THEN u.attendance_proved END AS attendance_proved,
          \(count("mark", "is_mark", RuleSQL.exists)) AS marks_least,
          \(count("mark", "is_mark", RuleSQL.mayExist)) AS marks_most,
          \(count("attendance", "is_absence", RuleSQL.exists)) AS absences_least,
          \(count("attendance", "is_absence", RuleSQL.mayExist)) AS absences_most
        FROM paper_tally t JOIN control_lesson u ON u.lesson = t.lesson JOIN control_journal j ON j.journal = u.journal
      )
      SELECT CASE
          WHEN marks < marks_least OR (mark_proved = 1 AND marks > marks_most)
            OR absences < absences_least OR (attendance_proved = 1 AND absences > absences_most) THEN 1
          WHEN mark_proved = 1 AND attendance_proved = 1 AND marks_least = marks_most AND absences_least = absences_most
          THEN 0 END AS verdict,
        CASE WHEN mark_proved IS NULL OR attendance_proved IS NULL THEN 10
          WHEN marks_least <> marks_most OR absences_least <> absences_most
          THEN \(UndeterminedReason.betweenSnapshots.code)
          ELSE \(UndeterminedReason.earlySnapshot.code) END AS reason,
        study_class, subject, period, held_on AS day, lesson, teacher_set, number, marks, absences, marks_least,
        absences_least
      FROM tallied
      ORDER BY lesson
      """,
    sentence: { facts in
      func count(_ column: String) -> Int64 { facts.evidence[column] ?? 0 }
      return """
        Урок \(facts.lessonText): в бумажном журнале отметок — \(count("marks")), пропусков — \(count("absences")); в \
        электронном отметок — \(count("marks_least")), пропусков — \(count("absences_least")).
        """
    },
    mend: { _ in "Сверить записи об уроке и исправить ту, что неверна." },
    examples: [
      .kept(
        "числа совпадают", .lesson(1, day: 16, entry: .on(16)), .mark(1, "4", .on(16)),
        .attendance(1, .absent, .on(16)),
        .paperTally(1, marks: 1, absences: 1)),
      .broken(
        "на бумаге отметок больше", .lesson(1, day: 16, entry: .on(16)), .mark(1, "4", .on(16)),
        .paperTally(1, marks: 2, absences: 0)),
      .broken(
        "на бумаге отметок меньше", .lesson(1, day: 16, entry: .on(16)), .mark(1, "4", .on(16)),
        .paperTally(1, marks: 0, absences: 0)),
      .broken(
        "на бумаге пропусков больше", .lesson(1, day: 16, entry: .on(16)), .paperTally(1, marks: 0, absences: 1)),
      .broken(
        "на бумаге пропусков меньше", .lesson(1, day: 16, entry: .on(16)), .attendance(1, .absent, .on(16)),
        .paperTally(1, marks: 0, absences: 0)),
      .kept(
        "опоздание — не пропуск, ОСВ — не отметка", .lesson(1, day: 16, entry: .on(16)),
        .attendance(1, .late, .on(16)), .mark(1, "ОСВ", .on(16)), .paperTally(1, marks: 0, absences: 0)),
      .undetermined(
        "отметка внесена между выгрузками до и после контрольной даты", .source(.untimedExample, snapshot: 35),
        .lesson(1, day: 16, entry: .ofItsFacts), .mark(1, "4", .between(29, 35)), .paperTally(1, marks: 1, absences: 0)),
      .undetermined(
        "пропуск внесён между выгрузками до и после контрольной даты", .source(.untimedExample, snapshot: 35),
        .lesson(1, day: 16, entry: .ofItsFacts), .attendance(1, .absent, .between(29, 35)),
        .paperTally(1, marks: 0, absences: 1)),
      .undetermined(
        "числа совпадают, но выгрузка сделана раньше контрольной даты", .source(.untimedExample, snapshot: 29),
        .lesson(1, day: 16, entry: .ofItsFacts), .mark(1, "4", .between(16, 20)), .paperTally(1, marks: 1, absences: 0)),
      .broken(
        "выгрузка сделана раньше, но отметок в ней уже больше, чем на бумаге",
        .source(.untimedExample, snapshot: 29), .lesson(1, day: 16, entry: .ofItsFacts),
        .mark(1, "4", .between(16, 20)),
        .paperTally(1, marks: 0, absences: 0)),
      .undetermined(
        "выгрузка не содержит посещаемости",
        .source(.timedExample.subtracting([.attendance, .attendanceTimes]), snapshot: 90),
        .lesson(1, day: 16, entry: .on(16)), .paperTally(1, marks: 0, absences: 1)),
      .notJudged(
        "урок проведён до периода контроля", .lesson(1, day: 15, entry: .on(15)), .paperTally(1, marks: 5, absences: 5)),
      .notJudged("подсчёта по бумажному журналу нет: правило не применяется", .lesson(1, day: 16, entry: .on(16))),
    ])

  /// A mark that was changed between two snapshots is one, in whichever version.
  private static func count(_ table: String, _ flag: String, _ condition: (String) -> String) -> String {
    let one = table == "mark" ? "f.pupil * 1000 + f.ordinal" : "f.pupil"
    return """
      (SELECT count(DISTINCT \(one)) FROM \(table) f
        WHERE f.lesson = u.lesson AND f.\(flag) = 1 AND \(condition("f")))
      """
  }
}
