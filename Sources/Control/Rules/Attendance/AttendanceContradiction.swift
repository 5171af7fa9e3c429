import Journal

extension Rule {
  /// A pupil's day of the window with at least three lessons held (anything entered in them) and an absence.
  ///
  /// - Order known (every held lesson has a number, and they are distinct): broken if between two absences there is a
  ///   lesson from which the pupil is neither absent nor late.
  /// - Order unknown: only where 4 × absent ≥ 3 × held, and not absent from all. Of the other lessons, those not late:
  ///   broken if the pupil has a mark in one, undetermined if they are all blank, kept if there is none.
  /// - Where attendance or a lesson's being held is uncertain at as-of, the day is undetermined.
  ///
  /// One absence among more than three lessons, or absence from all, contradicts nothing whatever the order.
  /// Lessons are the class's own and those of the pupil's groups, whatever class these belong to. The teachers are those of the lessons in which
  /// the absence is not marked: the gap where it is broken, else every lesson with the pupil present.
  static let attendanceContradiction = Rule(
    id: "attendance-contradiction",
    version: 2,
    title: "Противоречие в посещаемости за день",
    demand: "Посещаемость за день не противоречива",
    clause: "П 6.2",
    direction: .attendance,
    severity: .risk,
    unit: .pupilDay,
    units: "учебных дней с пропусками",
    why: """
      Если ученик отмечен отсутствующим до и после урока, а на самом уроке — нет, отсутствие на нём, скорее всего, \
      забыли отметить.
      """,
    blindSpots: "Ученик мог уйти и вернуться: сколько он был в школе на самом деле, журнал не знает.",
    canBeMended: true,
    requirements: [.says(.attendance, otherwise: "выгрузки не содержат посещаемости")],
    reasons: [
      UndeterminedReason(code: 10, text: "порядок уроков неизвестен, остальные уроки дня пусты"),
      .betweenSnapshots,
    ],
    reads: [.pupilDays],
    select: """
      WITH days AS MATERIALIZED (
        SELECT s.pupil, s.day, min(s.study_class) AS study_class, min(s.period) AS period, count(*) AS held,
          count(s.number) AS numbered,
          sum(CASE WHEN s.presence = 2 THEN 1 ELSE 0 END) AS absent,
          max(CASE WHEN s.presence = 3 OR s.held = 2 THEN 1 ELSE 0 END) AS is_uncertain,
          min(CASE WHEN s.presence = 2 THEN s.number END) AS first_absence,
          max(CASE WHEN s.presence = 2 THEN s.number END) AS last_absence
        FROM control_slot s
        GROUP BY s.pupil, s.day
        HAVING count(*) >= 3
      ), ordered AS MATERIALIZED (
        SELECT d.*,
          CASE WHEN d.is_uncertain = 1 OR d.absent = d.held OR (d.absent = 1 AND d.held > 3) THEN NULL
            WHEN d.numbered < d.held OR EXISTS (\(sameNumber)) THEN 0 ELSE 1 END AS is_ordered
        FROM days d
      ), judged AS MATERIALIZED (
        SELECT d.*,
          CASE WHEN d.is_uncertain = 1 THEN \(UndeterminedReason.betweenSnapshots.code)
            WHEN d.is_ordered IS NULL THEN 0
            WHEN d.is_ordered = 1 THEN CASE WHEN EXISTS (SELECT 1 \(present) AND \(isGap)) THEN -1 ELSE 0 END
            WHEN 4 * d.absent < 3 * d.held THEN 0
            WHEN EXISTS (SELECT 1 \(present) AND \(hasMark)) THEN -1
            WHEN EXISTS (SELECT 1 \(present)) THEN 10
            ELSE 0 END AS outcome
        FROM ordered d
      )
      SELECT CASE d.outcome WHEN 0 THEN 0 WHEN -1 THEN 1 END AS verdict,
        CASE WHEN d.outcome > 0 THEN d.outcome END AS reason,
        d.study_class, d.period, d.day, d.pupil, s.teacher_set, d.held, d.absent, d.is_ordered
      FROM judged d LEFT JOIN control_slot s ON s.pupil = d.pupil AND s.day = d.day AND s.presence = 0
        AND (d.outcome <> -1 OR (d.is_ordered = 1 AND \(isGap)) OR (d.is_ordered = 0 AND \(hasMark)))
      """,
    sentence: { facts in
      let counts = "\(facts.evidence["absent"] ?? 0) из \(facts.evidence["held"] ?? 0)"
      let gap =
        facts.evidence["is_ordered"] == 1
        ? "между пропусками есть урок без отметки об отсутствии" : "на уроке без пропуска стоит отметка"
      return "\(facts.pupilName), \(facts.dayText): отсутствие отмечено на уроках: \(counts); \(gap)."
    },
    mend: { _ in "Сверить посещаемость за день и исправить запись об отсутствии." },
    examples: [
      .kept(
        "ушёл после второго урока",
        .lesson(1, day: 16, number: 1, entry: .on(16)), .lesson(2, day: 16, number: 2, entry: .on(16)),
        .lesson(3, day: 16, number: 3, entry: .on(16)), .attendance(3, .absent, .on(16))),
      .kept(
        "на уроке между пропусками опоздал",
        .lesson(1, day: 16, number: 1, entry: .on(16)), .lesson(2, day: 16, number: 2, entry: .on(16)),
        .lesson(3, day: 16, number: 3, entry: .on(16)), .attendance(1, .absent, .on(16)),
        .attendance(2, .late, .on(16)), .attendance(3, .absent, .on(16))),
      .broken(
        "отсутствовал на первом и третьем уроках, но не на втором",
        .lesson(1, day: 16, number: 1, entry: .on(16)), .lesson(2, day: 16, number: 2, entry: .on(16)),
        .lesson(3, day: 16, number: 3, entry: .on(16)), .attendance(1, .absent, .on(16)),
        .attendance(3, .absent, .on(16))),
      .broken(
        "порядок неизвестен: пропущены три урока из четырёх, на четвёртом отметка",
        .lesson(1, day: 16, entry: .on(16)), .lesson(2, day: 16, entry: .on(16)), .lesson(3, day: 16, entry: .on(16)),
        .lesson(4, day: 16, entry: .on(16)), .attendance(1, .ill, .on(16)), .attendance(2, .ill, .on(16)),
        .attendance(3, .ill, .on(16)), .mark(4, "5", .on(16))),
      .undetermined(
        "порядок неизвестен: пропущены три урока из четырёх, четвёртый пуст",
        .lesson(1, day: 16, entry: .on(16)), .lesson(2, day: 16, entry: .on(16)), .lesson(3, day: 16, entry: .on(16)),
        .lesson(4, day: 16, entry: .on(16)), .attendance(1, .ill, .on(16)), .attendance(2, .ill, .on(16)),
        .attendance(3, .ill, .on(16))),
      .undetermined(
        "пропуск появился между выгрузками до и после контрольной даты",
        .source(.untimedExample, snapshot: 35), .lesson(1, day: 16, number: 1, entry: .ofItsFacts),
        .lesson(2, day: 16, number: 2, entry: .ofItsFacts), .lesson(3, day: 16, number: 3, entry: .ofItsFacts),
        .attendance(1, .absent, .between(16, 20)), .topic(2, "Дроби", .between(16, 20)),
        .attendance(3, .absent, .between(29, 35))),
      .notJudged(
        "меньше трёх уроков",
        .lesson(1, day: 16, number: 1, entry: .on(16)), .lesson(2, day: 16, number: 2, entry: .on(16)),
        .attendance(1, .absent, .on(16))),
    ])

  private static let present = "FROM control_slot s WHERE s.pupil = d.pupil AND s.day = d.day AND s.presence = 0"
  private static let sameNumber = """
    SELECT 1 FROM control_slot s JOIN control_slot o ON o.pupil = s.pupil AND o.day = s.day AND o.number = s.number
      AND o.lesson > s.lesson WHERE s.pupil = d.pupil AND s.day = d.day
    """
  private static let isGap = "(s.number > d.first_absence AND s.number < d.last_absence)"
  private static var hasMark: String {
    """
    EXISTS (SELECT 1 FROM mark m
      WHERE m.lesson = s.lesson AND m.pupil = s.pupil AND m.is_mark = 1 AND \(RuleSQL.exists("m")))
    """
  }
}
