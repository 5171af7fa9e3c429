/// Comparisons of a rule's SELECT that no example holds yet, as `ComparisonMutant.place` gives them.
enum UnheldComparisons {
  /// May only become less.
  static let count = 88

  // swift-format-ignore
  static let ofRules: [String: [String]] = [
    "attendance-contradiction": [
      "ered_by <= :evening AND (m.gone_from IS NULL OR m.gone_from [>=] :evening)))) THEN -1 WHEN EXISTS (SELECT 1 FROM contr",
      "ered_by <= :evening AND (m.gone_from IS NULL OR m.gone_from [>=] :evening))))) ORDER BY d.pupil, d.day",
      "l_slot s JOIN control_slot o ON o.pupil = s.pupil AND o.day [=] s.day AND o.number = s.number AND o.lesson > s.lesson WHE",
    ],
    "class-hour-incomplete": [
      "CASE WHEN attendance_taken = 1 THEN 0 WHEN attendance_taken [=] 0 OR says_attendance = 1 THEN 1 END AS no_attendance FROM",
    ],
    "final-mark-disagrees": [
      ") AS threshold FROM control_final f JOIN period q ON q.id [=] f.period JOIN control_member u ON u.unit = f.unit LEFT",
    ],
    "final-mark-late": [
      "= u.pupil AND o.taken_at = x.taken_at AND o.is_named [=] 0)) THEN 2 WHEN u.entered_from IS NOT NULL AND u.ente",
      "AND NOT EXISTS (SELECT 1 FROM sighting o WHERE o.journal [=] x.journal AND o.kind = 2 AND o.item = u.pupil AND o.t",
      "CT 1 FROM sighting o WHERE o.journal = x.journal AND o.kind [=] 2 AND o.item = u.pupil AND o.taken_at = x.taken_at AN",
      "OIN control_list i ON i.period = q.period AND i.study_class [=] q.study_class JOIN journal j ON j.id = i.journal JOIN s",
      "WHERE t.kind > 3 AND (x.is_certain IS NULL OR x.is_certain [=] 0) AND NOT EXISTS (SELECT 1 FROM control_ungraded y WHE",
      "al AND o.kind = 2 AND o.item = u.pupil AND o.taken_at [=] x.taken_at AND o.is_named = 0)) THEN 2 WHEN u.entered",
      "ing o WHERE o.journal = x.journal AND o.kind = 2 AND o.item [=] u.pupil AND o.taken_at = x.taken_at AND o.is_named =",
      "isting r ON r.journal = i.journal AND r.kind = 3 AND r.item [=] i.period AND s.taken_at BETWEEN r.shown_from AND r.show",
      "isting r ON r.journal = x.journal AND r.kind = 2 AND r.item [=] u.pupil WHERE x.subject = u.subject AND x.period = u.peri",
      "nd = 6 JOIN listing r ON r.journal = i.journal AND r.kind [=] 3 AND r.item = i.period AND s.taken_at BETWEEN r.shown_",
      "proof x JOIN listing r ON r.journal = x.journal AND r.kind [=] 2 AND r.item = u.pupil WHERE x.subject = u.subject AND x.",
      "urnal JOIN snapshot s ON s.journal = i.journal AND s.kind [=] 6 JOIN listing r ON r.journal = i.journal AND r.kind = 3",
    ],
    "lesson-without-homework": [
      "LEFT JOIN listing p ON p.journal = l.journal AND p.kind [=] 4 AND p.item = l.id WHERE l.id = e.lesson AND EXISTS (SEL",
      "LEFT JOIN listing p ON p.journal = l.journal AND p.kind [=] 4 AND p.item = l.id WHERE l.id = e.lesson AND EXISTS (SEL",
      "isting p ON p.journal = l.journal AND p.kind = 4 AND p.item [=] l.id WHERE l.id = e.lesson AND EXISTS (SELECT 1 FROM cove",
      "isting p ON p.journal = l.journal AND p.kind = 4 AND p.item [=] l.id WHERE l.id = e.lesson AND EXISTS (SELECT 1 FROM cove",
      "j ON j.id = l.journal LEFT JOIN listing p ON p.journal [=] l.journal AND p.kind = 4 AND p.item = l.id WHERE l.id = e",
      "j ON j.id = l.journal LEFT JOIN listing p ON p.journal [=] l.journal AND p.kind = 4 AND p.item = l.id WHERE l.id = e",
      "l.period = q.period AND (l.gone_from IS NULL OR l.gone_from [>=] :evening) GROUP BY l.period, l.study_class, l.subject, co",
    ],
    "mark-with-absence": [
      "'Н'), 'B', 'Н'), 'b', 'Н') LIKE '%НН%')) OR (a.sheet_column [>] 0 AND a.raw IS NOT NULL AND (trim(replace(replace(replace(r",
      "ys & 16) <> 0 THEN 0 ELSE 10 END WHEN (m.sheet_column [>] 0 AND m.raw IS NOT NULL AND (trim(replace(replace(replace(r",
    ],
    "marks-below-norm": [
      "= (l.shown_at / 86400) AND ((l.gone_by IS NULL OR l.gone_by [>] :evening) AND l.journal NOT IN (SELECT part.id FROM journal",
      "= (l.shown_at / 86400) AND ((l.gone_by IS NULL OR l.gone_by [>] :evening) AND l.journal NOT IN (SELECT part.id FROM journal",
      "AND EXISTS (SELECT 1 FROM membership g WHERE g.study_group [=] k.study_group AND g.pupil = f.pupil AND (g.from_day <= k.fi",
      "k.period AND l.journal = k.journal AND (l.study_group [=] k.study_group OR (l.study_group IS NULL AND k.study_group I",
      "p.left_on >= l.held_on) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= l.h",
      "p.left_on >= l.held_on) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= l.h",
    ],
    "paper-journal-disagrees": [
      "ntered_from <= :evening AND (f.gone_by IS NULL OR f.gone_by [>] :evening))) AS absences_most FROM paper_tally t JOIN cont",
    ],
    "parent-not-participating": [
      "CASE WHEN EXISTS (SELECT 1 FROM coverage v WHERE v.kind [=] 8 AND v.study_class = p.study_class ) THEN 1 ELSE 0 END AS",
      "LECT 1 FROM coverage v WHERE v.kind = 8 AND v.study_class [=] p.study_class ) THEN 1 ELSE 0 END AS is_covered, CASE W",
      "S MATERIALIZED ( SELECT coalesce(min(CASE WHEN is_covered [=] 1 THEN id END), min(id)) AS pupil, max(has_login) AS has_lo",
    ],
    "programme-behind-plan": [
      "= p.study_class AND g.subject = p.subject AND g.list_group [=] p.list_group LEFT JOIN most m ON m.study_class = p.stud",
      "AND w.list_group = 0 LEFT JOIN held g ON g.study_class [=] p.study_class AND g.subject = p.subject AND g.list_group =",
      "ETWEEN (SELECT h.year_from FROM control_half h WHERE :as_of [BETWEEN] h.first_day AND h.last_day) AND :as_of AND EXISTS (",
      "JOIN held g ON g.study_class = p.study_class AND g.subject [=] p.subject AND g.list_group = p.list_group LEFT JOIN mos",
      "_on >= (SELECT h.year_from FROM control_half h WHERE :as_of [BETWEEN] h.first_day AND h.last_day) AND (l.held_on <= :as_of AND l.",
      "coalesce(w.certain, 0) + coalesce(CASE WHEN p.list_group [=] 0 THEN m.certain ELSE g.certain END, 0) AS certain, coa",
      "day >= (SELECT h.year_from FROM control_half h WHERE :as_of [BETWEEN] h.first_day AND h.last_day) GROUP BY coalesce(c.same_as, c.",
      "ntry_by <= :evening AND (l.gone_from IS NULL OR l.gone_from [>=] :evening) THEN 1 ELSE 0 END AS certain, CASE WHEN l.entry",
    ],
    "pupil-not-participating": [
      "CASE WHEN EXISTS (SELECT 1 FROM coverage v WHERE v.kind [=] 8 AND v.study_class = p.study_class ) THEN 1 ELSE 0 END AS",
      "LECT 1 FROM coverage v WHERE v.kind = 8 AND v.study_class [=] p.study_class ) THEN 1 ELSE 0 END AS is_covered, CASE W",
      "S MATERIALIZED ( SELECT coalesce(min(CASE WHEN is_covered [=] 1 THEN id END), min(id)) AS pupil, max(has_login) AS has_lo",
    ],
    "safety-briefing-missing": [
      "0 OR (EXISTS (SELECT 1 FROM journal j WHERE j.id [=] e.journal AND (j.says & 2) <> 0) AND NOT EXISTS (SE",
      "LEFT JOIN listing p ON p.journal = l.journal AND p.kind [=] 4 AND p.item = l.id WHERE l.id = e.lesson AND EXISTS (SEL",
      "SELECT 1 FROM coverage v WHERE v.kind = 3 AND v.study_class [=] l.study_class AND v.journal = l.journal AND v.from_day <=",
      "WHEN NOT EXISTS (SELECT 1 FROM coverage v WHERE v.kind [=] 1 AND v.study_class = e.study_class AND v.journal = e.jou",
      "e.lesson AND EXISTS (SELECT 1 FROM coverage v WHERE v.kind [=] 3 AND v.study_class = l.study_class AND v.journal = l.jou",
      "isting p ON p.journal = l.journal AND p.kind = 4 AND p.item [=] l.id WHERE l.id = e.lesson AND EXISTS (SELECT 1 FROM cove",
      "j ON j.id = l.journal LEFT JOIN listing p ON p.journal [=] l.journal AND p.kind = 4 AND p.item = l.id WHERE l.id = e",
      "journal j WHERE j.id = e.journal AND (j.says & 2) [<>] 0) AND NOT EXISTS (SELECT 1 FROM lesson l JOIN jour",
      "l = l.journal AND p.kind = 4 AND p.item = l.id WHERE l.id [=] e.lesson AND EXISTS (SELECT 1 FROM coverage v WHERE v.kind",
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
    "unsatisfactory-not-followed-up": [
      "(g.from_day <= k.held_on AND (g.to_day IS NULL OR g.to_day [>=] k.held_on))))) AND NOT EXISTS (SELECT 1 FROM coverage v WHE",
      "(g.from_day <= k.held_on AND (g.to_day IS NULL OR g.to_day [>=] k.held_on))))) AND NOT EXISTS (SELECT 1 FROM coverage v WHE",
      "(g.from_day <= n.held_on AND (g.to_day IS NULL OR g.to_day [>=] n.held_on))))) ORDER BY n.position LIMIT 1) WHERE w",
      ".id = t.pupil AND (((p.enrolled_on IS NULL OR p.enrolled_on [<=] k.held_on) AND (p.left_on IS NULL OR p.left_on >= k.held_on",
      ".id = t.pupil AND (((p.enrolled_on IS NULL OR p.enrolled_on [<=] k.held_on) AND (p.left_on IS NULL OR p.left_on >= k.held_on",
      ".id = w.pupil AND (((p.enrolled_on IS NULL OR p.enrolled_on [<=] n.held_on) AND (p.left_on IS NULL OR p.left_on >= n.held_on",
      "HEN 1 ELSE 0 END) AS attended, sum(CASE WHEN w.presence [>] 0 OR w.mark = 2 THEN 1 ELSE 0 END) AS possible FROM walk",
      "OR EXISTS (SELECT 1 FROM membership g WHERE g.study_group [=] k.study_group AND g.pupil = p.id AND (g.from_day <= k",
      "OR EXISTS (SELECT 1 FROM membership g WHERE g.study_group [=] k.study_group AND g.pupil = p.id AND (g.from_day <= k",
      "e_by > :evening)) AND (p.class_from IS NULL OR p.class_from [<=] k.held_on)) AND ((k.study_group IS NULL AND p.study_class",
      "e_by > :evening)) AND (p.class_from IS NULL OR p.class_from [<=] k.held_on)) AND ((k.study_group IS NULL AND p.study_class",
      "embership g WHERE g.study_group = k.study_group AND g.pupil [=] p.id AND (g.from_day <= k.held_on AND (g.to_day IS NU",
      "embership g WHERE g.study_group = k.study_group AND g.pupil [=] p.id AND (g.from_day <= k.held_on AND (g.to_day IS NU",
      "ered_by <= :evening AND (a.gone_from IS NULL OR a.gone_from [>=] :evening)) THEN 2 ELSE 1 END) FROM attendance a WHE",
      "l = t.pupil AND e.subject = t.subject AND (e.period [>] 0 OR (e.from_day <= t.held_on AND (e.to_day IS NULL OR e.to",
      "ntered_from <= :evening AND (e.gone_by IS NULL OR e.gone_by [>] :evening))) THEN 6 WHEN t.grade = 0 THEN 13",
      "p.left_on >= k.held_on) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= k.h",
      "p.left_on >= k.held_on) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= k.h",
      "rolled_on <= k.held_on) AND (p.left_on IS NULL OR p.left_on [>=] k.held_on) AND (p.gone_by IS NULL OR p.gone_by > :evening))",
      "rolled_on <= k.held_on) AND (p.left_on IS NULL OR p.left_on [>=] k.held_on) AND (p.gone_by IS NULL OR p.gone_by > :evening))",
      "up = k.study_group AND g.pupil = p.id AND (g.from_day [<=] k.held_on AND (g.to_day IS NULL OR g.to_day >= k.held_on)))",
      "up = k.study_group AND g.pupil = p.id AND (g.from_day [<=] k.held_on AND (g.to_day IS NULL OR g.to_day >= k.held_on)))",
    ],
    "written-work-overdue": [
      "(x.from_day <= e.held_on AND (x.to_day IS NULL OR x.to_day [>=] e.held_on))) AND (x.entered_from <= :evening AND (x.gone_by",
      "T EXISTS (SELECT 1 FROM attendance a WHERE a.lesson [=] e.lesson AND a.pupil IN (e.pupil, 0) AND (a.entered_by <= :",
      "ark_by IS NULL OR ((mark_from + CASE WHEN mark_from [<] mark_by THEN 1 ELSE 0 END) / 86400) <= deadline) THEN",
      "ered_by <= :evening AND (a.gone_from IS NULL OR a.gone_from [>=] :evening))) THEN 11 WHEN EXISTS (SELECT 1 FROM contro",
      "on = e.lesson AND a.pupil IN (e.pupil, 0) AND (a.entered_by [<=] :evening AND (a.gone_from IS NULL OR a.gone_from >= :evenin",
    ],
  ]

  /// The same of the tables that rules share, as `Scripts/mutate-rules` finds them.
  // swift-format-ignore
  static let ofTables: [String: [String]] = [:]
}
