import Journal

extension Rule {
  /// The topic, in the version there is at as-of, of lessons entered at as-of. Applicable where any journal with lessons
  /// carries topics; lessons of the others are undetermined then.
  static let lessonWithoutTopic = Rule(
    id: "lesson-without-topic",
    version: 1,
    title: "Урок без темы",
    demand: "Тема урока записана",
    clause: "П 3.8",
    direction: .lessons,
    severity: .fault,
    unit: .lesson,
    units: "внесённых уроков",
    why: "Учёт пройденного материала ведётся по темам уроков; урок без темы в него не входит.",
    blindSpots: """
      Соответствует ли тема программе и проведённому уроку, не видно. Пустыми считаются тема без букв и цифр и \
      заглушки вроде «---Не указана---».
      """,
    canBeMended: true,
    requirements: [
      Requirement(
        select: """
          SELECT 1 FROM journal j WHERE \(RuleSQL.says(.topics, "j"))
            AND EXISTS (SELECT 1 FROM lesson l WHERE l.journal = j.id)
          """,
        otherwise: UndeterminedReason.noTopics.text)
    ],
    reasons: UndeterminedReason.ofEntering,
    reads: [.lessons],
    seeks: [.topic],
    select: """
      WITH judged AS MATERIALIZED (
        SELECT u.lesson, u.study_class, u.subject, u.period, u.held_on, u.teacher_set, u.number, u.entered, u.says_topics,
          u.topic_proved, \(LessonTextSQL.state) AS topic, \(LessonTextSQL.properFrom) AS mended_from
        FROM control_lesson u LEFT JOIN lesson_text t ON \(LessonTextSQL.mayBe(.topic, of: "u"))
        WHERE u.entered <> 0
        GROUP BY u.lesson, u.study_class, u.subject, u.period, u.held_on, u.teacher_set, u.number, u.entered,
          u.says_topics, u.topic_proved
      )
      SELECT CASE WHEN says_topics = 0 OR entered < 0 OR topic = 1 THEN NULL WHEN topic = 3 THEN 0
          WHEN topic = 2 OR topic_proved = 1 THEN 1 END AS verdict,
        CASE WHEN says_topics = 0 THEN \(UndeterminedReason.noTopics.code) WHEN entered < 0 THEN -entered
          WHEN topic = 1 THEN \(UndeterminedReason.betweenSnapshots.code)
          ELSE \(UndeterminedReason.earlySnapshot.code) END AS reason,
        study_class, subject, period, held_on AS day, lesson, teacher_set, number, topic,
        mended_from
      FROM judged
      """,
    sentence: {
      "У урока \($0.lessonText) \($0.evidence["topic"] == 2 ? "вместо темы стоит заглушка" : "нет темы")."
    },
    mend: { _ in "Записать тему урока." },
    examples: [
      .kept("тема есть", .lesson(1, day: 16, entry: .on(16)), .topic(1, "ЮАР", .on(16))),
      .broken("темы нет", .lesson(1, day: 16, entry: .on(16))),
      .broken("заглушка", .lesson(1, day: 16, entry: .on(16)), .topic(1, "---Не указана---", .on(16))),
      .broken("тема внесена после контрольной даты", .lesson(1, day: 16, entry: .on(16)), .topic(1, "Дроби", .on(31))),
      .undetermined(
        "тема появилась между выгрузками до и после контрольной даты",
        .source(.untimedExample, snapshot: 35), .lesson(1, day: 16, entry: .ofItsFacts),
        .mark(1, "4", .between(16, 20)),
        .topic(1, "Дроби", .between(29, 35))),
      .undetermined(
        "темы нет, но выгрузка сделана раньше контрольной даты",
        .source(.untimedExample, snapshot: 29), .lesson(1, day: 16, entry: .ofItsFacts), .mark(1, "4", .between(16, 20))
      ),
      .notJudged("урок не внесён: об этом другое правило", .lesson(1, day: 16, entry: .never)),
      .notJudged(
        "выгрузка не содержит тем: правило не применяется",
        .source(.untimedExample.subtracting(.topics), snapshot: 30), .lesson(1, day: 16, entry: .ofItsFacts),
        .mark(1, "4", .between(16, 20))),
    ])
}
