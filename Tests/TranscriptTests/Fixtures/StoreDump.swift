import JournalStore

extension Scratch {
  /// Every row of every table as it is stored: two equal dumps are the same store.
  func dump(_ store: String = "zavuch.sqlite") throws -> [String] {
    try rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", in: store).flatMap { table in
      try rows("SELECT * FROM \(table)", in: store).map { "\(table)|\($0)" }.sorted()
    }
  }

  /// What is known of the school in the source's own keys, without where it was read: equal for equal facts, however
  /// they came.
  func facts(_ store: String = "zavuch.sqlite") throws -> [String] {
    let interval = "f.entered_from, f.entered_by, f.gone_from, f.gone_by"
    let queries: [(String, String)] = [
      ("school", "SELECT key, name FROM school"),
      ("teacher", "SELECT key, name FROM teacher"),
      (
        "class",
        "SELECT c.key, c.grade, c.letter, c.title, t.key FROM study_class c LEFT JOIN teacher t ON t.id = c.head_teacher"
      ),
      ("group", "SELECT g.key, c.key, g.name FROM study_group g JOIN study_class c ON c.id = g.study_class"),
      (
        "pupil",
        """
        SELECT p.key, c.key, p.name, p.birth_date, p.enrolled_on, p.left_on, p.class_from, p.is_ambiguous
        FROM pupil p JOIN study_class c ON c.id = p.study_class
        """
      ),
      (
        "former",
        """
        SELECT p.key, c.key, k.from_day, k.to_day FROM former_class k
        JOIN pupil p ON p.id = k.pupil JOIN study_class c ON c.id = k.study_class
        """
      ),
      (
        "membership",
        """
        SELECT g.key, p.key, m.from_day, m.to_day FROM membership m
        JOIN study_group g ON g.id = m.study_group JOIN pupil p ON p.id = m.pupil
        """
      ),
      ("subject", "SELECT key, name, weekly_hours, is_graded, needs_briefing FROM subject"),
      (
        "hours",
        """
        SELECT s.key, h.school_year, h.weekly_hours FROM subject_hours h JOIN subject s ON s.id = h.subject
        """
      ),
      ("period", "SELECT key, name, kind, school_year, start_day, end_day, grade_from, grade_to FROM period"),
      ("holiday", "SELECT from_day, to_day FROM holiday"),
      (
        "lesson",
        """
        SELECT l.key, j.key, c.key, g.key, s.key,
          (SELECT group_concat(t.key) FROM teacher_set_member m JOIN teacher t ON t.id = m.teacher
            WHERE m.teacher_set = l.teacher_set),
          l.held_on, l.number, p.key, l.is_timed, l.entry_from, l.entry_by, l.held_from, l.held_by, l.shown_at,
          l.gone_from, l.gone_by
        FROM lesson l JOIN journal j ON j.id = l.journal JOIN study_class c ON c.id = l.study_class
        JOIN subject s ON s.id = l.subject LEFT JOIN study_group g ON g.id = l.study_group
        LEFT JOIN period p ON p.id = l.period
        """
      ),
      (
        "text",
        """
        SELECT l.key, f.kind, f.text, f.is_filler, \(interval) FROM lesson_text f JOIN lesson l ON l.id = f.lesson
        """
      ),
      ("work", "SELECT w.key, l.key, w.kind, w.is_written FROM work w JOIN lesson l ON l.id = w.lesson"),
      (
        "mark",
        """
        SELECT l.key, p.key, f.ordinal, w.key, f.key, f.value, f.grade, f.is_mark, \(interval)
        FROM mark f JOIN lesson l ON l.id = f.lesson JOIN pupil p ON p.id = f.pupil LEFT JOIN work w ON w.id = f.work
        """
      ),
      (
        "attendance",
        """
        SELECT l.key, p.key, f.code, f.is_absence, \(interval)
        FROM attendance f JOIN lesson l ON l.id = f.lesson LEFT JOIN pupil p ON p.id = f.pupil
        """
      ),
      (
        "final",
        """
        SELECT p.key, s.key, q.key, f.value, f.grade, f.decided_on, \(interval) FROM final_mark f
        JOIN pupil p ON p.id = f.pupil JOIN subject s ON s.id = f.subject JOIN period q ON q.id = f.period
        """
      ),
      (
        "exemption",
        """
        SELECT p.key, s.key, q.key, f.from_day, f.to_day, \(interval) FROM exemption f
        JOIN pupil p ON p.id = f.pupil JOIN subject s ON s.id = f.subject LEFT JOIN period q ON q.id = f.period
        """
      ),
      (
        "login",
        """
        SELECT f.role, coalesce(p.key, t.key), f.at, f.gone_from, f.gone_by FROM login f
        LEFT JOIN pupil p ON p.id = f.person AND f.role < 3 LEFT JOIN teacher t ON t.id = f.person AND f.role = 3
        """
      ),
      (
        "account",
        """
        SELECT a.key, a.name, a.roles, a.is_ambiguous, a.appeared_after, a.gone_by,
          (SELECT group_concat(c.key) FROM account_class k JOIN study_class c ON c.id = k.study_class
            WHERE k.account = a.id)
        FROM account a
        """
      ),
      (
        "account_state",
        """
        SELECT a.key, r.taken_at, r.from_day, r.to_day, r.latest_day, r.complete_day, r.is_whole, s.site, s.mobile, s.ios,
          s.android, s.last_login_raw, s.last_view_raw, s.sheet_row, f.digest
        FROM account_state s JOIN account a ON a.id = s.account JOIN activity_report r ON r.id = s.report
        JOIN source_sheet h ON h.id = r.sheet JOIN source_file f ON f.id = h.file
        """
      ),
      ("journal", "SELECT key, layout, school_year, says FROM journal"),
      (
        "plan",
        """
        SELECT c.key, s.key, f.number, f.topic, f.day FROM plan_row f JOIN study_class c ON c.id = f.study_class
        JOIN subject s ON s.id = f.subject
        """
      ),
      (
        "class_hour",
        """
        SELECT f.key, c.key, f.day, f.topic, f.direction, f.attendance_taken, f.briefing FROM class_hour f
        JOIN study_class c ON c.id = f.study_class
        """
      ),
      (
        "consent",
        "SELECT p.key, f.kind, f.given_on, f.withdrawn_on FROM consent f JOIN pupil p ON p.id = f.pupil"
      ),
      (
        "class_list_check",
        """
        SELECT c.key, f.verified_by, f.verified_at FROM class_list_check f JOIN study_class c ON c.id = f.study_class
        """
      ),
      (
        "waivers",
        "SELECT rule, finding, class, subject, teacher, pupil, reason, from_day, until_day, revoked_on FROM waiver"
      ),
      ("paper_tally", "SELECT l.key, f.marks, f.absences FROM paper_tally f JOIN lesson l ON l.id = f.lesson"),
    ]
    return try queries.flatMap { name, sql in try rows(sql, in: store).map { "\(name)|\($0)" }.sorted() }
  }
}
