import Journal

extension Rule {
  /// The lesson plan of a class and subject against the lessons entered, from 1 September to as-of.
  ///
  /// - A plan of a group is held against the group's lessons and those of the whole class; a plan of the class against the
  ///   lessons of the class and of the group that has most. One plan of several behind is enough.
  /// - A lesson that may be entered is none that lacks. The lag is proved only by planned days that the exports show: on
  ///   others the lessons may have been held. Interchange tables show a class's lessons of every subject; any other journal shows
  ///   those of the subjects that it has a lesson of: the journal of another subject may not have been exported.
  /// - Rows without a day are not due: where they are all that hides a lag, it cannot be told.
  public static let programmeBehindPlan = Rule(
    id: "programme-behind-plan",
    version: 1,
    title: "Отставание от календарно-тематического плана",
    demand: "Программа идёт по плану",
    clause: "П 3.8",
    direction: .lessons,
    severity: .risk,
    unit: .classSubject,
    units: "пар «класс — предмет» с планом",
    norms: [
      Norm(
        name: "lessons", phrase: "отставание от плана — не больше % {урока|уроков|уроков}", standard: 2, bounds: 0...30)
    ],
    why:
      "Учёт пройденного материала показывает, успеет ли класс пройти программу; отставание исправляют, пока есть время.",
    blindSpots: """
      Сравнивается число уроков, а не темы. Если план не перенесён после карантина или праздников, отставание показано \
      больше настоящего; уроки длиннее часа считаются за один.
      """,
    canBeMended: true,
    requirements: [
      Requirement(select: "SELECT 1 FROM plan_row", otherwise: "выгрузки не содержат календарно-тематических планов")
    ],
    reasons: [
      UndeterminedReason(code: 10, text: "в плане нет дат"),
      UndeterminedReason(code: 11, text: "выгрузки показывают не все дни плана"),
      UndeterminedReason(code: 12, text: "журнал предмета не загружен, хотя другие журналы класса есть"),
      .betweenSnapshots,
    ],
    reads: [.programme],
    select: """
      WITH taught AS MATERIALIZED (
        SELECT coalesce(c.same_as, c.id) AS study_class, coalesce(s.same_as, s.id) AS subject,
          e.study_group AS list_group, e.teacher_set, e.certain, e.possible
        FROM control_taught e JOIN study_class c ON c.id = e.study_class JOIN subject s ON s.id = e.subject
      ), held AS MATERIALIZED (
        SELECT study_class, subject, list_group, sum(certain) AS certain, sum(possible) AS possible
        FROM taught GROUP BY study_class, subject, list_group
      ), most AS MATERIALIZED (
        SELECT study_class, subject, max(certain) AS certain, max(possible) AS possible
        FROM held WHERE list_group <> 0 GROUP BY study_class, subject
      ), planned AS MATERIALIZED (
        \(ProgrammeSQL.planned)
      ), covers AS MATERIALIZED (
        SELECT DISTINCT coalesce(c.same_as, c.id) AS study_class, v.from_day, v.to_day,
          CASE WHEN j.layout = 'interchange' THEN 0 ELSE coalesce(o.subject, -1) END AS of_subject
        FROM coverage v JOIN study_class c ON c.id = v.study_class JOIN journal j ON j.id = v.journal
          LEFT JOIN (
            SELECT DISTINCT l.journal, coalesce(s.same_as, s.id) AS subject
            FROM journal n CROSS JOIN lesson_sum l JOIN subject s ON s.id = l.subject
            WHERE l.journal = n.id AND n.layout <> 'interchange'
          ) o ON o.journal = v.journal
        WHERE v.kind = \(FactKind.lesson.rawValue) AND \(RuleSQL.proves("v")) AND NOT \(RuleSQL.says(.partial, "j"))
      ), compared AS MATERIALIZED (
        SELECT p.study_class, p.subject, p.list_group, p.due, p.undated,
          coalesce(w.certain, 0) + coalesce(CASE WHEN p.list_group = 0 THEN m.certain ELSE g.certain END, 0) AS certain,
          coalesce(w.possible, 0) + coalesce(CASE WHEN p.list_group = 0 THEN m.possible ELSE g.possible END, 0) AS possible,
          \(RuleSQL.norm("lessons", of: "programme-behind-plan", studyClass: "p.study_class", subject: "p.subject"))
            AS allowed
        FROM planned p
          LEFT JOIN held w ON w.study_class = p.study_class AND w.subject = p.subject AND w.list_group = 0
          LEFT JOIN held g ON g.study_class = p.study_class AND g.subject = p.subject AND g.list_group = p.list_group
          LEFT JOIN most m ON m.study_class = p.study_class AND m.subject = p.subject
      ), behind AS MATERIALIZED (
        SELECT k.study_class, k.subject, k.list_group, c.id AS plan_class, s.id AS plan_subject
        FROM compared k JOIN study_class c ON coalesce(c.same_as, c.id) = k.study_class
          JOIN subject s ON coalesce(s.same_as, s.id) = k.subject
        WHERE k.due - k.possible > k.allowed
      ), seen AS MATERIALIZED (
        SELECT b.study_class, b.subject, b.list_group, count(*) AS lessons
        FROM plan_row r CROSS JOIN behind b
        WHERE EXISTS (SELECT 1 FROM behind) AND b.plan_class = r.study_class AND b.plan_subject = r.subject
          AND b.list_group = coalesce(r.study_group, 0)
          AND r.day BETWEEN \(ProgrammeSQL.yearFrom) AND :as_of
          AND EXISTS (SELECT 1 FROM covers v
            WHERE v.study_class = b.study_class AND v.of_subject IN (0, b.subject)
              AND v.from_day <= r.day AND v.to_day >= r.day)
        GROUP BY b.study_class, b.subject, b.list_group
      ), shown AS MATERIALIZED (
        SELECT k.*, CASE WHEN k.due - k.possible > k.allowed THEN k.due - coalesce(v.lessons, 0) ELSE 0 END AS unseen,
          CASE WHEN k.due - k.possible <= k.allowed THEN 0
            WHEN (k.study_class, k.subject) IN (SELECT v.study_class, v.of_subject FROM covers v) THEN 0
            WHEN (k.study_class, 0) IN (SELECT v.study_class, v.of_subject FROM covers v) THEN 0
            WHEN k.study_class IN (SELECT v.study_class FROM covers v) THEN 1
            ELSE 0 END AS is_missing
        FROM compared k LEFT JOIN seen v
          ON v.study_class = k.study_class AND v.subject = k.subject AND v.list_group = k.list_group
      ), told AS (
        SELECT h.*,
          CASE WHEN due - unseen - possible > allowed THEN -1
            WHEN due - possible > allowed THEN 11 + is_missing
            WHEN due - certain > allowed THEN \(UndeterminedReason.betweenSnapshots.code)
            WHEN undated > 0 THEN 10
            ELSE 0 END AS outcome
        FROM shown h
      ), ranked AS (
        SELECT t.*, min(outcome) OVER (PARTITION BY study_class, subject) AS least,
          max(outcome) OVER (PARTITION BY study_class, subject) AS greatest,
          row_number() OVER (PARTITION BY study_class, subject ORDER BY outcome, possible - due, list_group) AS place
        FROM told t
      ), teachers AS (
        SELECT DISTINCT study_class, subject, teacher_set FROM taught
      )
      SELECT CASE WHEN r.least = -1 THEN 1 WHEN r.greatest = 0 THEN 0 END AS verdict,
        CASE WHEN r.least >= 0 AND r.greatest > 0 THEN r.greatest END AS reason,
        r.study_class, r.subject, t.teacher_set, r.due, r.possible AS entered, r.due - r.possible AS behind
      FROM ranked r LEFT JOIN teachers t ON t.study_class = r.study_class AND t.subject = r.subject
      WHERE r.place = 1 ORDER BY r.study_class, r.subject, t.teacher_set
      """,
    sentence: { facts in
      let (due, entered, behind) = (
        Int(facts.evidence["due"] ?? 0), Int(facts.evidence["entered"] ?? 0), Int(facts.evidence["behind"] ?? 0)
      )
      return """
        По плану к \(facts.asOf.russian) — \(RussianCount.lessons(due)), внесено — \(entered): отставание на \
        \(RussianCount.lessons(behind)).
        """
    },
    mend: { _ in "Внести проведённые уроки или скорректировать план." },
    examples: [
      .kept(
        "отставание на два урока", .plan(1, day: 16), .plan(2, day: 17), .plan(3, day: 30),
        .lesson(1, day: 16, entry: .on(16))),
      .kept("уроки плана ещё впереди", .plan(1, day: 31), .plan(2, day: 32), .plan(3, day: 33)),
      .broken("отставание на три урока", .plan(1, day: 1), .plan(2, day: 17), .plan(3, day: 30)),
      .broken(
        "урок не внесён", .plan(1, day: 16), .plan(2, day: 17), .plan(3, day: 18), .lesson(1, day: 16, entry: .never)),
      .broken(
        "урок внесён после контрольной даты", .plan(1, day: 16), .plan(2, day: 17), .plan(3, day: 18),
        .lesson(1, day: 16, entry: .on(31))),
      .broken("норма класса строже", .norm("lessons", 0), .plan(1, day: 16)),
      .undetermined("план без дат", .plan(1, day: nil), .plan(2, day: nil)),
      .undetermined(
        "уроки первых дней плана не загружены", .covered(from: 18), .plan(1, day: 16), .plan(2, day: 17),
        .plan(3, day: 18)),
      .undetermined(
        "журнал предмета не загружен", .journalOfSubject, .plan(1, day: 16), .plan(2, day: 17), .plan(3, day: 18)),
      .undetermined(
        "уроки известны только из дневника ученика", .source(.timedExample.union(.partial), snapshot: 30),
        .plan(1, day: 16), .plan(2, day: 17), .plan(3, day: 18)),
      .broken(
        "в журнале предмета не хватает уроков", .journalOfSubject, .plan(1, day: 16), .plan(2, day: 17),
        .plan(3, day: 18), .plan(4, day: 19), .lesson(1, day: 16, entry: .on(16))),
      .undetermined(
        "уроки появились между выгрузками до и после контрольной даты", .source(.untimedExample, snapshot: 35),
        .plan(1, day: 16), .plan(2, day: 17), .plan(3, day: 18), .lesson(1, day: 16, entry: .ofItsFacts),
        .mark(1, "4", .between(29, 35))),
      .undetermined(
        "выгрузка сделана раньше контрольной даты", .source(.untimedExample, snapshot: 29),
        .plan(1, day: 16), .plan(2, day: 17), .plan(3, day: 18)),
      .notJudged("плана нет: правило не применяется", .lesson(1, day: 16, entry: .on(16))),
    ])
}
