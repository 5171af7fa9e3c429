import Journal

extension Rule {
  /// Class × week, by its Monday. A school week of a class has a day that is no holiday among the weekdays on which the class has
  /// lessons around then (four weeks before and after, so that a class which has finished or not begun has none), and
  /// where the class's quarters, trimesters or half-years are known, lies in one. One lesson of any source posts it, also one that
  /// was first seen after as-of.
  ///
  /// That no lesson is there is proved by an export that shows the class, holds lessons of anybody up to that week and was taken
  /// on or after the as-of evening, or, where it keeps entry times, after the week's last school day. First classes have
  /// holidays of their own, which no table of holidays tells apart: a week without lessons of any first class is
  /// undetermined. A week that is not over waits for the next check.
  static let timetableNotPosted = Rule(
    id: "timetable-not-posted",
    version: 1,
    title: "Расписание класса не размещено",
    demand: "Расписание класса размещено",
    clause: "Р 1",
    direction: .duties,
    severity: .fault,
    unit: .classWeek,
    units: "учебных недель классов",
    why: "Пока расписания недели нет, уроки этой недели негде вести, а ученики и родители не видят их в дневнике.",
    blindSpots: """
      Видно только, есть ли на неделе хоть один урок класса: полно ли расписание и верно ли оно, правило не судит. Отмену \
      занятий, о которой не сказано в каникулах, оно принимает за неразмещённое расписание.
      """,
    canBeMended: true,
    requirements: [
      Requirement(
        select: "SELECT 1 FROM control_holiday h WHERE h.to_day >= :from - 366 AND h.from_day <= :to + 366",
        otherwise: "каникулы неизвестны: их нет ни в выгрузках (таблица holidays), ни в настройках")
    ],
    reasons: [
      UndeterminedReason(code: 10, text: "неделя ещё не кончилась", awaitsDeadline: true),
      UndeterminedReason(code: 11, text: "уроков нет ни у одного первого класса: у них могут быть свои каникулы"),
      .earlySnapshot,
    ],
    reads: [.calendar],
    select: """
      WITH held AS MATERIALIZED (
        SELECT coalesce(c.same_as, c.id) AS study_class, l.held_on AS day
        FROM lesson l JOIN study_class c ON c.id = l.study_class
        WHERE l.held_on BETWEEN :from - 28 AND :to + 34 AND (l.gone_by IS NULL OR l.gone_by > :evening)
        GROUP BY coalesce(c.same_as, c.id), l.held_on
      ), taught AS MATERIALIZED (
        SELECT d.study_class, (d.day + 3) % 7 AS weekday FROM held d GROUP BY d.study_class, (d.day + 3) % 7
      ), school_week AS MATERIALIZED (
        SELECT t.study_class, w.monday, max(w.monday + t.weekday) AS last_day
        FROM control_week w CROSS JOIN taught t
        WHERE NOT EXISTS (SELECT 1 FROM control_holiday h WHERE w.monday + t.weekday BETWEEN h.from_day AND h.to_day)
        GROUP BY t.study_class, w.monday
      ), export AS MATERIALIZED (
        SELECT v.journal, v.taken_at, min(v.is_timed) AS is_timed, min(v.from_day) AS from_day, max(v.to_day) AS to_day
        FROM coverage v
        WHERE v.kind = \(FactKind.lesson.rawValue) AND v.is_whole = 1 AND \(RuleSQL.proves("v"))
          AND v.journal NOT IN (SELECT part.id FROM journal part WHERE \(RuleSQL.says(.partial, "part")))
        GROUP BY v.journal, v.taken_at
      ), judged AS MATERIALIZED (
        SELECT s.study_class, s.monday, s.last_day, c.grade, c.head_teacher,
          CASE WHEN EXISTS (SELECT 1 FROM held d
            WHERE d.study_class = s.study_class AND d.day BETWEEN s.monday AND s.monday + 6) THEN 1 ELSE 0 END AS is_posted
        FROM school_week s JOIN study_class c ON c.id = s.study_class
        WHERE EXISTS (SELECT 1 FROM held d
            WHERE d.study_class = s.study_class AND d.day BETWEEN s.monday - 28 AND s.monday + 34)
          AND (NOT EXISTS (SELECT 1 FROM period p WHERE \(reports("p")) AND p.start_day <= :to + 200
              AND p.end_day >= :from - 200)
            OR EXISTS (SELECT 1 FROM period p WHERE \(reports("p")) AND p.start_day <= s.monday + 6
              AND p.end_day >= s.monday))
      )
      SELECT CASE WHEN u.is_posted = 1 THEN 0 WHEN u.last_day > :as_of OR \(isOfFirstClasses) THEN NULL
          WHEN EXISTS (SELECT 1 FROM study_class x JOIN coverage v ON v.study_class = x.id
              JOIN export o ON o.journal = v.journal AND o.taken_at = v.taken_at
            WHERE coalesce(x.same_as, x.id) = u.study_class AND v.kind = \(FactKind.lesson.rawValue)
              AND o.from_day <= u.monday + 6 AND o.to_day >= u.monday
              AND (o.taken_at >= :evening OR o.taken_at >= u.last_day * 86400 + 86399)) THEN 1 END AS verdict,
        CASE WHEN u.last_day > :as_of THEN 10 WHEN \(isOfFirstClasses) THEN 11
          ELSE \(UndeterminedReason.earlySnapshot.code) END AS reason,
        u.study_class, u.head_teacher AS teacher, u.monday AS day
      FROM judged u
      ORDER BY u.study_class, u.monday
      """,
    sentence: { facts in
      let last = facts.day?.advanced(by: 6).russian ?? ""
      return "На неделе \(facts.dayText)–\(last) у класса нет ни одного урока."
    },
    mend: { _ in "Разместить расписание класса на эту неделю." },
    examples: [
      .kept(
        "уроки на неделе есть", autumn, week, .lesson(1, day: 15, entry: .on(15)), .lesson(2, day: 24, entry: .never)),
      .kept("единственный урок — в воскресенье", autumn, week, .lesson(1, day: 28, entry: .never)),
      .broken(
        "уроки есть до и после недели", autumn, week, .lesson(1, day: 21, entry: .on(21)),
        .lesson(2, day: 29, entry: .never)),
      .broken("последний урок — за четыре недели", autumn, week, .lesson(1, day: -6, entry: .on(-6))),
      .notJudged("последний урок — раньше, чем за четыре недели", autumn, week, .lesson(1, day: -7, entry: .on(-6))),
      .broken("следующий урок — через четыре недели", autumn, week, .lesson(1, day: 56, entry: .never)),
      .notJudged("следующий урок — позже", autumn, week, .lesson(1, day: 57, entry: .never)),
      .notJudged(
        "единственный учебный день недели — праздник", .holiday(from: 22, to: 22), week,
        .lesson(1, day: 15, entry: .on(15))),
      .broken(
        "праздник только до учебного дня", .holiday(from: 15, to: 21), week, .lesson(1, day: 15, entry: .on(15))),
      .broken("праздник только после него", .holiday(from: 23, to: 28), week, .lesson(1, day: 15, entry: .on(15))),
      .notJudged(
        "неделя раньше первой четверти", autumn, week, .period(from: 29, to: 56), .lesson(1, day: 15, entry: .on(15))),
      .broken(
        "четверть начинается в последний день недели", autumn, week, .period(from: 28, to: 56),
        .lesson(1, day: 15, entry: .on(15))),
      .notJudged(
        "неделя позже четверти", autumn, week, .period(from: 1, to: 21), .lesson(1, day: 15, entry: .on(15))),
      .broken(
        "четверть кончается в первый день недели", autumn, week, .period(from: 1, to: 22),
        .lesson(1, day: 15, entry: .on(15))),
      .broken(
        "дни четверти неизвестны", autumn, week, .period(from: nil, to: nil), .lesson(1, day: 15, entry: .on(15))),
      .broken(
        "последний учебный день недели — контрольная дата", autumn, .check(asOf: 22, from: 16, to: 22),
        .lesson(1, day: 15, entry: .on(15))),
      .undetermined(
        "до последнего учебного дня недели контрольная дата не дошла", autumn, .check(asOf: 22, from: 22, to: 22),
        .lesson(1, day: 16, entry: .on(16))),
      .notJudged(
        "неделя началась до периода контроля", autumn, .check(asOf: 28, from: 23, to: 28),
        .lesson(1, day: 15, entry: .on(15))),
      .notJudged(
        "неделя начинается после периода контроля", autumn, .check(asOf: 28, from: 16, to: 21),
        .lesson(1, day: 15, entry: .on(15))),
      .undetermined(
        "выгрузка без времени внесения сделана раньше контрольной даты", autumn, week,
        .source(.untimedExample, snapshot: 27), .lesson(1, day: 15, entry: .ofItsFacts)),
      .broken(
        "выгрузка без времени внесения сделана вечером контрольной даты", autumn, week,
        .source(.untimedExample, snapshot: 28), .lesson(1, day: 15, entry: .ofItsFacts)),
      .broken(
        "выгрузка со временем внесения сделана вечером последнего учебного дня недели", autumn, week,
        .source(.timedExample, snapshot: 22), .lesson(1, day: 15, entry: .on(15))),
      .undetermined(
        "выгрузка со временем внесения сделана раньше", autumn, week, .source(.timedExample, snapshot: 21),
        .lesson(1, day: 15, entry: .on(15))),
      .undetermined(
        "уроков нет ни у одного первого класса", autumn, week, .grade(1), .lesson(1, day: 15, entry: .on(15))),
      .notJudged("каникулы неизвестны: правило не применяется", week, .lesson(1, day: 15, entry: .on(15))),
    ])

  private static let autumn = ExampleFact.holiday(from: 57, to: 63)
  /// Of its two Mondays the window holds the second.
  private static let week = ExampleFact.check(asOf: 28, from: 16, to: 28)

  private static func reports(_ p: String) -> String {
    "\(p).kind <= 3 AND c.grade BETWEEN \(p).grade_from AND \(p).grade_to"
  }

  private static var isOfFirstClasses: String {
    """
    (u.grade = 1 AND NOT EXISTS (SELECT 1 FROM judged g
      WHERE g.grade = 1 AND g.monday = u.monday AND g.is_posted = 1))
    """
  }
}
