import Journal

extension Rule {
  /// The homework, in the version there is at as-of, of lessons entered at as-of.
  ///
  /// - A control work is any written work of the lesson (`work.is_written`).
  /// - The period's last lesson is every lesson of the last day on which the class (or group) has the subject in that
  ///   period; a lesson that may have vanished is none. While the period goes on, lessons after the latest known one may
  ///   still come: without homework it is undetermined, and asked again. So it stays where the period's days are unknown,
  ///   and a lesson of no known period can be the last of its own.
  /// - Grades before the norm `grade` have no homework: grade 1 by the sanitary rules, and whatever classes, grades or
  ///   subjects a school exempts by a higher number. An unknown grade (0) may be one of them.
  static let lessonWithoutHomework = Rule(
    id: "lesson-without-homework",
    version: 1,
    title: "Урок без домашнего задания",
    demand: "Домашнее задание записано",
    clause: "П 2.4",
    direction: .lessons,
    severity: .fault,
    unit: .lesson,
    units: "внесённых уроков, после которых задают на дом",
    norms: [
      Norm(name: "grade", phrase: "домашнее задание задают начиная с %-го класса", standard: 2, bounds: 1...12)
    ],
    why: "Положение требует вовремя сообщать родителям о домашних заданиях; незаписанного задания они не узнают.",
    blindSpots: """
      Можно ли выполнить задание, не видно. Контрольная, которая не отмечена в журнале как работа, не видна. Урок, после \
      которого на дом не задано, и урок, после которого задание забыли записать, для программы одно и то же; от двух уроков \
      подряд задание ждут у обоих. Пустыми считаются задание без букв и цифр и заглушки вроде «Не задано».
      """,
    canBeMended: true,
    requirements: [
      Requirement(
        select: """
          SELECT 1 FROM journal j WHERE \(RuleSQL.says(.homework, "j"))
            AND EXISTS (SELECT 1 FROM lesson l WHERE l.journal = j.id)
          """,
        otherwise: UndeterminedReason.noHomework.text)
    ],
    reasons: [
      UndeterminedReason(
        code: 10, text: "последний ли это урок отчётного периода, ещё неизвестно", awaitsDeadline: true),
      UndeterminedReason(code: 11, text: "отчётный период урока неизвестен, и последний ли это урок, не установить"),
      UndeterminedReason(code: 12, text: "номер класса неизвестен, а в младших классах на дом не задают"),
      .noHomework,
    ] + UndeterminedReason.ofEntering,
    reads: [.lessons],
    seeks: [.homework],
    select: """
      WITH last_day AS MATERIALIZED (
        SELECT l.period, l.study_class, l.subject, coalesce(l.study_group, 0) AS list_group, max(l.held_on) AS last_day
        FROM (SELECT DISTINCT u.period FROM control_lesson u WHERE u.period IS NOT NULL) q CROSS JOIN lesson l
        WHERE l.period = q.period AND l.held_on >= :from AND (l.gone_from IS NULL OR l.gone_from >= :evening)
        GROUP BY l.period, l.study_class, l.subject, coalesce(l.study_group, 0)
      ), texts AS MATERIALIZED (
        SELECT u.lesson, u.study_class, u.study_group, u.subject, u.period, u.held_on, u.teacher_set, u.number, u.entered,
          \(LessonTextSQL.state) AS homework, \(LessonTextSQL.properFrom) AS mended_from
        FROM control_lesson u LEFT JOIN lesson_text t ON \(LessonTextSQL.mayBe(.homework, of: "u"))
        WHERE u.entered <> 0
          AND NOT EXISTS (SELECT 1 FROM work w
            WHERE w.lesson = u.lesson AND w.is_written = 1 AND \(RuleSQL.isThere("w")))
        GROUP BY u.lesson, u.study_class, u.study_group, u.subject, u.period, u.held_on, u.teacher_set, u.number, u.entered
      ), judged AS (
        SELECT u.*, c.grade, p.end_day, d.last_day,
          \(RuleSQL.norm("grade", of: "lesson-without-homework", studyClass: "u.study_class", subject: "u.subject"))
            AS first_grade
        FROM texts u JOIN study_class c ON c.id = u.study_class LEFT JOIN period p ON p.id = u.period
          LEFT JOIN last_day d ON d.period = u.period AND d.study_class = u.study_class AND d.subject = u.subject
            AND d.list_group = coalesce(u.study_group, 0)
      ), expected AS (
        SELECT j.*, CASE WHEN j.last_day > j.held_on THEN 1 ELSE 0 END AS has_next
        FROM judged j
        WHERE (j.grade = 0 OR j.grade >= j.first_grade)
          AND (j.last_day > j.held_on OR j.end_day IS NULL OR j.end_day > :as_of)
      ), told AS (
        SELECT e.*,
          CASE WHEN e.entered < 0 THEN -e.entered
            WHEN e.homework = 3 THEN 0
            WHEN e.homework = 1 THEN \(UndeterminedReason.betweenSnapshots.code)
            WHEN NOT \(PreparedUnits.lessonTextShown(.homework, of: "e.lesson", where: "1 = 1"))
            THEN \(UndeterminedReason.noHomework.code)
            WHEN e.homework IS NULL
              AND NOT \(PreparedUnits.lessonTextShown(.homework, of: "e.lesson", where: RuleSQL.proves("v")))
            THEN \(UndeterminedReason.earlySnapshot.code)
            WHEN e.period IS NULL THEN 11
            WHEN e.has_next = 0 THEN 10
            WHEN e.grade < e.first_grade THEN 12
            ELSE -1 END AS outcome
        FROM expected e
      )
      SELECT CASE outcome WHEN 0 THEN 0 WHEN -1 THEN 1 END AS verdict, CASE WHEN outcome > 0 THEN outcome END AS reason,
        study_class, subject, period, held_on AS day, lesson, teacher_set, number, homework,
        mended_from
      FROM told
      """,
    sentence: {
      let what = $0.evidence["homework"] == 2 ? "вместо домашнего задания стоит заглушка" : "нет домашнего задания"
      return "У урока \($0.lessonText) \(what)."
    },
    mend: { _ in "Записать домашнее задание." },
    examples: [
      .kept("задание есть", .lesson(1, day: 16, entry: .on(16)), .homework(1, "§ 5", .on(16))),
      .kept(
        "отчётный период урока неизвестен, но задание есть", .period(from: nil, to: nil),
        .lesson(1, day: 16, entry: .on(16)), .homework(1, "§ 5", .on(16))),
      .broken(
        "задания нет, а уроки будут ещё", .lesson(1, day: 16, entry: .on(16)), .lesson(2, day: 31, entry: .never)),
      .broken(
        "заглушка", .lesson(1, day: 16, entry: .on(16)), .homework(1, "---Не указано---", .on(16)),
        .lesson(2, day: 31, entry: .never)),
      .broken(
        "задание внесено после контрольной даты", .lesson(1, day: 16, entry: .on(16)), .homework(1, "§ 5", .on(31)),
        .lesson(2, day: 31, entry: .never)),
      .broken(
        "во втором классе задают", .grade(2), .lesson(1, day: 16, entry: .on(16)), .lesson(2, day: 31, entry: .never)),
      .undetermined(
        "последний известный урок, а период не кончился", .period(from: 1, to: 31), .lesson(1, day: 16, entry: .on(16))),
      .undetermined(
        "последний известный урок, а дни периода неизвестны", .period(from: nil, to: nil),
        .lesson(1, day: 16, entry: .on(16))),
      .undetermined(
        "номер класса неизвестен", .grade(0), .lesson(1, day: 16, entry: .on(16)), .lesson(2, day: 31, entry: .never)),
      .undetermined(
        "задание появилось между выгрузками до и после контрольной даты", .source(.untimedExample, snapshot: 35),
        .lesson(1, day: 16, entry: .ofItsFacts), .mark(1, "4", .between(16, 20)), .homework(1, "§ 5", .between(29, 35)),
        .lesson(2, day: 31, entry: .ofItsFacts)),
      .undetermined(
        "задания нет, но выгрузка сделана раньше контрольной даты", .source(.untimedExample, snapshot: 29),
        .lesson(1, day: 16, entry: .ofItsFacts), .topic(1, "Дроби", .between(16, 20)),
        .lesson(2, day: 31, entry: .ofItsFacts)),
      .notJudged("последний урок кончившегося периода", .period(from: 1, to: 30), .lesson(1, day: 16, entry: .on(16))),
      .notJudged(
        "контрольная работа", .lesson(1, day: 16, entry: .on(16)), .writtenWork(1), .lesson(2, day: 31, entry: .never)),
      .notJudged(
        "первый класс", .grade(1), .lesson(1, day: 16, entry: .on(16)), .lesson(2, day: 31, entry: .never)),
      .notJudged(
        "класс, который школа освободила", .norm("grade", 6), .lesson(1, day: 16, entry: .on(16)),
        .lesson(2, day: 31, entry: .never)),
      .notJudged(
        "урок не внесён: об этом другое правило", .lesson(1, day: 16, entry: .never), .lesson(2, day: 31, entry: .never)
      ),
      .notJudged(
        "выгрузка не содержит заданий: правило не применяется",
        .source(.timedExample.subtracting(.homework), snapshot: 30), .lesson(1, day: 16, entry: .on(16)),
        .lesson(2, day: 31, entry: .never)),
    ])
}
