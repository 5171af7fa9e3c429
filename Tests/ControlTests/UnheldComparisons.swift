/// Comparisons of a rule's SELECT that no example holds yet, as `ComparisonMutant.place` gives them.
enum UnheldComparisons {
  /// May only become less.
  static let count = 0

  static let ofRules: [String: [String]] = [:]

  /// The same of the tables that rules share, as `Scripts/mutate-rules` finds them.
  // swift-format-ignore
  static let ofTables: [String: [String]] = [
    "finalMarks": [
      ".entered_from IS NOT NULL GROUP BY t.unit) o WHERE o.unit [=] control_final.unit",
      "= a.graded THEN a.low END) AS low, max(CASE WHEN a.certain [=] a.graded THEN a.high END) AS high, min(a.low) AS any_lo",
      "HERE y.journal = z.journal AND y.kind = z.kind AND y.lesson [=] z.lesson AND y.pupil = z.pupil AND y.subject = z.su",
      "HERE y.journal = z.journal AND y.kind = z.kind AND y.lesson [=] z.lesson AND y.pupil = z.pupil AND y.subject = z.su",
      "JOIN control_final_source a ON a.shown = t.shown AND a.unit [<>] t.unit WHERE a.entered_from IS NOT NULL GROUP BY t.unit",
      "LEFT JOIN period_same x ON x.period = f.period AND x.grade [=] c.grade WHERE (EXISTS (SELECT 1 FROM pupil y WHERE y.same_a",
      "N control_period q ON q.period = m.period AND q.study_class [=] m.study_class WHERE q.is_ended = 1 AND (EXISTS (SELECT 1 FR",
      "N subject s WHERE (z.pupil = 0 OR z.subject = 0 OR z.period [=] 0) AND q.is_ended = 1 AND p.study_class = q.study_class A",
      "ON a.shown = t.shown AND (a.place < t.place OR (a.place [=] t.place AND a.key < t.key)) WHERE t.kind > 3)",
      "ULL FROM control_member m JOIN control_period q ON q.period [=] m.period AND q.study_class = m.study_class WHERE q.is_ended",
      "ax(a.decided_on) AS decided_on, sum(CASE WHEN a.certain [=] a.graded THEN a.certain ELSE 0 END) AS certain, sum(a.grade",
      "c.id = p.study_class LEFT JOIN period_same x ON x.period [=] f.period AND x.grade = c.grade WHERE (EXISTS (SELECT 1 FROM",
      "ce OR (a.place = t.place AND a.key < t.key)) WHERE t.kind [>] 3)",
      "ered_by <= :evening AND (f.gone_from IS NULL OR f.gone_from [>=] :evening))) THEN min(f.entered_from) ELSE min(CASE WHEN (f.",
      "ered_from IS NOT NULL THEN o.entered_from WHEN o.entered_by [<] coalesce(control_final.entered_by, o.entered_by + 1) TH",
      "m.period AND q.study_class = m.study_class WHERE q.is_ended [=] 1 AND (EXISTS (SELECT 1 FROM pupil y WHERE y.same_as IS NOT",
      "nal.entered_from END, entered_by = CASE WHEN o.entered_by [<] coalesce(control_final.entered_by, o.entered_by + 1) THEN o",
      "od q CROSS JOIN pupil p CROSS JOIN subject s WHERE (z.pupil [=] 0 OR z.subject = 0 OR z.period = 0) AND q.is_ended = 1 AND",
      "rtain, sum(a.graded) AS graded, min(CASE WHEN a.certain [=] a.graded THEN a.low END) AS low, max(CASE WHEN a.certain =",
      "t = 0 OR z.period = 0) AND q.is_ended = 1 AND p.study_class [=] q.study_class AND (z.pupil = 0 OR z.pupil = p.id) AND (z.",
      "upil = 0 OR z.pupil = p.id) AND (z.subject = 0 OR z.subject [=] s.id) AND (z.period = 0 OR z.period = q.period)",
    ],
    "lessons": [
      ".topic_at BETWEEN l.shown_from AND l.shown_at AND l.held_on [BETWEEN] o.topic_from AND o.topic_to) THEN 1 ELSE EXISTS (SELECT 1 F",
      ">= :evening)) END AS topic_proved, CASE WHEN (o.mark_at [BETWEEN] l.shown_from AND l.shown_at AND l.held_on BETWEEN o.mark_fr",
      "CT 1 FROM unseen z WHERE z.journal = v.journal AND z.kind [=] v.kind AND z.taken_at = v.taken_at) GROUP BY v.study_class,",
      "CT 1 FROM unseen z WHERE z.journal = v.journal AND z.kind [=] v.kind AND z.taken_at = v.taken_at) GROUP BY v.study_class,",
      "CT 1 FROM unseen z WHERE z.journal = v.journal AND z.kind [=] v.kind AND z.taken_at = v.taken_at) GROUP BY v.study_class,",
      "CT 1 FROM unseen z WHERE z.journal = v.journal AND z.kind [=] v.kind AND z.taken_at = v.taken_at) GROUP BY v.study_class,",
      "EN l.is_planned = 1 AND (l.entry_by IS NULL OR l.entry_from [>] :evening) THEN -7 WHEN l.entry_by IS NULL OR l.entr",
      "RE z.journal = v.journal AND z.kind = v.kind AND z.taken_at [=] v.taken_at) GROUP BY v.study_class, v.journal) lesson ON",
      "RE z.journal = v.journal AND z.kind = v.kind AND z.taken_at [=] v.taken_at) GROUP BY v.study_class, v.journal) topic ON t",
      "TINCT v.journal, v.study_class FROM coverage v WHERE v.kind [=] 1) k LEFT JOIN (SELECT v.journal, v.study_class, max(v.ta",
      "g) AND NOT EXISTS (SELECT 1 FROM unseen z WHERE z.journal [=] v.journal AND z.kind = v.kind AND z.taken_at = v.taken_at)",
      "g) AND NOT EXISTS (SELECT 1 FROM unseen z WHERE z.journal [=] v.journal AND z.kind = v.kind AND z.taken_at = v.taken_at)",
      "g) AND NOT EXISTS (SELECT 1 FROM unseen z WHERE z.journal [=] v.journal AND z.kind = v.kind AND z.taken_at = v.taken_at)",
    ],
    "periods": [
      "ntrol_period_days d WHERE d.period = o.id AND d.study_class [=] s.id)) AND NOT EXISTS (SELECT 1 FROM control_period_days",
      "ntrol_period_days d WHERE d.period = p.id AND d.study_class [=] c.id) GROUP BY p.id, l.study_class HAVING coalesce(p.start",
    ],
    "programme": [
      "(SELECT part.id FROM journal part WHERE (part.says & 8192) [<>] 0)) AND s.first_day >= (SELECT h.year_from FROM control_hal",
      "/ 32, (SELECT h.year_from FROM control_half h WHERE :as_of [BETWEEN] h.first_day AND h.last_day) / 32) AND r.day >= (SELECT h.ye",
      "D h.last_day) AND ((s.settled_by <= :evening AND s.last_day [<=] :as_of AND s.journal NOT IN (SELECT part.id FROM journal pa",
      "day >= (SELECT h.year_from FROM control_half h WHERE :as_of [BETWEEN] h.first_day AND h.last_day) AND ((s.settled_by <= :evening",
      "day >= (SELECT h.year_from FROM control_half h WHERE :as_of [BETWEEN] h.first_day AND h.last_day)) IS NOT 1) q CROSS JOIN lesso",
      "ntry_by <= :evening AND (l.gone_from IS NULL OR l.gone_from [>=] :evening) THEN 1 ELSE 0 END, CASE WHEN l.entry_from > :",
      "ournal part WHERE (part.says & 8192) <> 0)) AND s.first_day [>=] (SELECT h.year_from FROM control_half h WHERE :as_of BETWEE",
      "s_of BETWEEN h.first_day AND h.last_day) AND ((s.settled_by [<=] :evening AND s.last_day <= :as_of AND s.journal NOT IN (SEL",
    ],
    "pupilPeriods": [
      "(SELECT part.id FROM journal part WHERE (part.says & 8192) [<>] 0)) AND 1) AND l.period IN (SELECT q.period FROM control_pe",
      "(SELECT part.id FROM journal part WHERE (part.says & 8192) [<>] 0)) AND 1) IS NOT 1) q CROSS JOIN lesson l INDEXED BY les",
      "(SELECT q.period FROM control_period q) AND ((s.settled_by [<=] :evening AND s.last_day <= :as_of AND s.journal NOT IN (SEL",
      "e(l.period, 0) AND (s.settled_by <= :evening AND s.last_day [<=] :as_of AND s.journal NOT IN (SELECT part.id FROM journal pa",
      "rol_period q) AND ((s.settled_by <= :evening AND s.last_day [<=] :as_of AND s.journal NOT IN (SELECT part.id FROM journal pa",
    ],
  ]
}
