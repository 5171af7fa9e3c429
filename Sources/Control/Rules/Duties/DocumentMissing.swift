extension Rule {
  /// The papers that the school's settings say it must have. One without a day is not there; one of a later day than as-of
  /// was not there yet.
  static let documentMissing = Rule(
    id: "document-missing",
    version: 1,
    title: "Нет действующего документа",
    demand: "Обязательный документ есть и действует",
    clause: "П 6.1",
    direction: .duties,
    severity: .fault,
    unit: .document,
    units: "документов",
    why: """
      Приказы, перечни и соглашения о персональных данных дают право вести электронный журнал: кто за что отвечает и кто что \
      видит.
      """,
    blindSpots: "Текст документа не проверяется: видно только, что о нём записано в настройках школы.",
    canBeMended: true,
    requirements: [
      Requirement(
        select: "SELECT 1 FROM setting_document", otherwise: "в настройках не названы документы, которые должны быть")
    ],
    reasons: [],
    reads: [],
    select: """
      SELECT CASE WHEN d.recorded_on <= :as_of AND (d.valid_to IS NULL OR d.valid_to >= :as_of) THEN 0 ELSE 1 END
          AS verdict,
        d.document AS item, d.recorded_on, d.valid_to
      FROM setting_document d
      ORDER BY d.document
      """,
    sentence: { facts in
      let fault =
        switch (facts.date("recorded_on"), facts.date("valid_to")) {
        case (nil, _): "документ не указан"
        case (let recorded?, _) where recorded > facts.asOf:
          "на контрольную дату ещё не принят (от \(recorded.russian))"
        case (_, let validTo?): "срок действия закончился \(validTo.russian)"
        default: "документ не действует"
        }
      return "\(facts.itemName): \(fault)."
    },
    mend: { _ in "Оформить документ и вписать его номер и дату в настройки." },
    examples: [
      .kept("приказ принят в контрольную дату", .document(recorded: 30, validTo: nil)),
      .broken("приказ принят после контрольной даты", .document(recorded: 31, validTo: nil)),
      .broken("приказа нет", .document(recorded: nil, validTo: nil)),
      .kept("приказ действует по контрольную дату", .document(recorded: 1, validTo: 30)),
      .broken("срок приказа кончился накануне", .document(recorded: 1, validTo: 29)),
      .notJudged("документы в настройках не названы: правило не применяется", .grade(5)),
    ])
}
