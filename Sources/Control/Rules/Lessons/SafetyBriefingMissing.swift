import Journal

extension Rule {
  /// The first lesson of the school year and the first after 1 January of each class × subject × group, where the subject
  /// needs a briefing: by the school's setting, else by what a source or its name says (`BriefingWords`).
  ///
  /// - Of several lessons on that first day any may name the briefing, in its topic or homework.
  /// - A lesson is certainly the first only where the exports show the class from the beginning of the half on
  ///   (`control_half.sure_by`).
  /// - A lesson not entered yet may still name it; that it is not entered another rule tells.
  static let safetyBriefingMissing = Rule(
    id: "safety-briefing-missing",
    version: 1,
    title: "Нет записи об инструктаже по технике безопасности",
    demand: "Инструктаж по технике безопасности записан",
    clause: "П 4.2",
    direction: .lessons,
    severity: .fault,
    unit: .lesson,
    units: "первых уроков предметов с инструктажем",
    why: """
      Положение требует записывать проведённые инструктажи; на первом уроке года и первом уроке после 1 января их проводят \
      по физике, химии, биологии, информатике, физкультуре и труду.
      """,
    blindSpots: """
      Инструктаж виден по словам «инструктаж», «охрана труда», «ТБ» или «техника безопасности» в теме или домашнем задании; \
      записан ли он в отдельном журнале, не видно. Другие предметы с инструктажем школа называет в настройках.
      """,
    canBeMended: true,
    requirements: Rule.lessonWithoutTopic.requirements,
    reasons: [
      UndeterminedReason(code: 10, text: "первый урок ещё не внесён", awaitsDeadline: true),
      UndeterminedReason(code: 11, text: "первый ли это урок, неизвестно: более ранние дни не загружены"),
    ] + UndeterminedReason.ofEntering,
    reads: [.lessons, .firstLessons],
    select: """
      WITH judged AS MATERIALIZED (
        SELECT u.*, f.sure_by, f.first_day,
          (SELECT max(CASE WHEN \(RuleSQL.exists("t")) THEN 2 ELSE 1 END)
            FROM control_briefing_text b JOIN lesson_text t
              ON t.lesson = b.text_lesson AND t.kind = b.kind AND t.version = b.version
            WHERE b.lesson = u.lesson AND \(RuleSQL.mayExist("t"))) AS briefing,
          (SELECT min(t.entered_from)
            FROM control_briefing_text b JOIN lesson_text t
              ON t.lesson = b.text_lesson AND t.kind = b.kind AND t.version = b.version
            WHERE b.lesson = u.lesson AND \(RuleSQL.exists("t"))) AS mended_from
        FROM control_first_lesson f JOIN control_lesson u ON u.lesson = f.lesson
      ), told AS MATERIALIZED (
        SELECT e.*,
          CASE WHEN e.briefing = 2 THEN 0
            WHEN e.says_topics = 0 THEN \(UndeterminedReason.noTopics.code)
            WHEN e.briefing = 1 THEN \(UndeterminedReason.betweenSnapshots.code)
            WHEN e.entered = 0 THEN 10
            WHEN e.entered < 0 THEN -e.entered
            WHEN e.topic_proved = 0 OR (EXISTS (SELECT 1 FROM journal j
                WHERE j.id = e.journal AND \(RuleSQL.says(.homework, "j")))
              AND NOT \(PreparedUnits.lessonTextShown(.homework, of: "e.lesson", where: RuleSQL.proves("v"))))
            THEN \(UndeterminedReason.earlySnapshot.code)
            WHEN NOT \(RuleSQL.covered(
              .lesson, journal: "e.journal", studyClass: "e.study_class", first: "e.sure_by", last: "e.held_on", where: "1 = 1"))
            THEN 11
            ELSE -1 END AS outcome
        FROM judged e
      )
      SELECT CASE outcome WHEN 0 THEN 0 WHEN -1 THEN 1 END AS verdict, CASE WHEN outcome > 0 THEN outcome END AS reason,
        study_class, subject, period, held_on AS day, lesson, teacher_set, number, first_day, mended_from
      FROM told ORDER BY lesson
      """,
    sentence: { facts in
      let isFirst = facts.date("first_day")?.month == 9
      return
        "На первом уроке \(isFirst ? "учебного года" : "после 1 января") \(facts.lessonText) не записан инструктаж."
    },
    mend: { _ in "Записать инструктаж в теме урока, если он проведён; если нет — провести." },
    examples: [
      .kept(
        "инструктаж в теме", .needsBriefing, .lesson(1, day: 16, entry: .on(16)),
        .topic(1, "ВВОДНЫЙ ИНСТРУКТАЖ", .on(16))),
      .kept(
        "техника безопасности в домашнем задании", .needsBriefing, .lesson(1, day: 16, entry: .on(16)),
        .topic(1, "Введение", .on(16)), .homework(1, "Выучить правила техники безопасности", .on(16))),
      .kept(
        "инструктаж записан на втором уроке того же дня", .needsBriefing, .lesson(1, day: 16, entry: .on(16)),
        .lesson(2, day: 16, entry: .on(16)), .topic(2, "Охрана труда", .on(16))),
      .broken(
        "инструктажа нет", .needsBriefing, .lesson(1, day: 16, entry: .on(16)), .topic(1, "Отбор данных", .on(16))),
      .broken(
        "уроки видны с 8 сентября", .needsBriefing, .covered(from: 8), .lesson(1, day: 16, entry: .on(16)),
        .topic(1, "Введение", .on(16))),
      .broken(
        "инструктаж записан после контрольной даты", .needsBriefing, .lesson(1, day: 16, entry: .on(16)),
        .topic(1, "ТБ", .on(31))),
      .broken(
        "первый урок после 1 января", .needsBriefing, .check(asOf: 140, from: 123, to: 140),
        .lesson(1, day: 16, entry: .on(16)), .topic(1, "Т. Б.", .on(16)), .lesson(2, day: 123, entry: .on(123)),
        .topic(2, "Введение", .on(123))),
      .undetermined("первый урок не внесён", .needsBriefing, .lesson(1, day: 16, entry: .never)),
      .undetermined(
        "уроки видны только с 9 сентября", .needsBriefing, .covered(from: 9), .lesson(1, day: 16, entry: .on(16)),
        .topic(1, "Введение", .on(16))),
      .undetermined(
        "инструктаж появился между выгрузками до и после контрольной даты", .needsBriefing,
        .source(.untimedExample, snapshot: 35), .lesson(1, day: 16, entry: .ofItsFacts),
        .mark(1, "4", .between(16, 20)), .topic(1, "ТБ", .between(29, 35))),
      .undetermined(
        "темы нет, но выгрузка сделана раньше контрольной даты", .needsBriefing,
        .source(.untimedExample, snapshot: 29), .lesson(1, day: 16, entry: .ofItsFacts), .mark(1, "4", .between(16, 20))
      ),
      .notJudged(
        "урок не первый", .needsBriefing, .lesson(1, day: 15, entry: .on(15)), .topic(1, "ТБ", .on(15)),
        .lesson(2, day: 16, entry: .on(16))),
      .notJudged(
        "последний день года: уроки полугодия уже были", .needsBriefing, .check(asOf: 122, from: 122, to: 122),
        .lesson(1, day: 16, entry: .on(16)), .lesson(2, day: 122, entry: .on(122))),
      .notJudged("предмет без инструктажа", .lesson(1, day: 16, entry: .on(16))),
    ])
}
