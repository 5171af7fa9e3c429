import Journal

extension Rule {
  /// See `ParticipationSQL` for who is judged.
  static let parentNotParticipating = Rule(
    id: "parent-not-participating",
    version: 1,
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
        "входа нет, но выгрузка сделана раньше конца периода контроля",
        .source(.timedExample, snapshot: 29), .login(.parent, 15)),
      .notJudged("ученик зачислен после периода контроля", .enrolled(from: 31, to: nil), .login(.parent, 10)),
      .notJudged("входов родителей в выгрузках нет вовсе", .login(.pupil, 16)),
    ])
}
