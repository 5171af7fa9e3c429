import Journal

extension Rule {
  /// Lessons entered at as-of without any attendance row, of a pupil or of everybody. Lessons of journals that cannot say
  /// «everybody is present» are undetermined, whatever stands in them: where nobody was absent they would stay empty.
  static let attendanceNotRecorded = Rule(
    id: "attendance-not-recorded",
    version: 1,
    title: "Посещаемость не отмечена",
    demand: "Посещаемость на уроке отмечена",
    clause: "П 6.2",
    direction: .attendance,
    severity: .fault,
    unit: .lesson,
    units: "внесённых уроков",
    why: "Отражение посещаемости — одно из трёх направлений контроля. Пустой урок не отличить от забытого.",
    blindSpots: "Отмечены ли все отсутствующие, не видно: довольно одной записи или отметки «все присутствуют».",
    canBeMended: true,
    requirements: [.says(.everybodyPresent, otherwise: "выгрузки не могут сказать «все присутствуют»")],
    reasons: UndeterminedReason.ofEntering + [
      UndeterminedReason(code: 10, text: "выгрузка не может сказать «все присутствуют»")
    ],
    reads: [.lessons],
    seeks: [.attendance],
    select: """
      WITH judged AS MATERIALIZED (
        SELECT u.lesson, u.study_class, u.subject, u.period, u.held_on, u.teacher_set, u.number, u.entered,
          u.attendance_proved, CASE WHEN \(RuleSQL.says(.everybodyPresent, "j")) THEN 1 ELSE 0 END AS says_everybody,
          (SELECT max(CASE WHEN \(RuleSQL.exists("a")) THEN 2 ELSE 1 END)
            FROM attendance a WHERE a.lesson = u.lesson AND \(RuleSQL.mayExist("a"))) AS recorded
        FROM control_lesson u JOIN control_journal j ON j.journal = u.journal
        WHERE u.entered <> 0
      )
      SELECT CASE WHEN says_everybody = 0 OR entered < 0 OR recorded = 1 THEN NULL WHEN recorded = 2 THEN 0
          WHEN attendance_proved = 1 THEN 1 END AS verdict,
        CASE WHEN says_everybody = 0 THEN 10 WHEN entered < 0 THEN -entered
          WHEN recorded = 1 THEN \(UndeterminedReason.betweenSnapshots.code)
          ELSE \(UndeterminedReason.earlySnapshot.code) END AS reason,
        study_class, subject, period, held_on AS day, lesson, teacher_set, number,
        CASE WHEN recorded = 2 AND :singly = 1 THEN (SELECT min(a.entered_from) FROM attendance a
          WHERE a.lesson = judged.lesson AND \(RuleSQL.exists("a"))) END AS mended_from
      FROM judged
      """,
    sentence: { "На уроке \($0.lessonText) не отмечены ни отсутствующие, ни «все присутствуют»." },
    mend: { _ in "Отметить отсутствующих или «все присутствуют»." },
    examples: [
      .kept("«все присутствуют»", .lesson(1, day: 16, entry: .on(16)), .everybodyPresent(1, .on(16))),
      .kept("отмечен опоздавший", .lesson(1, day: 16, entry: .on(16)), .attendance(1, .late, .on(16))),
      .broken("записей о посещаемости нет", .lesson(1, day: 16, entry: .on(16)), .topic(1, "Дроби", .on(16))),
      .broken(
        "отсутствующий отмечен после контрольной даты",
        .lesson(1, day: 16, entry: .on(16)), .attendance(1, .ill, .on(31))),
      .undetermined(
        "запись появилась между выгрузками до и после контрольной даты",
        .source(.untimedExample, snapshot: 35), .lesson(1, day: 16, entry: .ofItsFacts),
        .topic(1, "Дроби", .between(16, 20)),
        .everybodyPresent(1, .between(29, 35))),
      .undetermined(
        "записей нет, но выгрузка сделана раньше контрольной даты",
        .source(.untimedExample, snapshot: 29), .lesson(1, day: 16, entry: .ofItsFacts),
        .topic(1, "Дроби", .between(16, 20))
      ),
      .broken(
        "записей нет в выгрузке с временем внесения: это доказано и раньше контрольной даты",
        .source(.timedExample, snapshot: 29), .lesson(1, day: 16, entry: .on(16))),
      .notJudged("урок не внесён: об этом другое правило", .lesson(1, day: 16, entry: .never)),
      .notJudged(
        "выгрузка не может сказать «все присутствуют»: правило не применяется",
        .source(.timedExample.subtracting(.everybodyPresent), snapshot: 30), .lesson(1, day: 16, entry: .on(16))),
    ])
}
