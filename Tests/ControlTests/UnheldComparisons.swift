/// Comparisons of a rule's SELECT that no example holds yet, as `ComparisonMutant.place` gives them.
enum UnheldComparisons {
  /// May only become less.
  static let count = 21

  // swift-format-ignore
  static let ofRules: [String: [String]] = [
    "attendance-contradiction": [
      "ered_by <= :evening AND (m.gone_from IS NULL OR m.gone_from [>=] :evening)))) THEN -1 WHEN EXISTS (SELECT 1 FROM contr",
      "ered_by <= :evening AND (m.gone_from IS NULL OR m.gone_from [>=] :evening)))))",
    ],
    "final-mark-late": [
      "OIN control_list i ON i.period = q.period AND i.study_class [=] q.study_class JOIN journal j ON j.id = i.journal JOIN s",
    ],
    "marks-below-norm": [
      "AND EXISTS (SELECT 1 FROM membership g WHERE g.study_group [=] k.study_group AND g.pupil = f.pupil AND (g.from_day <= k.fi",
      "k.period AND l.journal = k.journal AND (l.study_group [=] k.study_group OR (l.study_group IS NULL AND k.study_group I",
      "p.left_on >= l.held_on) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= l.h",
      "p.left_on >= l.held_on) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= l.h",
    ],
    "programme-behind-plan": [
      "= p.study_class AND g.subject = p.subject AND g.list_group [=] p.list_group LEFT JOIN most m ON m.study_class = p.stud",
      "AND w.list_group = 0 LEFT JOIN held g ON g.study_class [=] p.study_class AND g.subject = p.subject AND g.list_group =",
      "ETWEEN (SELECT h.year_from FROM control_half h WHERE :as_of [BETWEEN] h.first_day AND h.last_day) AND :as_of AND EXISTS (SELE",
      "JOIN held g ON g.study_class = p.study_class AND g.subject [=] p.subject AND g.list_group = p.list_group LEFT JOIN mos",
      "coalesce(w.certain, 0) + coalesce(CASE WHEN p.list_group [=] 0 THEN m.certain ELSE g.certain END, 0) AS certain, coa",
    ],
    "safety-briefing-missing": [
      "0 OR (EXISTS (SELECT 1 FROM journal j WHERE j.id [=] e.journal AND (j.says & 2) <> 0) AND NOT EXISTS (SE",
    ],
    "teacher-inactive": [
      "0) AND (u.attendance_proved = 1 OR NOT (j.says & 16) [<>] 0) THEN 1 ELSE 0 END) AS is_proved, min(CASE WHEN u.say",
      "256) <> 0) AND (u.mark_proved = 1 OR NOT (j.says & 4) [<>] 0) AND (u.attendance_proved = 1 OR NOT (j.says & 16)",
    ],
    "timetable-not-posted": [
      ":from - 28 AND :to + 34 AND (l.gone_by IS NULL OR l.gone_by [>] :evening) GROUP BY coalesce(c.same_as, c.id), l.held_on )",
      "HERE EXISTS (SELECT 1 FROM held d WHERE d.study_class [=] s.study_class AND d.day BETWEEN s.monday - 28 AND s.monday",
      "ON v.study_class = x.id JOIN export o ON o.journal [=] v.journal AND o.taken_at = v.taken_at WHERE coalesce(",
    ],
    "written-work-overdue": [
      "(x.from_day <= e.held_on AND (x.to_day IS NULL OR x.to_day [>=] e.held_on))) AND (x.entered_from <= :evening AND (x.gone_by",
      "T EXISTS (SELECT 1 FROM attendance a WHERE a.lesson [=] e.lesson AND a.pupil IN (e.pupil, 0) AND (a.entered_by <= :",
      "ark_by IS NULL OR ((mark_from + CASE WHEN mark_from [<] mark_by THEN 1 ELSE 0 END) / 86400) <= deadline) THEN",
    ],
  ]

