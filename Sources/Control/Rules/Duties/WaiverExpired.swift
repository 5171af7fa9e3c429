import Journal

extension Rule {
  /// A waiver that was decided by as-of and not revoked; see `EndedWaivers` for what of it is broken still. One of which
  /// nothing is broken, but something cannot be judged, is undetermined. What is left of it and cannot be mended is told
  /// once: nobody can do more about it than decide again.
  static let waiverExpired = Rule(
    id: "waiver-expired",
    version: 1,
    title: "Решение о принятом замечании закончилось, а замечание осталось",
    demand: "Решения о принятых замечаниях в силе, или их замечания устранены",
    clause: "П 6.2",
    direction: .duties,
    severity: .note,
    unit: .waiver,
    units: "решений о принятых замечаниях",
    why: """
      Замечание принимают на время: пока учитель болеет, пока класс на карантине. Когда срок прошёл, его надо устранить \
      или решить о нём заново.
      """,
    blindSpots: """
      Имеет ли решение силу, программа не знает: она верит тому, что о нём записано. Отменённые решения не проверяются: их \
      замечания снова стоят в справке.
      """,
    canBeMended: true,
    requirements: [Requirement(select: "SELECT 1 FROM waiver", otherwise: "решений о принятых замечаниях нет")],
    reasons: [UndeterminedReason(code: 10, text: "по выгрузкам не установить, устранено ли замечание")],
    reads: [.waivers],
    select: """
      SELECT CASE WHEN w.until_day >= :as_of THEN 0 WHEN w.broken > 0 THEN 1 WHEN w.undetermined > 0 THEN NULL ELSE 0
        END AS verdict,
        CASE WHEN w.until_day < :as_of AND w.broken = 0 AND w.undetermined > 0 THEN 10 END AS reason,
        w.study_class, w.subject, w.teacher, w.pupil, w.waiver AS item, w.until_day, w.broken AS left_count,
        CASE WHEN w.mendable > 0 THEN 1 ELSE 0 END AS is_mendable
      FROM control_waiver w
      ORDER BY w.waiver
      """,
    sentence: { facts in
      let count = Int(facts.evidence["left_count"] ?? 0)
      return """
        \(facts.itemName): решение действовало по \(facts.date("until_day")?.russian ?? ""), а \
        \(count == 1 ? "замечание осталось" : "осталось \(RussianCount.findings(count))").
        """
    },
    mend: { _ in "Устранить замечание или принять новое решение: zavuch waive." },
    examples: [
      .kept(
        "срок кончается в контрольную дату", .lesson(1, day: 16, entry: .never),
        .waiver("lesson-not-entered", from: 20, until: 30)),
      .kept(
        "срок кончился, урок внесён", .lesson(1, day: 16, entry: .on(29)),
        .waiver("lesson-not-entered", from: 20, until: 29)),
      .broken(
        "срок кончился, урок так и не внесён", .lesson(1, day: 16, entry: .never),
        .waiver("lesson-not-entered", from: 20, until: 29)),
      .kept(
        "невнесённый урок проведён после срока: о нём решения не было", .lesson(1, day: 30, entry: .never),
        .waiver("lesson-not-entered", from: 20, until: 29)),
      .broken(
        "невнесённый урок проведён в последний день срока", .lesson(1, day: 29, entry: .never),
        .waiver("lesson-not-entered", from: 20, until: 29)),
      .undetermined(
        "внесён ли урок, по выгрузке не установить",
        .source(.untimedExample, snapshot: 29), .lesson(1, day: 16, entry: .ofItsFacts),
        .waiver("lesson-not-entered", from: 20, until: 29)),
      .notJudged(
        "решение принято после контрольной даты", .lesson(1, day: 16, entry: .never),
        .waiver("lesson-not-entered", from: 31, until: 60)),
      .kept(
        "решение принято в контрольную дату", .lesson(1, day: 16, entry: .never),
        .waiver("lesson-not-entered", from: 30, until: 60)),
      .notJudged(
        "решение отменено", .lesson(1, day: 16, entry: .never),
        .waiver("lesson-not-entered", from: 20, until: 29, revoked: 30)),
      .broken(
        "решение отменено после контрольной даты", .lesson(1, day: 16, entry: .never),
        .waiver("lesson-not-entered", from: 20, until: 29, revoked: 31)),
      .notJudged("решений нет: правило не применяется", .lesson(1, day: 16, entry: .never)),
    ])
}
