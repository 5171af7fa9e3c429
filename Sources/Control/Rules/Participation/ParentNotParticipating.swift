import Journal

extension Rule {
  /// See `ParticipationSQL` for who is judged, and `AccountSQL` for a school whose sources name accounts only.
  static let parentNotParticipating = Rule(
    id: "parent-not-participating",
    version: 2,
    title: "Родители не заходили в электронный дневник",
    demand: "Родители заходили в электронный дневник",
    clause: "П 3.8",
    direction: .participation,
    severity: .note,
    unit: .pupil,
    units: "учеников",
    why: "Процент участия родителей — показатель контроля, названный в Положении.",
    blindSpots: "Сколько родителей у ученика и кто из них вошёл, не видно: довольно входа одного.",
    canBeMended: true,
    requirements: [ParticipationSQL.requirement(.parent, "родителей")],
    reasons: [.earlySnapshot],
    reads: [],
    seeks: [.login],
    select: ParticipationSQL.select(.parent),
    sentence: { "\($0.pupilName): за \($0.window.russian) родители ни разу не вошли в дневник." },
    mend: { _ in "Классному руководителю: выяснить, есть ли у родителей доступ, и напомнить о дневнике." },
    examples: [
      .kept("один вход родителя в периоде контроля", .login(.parent, 30)),
      .broken("родитель входил только до периода контроля", .login(.parent, 15)),
      .broken("входил только ученик", .login(.pupil, 20), .login(.parent, 1)),
      .undetermined(
        "входа нет, но выгрузка сделана раньше периода контроля",
        .source(.timedExample, snapshot: 15), .login(.parent, 15)),
      .notJudged("ученик зачислен после периода контроля", .enrolled(from: 31, to: nil), .login(.parent, 10)),
      .notJudged("входов родителей в выгрузках нет вовсе", .login(.pupil, 16)),
      .kept(
        "последний вход по отчёту об активности — в периоде контроля",
        .report(made: 31, from: 1, to: 60, logins: 5, last: 30, of: .parent)),
      .broken(
        "по отчёту об активности не входили никогда",
        .report(made: 31, from: 1, to: 60, logins: 0, last: nil, of: .parent)),
      .broken(
        "отчёт ровно за период контроля не считает ни одного входа",
        .report(made: 40, from: 16, to: 30, logins: 0, last: 39, of: .parent)),
      .undetermined(
        "отчёт об активности сделан в последний день периода контроля",
        .report(made: 30, from: 1, to: 60, logins: 3, last: 15, of: .parent)),
      .undetermined(
        "в строке учётной записи есть нечитаемая ячейка",
        .report(made: 31, from: 1, to: 60, logins: 3, last: 15, of: .parent, isWhole: false)),
      .notJudged(
        "в отчёте только учётная запись ученика", .report(made: 31, from: 1, to: 60, logins: 0, last: nil, of: .pupil)),
    ],
    fallback: {
      AccountSQL.fallback(
        of: $0, .parent, whose: "родителя", genitivePlural: "родителей",
        blindSpots: """
          Считаются учётные записи, а не ученики: связать запись родителя с ребёнком нельзя, у одного ученика их может \
          быть две, у другого ни одной.
          """)
    })
}
