import Journal

extension Rule {
  /// The last confirmation of a class's list by as-of, of any source's row of the class. A table that is there at as-of and
  /// has no row of a class tells that its list was not confirmed (CONTROL 1). Classes of earlier school years are no units.
  static let classListNotVerified = Rule(
    id: "class-list-not-verified",
    version: 1,
    title: "Список класса давно не сверялся",
    demand: "Список класса сверен в срок",
    clause: "П 4.2",
    direction: .duties,
    severity: .fault,
    unit: .studyClass,
    units: "классов",
    norms: [
      Norm(
        name: "days",
        phrase: "список класса сверяется не реже одного раза в % {календарный день|календарных дня|календарных дней}",
        standard: 30,
        bounds: 1...366)
    ],
    why: """
      Классный руководитель ведёт список класса и сверяет его не реже раза в месяц: по неверному списку отметки и пропуски \
      достаются не тем.
      """,
    blindSpots: "Верен ли список, не видно: видно только, когда его сверка записана в таблице class_lists.",
    canBeMended: true,
    requirements: [
      Requirement(
        select: "SELECT 1 FROM class_list_check k WHERE k.verified_at <= :evening",
        otherwise: "сверок списков классов (таблица class_lists) в хранилище нет")
    ],
    reasons: [],
    reads: [],
    select: """
      WITH \(DutySQL.currentClasses), listed AS MATERIALIZED (
        SELECT coalesce(c.same_as, c.id) AS study_class, max(k.verified_at) AS verified_at
        FROM current u JOIN study_class c ON c.id = u.study_class
          LEFT JOIN class_list_check k ON k.study_class = c.id AND k.verified_at <= :evening
        GROUP BY coalesce(c.same_as, c.id)
      )
      SELECT CASE WHEN i.verified_at IS NULL
          OR :as_of - \(RuleSQL.day("i.verified_at")) > \(RuleSQL.norm("days", of: "class-list-not-verified", studyClass: "i.study_class"))
          THEN 1 ELSE 0 END AS verdict,
        i.study_class, c.head_teacher AS teacher, \(RuleSQL.day("i.verified_at")) AS verified_on
      FROM listed i JOIN study_class c ON c.id = i.study_class
      ORDER BY i.study_class
      """,
    sentence: { facts in
      guard let last = facts.date("verified_on") else { return "Сверка списка класса не записана ни разу." }
      let days = Int(facts.asOf.days - last.days)
      return "Список класса последний раз сверен \(last.russian): \(RussianCount.days(days)) назад."
    },
    mend: { _ in "Классному руководителю: сверить список класса и записать сверку." },
    examples: [
      .kept("сверен тридцать дней назад", .classListVerified(0)),
      .broken("сверен тридцать один день назад", .classListVerified(-1)),
      .kept("сверялся несколько раз: считается последний", .classListVerified(-20), .classListVerified(20)),
      .broken("для 5А школа требует сверки раз в неделю", .classListVerified(22), .norm("days", 7)),
      .kept("для 5А школа требует сверки раз в неделю, и она есть", .classListVerified(23), .norm("days", 7)),
      .broken(
        "следующая сверка — после контрольной даты", .classListVerified(-1), .classListVerified(31)),
      .notJudged("сверок до контрольной даты нет ни у одного класса: правило не применяется", .classListVerified(31)),
      .notJudged("таблицы сверок нет: правило не применяется", .grade(5)),
    ])
}
