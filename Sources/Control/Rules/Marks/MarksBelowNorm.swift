import Journal

extension Rule {
  /// The norm of marks by the subject's weekly hours, in proportion to what has passed of the period.
  ///
  /// - The pupil's lessons are counted by course: a class or group in one subject. Those held by as-of while the pupil is
  ///   enrolled stand against all of the courses' lessons in the period, so that who came late owes fewer marks.
  /// - A class without a lesson in the last seven days of a period that goes on is one whose source does not reach the
  ///   period's end: there full weeks passed stand against the weeks begun of the period.
  /// - A pupil with enough marks for the whole period keeps the rule, whatever has passed of it. For all others of a
  ///   period without known days the share is unknown.
  /// - A subject whose hours nobody says is no unit.
  static let marksBelowNorm = Rule(
    id: "marks-below-norm",
    version: 1,
    title: "Отметок меньше нормы накопляемости",
    demand: "Отметок не меньше нормы накопляемости",
    clause: "П 6.2",
    direction: .marks,
    severity: .risk,
    unit: .pupilPeriod,
    units: "пар «ученик — предмет» в отчётном периоде",
    norms: [
      norm("one_hour", "один час в неделю или меньше", 3), norm("two_hours", "два часа в неделю", 5),
      norm("three_hours", "три часа в неделю и больше", 7),
      Norm(
        name: "absence", phrase: "при пропуске более % {процента|процентов|процентов} уроков норма не применяется",
        standard: 50,
        bounds: 1...100),
    ],
    peopleLabel: "учеников с предметом, где отметок меньше нормы",
    why: """
      Положение требует следить за накопляемостью отметок: отметку за период нельзя обосновать одной-двумя текущими.
      """,
    blindSpots: """
      Пока период идёт, норма уменьшается по доле прошедших уроков; если выгрузка не содержит уроков до конца периода — по доле \
      прошедших недель, и каникулы внутри периода не вычитаются.
      """,
    canBeMended: true,
    requirements: [
      .says(.marks, otherwise: "выгрузки не содержат отметок"),
      Requirement(
        select: """
          SELECT 1 FROM subject h WHERE h.weekly_hours IS NOT NULL
          UNION ALL SELECT 1 FROM setting_subject g WHERE g.weekly_hours IS NOT NULL
          """,
        otherwise: """
          неизвестно, сколько часов в неделю отведено на предметы; укажите weeklyHours у предметов (subjects) в настройках
          """),
    ],
    reasons: PupilPeriodSQL.reasons + [
      UndeterminedReason(code: 10, text: "дни отчётного периода неизвестны"),
      UndeterminedReason(code: 11, text: "ученик отсутствовал на большей части уроков: риск неаттестации"),
      UndeterminedReason(code: 12, text: "был ли ученик на уроках, установить нельзя"),
    ],
    reads: PupilPeriodSQL.reads,
    seeks: [.mark],
    select: """
      WITH \(MarkNormSQL.tables), due AS MATERIALIZED (
        SELECT f.*, s.held, s.attendance_proved,
          CASE WHEN f.certain >= f.norm THEN f.norm
            WHEN s.reached_end = 1 THEN f.norm * s.held / s.lessons
            WHEN s.weeks > 0 THEN f.norm * s.weeks_passed / s.weeks
            ELSE 0 END AS required
        FROM judged f LEFT JOIN share s ON s.unit = f.unit
      ), missed AS MATERIALIZED (
        \(MarkNormSQL.missed)
      ), told AS (
        SELECT d.*, coalesce(a.absences, 0) AS absences,
          CASE WHEN d.certain < d.norm AND d.is_dated = 0 THEN 10
            WHEN d.certain >= d.required THEN 0
            WHEN d.possible >= d.required THEN \(UndeterminedReason.betweenSnapshots.code)
            WHEN d.mark_proved = 0 THEN \(UndeterminedReason.earlySnapshot.code)
            WHEN d.may_be_exempt = 1 THEN \(UndeterminedReason.uncertainExemption.code)
            WHEN coalesce(a.absences, 0) * 100 > d.held
              * \(RuleSQL.norm("absence", of: "marks-below-norm", studyClass: "d.study_class", subject: "d.subject")) THEN 11
            WHEN d.attendance_proved = 0 THEN 12
            ELSE -1 END AS outcome
        FROM due d LEFT JOIN missed a ON a.unit = d.unit
      )
      SELECT CASE u.outcome WHEN 0 THEN 0 WHEN -1 THEN 1 END AS verdict,
        CASE WHEN u.outcome > 0 THEN u.outcome END AS reason, \(PupilPeriodSQL.columns),
        u.certain AS marks, u.required, u.norm
      FROM told u ORDER BY u.unit, u.teacher_set
      """,
    sentence: { facts in
      let value = { (column: String) in Int(facts.evidence[column] ?? 0) }
      let marks = { (count: Int) in "\(count) \(RussianCount.form(count, "отметка", "отметки", "отметок"))" }
      let part = value("required") < value("norm") ? ", за весь период — \(value("norm"))" : ""
      let has = value("marks") == 0 ? "нет отметок" : marks(value("marks"))
      return "\(facts.pupilName): \(has) за \(facts.periodName), по норме — не меньше \(value("required"))\(part)."
    },
    mend: { _ in "Опросить ученика и выставить отметки." },
    examples: MarkNormSQL.examples)

  private static func norm(_ name: String, _ hours: String, _ standard: Int) -> Norm {
    Norm(
      name: name, phrase: "\(hours) — не меньше % {отметки|отметок|отметок} за отчётный период", standard: standard,
      bounds: 1...30)
  }
}
