import Journal

extension Rule {
  /// A pupil's mark for a written work of the window.
  ///
  /// - The pupil is enrolled on the lesson's date, has the lesson (the class of that day or own group), is not exempt on that day, and is
  ///   not certainly absent. An absence or exemption that may exist makes a broken unit undetermined.
  /// - The deadline is the lesson's date plus the norm. The moment is that of the pupil's earliest mark for the work: a
  ///   mark corrected later was still given in time.
  /// - Grade 1 is no unit; where the grade is unknown (0), a broken unit is undetermined.
  /// - A late mark cannot be mended; a missing one can.
  static let writtenWorkOverdue = Rule(
    id: "written-work-overdue",
    version: 2,
    title: "Отметка за письменную работу не выставлена в срок",
    demand: "Отметка за письменную работу выставлена в срок",
    clause: "Р 2",
    direction: .marks,
    severity: .fault,
    unit: .pupilWork,
    units: "отметок за письменные работы",
    norms: [
      Norm(
        name: "days",
        phrase:
          "отметка за письменную работу — не позже чем через % {календарный день|календарных дня|календарных дней}",
        standard: 7,
        bounds: 1...30)
    ],
    why: "Регламент требует выставлять отметки за письменные работы в течение недели.",
    blindSpots: "Письменная работа, которая не отмечена в журнале как письменная, не видна.",
    canBeMended: true,
    requirements: [
      .says(.works, otherwise: "выгрузки не содержат видов работ"),
      .says([.works, .marks], otherwise: "выгрузки с видами работ не содержат отметок"),
    ],
    reasons: [
      UndeterminedReason(code: 10, text: "срок не наступил", awaitsDeadline: true),
      UndeterminedReason(code: 11, text: "был ли ученик на уроке, установить нельзя"),
      UndeterminedReason(code: 12, text: "номер класса неизвестен, а в первом классе отметок не ставят"),
      .earlySnapshot, .betweenSnapshots, .uncertainExemption,
    ],
    reads: [.lessons],
    seeks: [.mark],
    select: """
      WITH written AS (
        SELECT w.id AS work, u.lesson, u.study_class, u.study_group, u.subject, u.period, u.held_on, u.teacher_set,
          u.held_on + \(RuleSQL.norm("days", of: "written-work-overdue", studyClass: "u.study_class", subject: "u.subject", kind: "w.kind"))
            AS deadline, u.mark_proved, u.attendance_proved,
          c.grade
        FROM control_lesson u CROSS JOIN work w CROSS JOIN study_class c
        WHERE w.lesson = u.lesson AND w.is_written = 1 AND c.id = u.study_class AND c.grade <> 1
          AND \(RuleSQL.isThere("w")) AND NOT \(RuleSQL.isUngraded(subject: "u.subject", studyClass: "c.id"))
      ), expected AS (
        SELECT \(workColumns), p.id AS pupil, p.study_class AS pupil_class
        FROM written w JOIN pupil p ON p.study_class = w.study_class
        WHERE w.study_group IS NULL AND \(RuleSQL.enrolled("p", on: "w.held_on"))
        UNION ALL
        SELECT \(workColumns), p.id, p.study_class
        FROM former_class k JOIN pupil p ON p.id = k.pupil JOIN written w ON w.study_class = k.study_class
        WHERE w.study_group IS NULL AND \(RuleSQL.enrolled("p", in: "k", on: "w.held_on"))
        UNION ALL
        SELECT \(workColumns), p.id, p.study_class
        FROM written w JOIN membership g ON g.study_group = w.study_group JOIN pupil p ON p.id = g.pupil
        WHERE \(RuleSQL.member("g", on: "w.held_on")) AND \(RuleSQL.attends("p", on: "w.held_on"))
      ), present AS MATERIALIZED (
        SELECT e.*,
          (SELECT CASE WHEN max(CASE WHEN \(RuleSQL.exists("m")) THEN 1 ELSE 0 END) = 1 THEN min(m.entered_by) END
            \(marks) AND m.entered_by <= :evening) AS mark_by
        FROM expected e
        WHERE NOT EXISTS (SELECT 1 \(absences) AND \(RuleSQL.exists("a")))
          AND NOT EXISTS (SELECT 1 \(exemptions) AND \(RuleSQL.exists("x")))
      ), late AS MATERIALIZED (
        SELECT e.*,
          (SELECT min(m.entered_from) \(marks) AND m.entered_from <= :evening
            AND (e.mark_by IS NOT NULL OR \(RuleSQL.mayExist("m")))) AS mark_from
        FROM present e
        WHERE mark_by IS NULL OR \(RuleSQL.day("mark_by")) > deadline
      ), told AS (
        SELECT \(toldColumns), NULL AS mark_from, 0 AS outcome
        FROM present e
        WHERE \(RuleSQL.day("mark_by")) <= deadline
        UNION ALL
        SELECT \(toldColumns), mark_from,
          CASE WHEN mark_by IS NULL AND mark_from IS NULL AND :as_of <= deadline THEN 10
            WHEN mark_by IS NULL AND mark_from IS NULL AND mark_proved = 0 THEN \(UndeterminedReason.earlySnapshot.code)
            WHEN mark_from IS NOT NULL AND (mark_by IS NULL
              OR \(RuleSQL.firstDay("mark_from", "mark_by")) <= deadline)
            THEN CASE WHEN mark_by IS NULL AND :as_of <= deadline THEN 10
              ELSE \(UndeterminedReason.betweenSnapshots.code) END
            WHEN EXISTS (SELECT 1 \(absences) AND \(RuleSQL.mayExist("a"))) THEN 11
            WHEN attendance_proved = 0 AND NOT EXISTS (SELECT 1 FROM attendance a
              WHERE a.lesson = e.lesson AND a.pupil IN (e.pupil, 0) AND \(RuleSQL.exists("a"))) THEN 11
            WHEN EXISTS (SELECT 1 \(exemptions) AND \(RuleSQL.mayExist("x")))
            THEN \(UndeterminedReason.uncertainExemption.code)
            WHEN grade = 0 THEN 12
            ELSE -1 END
        FROM late e
      )
      SELECT CASE outcome WHEN 0 THEN 0 WHEN -1 THEN 1 END AS verdict,
        CASE WHEN outcome > 0 THEN outcome END AS reason,
        pupil_class AS study_class, subject, period, held_on AS day, lesson, pupil, work, teacher_set,
        deadline, mark_from, mark_by, CASE WHEN mark_by IS NULL THEN 1 ELSE 0 END AS is_mendable
      FROM told ORDER BY work, pupil
      """,
    sentence: { facts in
      let work = "\(facts.pupilName): \(facts.workText) \(facts.dayText)"
      let deadline = facts.date("deadline").map { " (срок — \($0.russian))" } ?? ""
      guard let entered = facts.dayOrInterval("mark_from", "mark_by") else {
        return "\(work) — отметки нет\(deadline)."
      }
      return "\(work) — отметка выставлена с опозданием: \(entered)\(deadline)."
    },
    mend: { $0.evidence["mark_by"] == nil ? "Проверить работу и выставить отметку." : "" },
    examples: [
      .kept(
        "отметка на седьмой день",
        .lesson(1, day: 16, entry: .on(16)), .writtenWork(1), .mark(1, "4", .on(23))),
      .broken(
        "отметка на восьмой день", .lesson(1, day: 16, entry: .on(16)), .writtenWork(1), .mark(1, "4", .on(24))),
      .broken(
        "выгрузка конца седьмого дня отметки ещё не показывает", .source(.untimedExample, snapshot: 30),
        .lesson(1, day: 16, entry: .ofItsFacts), .writtenWork(1), .mark(1, "4", .betweenEvenings(23, 25))),
      .broken("срок прошёл, отметки нет", .lesson(1, day: 22, entry: .on(22)), .writtenWork(1)),
      .kept(
        "норма класса — девять дней", .norm("days", 9), .lesson(1, day: 16, entry: .on(16)), .writtenWork(1),
        .mark(1, "4", .on(24))),
      .broken(
        "работа прежнего класса, написанная до перехода", .moved(on: 20), .enrolled(from: 1, to: 29),
        .lesson(1, day: 16, entry: .on(16)), .writtenWork(1)),
      .broken(
        "работа группы, написанная до перехода в другой класс", .moved(on: 20), .group(from: 1, to: 19),
        .lesson(1, day: 16, inGroup: true, entry: .on(16)), .writtenWork(1)),
      .undetermined("срок не наступил", .lesson(1, day: 23, entry: .on(23)), .writtenWork(1)),
      .undetermined(
        "отметка появилась между выгрузками до и после срока",
        .source(.untimedExample, snapshot: 30), .lesson(1, day: 16, entry: .ofItsFacts), .writtenWork(1),
        .mark(1, "4", .between(20, 28))),
      .undetermined(
        "отметки нет, но выгрузка сделана раньше контрольной даты",
        .source(.untimedExample, snapshot: 29), .lesson(1, day: 16, entry: .ofItsFacts), .writtenWork(1)),
      .undetermined(
        "отметки нет, а пропуск появился между выгрузками до и после контрольной даты",
        .source(.untimedExample.union(.markTimes), snapshot: 35), .lesson(1, day: 16, entry: .ofItsFacts),
        .writtenWork(1), .attendance(1, .ill, .between(29, 35))),
      .notJudged(
        "ученик отсутствовал",
        .lesson(1, day: 16, entry: .on(16)), .writtenWork(1), .attendance(1, .ill, .on(16))),
      .notJudged(
        "ученик другой группы",
        .group(from: 1, to: 15), .lesson(1, day: 16, inGroup: true, entry: .on(16)), .writtenWork(1)),
      .notJudged(
        "работа прежнего класса, написанная после перехода", .moved(on: 16), .lesson(1, day: 16, entry: .on(16)),
        .writtenWork(1)),
      .notJudged(
        "ученика, который перешёл в другой класс, в списках больше нет", .moved(on: 20), .goneFromLists(by: 25),
        .lesson(1, day: 16, entry: .on(16)), .writtenWork(1)),
      .notJudged(
        "ученик освобождён", .exempt(from: 10, to: 20, entry: .on(10)), .lesson(1, day: 16, entry: .on(16)),
        .writtenWork(1)),
    ])

  private static let workColumns =
    """
    w.work, w.lesson, w.subject, w.period, w.held_on, w.teacher_set, w.deadline, w.mark_proved, w.attendance_proved,
    w.grade
    """
  private static let toldColumns =
    "e.pupil_class, e.subject, e.period, e.held_on, e.lesson, e.pupil, e.work, e.teacher_set, e.deadline, e.mark_by"
  private static let marks = """
    FROM mark m WHERE m.lesson = e.lesson AND m.pupil = e.pupil AND m.work = e.work AND m.is_mark = 1
    """
  private static let absences = """
    FROM attendance a WHERE a.lesson = e.lesson AND a.pupil = e.pupil AND a.is_absence = 1
    """
  private static let exemptions = """
    FROM control_exemption x WHERE x.pupil = e.pupil AND x.subject = e.subject AND \(RuleSQL.exempts("x", on: "e.held_on"))
    """
}
