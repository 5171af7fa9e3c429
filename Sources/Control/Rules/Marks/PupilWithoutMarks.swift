import Journal

extension Rule {
  /// See `PreparedUnits.pupilPeriodStatements` for who is judged and which marks count.
  static let pupilWithoutMarks = Rule(
    id: "pupil-without-marks",
    version: 1,
    title: "Ученик без отметок по предмету",
    demand: "У ученика есть отметки по предмету",
    clause: "П 3.8",
    direction: .marks,
    severity: .fault,
    unit: .pupilPeriod,
    units: "пар «ученик — предмет» в отчётном периоде",
    peopleLabel: "учеников с предметом без отметок",
    why: """
      Процент учеников без отметок — показатель контроля, названный в Положении: без текущих отметок ученика нельзя \
      обоснованно аттестовать.
      """,
    blindSpots: """
      Не учитывается, сколько уроков ученик пропустил. В начале отчётного периода замечаний много: отметки ещё \
      не за что ставить.
      """,
    canBeMended: true,
    requirements: [.says(.marks, otherwise: "выгрузки не содержат отметок")],
    reasons: PupilPeriodSQL.reasons,
    reads: PupilPeriodSQL.reads,
    seeks: [.mark],
    select: """
      SELECT CASE WHEN c.certain > 0 THEN 0
          WHEN c.unit IS NULL AND u.mark_proved = 1 AND u.may_be_exempt = 0 THEN 1 END AS verdict,
        CASE WHEN c.certain > 0 THEN NULL ELSE \(PupilPeriodSQL.reason) END AS reason,
        \(PupilPeriodSQL.columns)
      \(PupilPeriodSQL.source)
      """,
    sentence: { "\($0.pupilName): нет отметок за \($0.periodName)." },
    mend: { _ in "Опросить ученика и выставить отметки." },
    examples: [
      .kept(
        "отметка есть, хотя и до периода контроля",
        .lesson(1, day: 5, entry: .on(5)), .mark(1, "4", .on(5))),
      .broken("урок был, отметки нет", .lesson(1, day: 5, entry: .on(5))),
      .broken("«н/а» — не отметка", .lesson(1, day: 5, entry: .on(5)), .mark(1, "н/а", .on(5))),
      .broken("отметка внесена после контрольной даты", .lesson(1, day: 5, entry: .on(5)), .mark(1, "4", .on(31))),
      .undetermined(
        "отметки нет, но выгрузка сделана раньше контрольной даты",
        .source(.untimedExample, snapshot: 29), .lesson(1, day: 5, entry: .ofItsFacts)),
      .undetermined(
        "отметка появилась между выгрузками до и после контрольной даты",
        .source(.untimedExample, snapshot: 35), .lesson(1, day: 5, entry: .ofItsFacts), .mark(1, "4", .between(29, 35))),
      .broken(
        "отметки нет в выгрузке с временем внесения: это доказано и раньше контрольной даты",
        .source(.timedExample, snapshot: 29), .lesson(1, day: 5, entry: .on(5))),
      .undetermined("ученика не отличить от тёзки", .namesake, .lesson(1, day: 5, entry: .on(5))),
      .notJudged(
        "урок только из дневника одного ученика: он показывает не все дни",
        .source(.untimedExample.union(.partial), snapshot: 35), .lesson(1, day: 5, entry: .ofItsFacts)),
      .notJudged("первый класс", .grade(1), .lesson(1, day: 5, entry: .on(5))),
      .notJudged("предмет без отметок", .ungradedSubject, .lesson(1, day: 5, entry: .on(5))),
      .notJudged(
        "ученик освобождён от предмета",
        .exempt(from: 1, to: nil, entry: .on(1)), .lesson(1, day: 5, entry: .on(5))),
      .notJudged("ученик зачислен после урока", .enrolled(from: 6, to: nil), .lesson(1, day: 5, entry: .on(5))),
    ])
}
