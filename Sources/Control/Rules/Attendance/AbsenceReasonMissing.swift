import Journal

extension Rule {
  /// An absence of the window and its reason at as-of.
  ///
  /// - The sources of a school can tell reasons if one says that its Н means «without a good reason», or if any absence has
  ///   a code of its reason (Б, У). Н is «unknown» then, but where its own source says what it means.
  /// - A reason that was entered after the deadline is known now and nobody's fault any more: CONTROL asks for it, not for
  ///   its moment.
  /// - Of several records of a pupil at one lesson, one that names the reason is enough.
  static let absenceReasonMissing = Rule(
    id: "absence-reason-missing",
    version: 1,
    title: "Причина пропуска не указана",
    demand: "Причина пропуска указана",
    clause: "П 6.2",
    direction: .attendance,
    severity: .fault,
    unit: .pupilLesson,
    units: "пропусков уроков",
    norms: [
      Norm(
        name: "days",
        phrase: "причина пропуска указана не позже чем через % {календарный день|календарных дня|календарных дней}",
        standard: 7,
        bounds: 0...60)
    ],
    why: "Контроль посещаемости отличает болезнь и уважительную причину от прогула; без причины пропуск не разобран.",
    blindSpots: """
      Верна ли указанная причина, не видно. «Н» считается пропуском без причины, если источник не говорит, что так отмечают \
      пропуск без уважительной причины.
      """,
    canBeMended: true,
    requirements: [
      Requirement(
        select: """
          SELECT 1 FROM (SELECT 1 AS one) o
          WHERE EXISTS (SELECT 1 FROM journal j WHERE \(RuleSQL.says(.absenceReasons, "j")))
            OR EXISTS (SELECT 1 FROM attendance a WHERE a.code IN ('Б', 'У'))
          """,
        otherwise: "выгрузки не различают причин пропусков")
    ],
    reasons: [
      UndeterminedReason(code: 10, text: "срок не наступил", awaitsDeadline: true), .earlySnapshot, .betweenSnapshots,
    ],
    reads: [.lessons],
    select: """
      WITH missed AS (
        SELECT u.lesson, a.pupil,
          max(CASE WHEN NOT \(RuleSQL.exists("a")) THEN 1 ELSE 0 END) AS is_uncertain,
          max(CASE WHEN \(RuleSQL.exists("a")) AND (a.code <> 'Н' OR \(RuleSQL.says(.absenceReasons, "j"))) THEN 1
            ELSE 0 END) AS is_known,
          min(CASE WHEN a.code <> 'Н' OR \(RuleSQL.says(.absenceReasons, "j")) THEN a.entered_from END) AS mended_from
        FROM control_lesson u CROSS JOIN attendance a CROSS JOIN journal j
        WHERE a.lesson = u.lesson AND j.id = u.journal AND a.pupil > 0 AND a.is_absence = 1 AND \(RuleSQL.mayExist("a"))
        GROUP BY u.lesson, a.pupil
      ), judged AS (
        SELECT m.lesson, m.pupil, m.is_uncertain, m.is_known, m.mended_from, p.study_class, u.subject, u.period, u.held_on,
          u.teacher_set, u.number, u.attendance_proved,
          u.held_on + \(RuleSQL.norm("days", of: "absence-reason-missing", studyClass: "p.study_class", subject: "u.subject"))
            AS deadline
        FROM missed m CROSS JOIN control_lesson u CROSS JOIN pupil p
        WHERE u.lesson = m.lesson AND p.id = m.pupil
      )
      SELECT CASE WHEN is_known = 1 THEN 0
          WHEN deadline < :as_of AND is_uncertain = 0 AND attendance_proved = 1 THEN 1 END AS verdict,
        CASE WHEN deadline >= :as_of THEN 10 WHEN is_uncertain = 1 THEN \(UndeterminedReason.betweenSnapshots.code)
          ELSE \(UndeterminedReason.earlySnapshot.code) END AS reason,
        study_class, subject, period, held_on AS day, lesson, pupil, teacher_set, number, deadline,
        CASE WHEN is_known = 1 THEN mended_from END AS mended_from
      FROM judged
      """,
    sentence: { facts in
      let deadline = facts.date("deadline").map { " (срок — \($0.russian))" } ?? ""
      return "\(facts.pupilName): пропущен урок \(facts.lessonText), причина не указана\(deadline)."
    },
    mend: { _ in "Выяснить причину пропуска и указать её в журнале." },
    examples: [
      .kept("болезнь", .lesson(1, day: 16, entry: .on(16)), .attendance(1, .ill, .on(16))),
      .kept(
        "источник различает причины, и «Н» — без уважительной",
        .source(.timedExample.union(.absenceReasons), snapshot: 90),
        .lesson(1, day: 16, entry: .on(16)), .attendance(1, .absent, .on(16))),
      .broken(
        "«Н» и через восемь дней", .lesson(1, day: 22, entry: .on(22)), .attendance(1, .absent, .on(22)),
        .lesson(2, day: 5, entry: .on(5)), .attendance(2, .excused, .on(5))),
      .undetermined(
        "идёт седьмой день", .lesson(1, day: 23, entry: .on(23)), .attendance(1, .absent, .on(23)),
        .lesson(2, day: 5, entry: .on(5)), .attendance(2, .excused, .on(5))),
      .undetermined(
        "норма класса — десять дней", .norm("days", 10), .lesson(1, day: 22, entry: .on(22)),
        .attendance(1, .absent, .on(22)), .lesson(2, day: 5, entry: .on(5)), .attendance(2, .excused, .on(5))),
      .undetermined(
        "выгрузка сделана раньше контрольной даты", .source(.untimedExample, snapshot: 29),
        .lesson(1, day: 16, entry: .ofItsFacts), .attendance(1, .absent, .between(16, 20)),
        .lesson(2, day: 5, entry: .ofItsFacts), .attendance(2, .ill, .between(5, 10))),
      .undetermined(
        "причина появилась между выгрузками до и после контрольной даты", .source(.untimedExample, snapshot: 35),
        .lesson(1, day: 16, entry: .ofItsFacts), .attendance(1, .ill, .between(29, 35))),
      .notJudged(
        "опоздание — не пропуск", .lesson(1, day: 16, entry: .on(16)), .attendance(1, .late, .on(16)),
        .lesson(2, day: 5, entry: .on(5)), .attendance(2, .ill, .on(5))),
      .notJudged(
        "пропуск отмечен после контрольной даты", .lesson(1, day: 16, entry: .on(16)), .attendance(1, .ill, .on(31))),
      .notJudged(
        "ни одна выгрузка не называет причин: правило не применяется", .lesson(1, day: 16, entry: .on(16)),
        .attendance(1, .absent, .on(16))),
    ])
}
