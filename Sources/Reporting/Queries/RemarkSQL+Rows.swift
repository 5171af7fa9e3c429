extension RemarkSQL {
  /// `remark_row`: the rows of a table of remarks. Remarks of one teacher that say the same of several pupils (equal in
  /// rule, class, subject, period, date, lesson, work, remedy, deadline and words) are one row that names the pupils;
  /// every other remark is a row of its own.
  ///
  /// Beside the columns of a `remark` (the row's first) it has `wording` (what is wrong, without pupils), `names`,
  /// `findings` (how many remarks the row holds), `states` and `text` (all of it, in one sentence).
  ///
  /// `condition`: which remarks, of `f`. `teachers`: a remark of several teachers is told under each, with `teacher`, `teacher_name`, `teacher_position`.
  static func rows(where condition: String, teachers: Bool) -> String {
    """
    \(remark),
    told AS (
      SELECT f.*, \(teachers ? teacherColumns : noTeacherColumns), \(shared) AS shared, \(stateName) AS state_name,
        CASE f.state WHEN 'new' THEN 0 WHEN 'repeated' THEN f.times ELSE 1000000 END AS state_turn
      FROM remark f \(teachers ? teacherJoins : "")
      WHERE \(condition)
    ),
    joined AS (
      SELECT *, min(position) OVER (
        PARTITION BY teacher, rule, study_class, class_title, subject, subject_name, period, day, lesson, work, mend,
          mend_by, shared, CASE WHEN shared IS NULL THEN position END) AS row_key
      FROM told
    ),
    by_state AS (
      SELECT *, row_number() OVER by_name AS turn, count(*) OVER whole AS state_size,
        group_concat(pupil_name, ', ') OVER whole AS state_pupils
      FROM joined
      WINDOW by_name AS (PARTITION BY teacher, row_key, state_turn ORDER BY pupil_name, position),
        whole AS (by_name ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ),
    by_row AS (
      SELECT *, row_number() OVER in_turn AS state_place, count(*) OVER whole AS state_count,
        sum(state_size) OVER whole AS findings, group_concat(state_pupils, ', ') OVER whole AS names,
        group_concat(state_name, '; ') OVER whole AS states,
        group_concat(state_name || ' (' || state_size || ') — ' || state_pupils, '; ') OVER whole AS names_by_state
      FROM by_state WHERE turn = 1
      WINDOW in_turn AS (PARTITION BY teacher, row_key ORDER BY state_turn),
        whole AS (in_turn ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ),
    remark_row AS (
      SELECT *, \(wording) AS wording, \(text) AS text FROM by_row WHERE state_place = 1
    )
    """
  }

  /// What the sentence says of a pupil whom it begins with («Белов Пётр: нет отметок.»); null where it does not.
  private static let shared = """
    CASE WHEN length(f.sentence) > length(f.pupil_name) + 2
        AND substr(f.sentence, 1, length(f.pupil_name) + 2) = f.pupil_name || ': '
      THEN rtrim(substr(f.sentence, length(f.pupil_name) + 3), '.') END
    """

  /// A sentence begins with a capital; SQLite knows only those of ASCII.
  private static let wording = """
    CASE WHEN shared IS NULL THEN rtrim(sentence, '.')
      ELSE coalesce(nullif(substr('АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
        instr('абвгдеёжзийклмнопрстуфхцчшщъыьэюя', substr(shared, 1, 1)), 1), ''), substr(shared, 1, 1))
        || substr(shared, 2)
    END
    """

  /// The last name may end with initials, whose full stop is the sentence's too.
  private static let text = """
    rtrim(\(wording)
      || CASE
        WHEN shared IS NULL THEN CASE WHEN state = 'new' THEN '' ELSE ' (' || state_name || ')' END
        WHEN state_count > 1 THEN ' (' || findings || '): ' || names_by_state
        WHEN state = 'new' THEN CASE WHEN findings > 1 THEN ' (' || findings || ')' ELSE '' END || ': ' || names
        ELSE ' (' || CASE WHEN findings > 1 THEN findings || '; ' ELSE '' END || state_name || '): ' || names
      END, '.') || '.'
    """

  private static let teacherColumns = """
    ft.teacher AS teacher, ft.name AS teacher_name, coalesce(t.position, 1000000) AS teacher_position
    """
  private static let noTeacherColumns = "NULL AS teacher, NULL AS teacher_name, NULL AS teacher_position"
  private static let teacherJoins = """
    LEFT JOIN finding_teacher ft ON ft.registered_check = f.registered_check AND ft.finding = f.position
    LEFT JOIN check_teacher t ON t.registered_check = f.registered_check AND t.teacher = ft.teacher
    """
}
