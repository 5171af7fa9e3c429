import Journal

/// The tables under `marks-below-norm`, and its examples.
enum MarkNormSQL {
  private static func norm(_ name: String) -> String {
    RuleSQL.norm(name, of: "marks-below-norm", studyClass: "t.study_class", subject: "t.subject")
  }

  /// `judged`: the units, a row a set of teachers, with the norm for the whole period. `few`: those with fewer marks, once
  /// each. `course`: a class or group in one subject of a journal with its lessons in the period and those held by as-of.
  /// `share`: what has passed for a unit of `few`, in lessons and in weeks.
  static let tables = """
    normed AS MATERIALIZED (
      SELECT t.study_class, t.subject,
        CASE WHEN t.hours < 200 THEN \(norm("one_hour")) WHEN t.hours < 300 THEN \(norm("two_hours"))
          ELSE \(norm("three_hours")) END AS norm
      FROM (
        SELECT k.study_class, i.subject, \(RuleSQL.weeklyHours(subject: "i.subject", studyClass: "k.study_class")) AS hours
        FROM (SELECT DISTINCT q.study_class FROM control_period q) k
          CROSS JOIN (SELECT DISTINCT l.subject FROM control_list l) i) t
      WHERE t.hours IS NOT NULL
    ), judged AS MATERIALIZED (
      SELECT \(PupilPeriodSQL.columns), u.unit, u.mark_proved, u.may_be_exempt, coalesce(c.certain, 0) AS certain,
        coalesce(c.possible, 0) AS possible, n.norm, q.first_day, q.last_day, q.is_dated
      FROM control_member u JOIN normed n ON n.study_class = u.study_class AND n.subject = u.subject
        JOIN control_period q ON q.period = u.period AND q.study_class = u.study_class
        LEFT JOIN control_mark_count c ON c.unit = u.unit
    ), few AS MATERIALIZED (
      SELECT DISTINCT j.unit, j.study_class, j.subject, j.period, j.pupil, j.first_day, j.last_day
      FROM judged j WHERE j.certain < j.norm AND j.is_dated = 1
    ), course AS MATERIALIZED (
      SELECT k.*, CASE WHEN \(RuleSQL.says(.attendance, "j")) AND \(attendanceProved) THEN 1 ELSE 0 END AS attendance_proved
      FROM (
        SELECT l.journal, l.study_class, l.study_group, l.subject, l.period, count(*) AS lessons, max(l.held_on) AS last_lesson,
          sum(CASE WHEN \(RuleSQL.isShown("l")) THEN 1 ELSE 0 END) AS held,
          min(CASE WHEN \(RuleSQL.isShown("l")) THEN l.held_on END) AS first_held,
          max(CASE WHEN \(RuleSQL.isShown("l")) THEN l.held_on END) AS last_held
        FROM (SELECT DISTINCT f.period FROM few f) q CROSS JOIN lesson l
        WHERE l.period = q.period AND l.is_planned = 0 AND \(RuleSQL.isListed("l"))
        GROUP BY l.journal, l.study_class, l.study_group, l.subject, l.period) k
        JOIN journal j ON j.id = k.journal
      WHERE k.held > 0
    ), reached AS MATERIALIZED (
      SELECT k.study_class, k.period, max(k.last_lesson) AS last_lesson FROM course k GROUP BY k.study_class, k.period
    ), part AS (
      SELECT f.unit, k.lessons, k.attendance_proved, \(held("\(RuleSQL.enrolled("p", on: "k.first_held")) AND \(RuleSQL.enrolled("p", on: "k.last_held"))") { RuleSQL.enrolled("p", on: $0) }) AS held
      FROM few f JOIN course k ON k.study_class = f.study_class AND k.subject = f.subject AND k.period = f.period
        JOIN pupil p ON p.id = f.pupil
      WHERE k.study_group IS NULL
      UNION ALL
      SELECT f.unit, k.lessons, k.attendance_proved, \(held(wholeInGroup) { "\(RuleSQL.enrolled("p", on: $0)) AND \(inGroup(RuleSQL.member("g", on: $0)))" })
      FROM few f JOIN course k ON k.subject = f.subject AND k.period = f.period JOIN pupil p ON p.id = f.pupil
      WHERE k.study_group IS NOT NULL AND \(inGroup("g.pupil = f.pupil"))
    ), passed AS MATERIALIZED (
      SELECT a.unit, CAST(sum(a.lessons) AS BIGINT) AS lessons, CAST(sum(a.held) AS BIGINT) AS held, min(a.attendance_proved) AS attendance_proved
      FROM part a WHERE a.held > 0 GROUP BY a.unit
    ), share AS MATERIALIZED (
      SELECT a.*, CASE WHEN :as_of >= f.last_day OR r.last_lesson > f.last_day - 7 THEN 1 ELSE 0 END AS reached_end,
        (CASE WHEN p.left_on < :as_of THEN p.left_on ELSE :as_of END
          - CASE WHEN p.enrolled_on > f.first_day THEN p.enrolled_on ELSE f.first_day END + 1) / 7 AS weeks_passed,
        (f.last_day - f.first_day + 7) / 7 AS weeks
      FROM passed a JOIN few f ON f.unit = a.unit JOIN pupil p ON p.id = f.pupil
        LEFT JOIN reached r ON r.study_class = f.study_class AND r.period = f.period
    )
    """

  /// Absences of the units of `due` that owe marks; one that may be there counts.
  static let missed = """
    SELECT \(RuleSQL.periodUnit(period: "l.period", subject: "l.subject", pupil: "a.pupil")) AS unit,
      count(DISTINCT a.lesson) AS absences
    FROM (SELECT DISTINCT d.period FROM due d WHERE d.certain < d.required) q CROSS JOIN lesson l CROSS JOIN attendance a
    WHERE l.period = q.period AND l.is_planned = 0 AND \(RuleSQL.isShown("l")) AND a.lesson = l.id
      AND a.is_absence = 1 AND \(RuleSQL.mayExist("a"))
    GROUP BY \(RuleSQL.periodUnit(period: "l.period", subject: "l.subject", pupil: "a.pupil"))
    """

  private static let attendanceProved = RuleSQL.covered(
    .attendance, journal: "k.journal", studyClass: "k.study_class", first: "k.first_held", last: "k.last_held",
    where: RuleSQL.proves("v"))

  private static func inGroup(_ condition: String) -> String {
    "EXISTS (SELECT 1 FROM membership g WHERE g.study_group = k.study_group AND g.pupil = f.pupil AND \(condition))"
  }

  private static let wholeInGroup = """
    \(RuleSQL.enrolled("p", on: "k.first_held")) AND \(RuleSQL.enrolled("p", on: "k.last_held")) AND \
    \(inGroup("\(RuleSQL.member("g", on: "k.first_held")) AND \(RuleSQL.member("g", on: "k.last_held"))"))
    """

  /// The course's lessons held for the pupil: all of them, as nearly always, or those of the pupil's days (the plus keeps
  /// the index of periods out, which is longer).
  private static func held(_ isWhole: String, _ isTheirs: (String) -> String) -> String {
    """
    CASE WHEN \(isWhole) THEN k.held
      ELSE (SELECT count(*) FROM lesson l
        WHERE l.held_on BETWEEN k.first_held AND k.last_held AND l.study_class = k.study_class AND l.subject = k.subject
          AND +l.period = k.period AND l.journal = k.journal
          AND (l.study_group = k.study_group OR (l.study_group IS NULL AND k.study_group IS NULL))
          AND l.is_planned = 0 AND \(RuleSQL.isShown("l")) AND \(isTheirs("l.held_on"))) END
    """
  }
}
