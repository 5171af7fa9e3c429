import Journal

extension Rule {
  /// See `PreparedUnits.pupilPeriodStatements` for who is judged and which marks count. A pupil without marks keeps this
  /// rule and breaks `pupil-without-marks`.
  static let pupilWithOneMark = Rule(
    id: "pupil-with-one-mark",
    version: 1,
    title: "Ученик с одной отметкой по предмету",
    demand: "У ученика по предмету не единственная отметка",
    clause: "П 3.8",
    direction: .marks,
    severity: .risk,
    unit: .pupilPeriod,
    units: "пар «ученик — предмет» в отчётном периоде",
    peopleLabel: "учеников с предметом с одной отметкой",
    why: """
      Процент учеников с одной отметкой — показатель контроля, названный в Положении: по одной отметке нельзя \
      обоснованно аттестовать за период.
      """,
    blindSpots: """
      Не учитывается, сколько уроков ученик пропустил. В начале отчётного периода одна отметка — обычное дело.
      """,
    canBeMended: true,
    requirements: [.says(.marks, otherwise: "выгрузки не содержат отметок")],
    reasons: PupilPeriodSQL.reasons,
    reads: PupilPeriodSQL.reads,
    select: """
      SELECT CASE WHEN c.certain >= 2 THEN 0
          WHEN c.possible > c.certain OR u.mark_proved = 0 THEN NULL
          WHEN c.certain = 1 THEN CASE WHEN u.may_be_exempt = 0 THEN 1 END
          ELSE 0 END AS verdict,
        CASE WHEN c.certain >= 2 THEN NULL ELSE \(PupilPeriodSQL.reason) END AS reason,
        \(PupilPeriodSQL.columns)
      \(PupilPeriodSQL.source)
      """,
    sentence: { "\($0.pupilName): только одна отметка за \($0.periodName)." },
    mend: { _ in "Опросить ученика и выставить отметки." },
    examples: [
      .kept(
        "две отметки за один урок",
        .lesson(1, day: 5, entry: .on(5)), .mark(1, "4", .on(5)), .mark(1, "5", .on(5))),
      .kept("отметок нет: об этом другое правило", .lesson(1, day: 5, entry: .on(5))),
      .broken("одна отметка", .lesson(1, day: 5, entry: .on(5)), .mark(1, "4", .on(5))),
      .broken(
        "вторая отметка внесена после контрольной даты",
        .lesson(1, day: 5, entry: .on(5)), .mark(1, "4", .on(5)), .mark(1, "5", .on(31))),
      .undetermined(
        "вторая отметка появилась между выгрузками до и после контрольной даты",
        .source(.untimedExample, snapshot: 35), .lesson(1, day: 5, entry: .ofItsFacts),
        .mark(1, "4", .between(5, 10)), .mark(1, "5", .between(29, 35))),
      .undetermined(
        "одна отметка, но выгрузка сделана раньше контрольной даты",
        .source(.untimedExample, snapshot: 29), .lesson(1, day: 5, entry: .ofItsFacts), .mark(1, "4", .between(5, 10))),
      .notJudged("первый класс", .grade(1), .lesson(1, day: 5, entry: .on(5)), .mark(1, "4", .on(5))),
    ])
}
