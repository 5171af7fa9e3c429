import Journal

extension Rule {
  /// Three kinds of consent, each a unit: of the child's data, of the parent's, and from an age on the pupil's own. A pupil is
  /// one whatever sources name, enrolled on the as-of day in a class of the present school year; a consent of any row
  /// counts. A table that is there and has no row for a pupil tells that there is no consent (CONTROL 1).
  ///
  /// The own consent of a pupil whose day of birth no source tells is undetermined, unless it is given; a younger pupil needs
  /// none.
  static let consentMissing = Rule(
    id: "consent-missing",
    version: 1,
    title: "Нет согласия на обработку персональных данных",
    demand: "Согласие на обработку персональных данных есть",
    clause: "П 6.1",
    direction: .duties,
    severity: .fault,
    unit: .consent,
    units: "согласий",
    norms: [
      Norm(name: "age", phrase: "собственное согласие ученика нужно с % лет", standard: 16, bounds: 14...18)
    ],
    why: "Без согласия школа не вправе вести данные ученика и его родителей в электронном журнале.",
    blindSpots: "Видно только то, что записано в таблице consents; само согласие и его текст не проверяются.",
    canBeMended: true,
    requirements: [
      Requirement(
        select: "SELECT 1 FROM consent c WHERE c.given_on <= :as_of",
        otherwise: "согласий (таблица consents) в хранилище нет")
    ],
    reasons: [UndeterminedReason(code: 10, text: "дата рождения ученика неизвестна")],
    reads: [.calendar],
    select: """
      WITH \(DutySQL.currentClasses), listed AS MATERIALIZED (
        SELECT coalesce(p.same_as, p.id) AS shown, min(p.id) AS pupil, max(p.birth_date) AS birth_date
        FROM pupil p JOIN current u ON u.study_class = p.study_class
        GROUP BY coalesce(p.same_as, p.id)
        HAVING min(CASE WHEN \(RuleSQL.attends("p", on: ":as_of")) THEN 1 ELSE 0 END) = 1
      ), given AS MATERIALIZED (
        SELECT coalesce(p.same_as, p.id) AS shown, c.kind, max(c.withdrawn_on) AS withdrawn_on,
          max(CASE WHEN c.withdrawn_on <= :as_of THEN 0 ELSE 1 END) AS is_given
        FROM consent c JOIN pupil p ON p.id = c.pupil
        WHERE c.given_on <= :as_of
        GROUP BY coalesce(p.same_as, p.id), c.kind
      ), asked AS MATERIALIZED (
        SELECT i.shown, i.pupil, i.birth_date, p.study_class, k.item, k.kind,
          (SELECT y.day FROM control_years_ago y
            WHERE y.years = \(RuleSQL.norm("age", of: "consent-missing", studyClass: "p.study_class"))) AS born_by
        FROM listed i JOIN pupil p ON p.id = i.pupil
          CROSS JOIN (\(kinds)) k
      )
      SELECT CASE WHEN g.is_given = 1 THEN 0 WHEN a.item = \(ConsentKind.pupil.rawValue) AND a.birth_date IS NULL THEN NULL
          ELSE 1 END AS verdict,
        10 AS reason, a.study_class, a.pupil, a.item, a.item AS kind, g.withdrawn_on
      FROM asked a LEFT JOIN given g ON g.shown = a.shown AND g.kind = a.kind
      WHERE a.item <> \(ConsentKind.pupil.rawValue) OR a.birth_date IS NULL OR a.birth_date <= a.born_by
      ORDER BY a.pupil, a.item
      """,
    sentence: { facts in
      let kind = ConsentKind(rawValue: facts.evidence["kind"] ?? 0)
      let withdrawn = facts.date("withdrawn_on").map { " (отозвано \($0.russian))" } ?? ""
      return "\(facts.pupilName): нет \(kind?.genitive ?? "согласия")\(withdrawn)."
    },
    mend: { _ in "Классному руководителю: получить согласие и записать его." },
    examples: [
      .kept("согласия даны", .birth(-3000), .consent("child", given: 1), .consent("parent", given: 30)),
      .broken("согласия родителей о своих данных нет", .birth(-3000), .consent("child", given: 1)),
      .broken("согласия о данных ребёнка нет", .birth(-3000), .consent("parent", given: 1)),
      .broken(
        "согласие дано после контрольной даты", .birth(-3000), .consent("child", given: 31),
        .consent("parent", given: 30)),
      .broken(
        "согласие отозвано в контрольную дату", .birth(-3000), .consent("child", given: 1, withdrawn: 30),
        .consent("parent", given: 1)),
      .kept(
        "согласие отозвано после контрольной даты", .birth(-3000), .consent("child", given: 1, withdrawn: 31),
        .consent("parent", given: 1)),
      .kept(
        "отозвано и дано снова", .birth(-3000), .consent("child", given: 1, withdrawn: 10),
        .consent("child", given: 11),
        .consent("parent", given: 1)),
      .broken(
        "ученику сегодня исполнилось 16 лет, его согласия нет", .birth(-5814), .consent("child", given: 1),
        .consent("parent", given: 1)),
      .kept(
        "ученику исполнится 16 лет завтра", .birth(-5813), .consent("child", given: 1), .consent("parent", given: 1)),
      .kept(
        "ученик старше 16 лет дал согласие сам", .birth(-6000), .consent("child", given: 1),
        .consent("parent", given: 1), .consent("pupil-16", given: 1)),
      .kept(
        "для 5А школа требует согласия с 17 лет", .birth(-5814), .consent("child", given: 1),
        .consent("parent", given: 1), .norm("age", 17)),
      .undetermined(
        "дата рождения неизвестна, и собственного согласия нет", .consent("child", given: 1),
        .consent("parent", given: 1)),
      .kept(
        "дата рождения неизвестна, но ученик дал согласие сам", .consent("child", given: 1),
        .consent("parent", given: 1), .consent("pupil-16", given: 1)),
      .notJudged(
        "ученик выбыл до контрольной даты", .enrolled(from: nil, to: 29), .birth(-3000), .consent("child", given: 1)),
      .notJudged(
        "ученик зачислен после контрольной даты", .enrolled(from: 31, to: nil), .birth(-3000),
        .consent("child", given: 1)),
      .notJudged("согласий до контрольной даты нет ни у кого: правило не применяется", .consent("child", given: 31)),
    ])

  private static var kinds: String {
    ConsentKind.allCases.map { "SELECT \($0.rawValue) AS item, '\($0.key)' AS kind" }.joined(separator: " UNION ALL ")
  }
}
