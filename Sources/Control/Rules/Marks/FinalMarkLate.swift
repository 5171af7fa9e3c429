import Journal

extension Rule {
  /// The final mark of a period that ended in the window.
  ///
  /// - In a reporting period a unit is every pupil with lessons of the subject in it (`PreparedUnits.pupilPeriods`) who is
  ///   enrolled on its last day. Who gets a mark for a year, an examination or a result no lesson tells: there a unit is a
  ///   mark that stands.
  /// - The deadline is counted from the day on which the mark was decided, where a source knows, else from the period's
  ///   end; without either the unit is undetermined. Whatever stands there counts as entered, «н/а» too.
  /// - The moment is that of the earliest mark: one corrected later was still given in time. A late mark cannot be
  ///   mended; a missing one can.
  static let finalMarkLate = Rule(
    id: "final-mark-late",
    version: 1,
    title: "Отметка за период не выставлена в срок",
    demand: "Отметка за период выставлена в срок",
    clause: "Р 2",
    direction: .marks,
    severity: .fault,
    unit: .pupilPeriod,
    units: "отметок за периоды",
    norms: [
      Norm(
        name: "days",
        phrase:
          "отметка за период — не позже чем через % {календарный день|календарных дня|календарных дней} после решения о ней или конца периода",
        standard: 1,
        bounds: 0...30)
    ],
    why: "Регламент требует, чтобы отметки за период были доступны не позднее суток после его окончания.",
    blindSpots: """
      Правило не знает, за какие предметы школа не выставляет отметку за четверть: такие предметы нужно назвать \
      предметами без отметок. Годовой, экзаменационной и итоговой отметки, которой нет, правило не ищет.
      """,
    canBeMended: true,
    requirements: [FinalMarkSQL.requirement],
    reasons: [
      UndeterminedReason(code: 10, text: "срок не наступил", awaitsDeadline: true),
      UndeterminedReason(code: 11, text: "последний день периода неизвестен"),
      .earlySnapshot, .firstSnapshot, .betweenSnapshots, .uncertainExemption,
    ],
    reads: [.pupilPeriods, .finalMarks],
    seeks: [.finalMark],
    select: """
      WITH proof AS MATERIALIZED (
        \(FinalMarkSQL.proofs)
      ), expected AS (
        SELECT \(PupilPeriodSQL.columns), u.unit, u.may_be_exempt, q.last_day, q.is_dated
        FROM control_period q JOIN control_member u ON u.period = q.period AND u.study_class = q.study_class
          JOIN pupil p ON p.id = u.pupil
        WHERE q.is_ended = 1 AND \(RuleSQL.enrolled("p", on: "q.last_day"))
        UNION ALL
        SELECT p.study_class, f.subject, f.period, f.pupil, v.teacher_set, f.unit, CASE WHEN x.unit IS NULL THEN 0 ELSE 1 END,
          q.last_day, q.is_dated
        FROM control_final f JOIN period t ON t.id = f.period JOIN pupil p ON p.id = f.pupil
          JOIN control_period q ON q.period = f.period AND q.study_class = p.study_class
          LEFT JOIN control_exempt x ON x.unit = f.unit
          LEFT JOIN (SELECT DISTINCT m.pupil, m.subject, m.teacher_set FROM control_member m
            WHERE EXISTS (SELECT 1 FROM control_period e JOIN period o ON o.id = e.period
              WHERE e.is_ended = 1 AND o.kind > 3)) v ON v.pupil = f.pupil AND v.subject = f.subject
        WHERE t.kind > 3 AND (x.is_certain IS NULL OR x.is_certain = 0)
          AND NOT \(RuleSQL.isUngraded(subject: "f.subject", studyClass: "p.study_class"))
      ), due AS (
        SELECT u.*, f.entered_from, f.entered_by,
          CASE WHEN f.decided_on IS NOT NULL THEN f.decided_on WHEN u.is_dated = 1 THEN u.last_day END
            + \(RuleSQL.norm("days", of: "final-mark-late", studyClass: "u.study_class", subject: "u.subject")) AS deadline
        FROM expected u LEFT JOIN control_final f ON f.unit = u.unit
      ), told AS (
        SELECT u.*, CASE WHEN u.deadline IS NULL THEN 11
            WHEN \(RuleSQL.day("u.entered_by")) <= u.deadline THEN 0
            WHEN u.entered_by IS NULL AND :as_of <= u.deadline THEN 10
            WHEN u.entered_from IS NULL AND NOT \(FinalMarkSQL.proves("u", by: "proof")) THEN \(UndeterminedReason.earlySnapshot.code)
            WHEN u.entered_from IS NOT NULL AND u.entered_by IS NULL THEN \(UndeterminedReason.betweenSnapshots.code)
            WHEN u.entered_from = 0 THEN \(UndeterminedReason.firstSnapshot.code)
            WHEN \(RuleSQL.firstDay("u.entered_from", "u.entered_by")) <= u.deadline THEN \(UndeterminedReason.betweenSnapshots.code)
            WHEN u.may_be_exempt = 1 THEN \(UndeterminedReason.uncertainExemption.code)
            ELSE -1 END AS outcome
        FROM due u
      )
      SELECT CASE u.outcome WHEN 0 THEN 0 WHEN -1 THEN 1 END AS verdict,
        CASE WHEN u.outcome > 0 THEN u.outcome END AS reason, \(PupilPeriodSQL.columns),
        u.deadline, u.entered_from, u.entered_by, CASE WHEN u.entered_by IS NULL THEN 1 ELSE 0 END AS is_mendable
      FROM told u ORDER BY u.unit, u.teacher_set
      """,
    sentence: { facts in
      let deadline = facts.date("deadline").map { " (срок — \($0.russian))" } ?? ""
      guard let entered = facts.dayOrInterval("entered_from", "entered_by") else {
        return "\(facts.pupilName): нет отметки за период «\(facts.periodName)»\(deadline)."
      }
      return """
        \(facts.pupilName): отметка за период «\(facts.periodName)» выставлена с опозданием: \(entered)\(deadline).
        """
    },
    mend: { $0.evidence["entered_by"] == nil ? "Выставить отметку за период." : "" },
    examples: [
      .kept("выставлена на следующий день после конца четверти", quarter, final(.on(57))),
      .kept("решение принято 24.10, выставлена 25.10", quarter, [.finalMark("4", decided: 54, .on(55))]),
      .kept("норма школы — три дня", quarter, final(.on(59)), [.norm("days", 3)]),
      .kept("«н/а» — тоже отметка за период", quarter, [.finalMark("н/а", .on(57))]),
      .kept(
        "период окончен в последний день периода контроля", quarter, final(.on(55)),
        [.check(asOf: 56, from: 50, to: 56)]),
      .kept(
        "дни четверти неизвестны, но день решения известен", quarter, undated, [.finalMark("4", decided: 54, .on(55))]),
      .broken("выставлена на второй день после конца четверти", quarter, final(.on(58))),
      .broken("решение принято 24.10, выставлена 26.10", quarter, [.finalMark("4", decided: 54, .on(56))]),
      .broken("срок прошёл, отметки нет", quarter, [.check(asOf: 58, from: 50, to: 58)]),
      .broken("отметка внесена после контрольной даты", quarter, final(.on(61))),
      .broken("период окончен в первый день периода контроля", quarter, [.check(asOf: 60, from: 56, to: 60)]),
      .broken(
        "две выгрузки после срока: в первой отметки ещё нет", FinalMarkSQL.untimed(snapshot: 90),
        final(.betweenEvenings(57, 59))),
      .undetermined("срок не наступил", quarter, [.check(asOf: 57, from: 50, to: 57)]),
      .undetermined("последний день четверти неизвестен", quarter, undated, [.check(asOf: 20, from: 1, to: 20)]),
      .undetermined(
        "отметка появилась между выгрузками до и после срока", FinalMarkSQL.untimed(snapshot: 90),
        final(.between(57, 59))),
      .undetermined(
        "отметка появилась между выгрузками до и после контрольной даты", FinalMarkSQL.untimed(snapshot: 90),
        final(.between(58, 70))),
      .undetermined("отметка есть уже в первой выгрузке", FinalMarkSQL.untimed(snapshot: 90), final(.firstSeen(59))),
      .undetermined("отметки нет, но выгрузка сделана раньше контрольной даты", FinalMarkSQL.untimed(snapshot: 59)),
      .broken("отметки нет в выгрузке вечера контрольной даты", FinalMarkSQL.untimed(snapshot: 60)),
      .undetermined(
        "освобождение появилось между выгрузками до и после контрольной даты", quarter,
        [.exempt(from: nil, to: nil, entry: .between(59, 70))]),
      .notJudged("ученик освобождён от предмета", quarter, [.exempt(from: nil, to: nil, entry: .on(1))]),
      .notJudged("ученик выбыл до конца четверти", quarter, [.enrolled(from: nil, to: 55)]),
      .broken("ученик выбыл в последний день четверти", quarter, [.enrolled(from: nil, to: 56)]),
      .notJudged("период ещё не окончен", quarter, [.check(asOf: 55, from: 50, to: 55)]),
      .notJudged("первый класс", quarter, [.grade(1)]),
      .notJudged("предмет без отметок", quarter, [.ungradedSubject]),
    ])

  private static let quarter = FinalMarkSQL.afterQuarter

  private static let undated: [ExampleFact] = [.period(from: nil, to: nil), .check(asOf: 60, from: 1, to: 60)]

  private static func final(_ entry: ExampleEntry) -> [ExampleFact] { [.finalMark("4", entry)] }
}
