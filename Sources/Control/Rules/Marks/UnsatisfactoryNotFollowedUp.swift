import Journal

/// A mark 2 of the window, and whether the pupil was asked again.
extension Rule {
  /// - The pupil's lessons of the subject after the mark's own, in the order of day, number and row: those of the class and
  ///   of the pupil's groups in it, dated ≤ as-of, on days of enrolment, whether or not they are in the window. Lessons in which
  ///   nothing was entered are not known to be held and do not count.
  /// - The pupil attended those without an absence. The norm's number of them is looked through; a numeric mark in a lesson on
  ///   the way keeps the unit, also where an absence stands beside it: who got a mark was there. A second mark of the 2's own
  ///   lesson follows nothing up; a 2 that was replaced is no unit.
  /// - Broken only where it is proved of all these lessons that marks are missing, and that no absence is.
  /// - With fewer lessons attended the deadline has not come; of a pupil who has left it never will.
  /// - Grade 1, ungraded courses and exempt pupils are no units.
  /// - The lessons are over, so the fault cannot be mended.
  static let unsatisfactoryNotFollowedUp = Rule(
    id: "unsatisfactory-not-followed-up",
    version: 1,
    title: "После отметки «2» ученика не спросили на следующих уроках",
    demand: "После отметки «2» ученика спросили на следующих уроках",
    clause: "П 6.2",
    direction: .marks,
    severity: .risk,
    unit: .mark,
    units: "отметок «2»",
    norms: [
      Norm(
        name: "lessons",
        phrase: "после отметки «2» следующая числовая отметка — не позже %-го урока предмета, на котором был ученик",
        standard: 3, bounds: 1...10)
    ],
    why: "Ученик должен иметь возможность исправить неудовлетворительную отметку, пока тема не ушла далеко.",
    blindSpots: """
      Работу над ошибками, за которую отметка не ставится, журнал не показывает. Урок, на котором ничего не записано, не \
      считается: был ли он, неизвестно.
      """,
    canBeMended: false,
    requirements: [
      .says(.marks, otherwise: "выгрузки не содержат отметок"),
      .says([.marks, .attendance], otherwise: "выгрузки с отметками не содержат посещаемости"),
    ],
    reasons: [
      UndeterminedReason(
        code: 10, text: "следующих уроков, на которых ученик был, ещё не набралось", awaitsDeadline: true),
      UndeterminedReason(code: 11, text: "был ли ученик на следующих уроках, установить нельзя"),
      UndeterminedReason(code: 12, text: "ученик выбыл раньше, чем прошли следующие уроки"),
      UndeterminedReason(code: 13, text: "номер класса неизвестен, а в первом классе отметок не ставят"),
      .earlySnapshot, .betweenSnapshots, .uncertainExemption,
    ],
    reads: [.courses],
    select: """
      WITH RECURSIVE twos AS (
        SELECT u.lesson, u.study_class, u.subject, u.period, u.held_on, u.position, u.teacher_set, c.grade, m.pupil,
          m.ordinal, max(CASE WHEN \(RuleSQL.exists("m")) THEN 1 ELSE 0 END) AS is_certain,
          \(RuleSQL.norm("lessons", of: "unsatisfactory-not-followed-up", studyClass: "u.study_class", subject: "u.subject"))
            AS needed
        FROM control_course u CROSS JOIN mark m CROSS JOIN study_class c
        WHERE u.held_on <= :to AND c.id = u.study_class AND c.grade <> 1
          AND m.lesson = u.lesson AND m.grade = 2 AND \(RuleSQL.mayExist("m"))
          AND NOT EXISTS (SELECT 1 FROM control_exemption e WHERE e.pupil = m.pupil AND e.subject = u.subject
            AND \(RuleSQL.exempts("e", on: "u.held_on")) AND \(RuleSQL.exists("e")))
          AND NOT \(RuleSQL.isUngraded(subject: "u.subject", studyClass: "c.id"))
        GROUP BY u.lesson, u.study_class, u.subject, u.period, u.held_on, u.position, u.teacher_set, c.grade, m.pupil,
          m.ordinal
      ), walk AS (
        SELECT t.lesson, t.pupil, t.ordinal, t.study_class, t.subject, t.needed, t.position AS reached, t.held_on AS last_day,
          0 AS attended, 0 AS mark, 0 AS presence
        FROM twos t
        UNION ALL
        SELECT w.lesson, w.pupil, w.ordinal, w.study_class, w.subject, w.needed, k.position, k.held_on,
          w.attended + CASE WHEN w.presence = 2 THEN 1 ELSE 0 END,
          coalesce((SELECT max(CASE WHEN \(RuleSQL.exists("m")) THEN 2 ELSE 1 END) FROM mark m
            WHERE m.lesson = k.lesson AND m.pupil = w.pupil AND m.grade IS NOT NULL AND \(RuleSQL.mayExist("m"))), 0),
          CASE coalesce((SELECT max(CASE WHEN \(RuleSQL.exists("a")) THEN 2 ELSE 1 END) FROM attendance a
              WHERE a.lesson = k.lesson AND a.pupil = w.pupil AND a.is_absence = 1 AND \(RuleSQL.mayExist("a"))), 0)
            WHEN 2 THEN 0 WHEN 1 THEN 1 ELSE CASE WHEN k.held = 2 THEN 2 ELSE 1 END END
        FROM walk w JOIN control_course k ON k.study_class = w.study_class AND k.subject = w.subject
          AND k.position = (SELECT n.position FROM control_course n
            WHERE n.study_class = w.study_class AND n.subject = w.subject AND n.position > w.reached
              AND \(isLesson("n", of: "w.pupil"))
            ORDER BY n.position LIMIT 1)
        WHERE w.mark < 2 AND w.attended + CASE WHEN w.presence = 2 THEN 1 ELSE 0 END < w.needed
      ), walked AS (
        SELECT w.lesson, w.pupil, w.ordinal, max(w.reached) AS reached, max(w.last_day) AS last_day, max(w.mark) AS mark,
          sum(CASE WHEN w.presence = 2 THEN 1 ELSE 0 END) AS attended,
          sum(CASE WHEN w.presence > 0 OR w.mark = 2 THEN 1 ELSE 0 END) AS possible
        FROM walk w GROUP BY w.lesson, w.pupil, w.ordinal
      ), judged AS (
        SELECT t.*, w.last_day,
          CASE WHEN t.is_certain = 0 THEN \(UndeterminedReason.betweenSnapshots.code)
            WHEN w.mark = 2 AND w.possible <= t.needed THEN 0
            WHEN w.mark = 2 THEN \(UndeterminedReason.betweenSnapshots.code)
            WHEN w.attended < t.needed THEN CASE WHEN EXISTS (SELECT 1 FROM pupil p
                WHERE p.id = t.pupil AND (p.left_on <= :as_of OR NOT \(RuleSQL.isThere("p")))) THEN 12 ELSE 10 END
            WHEN w.mark = 1 THEN \(UndeterminedReason.betweenSnapshots.code)
            WHEN \(isUnproved(.mark)) THEN \(UndeterminedReason.earlySnapshot.code)
            WHEN \(isUnproved(.attendance)) THEN 11
            WHEN EXISTS (SELECT 1 FROM control_exemption e WHERE e.pupil = t.pupil AND e.subject = t.subject
              AND \(RuleSQL.exempts("e", on: "t.held_on")) AND \(RuleSQL.mayExist("e")))
            THEN \(UndeterminedReason.uncertainExemption.code)
            WHEN t.grade = 0 THEN 13
            ELSE -1 END AS outcome
        FROM twos t JOIN walked w ON w.lesson = t.lesson AND w.pupil = t.pupil AND w.ordinal = t.ordinal
      )
      SELECT CASE j.outcome WHEN 0 THEN 0 WHEN -1 THEN 1 END AS verdict,
        CASE WHEN j.outcome > 0 THEN j.outcome END AS reason,
        j.study_class, j.subject, j.period, j.held_on AS day, j.lesson, j.pupil, j.ordinal, j.teacher_set, j.needed,
        j.last_day
      FROM judged j ORDER BY j.lesson, j.pupil, j.ordinal
      """,
    sentence: { facts in
      let lessons = Int(facts.evidence["needed"] ?? 0)
      let told =
        lessons == 1
        ? "на следующем уроке, где ученик был"
        : "ни на одном из следующих \(lessons) уроков, где ученик был"
      let last = facts.date("last_day").map { " (последний — \($0.russian))" } ?? ""
      return "\(facts.pupilName): после отметки «2» за \(facts.dayText) числовой отметки нет \(told)\(last)."
    },
    mend: { _ in "" },
    examples: [
      .kept(
        "отметка на третьем уроке",
        .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16)), .lesson(2, day: 17, entry: .on(17)),
        .lesson(3, day: 18, entry: .on(18)), .lesson(4, day: 19, entry: .on(19)), .mark(4, "2", .on(19)),
        .check(asOf: 30, from: 16, to: 18)),
      .broken(
        "отметка только на четвёртом уроке",
        .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16)), .lesson(2, day: 17, entry: .on(17)),
        .lesson(3, day: 18, entry: .on(18)), .lesson(4, day: 19, entry: .on(19)), .lesson(5, day: 22, entry: .on(22)),
        .mark(5, "4", .on(22))),
      .kept(
        "уроки, на которых ученика не было, не считаются",
        .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16)), .lesson(2, day: 17, entry: .on(17)),
        .attendance(2, .ill, .on(17)), .lesson(3, day: 18, entry: .on(18)), .lesson(4, day: 19, entry: .on(19)),
        .lesson(5, day: 22, entry: .on(22)), .mark(5, "4", .on(22))),
      .kept(
        "норма класса — четыре урока",
        .norm("lessons", 4), .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16)),
        .lesson(2, day: 17, entry: .on(17)), .lesson(3, day: 18, entry: .on(18)), .lesson(4, day: 19, entry: .on(19)),
        .lesson(5, day: 22, entry: .on(22)), .mark(5, "4", .on(22))),
      .kept(
        "следующий урок — за периодом контроля",
        .check(asOf: 30, from: 1, to: 16), .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16)),
        .lesson(2, day: 17, entry: .on(17)), .mark(2, "3", .on(17))),
      .kept(
        "второй урок того же дня",
        .lesson(1, day: 16, number: 2, entry: .on(16)), .mark(1, "2", .on(16)),
        .lesson(2, day: 16, number: 3, entry: .on(16)), .mark(2, "3", .on(16))),
      .broken(
        "вторая отметка того же урока и зачёт не считаются",
        .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16)), .mark(1, "4", .on(16)),
        .lesson(2, day: 17, entry: .on(17)), .mark(2, "зач", .on(17)), .lesson(3, day: 18, entry: .on(18)),
        .lesson(4, day: 19, entry: .on(19))),
      .undetermined(
        "прошло два урока",
        .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16)), .lesson(2, day: 17, entry: .on(17)),
        .lesson(3, day: 30, entry: .on(30)), .lesson(4, day: 31, entry: .on(30))),
      .undetermined(
        "третий урок не внесён",
        .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16)), .lesson(2, day: 17, entry: .on(17)),
        .lesson(3, day: 18, entry: .on(18)), .lesson(4, day: 19, entry: .never)),
      .undetermined(
        "ученик выбыл",
        .enrolled(from: nil, to: 18), .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16)),
        .lesson(2, day: 17, entry: .on(17)), .lesson(3, day: 18, entry: .on(18)), .lesson(4, day: 19, entry: .on(19))),
      .undetermined(
        "отметки нет, но выгрузка сделана раньше контрольной даты",
        .source(.untimedExample, snapshot: 29), .lesson(1, day: 16, entry: .ofItsFacts),
        .mark(1, "2", .between(16, 20)),
        .lesson(2, day: 17, entry: .ofItsFacts), .topic(2, "Дроби", .between(16, 20)),
        .lesson(3, day: 18, entry: .ofItsFacts), .topic(3, "Дроби", .between(16, 20)),
        .lesson(4, day: 19, entry: .ofItsFacts), .topic(4, "Дроби", .between(16, 20))),
      .undetermined(
        "отметки нет, а посещаемость известна только из выгрузки раньше контрольной даты",
        .source(.untimedExample.union(.markTimes), snapshot: 29), .lesson(1, day: 16, entry: .ofItsFacts),
        .mark(1, "2", .between(16, 20)),
        .lesson(2, day: 17, entry: .ofItsFacts), .topic(2, "Дроби", .between(16, 20)),
        .lesson(3, day: 18, entry: .ofItsFacts), .topic(3, "Дроби", .between(16, 20)),
        .lesson(4, day: 19, entry: .ofItsFacts), .topic(4, "Дроби", .between(16, 20))),
      .undetermined(
        "следующая отметка появилась между выгрузками до и после контрольной даты",
        .source(.untimedExample, snapshot: 35), .lesson(1, day: 16, entry: .ofItsFacts),
        .mark(1, "2", .between(16, 20)),
        .lesson(2, day: 17, entry: .ofItsFacts), .topic(2, "Дроби", .between(16, 20)), .mark(2, "4", .between(29, 35)),
        .lesson(3, day: 18, entry: .ofItsFacts), .topic(3, "Дроби", .between(16, 20)),
        .lesson(4, day: 19, entry: .ofItsFacts), .topic(4, "Дроби", .between(16, 20))),
      .undetermined(
        "сама отметка появилась между выгрузками до и после контрольной даты",
        .source(.untimedExample, snapshot: 35), .lesson(1, day: 16, entry: .ofItsFacts),
        .mark(1, "2", .between(29, 35)), .lesson(2, day: 17, entry: .ofItsFacts), .mark(2, "4", .between(16, 20))),
      .undetermined(
        "был ли ученик уже освобождён, установить нельзя",
        .exempt(from: 10, to: 20, entry: .between(29, 35)), .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16)),
        .lesson(2, day: 17, entry: .on(17)), .lesson(3, day: 18, entry: .on(18)), .lesson(4, day: 19, entry: .on(19))),
      .undetermined(
        "номер класса неизвестен",
        .grade(0), .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16)), .lesson(2, day: 17, entry: .on(17)),
        .lesson(3, day: 18, entry: .on(18)), .lesson(4, day: 19, entry: .on(19))),
      .notJudged("отметка 3", .lesson(1, day: 16, entry: .on(16)), .mark(1, "3", .on(16))),
      .notJudged(
        "отметка внесена после контрольной даты", .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(31))),
      .notJudged("первый класс", .grade(1), .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16))),
      .notJudged(
        "предмет без отметок", .ungradedSubject, .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16))),
      .notJudged(
        "ученик освобождён",
        .exempt(from: 10, to: 20, entry: .on(10)), .lesson(1, day: 16, entry: .on(16)), .mark(1, "2", .on(16))),
    ])

  private static func isLesson(_ k: String, of pupil: String) -> String {
    """
    EXISTS (SELECT 1 FROM pupil p WHERE p.id = \(pupil) AND \(RuleSQL.enrolled("p", on: "\(k).held_on"))
      AND ((\(k).study_group IS NULL AND p.study_class = \(k).study_class)
        OR EXISTS (SELECT 1 FROM membership g WHERE g.study_group = \(k).study_group AND g.pupil = p.id
          AND \(RuleSQL.member("g", on: "\(k).held_on")))))
    """
  }

  /// Of a lesson looked through, no snapshot proves what is missing of the kind.
  private static func isUnproved(_ kind: FactKind) -> String {
    let covered = RuleSQL.covered(
      kind, journal: "k.journal", studyClass: "k.study_class", first: "k.held_on", last: "k.held_on",
      where: "v.taken_at BETWEEN k.shown_from AND k.shown_at AND \(RuleSQL.proves("v"))")
    return """
      EXISTS (SELECT 1 FROM control_course k WHERE k.study_class = t.study_class AND k.subject = t.subject
        AND k.position > t.position AND k.position <= w.reached AND \(isLesson("k", of: "t.pupil")) AND NOT \(covered))
      """
  }
}
