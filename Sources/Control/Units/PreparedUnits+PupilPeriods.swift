import Journal

extension PreparedUnits {
  /// Pupil × subject × reporting period (CONTROL 2, «Marks»).
  ///
  /// - A list is the lessons (without those that only a planning shows) of one class or group in one subject and period with one set of teachers, dated ≤ as-of.
  /// - A pupil is a member of a list with at least one lesson of it while enrolled (and in the group). The unit's
  ///   teachers are those of the pupil's lists.
  /// - Marks are counted over all lessons of the subject and period, of any date, whatever list they stand in: a mark
  ///   given before the pupil changed groups or classes is a mark.
  /// - Grade 1, subjects that any source calls ungraded and exempt pupils are no units. An exemption in a period of a grid or without any days
  ///   exempts from the subject altogether; one with days counts where it overlaps the period up to as-of.
  static var pupilPeriodStatements: [String] {
    [
      """
      CREATE TEMP TABLE control_list (
        study_class INTEGER, study_group INTEGER, subject INTEGER, period INTEGER, teacher_set INTEGER,
        journal INTEGER, first_day INTEGER, last_day INTEGER, mark_proved INTEGER)
      """,
      """
      INSERT INTO control_list
      SELECT i.study_class, i.study_group, i.subject, i.period, i.teacher_set, i.journal, i.first_day, i.last_day,
        min(\(marksProved)) OVER (PARTITION BY i.study_class, i.subject, i.period)
      FROM (
        SELECT h.study_class, nullif(h.study_group, 0) AS study_group, h.subject, h.period, h.teacher_set, h.journal,
          min(h.first_day) AS first_day, max(h.last_day) AS last_day
        FROM (\(courseDays)) h
        GROUP BY h.study_class, h.study_group, h.subject, h.period, h.teacher_set, h.journal) i
        JOIN control_period p ON p.period = i.period AND p.study_class = i.study_class
      WHERE NOT \(RuleSQL.isUngraded(subject: "i.subject", studyClass: "i.study_class"))
      """,
      """
      CREATE TEMP TABLE control_exempt (unit INTEGER PRIMARY KEY, is_certain INTEGER)
      """,
      """
      INSERT INTO control_exempt
      SELECT \(RuleSQL.periodUnit(period: "q.period", subject: "e.subject", pupil: "e.pupil")),
        max(CASE WHEN \(RuleSQL.exists("e")) THEN 1 ELSE 0 END)
      FROM control_exemption e JOIN pupil p ON p.id = e.pupil JOIN control_period q ON q.study_class = p.study_class
      WHERE \(RuleSQL.mayExist("e"))
        AND (e.period > 0 OR (e.from_day <= q.last_day AND e.from_day <= :as_of
          AND (e.to_day IS NULL OR e.to_day >= q.first_day)))
      GROUP BY 1
      """,
      """
      CREATE TEMP TABLE control_member (
        unit INTEGER, teacher_set INTEGER, pupil INTEGER, study_class INTEGER, subject INTEGER, period INTEGER,
        mark_proved INTEGER, may_be_exempt INTEGER, PRIMARY KEY (unit, teacher_set)) WITHOUT ROWID
      """,
      // Found again in another list, a unit stays one row, proved only if it is in both.
      """
      INSERT INTO control_member
      SELECT m.unit, m.teacher_set, m.pupil, m.study_class, m.subject, m.period, m.mark_proved,
        CASE WHEN x.unit IS NULL THEN 0 ELSE 1 END
      FROM (\(memberships)) m LEFT JOIN control_exempt x ON x.unit = m.unit
      WHERE x.is_certain IS NULL OR x.is_certain = 0
      ON CONFLICT DO UPDATE SET mark_proved = excluded.mark_proved WHERE excluded.mark_proved < mark_proved
      """,
    ]
  }

  /// First and last day of lessons of one class or group (0: the class) in one subject of a journal with one set of teachers.
  private static var courseDays: String {
    let isOfPeriods = "period IN (SELECT q.period FROM control_period q)"
    let others = LessonSumSQL.others(meet: "s.\(isOfPeriods)")
    return """
      SELECT s.study_class, s.study_group, s.subject, s.period, s.teacher_set, s.journal, s.first_day, s.last_day
      FROM lesson_sum s WHERE s.\(isOfPeriods) AND \(LessonSumSQL.isSettled)
      UNION ALL
      SELECT l.study_class, coalesce(l.study_group, 0), l.subject, l.period, l.teacher_set, l.journal, l.held_on, l.held_on
      FROM \(others) AND l.\(isOfPeriods) AND l.is_planned = 0
      """
  }

