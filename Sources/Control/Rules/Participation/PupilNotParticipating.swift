import Journal

extension Rule {
  /// See `ParticipationSQL` for who is judged, and `AccountSQL` for a school whose sources name accounts only.
  static let pupilNotParticipating = Rule(
    id: "pupil-not-participating",
    version: 2,
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
        "входа нет, но выгрузка сделана раньше периода контроля",
        .source(.timedExample, snapshot: 15), .login(.pupil, 15)),
      .notJudged("ученик выбыл до периода контроля", .enrolled(from: nil, to: 15), .login(.pupil, 10)),
      .notJudged("входов учеников в выгрузках нет вовсе", .login(.parent, 16)),
      .kept(
        "последний вход по отчёту об активности — в периоде контроля",
        .report(made: 31, from: 1, to: 60, logins: 5, last: 20, of: .pupil)),
      .kept(
        "отчёт за часть периода контроля считает вход",
        .report(made: 40, from: 18, to: 30, logins: 1, last: 39, of: .pupil)),
      .kept(
        "между отчётами с одним началом счётчик вырос",
        .report(made: 16, from: 1, to: 15, logins: 3, last: 10, of: .pupil),
        .report(made: 40, from: 1, to: 30, logins: 4, last: 39, of: .pupil)),
      .broken(
        "последний вход по отчёту об активности — до периода контроля",
        .report(made: 31, from: 1, to: 60, logins: 3, last: 15, of: .pupil)),
      .broken(
        "между отчётами с одним началом счётчик не изменился",
        .report(made: 16, from: 1, to: 15, logins: 3, last: 10, of: .pupil),
        .report(made: 40, from: 1, to: 30, logins: 3, last: 39, of: .pupil)),
      .undetermined(
        "последний вход позже периода контроля, а отчёт считает за больший промежуток",
        .report(made: 40, from: 1, to: 60, logins: 9, last: 39, of: .pupil)),
      .notJudged(
        "учётная запись не ученика", .report(made: 31, from: 1, to: 60, logins: 0, last: nil, of: .teacher)),
    ],
    fallback: {
      AccountSQL.fallback(
        of: $0, .pupil, whose: "обучающегося", genitivePlural: "обучающихся",
        blindSpots: """
          Считаются учётные записи, а не ученики: отчёт об активности не связан со списками классов. Вход под чужой \
          учётной записью не виден.
          """)
    })
}