  /// The same of the tables that rules share, as `Scripts/mutate-rules` finds them.
  // swift-format-ignore
  static let ofTables: [String: [String]] = [
    "finalMarks": [
      "1 FROM snapshot s WHERE s.journal = z.journal AND s.kind [=] z.kind AND (s.taken_at >= :evening OR s.taken_at > z.taken_",
      "AND NOT EXISTS (SELECT 1 FROM snapshot s WHERE s.journal [=] z.journal AND s.kind = z.kind AND (s.taken_at >= :evening O",
      "E s.journal = z.journal AND s.kind = z.kind AND (s.taken_at [>=] :evening OR s.taken_at > z.taken_at) AND NOT EXISTS (SE",
      "FROM unseen y WHERE y.journal = z.journal AND y.kind [=] z.kind AND y.lesson = z.lesson AND y.pupil = z.pupil",
      "HERE y.journal = z.journal AND y.kind = z.kind AND y.lesson [=] z.lesson AND y.pupil = z.pupil AND y.subject = z.su",
      "IN (SELECT q.period FROM control_period q WHERE q.is_ended [=] 1)",
      "ND NOT EXISTS (SELECT 1 FROM unseen y WHERE y.journal [=] z.journal AND y.kind = z.kind AND y.lesson = z.lesson AND y",
      "ered_by <= :evening AND (f.gone_from IS NULL OR f.gone_from [>=] :evening))) THEN min(f.entered_from) ELSE min(CASE WHEN (f.",
      "il = z.pupil AND y.subject = z.subject AND y.period [=] z.period AND y.taken_at = s.taken_at AND y.item = -1))) z W",
      "nal AND y.kind = z.kind AND y.lesson = z.lesson AND y.pupil [=] z.pupil AND y.subject = z.subject AND y.period = z.",
      "ntered_from <= :evening AND (f.gone_by IS NULL OR f.gone_by [>] :evening)) THEN f.grade END) FROM final_mark f WHERE f.ente",
      "sson = z.lesson AND y.pupil = z.pupil AND y.subject [=] z.subject AND y.period = z.period AND y.taken_at = s.taken_",
      "y.period = z.period AND y.taken_at = s.taken_at AND y.item [=] -1))) z WHERE z.period IN (SELECT q.period FROM control_per",
    ],
    "lessons": [
      "EN l.is_planned = 1 AND (l.entry_by IS NULL OR l.entry_from [>] :evening) THEN -7 WHEN l.entry_by IS NULL OR l.entr",
    ],
    "markCounts": [
      ".subject = z.subject AND y.period = z.period AND y.taken_at [=] s.taken_at AND y.item = -1))) z CROSS JOIN lesson l WHERE l",
      "1 FROM snapshot s WHERE s.journal = z.journal AND s.kind [=] z.kind AND (s.taken_at >= :evening OR s.taken_at > z.taken_",
      "AND NOT EXISTS (SELECT 1 FROM snapshot s WHERE s.journal [=] z.journal AND s.kind = z.kind AND (s.taken_at >= :evening O",
      "AND m.pupil = z.pupil AND m.is_mark = 1 AND (m.entered_from [<=] :evening AND (m.gone_by IS NULL OR m.gone_by > :evening)))",
      "ERE m.lesson = z.lesson AND m.pupil = z.pupil AND m.is_mark [=] 1 AND (m.entered_from <= :evening AND (m.gone_by IS NULL OR",
      "FROM unseen y WHERE y.journal = z.journal AND y.kind [=] z.kind AND y.lesson = z.lesson AND y.pupil = z.pupil",
      "HERE y.journal = z.journal AND y.kind = z.kind AND y.lesson [=] z.lesson AND y.pupil = z.pupil AND y.subject = z.su",
      "ND NOT EXISTS (SELECT 1 FROM unseen y WHERE y.journal [=] z.journal AND y.kind = z.kind AND y.lesson = z.lesson AND y",
      "il = z.pupil AND y.subject = z.subject AND y.period [=] z.period AND y.taken_at = s.taken_at AND y.item = -1))) z C",
      "nal AND y.kind = z.kind AND y.lesson = z.lesson AND y.pupil [=] z.pupil AND y.subject = z.subject AND y.period = z.",
      "ntered_from <= :evening AND (m.gone_by IS NULL OR m.gone_by [>] :evening))) ON CONFLICT DO UPDATE SET possible = possible +",
      "sson = z.lesson AND y.pupil = z.pupil AND y.subject [=] z.subject AND y.period = z.period AND y.taken_at = s.taken_",
      "y.period = z.period AND y.taken_at = s.taken_at AND y.item [=] -1))) z CROSS JOIN lesson l WHERE l.id = z.lesson AND l.per",
    ],
    "periods": [
      "ntrol_period_days d WHERE d.period = o.id AND d.study_class [=] s.id)) AND NOT EXISTS (SELECT 1 FROM control_period_days",
      "ntrol_period_days d WHERE d.period = p.id AND d.study_class [=] c.id) GROUP BY p.id, l.study_class HAVING coalesce(p.start",
    ],
    "pupilPeriods": [
      "(SELECT part.id FROM journal part WHERE (part.says & 8192) [<>] 0) AND l.same_as IS NULL)) AND (((p.enrolled_on IS NULL OR",
      "(SELECT part.id FROM journal part WHERE (part.says & 8192) [<>] 0) AND l.same_as IS NULL)) AND (((p.enrolled_on IS NULL OR",
      "(SELECT part.id FROM journal part WHERE (part.says & 8192) [<>] 0) AND l.same_as IS NULL)) AND ((p.enrolled_on IS NULL OR p",
      ".to_day IS NULL OR g.to_day >= i.last_day)) OR (i.first_day [<] i.last_day AND (p.enrolled_on IS NULL OR p.enrolled_on",
      "= (l.shown_at / 86400) AND ((l.gone_by IS NULL OR l.gone_by [>] :evening) AND l.journal NOT IN (SELECT part.id FROM journal",
      "= (l.shown_at / 86400) AND ((l.gone_by IS NULL OR l.gone_by [>] :evening) AND l.journal NOT IN (SELECT part.id FROM journal",
      "= (l.shown_at / 86400) AND ((l.gone_by IS NULL OR l.gone_by [>] :evening) AND l.journal NOT IN (SELECT part.id FROM journal",
      "AND l.is_planned = 0 AND (l.held_on <= :as_of AND l.held_on [<=] (l.shown_at / 86400) AND ((l.gone_by IS NULL OR l.gone_by >",
      "AND l.is_planned = 0 AND (l.held_on <= :as_of AND l.held_on [<=] (l.shown_at / 86400) AND ((l.gone_by IS NULL OR l.gone_by >",
      "AND l.is_planned = 0 AND (l.held_on <= :as_of AND l.held_on [<=] (l.shown_at / 86400) AND ((l.gone_by IS NULL OR l.gone_by >",
      "AND l.teacher_set = i.teacher_set AND (l.study_group [=] i.study_group OR (l.study_group IS NULL AND i.study_group I",
      "AND l.teacher_set = i.teacher_set AND (l.study_group [=] i.study_group OR (l.study_group IS NULL AND i.study_group I",
      "AND l.teacher_set = i.teacher_set AND (l.study_group [=] i.study_group OR (l.study_group IS NULL AND i.study_group I",
      "IS NOT NULL) AND (p.enrolled_on IS NULL OR p.enrolled_on [<=] i.last_day) AND (p.left_on IS NULL OR p.left_on >= i.first_",
      "IS NULL AND i.study_group IS NULL)) AND l.is_planned [=] 0 AND (l.held_on <= :as_of AND l.held_on <= (l.shown_at / 8",
      "IS NULL AND i.study_group IS NULL)) AND l.is_planned [=] 0 AND (l.held_on <= :as_of AND l.held_on <= (l.shown_at / 8",
      "IS NULL AND i.study_group IS NULL)) AND l.is_planned [=] 0 AND (l.held_on <= :as_of AND l.held_on <= (l.shown_at / 8",
      "_as IS NULL)) AND (((p.enrolled_on IS NULL OR p.enrolled_on [<=] l.held_on) AND (p.left_on IS NULL OR p.left_on >= l.held_on",
      "e_as IS NULL)) AND ((p.enrolled_on IS NULL OR p.enrolled_on [<=] l.held_on) AND (p.left_on IS NULL OR p.left_on >= l.held_on",
      "eld_on BETWEEN i.first_day AND i.last_day AND l.study_class [=] i.study_class AND l.subject = i.subject AND +l.period",
      "eld_on BETWEEN i.first_day AND i.last_day AND l.study_class [=] i.study_class AND l.subject = i.subject AND +l.period",
      "eld_on BETWEEN i.first_day AND i.last_day AND l.study_class [=] i.study_class AND l.subject = i.subject AND +l.period",
      "i.last_day AND (p.enrolled_on IS NULL OR p.enrolled_on [<=] i.last_day) AND (p.left_on IS NULL OR p.left_on >= i.first_",
      "i.last_day AND (p.enrolled_on IS NULL OR p.enrolled_on [<=] i.last_day) AND (p.left_on IS NULL OR p.left_on >= i.first_",
      "i.last_day AND l.study_class = i.study_class AND l.subject [=] i.subject AND +l.period = i.period AND l.teacher_set",
      "i.last_day AND l.study_class = i.study_class AND l.subject [=] i.subject AND +l.period = i.period AND l.teacher_set",
      "i.last_day AND l.study_class = i.study_class AND l.subject [=] i.subject AND +l.period = i.period AND l.teacher_set",
      "i.last_day BETWEEN k.from_day AND k.to_day) OR (i.first_day [<] i.last_day AND (p.enrolled_on IS NULL OR p.enrolled_on",
      "i.study_class AND l.subject = i.subject AND +l.period [=] i.period AND l.teacher_set = i.teacher_set AND (l.stu",
      "i.study_class AND l.subject = i.subject AND +l.period [=] i.period AND l.teacher_set = i.teacher_set AND (l.stu",
      "i.study_class AND l.subject = i.subject AND +l.period [=] i.period AND l.teacher_set = i.teacher_set AND (l.stu",
      "i.subject AND +l.period = i.period AND l.teacher_set [=] i.teacher_set AND (l.study_group = i.study_group OR (",
      "i.subject AND +l.period = i.period AND l.teacher_set [=] i.teacher_set AND (l.study_group = i.study_group OR (",
      "i.subject AND +l.period = i.period AND l.teacher_set [=] i.teacher_set AND (l.study_group = i.study_group OR (",
      "lled_on <= i.first_day) AND (p.left_on IS NULL OR p.left_on [>=] i.first_day) AND (p.gone_by IS NULL OR p.gone_by > :evening",
      "olled_on <= i.last_day) AND (p.left_on IS NULL OR p.left_on [>=] i.first_day) AND EXISTS (SELECT 1 FROM lesson l WHERE",
      "olled_on <= i.last_day) AND (p.left_on IS NULL OR p.left_on [>=] i.first_day) AND EXISTS (SELECT 1 FROM lesson l WHERE",
      "olled_on <= i.last_day) AND (p.left_on IS NULL OR p.left_on [>=] i.first_day) AND EXISTS (SELECT 1 FROM lesson l WHERE",
      "olled_on <= i.last_day) AND (p.left_on IS NULL OR p.left_on [>=] i.last_day) AND (p.gone_by IS NULL OR p.gone_by > :evening)",
      "rk_proved = excluded.mark_proved WHERE excluded.mark_proved [<] mark_proved",
      "rolled_on <= l.held_on) AND (p.left_on IS NULL OR p.left_on [>=] l.held_on) AND (p.gone_by IS NULL OR p.gone_by > :evening))",
      "rolled_on <= l.held_on) AND (p.left_on IS NULL OR p.left_on [>=] l.held_on) AND (p.gone_by IS NULL OR p.gone_by > :evening))",
      "rom IS NULL OR p.class_from <= i.last_day)) OR (i.first_day [<] i.last_day AND (p.enrolled_on IS NOT NULL OR p.left_on IS",
      "y) AND EXISTS (SELECT 1 FROM lesson l WHERE l.held_on [BETWEEN] i.first_day AND i.last_day AND l.study_class = i.study_clas",
      "y) AND EXISTS (SELECT 1 FROM lesson l WHERE l.held_on [BETWEEN] i.first_day AND i.last_day AND l.study_class = i.study_clas",
      "y) AND EXISTS (SELECT 1 FROM lesson l WHERE l.held_on [BETWEEN] i.first_day AND i.last_day AND l.study_class = i.study_clas",
      "y_group IS NULL)) AND l.is_planned = 0 AND (l.held_on [<=] :as_of AND l.held_on <= (l.shown_at / 86400) AND ((l.gone_b",
      "y_group IS NULL)) AND l.is_planned = 0 AND (l.held_on [<=] :as_of AND l.held_on <= (l.shown_at / 86400) AND ((l.gone_b",
      "y_group IS NULL)) AND l.is_planned = 0 AND (l.held_on [<=] :as_of AND l.held_on <= (l.shown_at / 86400) AND ((l.gone_b",
    ],
  ]
}