  /// The class's periods that meet the window: by their days, or where neither a source nor the school says them, by the
  /// first and last day of the class's lessons in them. `is_ended`: the last day is in the window, so that final marks of
  /// the period are judged; `is_dated`: it is the period's own.
  static func periodStatements(_ condition: String) -> [String] {
    [
      """
      CREATE TEMP TABLE control_period (
        period INTEGER, study_class INTEGER, first_day INTEGER, last_day INTEGER, is_ended INTEGER, is_dated INTEGER,
        PRIMARY KEY (period, study_class))
      """,
      """
      INSERT INTO control_period
      SELECT d.period, d.study_class, d.first_day, d.last_day, d.last_day BETWEEN :from AND :to, 1
      FROM control_period_days d JOIN study_class c ON c.id = d.study_class JOIN period p ON p.id = d.period
      WHERE d.first_day <= :to AND d.last_day >= :from AND c.grade <> 1 \(condition)
      UNION ALL
      SELECT p.id, l.study_class, coalesce(p.start_day, min(l.held_on)), coalesce(p.end_day, max(l.held_on)),
        coalesce(p.end_day, max(l.held_on)) BETWEEN :from AND :to, p.end_day IS NOT NULL
      FROM period p CROSS JOIN lesson l CROSS JOIN study_class c
      WHERE l.period = p.id AND c.id = l.study_class AND (l.gone_by IS NULL OR l.gone_by > :evening) AND c.grade <> 1
        AND p.id IN (SELECT o.id FROM period o CROSS JOIN study_class s
          WHERE (o.start_day IS NULL OR o.end_day IS NULL) AND s.grade <> 1
            AND NOT EXISTS (SELECT 1 FROM control_period_days d WHERE d.period = o.id AND d.study_class = s.id))
        AND NOT EXISTS (SELECT 1 FROM control_period_days d WHERE d.period = p.id AND d.study_class = c.id) \(condition)
      GROUP BY p.id, l.study_class
      HAVING coalesce(p.start_day, min(l.held_on)) <= :to AND coalesce(p.end_day, max(l.held_on)) >= :from
      """,
    ]
  }

  /// One snapshot with marks covers all lessons of the list.
  private static var marksProved: String {
    RuleSQL.covered(
      .mark, journal: "i.journal", studyClass: "i.study_class", first: "i.first_day", last: "i.last_day",
      where: RuleSQL.proves("v"))
  }

  private static var memberships: String {
    let unit = RuleSQL.periodUnit(period: "i.period", subject: "i.subject", pupil: "p.id")
    return """
      SELECT \(unit) AS unit, i.teacher_set, p.id AS pupil, p.study_class, i.subject, i.period, i.mark_proved
      FROM control_list i JOIN pupil p ON p.study_class = i.study_class
      WHERE i.study_group IS NULL AND \(hasLesson { RuleSQL.enrolled("p", on: $0) })
      UNION ALL
      SELECT \(unit), i.teacher_set, p.id, p.study_class, i.subject, i.period, i.mark_proved
      FROM control_list i JOIN former_class k ON k.study_class = i.study_class JOIN pupil p ON p.id = k.pupil
      WHERE i.study_group IS NULL AND k.from_day <= i.last_day AND k.to_day >= i.first_day
        AND \(hasLesson(isBounded: true) { RuleSQL.enrolled("p", in: "k", on: $0) })
      UNION ALL
      SELECT \(unit), i.teacher_set, p.id, p.study_class, i.subject, i.period, i.mark_proved
      FROM control_list i JOIN membership g ON g.study_group = i.study_group JOIN pupil p ON p.id = g.pupil
      WHERE \(hasLesson(isBounded: true) { "\(RuleSQL.attends("p", on: $0)) AND \(RuleSQL.member("g", on: $0))" })
      """
  }

  /// The list's first or last lesson nearly always settles it; only who came and went between them is looked up, by the
  /// days between (the plus keeps the index of periods out, which is longer).
  private static func hasLesson(isBounded: Bool = false, _ isTheirs: (String) -> String) -> String {
    let mayBeBetween = isBounded ? "" : "AND (p.enrolled_on IS NOT NULL OR p.left_on IS NOT NULL)"
    return """
      (\(isTheirs("i.first_day")) OR \(isTheirs("i.last_day")) OR (i.first_day < i.last_day
        \(mayBeBetween)
        AND (p.enrolled_on IS NULL OR p.enrolled_on <= i.last_day) AND (p.left_on IS NULL OR p.left_on >= i.first_day)
        AND EXISTS (SELECT 1 FROM lesson l
          WHERE l.held_on BETWEEN i.first_day AND i.last_day AND l.study_class = i.study_class AND l.subject = i.subject
            AND +l.period = i.period AND l.teacher_set = i.teacher_set
            AND (l.study_group = i.study_group OR (l.study_group IS NULL AND i.study_group IS NULL))
            AND l.is_planned = 0 AND \(RuleSQL.isShown("l")) AND \(isTheirs("l.held_on")))))
      """
  }
}
