import Journal

extension Rule {
  /// Of lessons entered at as-of, those entered on a later day than their own by the kindest reading. A lesson of which
  /// it is not certain that it is entered is undetermined; one proved not entered is no unit.
  static let lessonEnteredLate = Rule(
    id: "lesson-entered-late",
    version: 1,
    title: "Урок внесён позже дня проведения",
    demand: "Урок внесён в день проведения",
    clause: "Р 2",
    direction: .lessons,
    severity: .fault,
    unit: .lesson,
    units: "внесённых уроков",
    why: "Регламент требует вносить запись об уроке в день его проведения.",
    blindSpots: """
      Без времени внесения срок виден только по выгрузкам: первая выгрузка за долгий срок ничего о днях не \
      доказывает. Урок, внесённый до проведения, считается внесённым в срок.
      """,
    canBeMended: false,
    reasons: UndeterminedReason.ofEntering + [.firstSnapshot],
    reads: [.lessons],
    select: """
      SELECT CASE WHEN u.entered < 0 THEN NULL WHEN \(RuleSQL.firstDay("u.entry_from", "u.entry_by")) > u.held_on THEN 1
          WHEN \(RuleSQL.day("u.entry_by")) <= u.held_on THEN 0 END AS verdict,
        CASE WHEN u.entered < 0 THEN -u.entered
          WHEN u.entry_from = 0 THEN \(UndeterminedReason.firstSnapshot.code)
          ELSE \(UndeterminedReason.betweenSnapshots.code) END AS reason,
        u.study_class, u.subject, u.period, u.held_on AS day, u.lesson, u.teacher_set,
        u.number, u.entry_from, u.entry_by,
        CASE WHEN u.entry_from > 0 THEN \(RuleSQL.firstDay("u.entry_from", "u.entry_by")) END AS first_day
      FROM control_lesson u
      WHERE u.entered <> 0
      """,
    sentence: { facts in
      let entered = facts.interval("entry_from", "entry_by") ?? ""
      return "Урок \(facts.lessonText) внесён с опозданием\(facts.delay(until: "first_day")): \(entered)."
    },
    mend: { _ in "" },
    examples: [
      .kept("внесён в день урока", .lesson(1, day: 16, entry: .on(16))),
      .kept("внесён заранее", .lesson(1, day: 16, entry: .on(15))),
      .broken("внесён на следующий день", .lesson(1, day: 16, entry: .on(17))),
      .broken(
        "две выгрузки после урока: в первой записи ещё нет",
        .source(.untimedExample, snapshot: 30), .lesson(1, day: 16, entry: .ofItsFacts),
        .topic(1, "Дроби", .between(17, 30))
      ),
      .broken(
        "выгрузка в последнюю секунду дня урока: записи ещё нет, в следующей есть",
        .source(.untimedExample, snapshot: 30), .lesson(1, day: 16, entry: .ofItsFacts),
        .topic(1, "Дроби", .betweenEvenings(16, 17))
      ),
      .undetermined(
        "выгрузка днём: урок могли внести и вечером того же дня",
        .source(.untimedExample, snapshot: 30), .lesson(1, day: 16, entry: .ofItsFacts),
        .topic(1, "Дроби", .between(16, 17))
      ),
      .undetermined(
        "выгрузки не содержат тем: раньше отметки могла быть внесена тема",
        .source(.untimedExample.subtracting(.topics), snapshot: 30), .lesson(1, day: 16, entry: .ofItsFacts),
        .mark(1, "4", .between(17, 30))),
      .undetermined(
        "более ранней выгрузки нет",
        .source(.untimedExample, snapshot: 30), .lesson(1, day: 16, entry: .ofItsFacts),
        .topic(1, "Дроби", .firstSeen(30))
      ),
      .undetermined(
        "внесён ли урок к контрольной дате, неизвестно",
        .source(.untimedExample, snapshot: 35), .lesson(1, day: 16, entry: .ofItsFacts),
        .topic(1, "Дроби", .between(29, 35))
      ),
      .notJudged("урок не внесён: об этом другое правило", .lesson(1, day: 16, entry: .never)),
    ])
}
