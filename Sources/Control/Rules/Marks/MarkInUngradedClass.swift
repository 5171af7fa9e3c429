import Journal

extension Rule {
  /// Every mark in grade 1 and in courses that any source or the school calls ungraded: each is broken, so that nothing is
  /// ever kept, and what is checked is what is there. A mark that was taken out is no unit any more.
  ///
  /// Pupils with ОСВ are units too: a source of grade 1 writes it for «безотметочное обучение». A class without a known grade
  /// (0) is judged in ungraded courses only.
  static let markInUngradedClass = Rule(
    id: "mark-in-ungraded-class",
    version: 1,
    title: "Отметка там, где отметок не ставят",
    demand: "Отметка стоит там, где отметки ставят",
    clause: "П 3.7",
    direction: .marks,
    severity: .fault,
    unit: .mark,
    units: "отметок в первых классах и безотметочных курсах",
    why: "В первых классах отметки не выставляются; нет их и в курсах, которые школа ведёт без отметок.",
    blindSpots: """
      Какие курсы ведутся без отметок, программа знает из таблицы предметов и настроек школы; выгрузки Дневник.ру об этом \
      не говорят. Верно и соблюдение не считается: каждая такая отметка — нарушение.
      """,
    canBeMended: true,
    requirements: [.says(.marks, otherwise: "выгрузки не содержат отметок")],
    reasons: [.betweenSnapshots],
    reads: [.lessons],
    select: """
      SELECT CASE WHEN \(RuleSQL.exists("m")) THEN 1 END AS verdict,
        \(UndeterminedReason.betweenSnapshots.code) AS reason, u.study_class, u.subject, u.period,
        u.held_on AS day, u.lesson, m.pupil, m.ordinal, u.teacher_set, u.number, m.grade AS mark, c.grade AS class_grade
      FROM control_lesson u CROSS JOIN study_class c CROSS JOIN mark m
      WHERE c.id = u.study_class
        AND (c.grade = 1 OR \(RuleSQL.isUngraded(subject: "u.subject", studyClass: "u.study_class")))
        AND m.lesson = u.lesson AND m.is_mark = 1 AND \(RuleSQL.mayExist("m"))
      ORDER BY u.lesson, m.pupil, m.ordinal
      """,
    sentence: { facts in
      let place = facts.evidence["class_grade"] == 1 ? "в 1-м классе отметок не ставят" : "курс безотметочный"
      return "\(facts.pupilName), урок \(facts.lessonText): стоит \(facts.markText), а \(place)."
    },
    mend: { _ in "Удалить отметку." },
    examples: [
      .broken("первый класс", .grade(1), .lesson(1, day: 16, entry: .on(16)), .mark(1, "5", .on(16))),
      .broken("предмет без отметок", .ungradedSubject, .lesson(1, day: 16, entry: .on(16)), .mark(1, "5", .on(16))),
      .broken(
        "зачёт — тоже отметка", .ungradedSubject, .lesson(1, day: 16, entry: .on(16)), .mark(1, "зач", .on(16))),
      .undetermined(
        "отметка появилась между выгрузками до и после контрольной даты",
        .source(.untimedExample, snapshot: 35), .grade(1), .lesson(1, day: 16, entry: .ofItsFacts),
        .mark(1, "5", .between(29, 35))),
      .notJudged("второй класс", .grade(2), .lesson(1, day: 16, entry: .on(16)), .mark(1, "5", .on(16))),
      .notJudged("номер класса неизвестен", .grade(0), .lesson(1, day: 16, entry: .on(16)), .mark(1, "5", .on(16))),
      .notJudged("отметок нет", .grade(1), .lesson(1, day: 16, entry: .on(16)), .attendance(1, .absent, .on(16))),
      .notJudged("точка — не отметка", .grade(1), .lesson(1, day: 16, entry: .on(16)), .mark(1, ".", .on(16))),
    ])
}
