import Journal

extension Rule {
  /// The pupil's lessons of the window (those of the class without a group and of the pupil's groups, while enrolled), and
  /// from how many of them the pupil was absent.
  ///
  /// Every lesson counts, also one that nobody entered: more lessons accuse less. A lesson whose attendance no snapshot
  /// proves may hide an absence. A pupil whom several sources name is one pupil, with the lessons and absences of all.
  static let absentTooOften = Rule(
    id: "absent-too-often",
    version: 1,
    title: "Ученик часто отсутствует",
    demand: "Ученик посещает уроки",
    clause: "П 6.2",
    direction: .attendance,
    severity: .note,
    unit: .pupil,
    units: "учеников, у которых были уроки",
    norms: [
      Norm(name: "percent", phrase: "пропущено не больше % {урока|уроков|уроков} из 100", standard: 30, bounds: 1...99)
    ],
    why: "Список для классного руководителя: такой ученик рискует остаться без отметок. Это не ошибка ведения журнала.",
    blindSpots: "Причины пропусков не учитываются. Если отсутствующих на уроке не отметили, пропуск не виден.",
    canBeMended: true,
    requirements: [.says(.attendance, otherwise: "выгрузки не содержат посещаемости")],
    reasons: [.earlySnapshot, .betweenSnapshots],
    reads: [.lessons],
    select: """
      WITH list AS MATERIALIZED (
        SELECT u.study_class, u.study_group, min(u.held_on) AS first_day, max(u.held_on) AS last_day, count(*) AS lessons,
          sum(CASE WHEN u.attendance_proved = 0 THEN 1 ELSE 0 END) AS unproved
        FROM control_lesson u GROUP BY u.study_class, u.study_group
      ), part AS (
        SELECT p.id AS pupil, i.unproved,
          CASE WHEN \(RuleSQL.enrolled("p", on: "i.first_day")) AND \(RuleSQL.enrolled("p", on: "i.last_day"))
            THEN i.lessons
            ELSE (SELECT count(*) FROM control_lesson u
              WHERE u.study_class = i.study_class AND u.study_group IS NULL AND \(RuleSQL.enrolled("p", on: "u.held_on")))
            END AS lessons
        FROM list i JOIN pupil p ON p.study_class = i.study_class
        WHERE i.study_group IS NULL
        UNION ALL
        SELECT p.id, i.unproved,
          CASE WHEN \(isTheirs("i.first_day")) AND \(isTheirs("i.last_day")) THEN i.lessons
            ELSE (SELECT count(*) FROM control_lesson u
              WHERE u.study_class = i.study_class AND u.study_group = i.study_group AND \(isTheirs("u.held_on"))) END
        FROM list i JOIN membership g ON g.study_group = i.study_group JOIN pupil p ON p.id = g.pupil
      ), total AS MATERIALIZED (
        SELECT coalesce(p.same_as, p.id) AS pupil, sum(t.lessons) AS lessons, sum(t.unproved) AS unproved
        FROM part t JOIN pupil p ON p.id = t.pupil
        WHERE t.lessons > 0
        GROUP BY coalesce(p.same_as, p.id)
      ), missed AS (
        SELECT u.lesson, a.pupil, max(CASE WHEN \(RuleSQL.exists("a")) THEN 1 ELSE 0 END) AS is_certain
        FROM control_lesson u CROSS JOIN attendance a CROSS JOIN pupil p
        WHERE a.lesson = u.lesson AND a.pupil > 0 AND a.is_absence = 1 AND \(RuleSQL.mayExist("a"))
          AND p.id = a.pupil AND \(RuleSQL.enrolled("p", on: "u.held_on"))
        GROUP BY u.lesson, a.pupil
      ), counted AS MATERIALIZED (
        SELECT coalesce(p.same_as, p.id) AS pupil, sum(m.is_certain) AS absent, count(*) AS possible
        FROM missed m JOIN pupil p ON p.id = m.pupil
        GROUP BY coalesce(p.same_as, p.id)
      ), judged AS (
        SELECT t.pupil, p.study_class, t.lessons, t.unproved, coalesce(c.absent, 0) AS absent,
          coalesce(c.possible, 0) AS possible,
          t.lessons * \(RuleSQL.norm("percent", of: "absent-too-often", studyClass: "p.study_class")) AS allowed
        FROM total t JOIN pupil p ON p.id = t.pupil LEFT JOIN counted c ON c.pupil = t.pupil
      )
      SELECT CASE WHEN absent * 100 > allowed THEN 1 WHEN (possible + unproved) * 100 <= allowed THEN 0 END AS verdict,
        CASE WHEN possible * 100 > allowed THEN \(UndeterminedReason.betweenSnapshots.code)
          ELSE \(UndeterminedReason.earlySnapshot.code) END AS reason,
        study_class, pupil, absent, lessons
      FROM judged ORDER BY pupil
      """,
    sentence: { facts in
      let absent = Int(facts.evidence["absent"] ?? 0)
      let lessons = Int(facts.evidence["lessons"] ?? 0)
      return """
        \(facts.pupilName): пропущено \(absent) из \(lessons) \(RussianCount.form(lessons, "урока", "уроков", "уроков")) \
        за \(facts.window.russian).
        """
    },
    mend: { _ in "Выяснить причины пропусков и обсудить их с родителями." },
    examples: [
      .kept(
        "пропущено 3 из 10: ровно 30 %", .lesson(1, day: 16, entry: .on(16)), .lesson(2, day: 17, entry: .on(17)),
        .lesson(3, day: 18, entry: .on(18)), .lesson(4, day: 19, entry: .on(19)), .lesson(5, day: 22, entry: .on(22)),
        .lesson(6, day: 23, entry: .on(23)), .lesson(7, day: 24, entry: .on(24)), .lesson(8, day: 25, entry: .on(25)),
        .lesson(9, day: 26, entry: .on(26)), .lesson(10, day: 29, entry: .on(29)), .attendance(1, .ill, .on(16)),
        .attendance(2, .absent, .on(17)), .attendance(3, .excused, .on(18))),
      .kept(
        "норма класса выше", .norm("percent", 90), .lesson(1, day: 16, entry: .on(16)),
        .lesson(2, day: 17, entry: .on(17)), .attendance(1, .ill, .on(16))),
      .kept(
        "опоздание — не пропуск", .lesson(1, day: 16, entry: .on(16)), .attendance(1, .late, .on(16))),
      .kept(
        "пропущен урок до зачисления", .enrolled(from: 17, to: nil), .lesson(1, day: 16, entry: .on(16)),
        .attendance(1, .absent, .on(16)), .lesson(2, day: 17, entry: .on(17))),
      .broken(
        "пропущен один из трёх", .lesson(1, day: 16, entry: .on(16)), .lesson(2, day: 17, entry: .on(17)),
        .lesson(3, day: 18, entry: .on(18)), .attendance(1, .ill, .on(16))),
      .broken(
        "пропущен единственный урок группы", .group(from: 16, to: 16),
        .lesson(1, day: 16, inGroup: true, entry: .on(16)),
        .lesson(2, day: 17, inGroup: true, entry: .on(17)), .attendance(1, .ill, .on(16))),
      .broken(
        "норма класса ниже", .norm("percent", 20), .lesson(1, day: 16, entry: .on(16)),
        .lesson(2, day: 17, entry: .on(17)), .lesson(3, day: 18, entry: .on(18)), .lesson(4, day: 19, entry: .on(19)),
        .attendance(1, .ill, .on(16))),
      .undetermined(
        "пропуск появился между выгрузками до и после контрольной даты", .source(.untimedExample, snapshot: 35),
        .lesson(1, day: 16, entry: .ofItsFacts), .attendance(1, .ill, .between(29, 35))),
      .undetermined(
        "выгрузка сделана раньше контрольной даты", .source(.untimedExample, snapshot: 29),
        .lesson(1, day: 16, entry: .ofItsFacts), .mark(1, "4", .between(16, 20))),
      .notJudged("у ученика не было уроков", .enrolled(from: 17, to: nil), .lesson(1, day: 16, entry: .on(16))),
    ])

  private static func isTheirs(_ day: String) -> String {
    "(\(RuleSQL.enrolled("p", on: day)) AND \(RuleSQL.member("g", on: day)))"
  }
}
