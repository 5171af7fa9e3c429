import Journal

extension Rule {
  /// A class hour of the window, as the newest table of class hours shows it: it carries no entry times and replaces the
  /// one before it, so it is the state of its class hours whatever the as-of.
  ///
  /// «No attendance» is a table that says so, or leaves the cell blank where it fills it in for other class hours: a table
  /// without a single word about attendance cannot say it, and a class hour that lacks nothing else is undetermined then.
  /// Topic and direction are words in any table; a dash is none.
  static let classHourIncomplete = Rule(
    id: "class-hour-incomplete",
    version: 1,
    title: "Классный час записан не полностью",
    demand: "У классного часа есть тема, направление и посещаемость",
    clause: "П 4.2",
    direction: .lessons,
    severity: .fault,
    unit: .classHour,
    units: "классных часов",
    why: "Положение обязывает классного руководителя записывать тему, направление и посещаемость классных часов.",
    blindSpots: """
      Классный час, которого нет в таблице, не виден. Времени внесения таблица не хранит: судится то, что в ней записано \
      сейчас.
      """,
    canBeMended: true,
    requirements: [
      Requirement(select: "SELECT 1 FROM class_hour", otherwise: "выгрузки не содержат классных часов")
    ],
    reasons: [UndeterminedReason(code: 10, text: "таблица классных часов ничего не говорит о посещаемости")],
    reads: [.classHours],
    select: """
      WITH judged AS (
        SELECT h.id AS item, h.study_class, h.day, h.attendance_taken, w.has_topic, w.has_direction,
          CASE WHEN EXISTS (SELECT 1 FROM class_hour o WHERE o.sheet = h.sheet AND o.attendance_taken IS NOT NULL) THEN 1
            ELSE 0 END AS says_attendance
        FROM class_hour h JOIN control_class_hour w ON w.item = h.id
        WHERE h.day BETWEEN :from AND :to AND h.day <= :as_of
      ), told AS (
        SELECT j.*,
          CASE WHEN attendance_taken = 1 THEN 0 WHEN attendance_taken = 0 OR says_attendance = 1 THEN 1 END AS no_attendance
        FROM judged j
      )
      SELECT CASE WHEN has_topic = 0 OR has_direction = 0 THEN 1 ELSE no_attendance END AS verdict,
        10 AS reason, study_class, day, item, has_topic, has_direction, no_attendance
      FROM told ORDER BY item
      """,
    sentence: { facts in
      let lacks =
        (facts.evidence["has_topic"] == 0 ? ["темы"] : [])
        + (facts.evidence["has_direction"] == 0 ? ["направления"] : [])
        + (facts.evidence["no_attendance"] == 1 ? ["посещаемости"] : [])
      return "У классного часа \(facts.dayText) нет \(lacks.joined(separator: ", "))."
    },
    mend: { _ in "Дополнить запись классного часа." },
    examples: [
      .kept("записано всё", .classHour(day: 16, topic: "Мы — команда", direction: "общение", attendanceTaken: true)),
      .broken("нет темы", .classHour(day: 16, topic: nil, direction: "общение", attendanceTaken: true)),
      .broken("вместо темы прочерк", .classHour(day: 16, topic: "—", direction: "общение", attendanceTaken: true)),
      .broken("нет направления", .classHour(day: 30, topic: "Мы — команда", direction: nil, attendanceTaken: true)),
      .broken(
        "посещаемость не отмечена",
        .classHour(day: 16, topic: "Мы — команда", direction: "общение", attendanceTaken: false)),
      .broken(
        "о посещаемости сказано у других, у этого — нет",
        .classHour(day: 16, topic: "Мы — команда", direction: "общение", attendanceTaken: nil),
        .classHour(day: 9, topic: "Правила", direction: "общение", attendanceTaken: true)),
      .broken(
        "нет темы, а о посещаемости таблица не говорит",
        .classHour(day: 16, topic: nil, direction: "общение", attendanceTaken: nil)),
      .undetermined(
        "таблица не говорит о посещаемости",
        .classHour(day: 16, topic: "Мы — команда", direction: "общение", attendanceTaken: nil)),
      .notJudged(
        "до периода контроля", .classHour(day: 15, topic: nil, direction: nil, attendanceTaken: false)),
      .notJudged(
        "после контрольной даты", .classHour(day: 31, topic: nil, direction: nil, attendanceTaken: false)),
    ])
}
