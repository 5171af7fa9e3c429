import Journal

extension Rule {
  /// A lesson whose date is in the window and which nobody entered by the as-of evening. A topic of a Дневник.ру lesson
  /// planning enters the lesson, also ahead of its day.
  static let lessonNotEntered = Rule(
    id: "lesson-not-entered",
    version: 1,
    title: "Урок не внесён в журнал",
    demand: "Урок внесён в журнал",
    clause: "П 3.8",
    direction: .participation,
    severity: .fault,
    unit: .lesson,
    units: "уроков",
    why: """
      Доля внесённых уроков — процент участия в работе, который заместитель директора контролирует по Положению. \
      Пока урока нет в журнале, родители не видят ни темы, ни задания, ни отметок.
      """,
    blindSpots: """
      Урок, которого нет ни в расписании, ни в журнале, не виден. Если выгрузка не содержит тем (журнал Дневник.ру без \
      поурочного планирования), пустой столбец не доказывает, что урок не внесён. Тема, записанная заранее, считается \
      внесением урока.
      """,
    canBeMended: true,
    reasons: UndeterminedReason.ofEntering,
    reads: [.lessons],
    seeks: [.lesson],
    select: """
      SELECT CASE u.entered WHEN 1 THEN 0 WHEN 0 THEN 1 END AS verdict,
        CASE WHEN u.entered < 0 THEN -u.entered END AS reason,
        u.study_class, u.subject, u.period, u.held_on AS day, u.lesson, u.teacher_set,
        u.number AS number, u.entry_from AS mended_from
      FROM control_lesson u
      """,
    sentence: { "Урок \($0.lessonText) не внесён в журнал на вечер \($0.asOf.russian)." },
    mend: { _ in "Внести урок: тему, домашнее задание, отметки и отсутствующих." },
    examples: [
      .kept("урок внесён в свой день", .lesson(1, day: 16, entry: .on(16))),
      .kept("урок внесён позже, но до контрольной даты", .lesson(1, day: 16, entry: .on(30))),
      .broken("времени внесения нет, хотя у других уроков оно есть", .lesson(1, day: 16, entry: .never)),
      .broken("урок внесён после контрольной даты", .lesson(1, day: 16, entry: .on(31))),
      .broken(
        "выгрузка с темами сделана вечером контрольной даты, урок пуст",
        .source(.untimedExample, snapshot: 30), .lesson(1, day: 16, entry: .ofItsFacts)),
      .broken(
        "времени внесения нет в выгрузке с временем внесения: это доказано и раньше контрольной даты",
        .source(.timedExample, snapshot: 29), .lesson(1, day: 16, entry: .never)),
      .undetermined(
        "выгрузка сделана раньше контрольной даты",
        .source(.untimedExample, snapshot: 29), .lesson(1, day: 16, entry: .ofItsFacts)),
      .undetermined(
        "выгрузка не содержит тем: пустой столбец ничего не доказывает",
        .source(.untimedExample.subtracting(.topics), snapshot: 30), .lesson(1, day: 16, entry: .ofItsFacts)),
      .undetermined(
        "отметка появилась между выгрузками до и после контрольной даты",
        .source(.untimedExample, snapshot: 35), .lesson(1, day: 16, entry: .ofItsFacts), .mark(1, "5", .between(29, 35))
      ),
      .notJudged(
        "урок только из дневника одного ученика",
        .source(.untimedExample.union(.partial), snapshot: 30), .lesson(1, day: 16, entry: .ofItsFacts)),
      .notJudged("урок вне периода контроля", .lesson(1, day: 15, entry: .never)),
    ])
}
