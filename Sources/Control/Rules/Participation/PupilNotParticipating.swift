import Journal

extension Rule {
  /// See `ParticipationSQL` for who is judged.
  static let pupilNotParticipating = Rule(
    id: "pupil-not-participating",
    version: 1,
    title: "Ученик не заходил в электронный дневник",
    demand: "Ученик заходил в электронный дневник",
    clause: "П 3.8",
    direction: .participation,
    severity: .note,
    unit: .pupil,
    units: "учеников",
    why: "Процент участия учеников — показатель контроля, названный в Положении.",
    blindSpots: "Вход под чужой учётной записью и чтение дневника вместе с родителем не видны.",
    canBeMended: true,
    requirements: [ParticipationSQL.requirement(.pupil, "учеников")],
    reasons: [.earlySnapshot],
    reads: [],
    seeks: [.login],
    select: ParticipationSQL.select(.pupil),
    sentence: { "\($0.pupilName): за \($0.window.russian) ученик ни разу не вошёл в дневник." },
    mend: { _ in "Классному руководителю: выяснить, есть ли у ученика доступ, и напомнить о дневнике." },
    examples: [
      .kept("один вход в периоде контроля", .login(.pupil, 16)),
      .broken("вход был до периода контроля", .login(.pupil, 15)),
      .broken("ученик выбыл в периоде контроля и не входил", .enrolled(from: nil, to: 16), .login(.pupil, 15)),
      .undetermined(
        "входа нет, но выгрузка сделана раньше конца периода контроля",
        .source(.timedExample, snapshot: 29), .login(.pupil, 15)),
      .notJudged("ученик выбыл до периода контроля", .enrolled(from: nil, to: 15), .login(.pupil, 10)),
      .notJudged("входов учеников в выгрузках нет вовсе", .login(.parent, 16)),
    ])
}
