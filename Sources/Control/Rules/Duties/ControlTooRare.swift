import Journal

extension Rule {
  /// A calendar month from September to May that begins no earlier than the first export the store knows was made: before it
  /// nobody could have checked, and of the month in which it was made only a part was left. Checks count by their as-of
  /// day. The check itself never counts: a month has ended when its last day is before as-of; on that day itself it waits for
  /// the next check.
  static let controlTooRare = Rule(
    id: "control-too-rare",
    version: 1,
    title: "Контроль проводился слишком редко",
    demand: "Контроль проводился с установленной периодичностью",
    clause: "П 6.2",
    direction: .duties,
    severity: .fault,
    unit: .month,
    units: "месяцев",
    norms: [
      Norm(name: "checks", phrase: "контроль журнала — не реже % {раза|раз|раз} в месяц", standard: 2, bounds: 1...31)
    ],
    why: "Положение требует контролировать ведение журнала не реже двух раз в месяц.",
    blindSpots: "Считаются проверки, зарегистрированные в программе; проведённых без неё она не видит.",
    canBeMended: false,
    requirements: [
      Requirement(
        select: "SELECT 1 FROM snapshot s WHERE s.taken_at <= :evening",
        otherwise: "до контрольной даты не было ни одной выгрузки")
    ],
    reasons: [UndeterminedReason(code: 10, text: "месяц ещё не кончился", awaitsDeadline: true)],
    reads: [.calendar],
    select: """
      SELECT CASE WHEN u.last_day >= :as_of THEN NULL WHEN u.checks < :checks THEN 1 ELSE 0 END AS verdict,
        10 AS reason, u.last_day AS day, u.month AS item, u.month, u.checks
      FROM (
        SELECT m.month, m.last_day,
          (SELECT count(*) FROM registered_check r WHERE r.as_of BETWEEN m.first_day AND m.last_day) AS checks
        FROM control_month m
        WHERE (m.month % 12 >= 8 OR m.month % 12 <= 4)
          AND m.first_day >= (SELECT min(s.taken_at) / 86400 FROM snapshot s)) u
      ORDER BY u.month
      """,
    sentence: { facts in
      let checks = Int(facts.evidence["checks"] ?? 0)
      let month = facts.evidence["month"] ?? 0
      let told = "\(monthNames[Int(month % 12)]) \(month / 12) года"
      return checks == 0
        ? "\(told): контроль журнала не проводился."
        : "\(told): контроль журнала проведён \(RussianCount.times(checks))."
    },
    mend: { _ in "" },
    examples: [
      .kept(
        "две проверки, в первый и в последний день месяца", .source(.timedExample, snapshot: 1), october,
        .registered(1), .registered(30)),
      .broken("проверка одна", .source(.timedExample, snapshot: 1), october, .registered(15)),
      .broken(
        "проверки накануне месяца и после него не считаются", .source(.timedExample, snapshot: 1), october,
        .registered(0), .registered(15), .registered(31)),
      .broken(
        "май — учебный месяц", .source(.timedExample, snapshot: 1), .check(asOf: 274, from: 270, to: 274)),
      .notJudged(
        "июнь — не учебный месяц", .source(.timedExample, snapshot: 1), .check(asOf: 304, from: 290, to: 304)),
      .notJudged(
        "август — не учебный месяц", .source(.timedExample, snapshot: -31), .check(asOf: 1, from: -10, to: 1)),
      .broken(
        "декабрь", .source(.timedExample, snapshot: 1), .check(asOf: 123, from: 110, to: 123), .registered(100)),
      .undetermined(
        "месяц кончается в контрольную дату: его проверит следующая проверка", .source(.timedExample, snapshot: 1),
        .registered(15)),
      .notJudged(
        "первая выгрузка сделана второго числа", .source(.timedExample, snapshot: 2), october, .registered(15)),
      .notJudged(
        "месяц кончился раньше периода контроля", .source(.timedExample, snapshot: 1),
        .check(asOf: 32, from: 31, to: 32)),
      .notJudged("выгрузок до контрольной даты нет: правило не применяется", .registered(15)),
    ])

  private static let monthNames = [
    "Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь", "Декабрь",
  ]

  private static let october = ExampleFact.check(asOf: 31, from: 16, to: 31)
}
