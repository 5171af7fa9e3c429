import Journal

extension Rule {
  /// A numeric final mark of a reporting period that ended in the window, held against the mean of all numeric marks of
  /// the period at as-of, in whole numbers.
  ///
  /// - The marks are those of `PreparedUnits.markCounts`: of all the subject's lessons in the period, whatever list they
  ///   stand in. A year, an examination and a result have no lessons of their own and are no units.
  /// - Where the source names the period without days, its class's last lesson in it stands for its end: that the final
  ///   mark is there says that the school took the period for closed.
  /// - A mark or final mark that may be there, or that the snapshots cannot have shown, leaves the unit undetermined.
  static let finalMarkDisagrees = Rule(
    id: "final-mark-disagrees",
    version: 1,
    title: "Отметка за период расходится со средней",
    demand: "Отметка за период равна округлённой средней",
    clause: "П 6.2",
    direction: .marks,
    severity: .risk,
    unit: .pupilPeriod,
    units: "отметок за отчётный период",
    norms: [
      Norm(
        name: "rounding", phrase: "средняя округляется вверх, если её дробная часть — не меньше % сотых", standard: 50,
        bounds: 1...99)
    ],
    why: """
      Отметка за период выставляется по текущим отметкам. Если она выше или ниже средней, школа должна уметь объяснить \
      это родителям и проверяющим.
      """,
    blindSpots: """
      Средняя считается без весов работ: школе, которая выставляет отметки по средневзвешенному баллу, правило покажет и \
      верные отметки. Годовые, экзаменационные и итоговые отметки с текущими не сравниваются.
      """,
    canBeMended: true,
    requirements: [
      .says(.marks, otherwise: "выгрузки не содержат отметок"), FinalMarkSQL.requirement,
    ],
    reasons: [
      UndeterminedReason(code: 10, text: "в журнале стоят разные отметки за один период"),
      UndeterminedReason(code: 11, text: "за период нет текущих отметок с баллом"),
      .betweenSnapshots, .earlySnapshot, .uncertainExemption,
    ],
    reads: PupilPeriodSQL.reads + [.finalMarks],
    select: """
      WITH counted AS (
        SELECT \(PupilPeriodSQL.columns), u.unit, u.mark_proved, u.may_be_exempt,
          f.certain AS final_certain, f.graded AS final_possible, f.low, f.high,
          coalesce(c.certain, 0) AS certain, coalesce(c.possible, 0) AS possible, coalesce(c.graded, 0) AS marks,
          coalesce(c.total, 0) AS total,
          \(RuleSQL.norm("rounding", of: "final-mark-disagrees", studyClass: "u.study_class", subject: "u.subject")) AS threshold
        FROM control_final f JOIN period q ON q.id = f.period JOIN control_member u ON u.unit = f.unit
          LEFT JOIN control_mark_count c ON c.unit = f.unit
        WHERE f.graded > 0 AND q.kind <= 3
      ), mean AS (
        SELECT m.*, CASE WHEN m.marks > 0
          THEN m.total / m.marks + CASE WHEN m.total % m.marks * 100 >= m.threshold * m.marks THEN 1 ELSE 0 END END AS rounded
        FROM counted m
      ), told AS (
        SELECT m.*, CASE WHEN m.final_certain < m.final_possible THEN \(UndeterminedReason.betweenSnapshots.code)
            WHEN m.low <> m.high THEN 10
            WHEN m.certain < m.possible THEN \(UndeterminedReason.betweenSnapshots.code)
            WHEN m.mark_proved = 0 THEN \(UndeterminedReason.earlySnapshot.code)
            WHEN m.rounded IS NULL THEN 11
            WHEN m.rounded = m.low THEN 0
            WHEN m.may_be_exempt = 1 THEN \(UndeterminedReason.uncertainExemption.code)
            ELSE -1 END AS outcome
        FROM mean m
      )
      SELECT CASE u.outcome WHEN 0 THEN 0 WHEN -1 THEN 1 END AS verdict,
        CASE WHEN u.outcome > 0 THEN u.outcome END AS reason, \(PupilPeriodSQL.columns),
        u.low AS final, u.rounded, u.total, u.marks
      FROM told u ORDER BY u.unit, u.teacher_set
      """,
    sentence: { facts in
      let value = { facts.evidence[$0] ?? 0 }
      let marks = Int(value("marks"))
      let mean = value("total") * 100 / max(1, Int64(marks))
      let hundredths = String(mean % 100 + 100).dropFirst()
      return """
        \(facts.pupilName): за \(facts.periodName) выставлено «\(value("final"))», а средняя из \(marks) \
        \(RussianCount.form(marks, "отметки", "отметок", "отметок")) — \(mean / 100),\(hundredths), то есть \
        «\(value("rounded"))».
        """
    },
    mend: { _ in "Сверить отметки, исправить ошибку или записать, почему выставлена другая отметка." },
    examples: [
      .kept("средняя 3,5 округляется до 4", quarter, marks("3", "4"), final("4")),
      .kept("средняя 3,33 округляется до 3", quarter, marks("3", "3", "4"), final("3")),
      .kept("«5-» считается как 5", quarter, marks("5-", "4"), final("5-")),
      .kept("зачёт в среднюю не входит", quarter, marks("4", "зач"), final("4")),
      .kept("порог школы — 60 сотых: 3,5 — это 3", quarter, marks("3", "4"), final("3"), [.norm("rounding", 60)]),
      .kept(
        "период окончен в последний день периода контроля", quarter, marks("4"), final("4"),
        [.check(asOf: 56, from: 50, to: 56)]),
      .kept(
        "период окончен в первый день периода контроля", quarter, marks("4"), final("4"),
        [.check(asOf: 60, from: 56, to: 60)]),
      .broken("средняя 3,5, а выставлено 3", quarter, marks("3", "4"), final("3")),
      .broken("средняя 3,33, а выставлено 4", quarter, marks("3", "3", "4"), final("4")),
      .broken(
        "порог школы — 50 сотых, средняя 4,49 — это 4: сто отметок сложены точно", quarter,
        marks(Array(repeating: "4", count: 51) + Array(repeating: "5", count: 49)), final("5")),
      .broken(
        "дни четверти неизвестны: её последний урок в периоде контроля", quarter, marks("4"), final("5", .on(19)),
        [.period(from: nil, to: nil), .check(asOf: 20, from: 5, to: 20)]),
      .broken(
        "отметка, внесённая после контрольной даты, не считается", quarter, marks("4"), final("5"),
        [.mark(1, "5", .on(61))]),
      .undetermined("текущих отметок нет", quarter, marks(), final("4")),
      .undetermined("есть только зачёт", quarter, marks("зач"), final("4")),
      .undetermined(
        "отметка появилась между выгрузками до и после контрольной даты", untimed(90),
        [.mark(1, "4", .between(5, 10)), .mark(1, "5", .between(59, 70))], final("4", .between(50, 58))),
      .undetermined(
        "отметка за период появилась между выгрузками до и после контрольной даты", untimed(90),
        [.mark(1, "4", .between(5, 10))], final("4", .between(59, 70))),
      .undetermined(
        "выгрузка сделана раньше контрольной даты: отметки могли добавить", untimed(59),
        [.mark(1, "4", .between(5, 10))], final("4", .between(50, 58))),
      .undetermined(
        "освобождение появилось между выгрузками до и после контрольной даты", quarter, marks("4"), final("5"),
        [.exempt(from: nil, to: nil, entry: .between(59, 70))]),
      .kept(
        "отметка верна, был ли ученик освобождён — всё равно", quarter, marks("4"), final("4"),
        [.exempt(from: nil, to: nil, entry: .between(59, 70))]),
      .notJudged("отметки за период нет", quarter, marks("4")),
      .notJudged("зачёт за период — не число", quarter, marks("4"), final("зач")),
      .notJudged("отметка за период внесена после контрольной даты", quarter, marks("4"), final("5", .on(61))),
      .notJudged("период ещё не окончен", quarter, marks("4"), final("5"), [.check(asOf: 55, from: 50, to: 55)]),
      .notJudged(
        "период окончен до периода контроля", quarter, marks("4"), final("5"), [.check(asOf: 60, from: 57, to: 60)]),
      .notJudged("первый класс", quarter, marks("4"), final("5"), [.grade(1)]),
      .notJudged("предмет без отметок", quarter, marks("4"), final("5"), [.ungradedSubject]),
      .notJudged(
        "ученик освобождён от предмета", quarter, marks("4"), final("5"), [.exempt(from: nil, to: nil, entry: .on(1))]),
    ])

  private static let quarter: [ExampleFact] = FinalMarkSQL.afterQuarter

  private static func untimed(_ snapshot: Int) -> [ExampleFact] { FinalMarkSQL.untimed(snapshot: snapshot) }

  private static func marks(_ values: String...) -> [ExampleFact] { marks(values) }

  private static func marks(_ values: [String]) -> [ExampleFact] { values.map { .mark(1, $0, .on(5)) } }

  private static func final(_ value: String, _ entry: ExampleEntry = .on(55)) -> [ExampleFact] {
    [.finalMark(value, entry)]
  }
}
