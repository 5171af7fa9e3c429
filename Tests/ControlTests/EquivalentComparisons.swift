/// Comparisons of a rule's SELECT that change no row when turned round, found by the words about them as
/// `ComparisonMutant.place` gives them.
enum EquivalentComparisons {
  /// A pupil who was there on the first and the last of the lessons has them all; of the others the lessons are counted one
  /// by one. Turned round, each of these contradicts what is asked of the other day, so the quick way is not taken and the
  /// count gives the same number.
  // swift-format-ignore
  static let ofRules: [String: [String]] = [
    "absent-too-often": [
      ".left_on >= i.last_day) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= i.l",
      ".left_on >= i.last_day) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= i.l",
      "e_by > :evening)) AND (p.class_from IS NULL OR p.class_from [<=] i.last_day)) AND (g.from_day <= i.last_day AND (g.to_day IS",
      "e_by > :evening)) AND (p.class_from IS NULL OR p.class_from [<=] i.last_day)) THEN i.lessons ELSE (SELECT count(",
      "first_day))) AND ((((p.enrolled_on IS NULL OR p.enrolled_on [<=] i.last_day) AND (p.left_on IS NULL OR p.left_on >= i.last_d",
      "g.from_day <= i.first_day AND (g.to_day IS NULL OR g.to_day [>=] i.first_day))) AND ((((p.enrolled_on IS NULL OR p.enrolled_",
      "i.first_day)) AND (((p.enrolled_on IS NULL OR p.enrolled_on [<=] i.last_day) AND (p.left_on IS NULL OR p.left_on >= i.last_d",
      "left_on >= i.first_day) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= i.f",
      "left_on >= i.first_day) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= i.f",
      "lled_on <= i.first_day) AND (p.left_on IS NULL OR p.left_on [>=] i.first_day) AND (p.gone_by IS NULL OR p.gone_by > :evening",
      "lled_on <= i.first_day) AND (p.left_on IS NULL OR p.left_on [>=] i.first_day) AND (p.gone_by IS NULL OR p.gone_by > :evening",
      "rom IS NULL OR p.class_from <= i.last_day)) AND (g.from_day [<=] i.last_day AND (g.to_day IS NULL OR g.to_day >= i.last_day)",
    ],
    "class-hour-incomplete": [
      // A sheet of which one row says 0 says attendance.
      "CASE WHEN attendance_taken = 1 THEN 0 WHEN attendance_taken [=] 0 OR says_attendance = 1 THEN 1 END AS no_attendance FROM",
    ],
    "marks-below-norm": [
      // Where the course is that of the whole class its group is NULL, and turned round the comparison is NULL as well.
      "k.period AND l.journal = k.journal AND (l.study_group [=] k.study_group OR (l.study_group IS NULL AND k.study_group I",
      ".first_held)) AND (((p.enrolled_on IS NULL OR p.enrolled_on [<=] k.last_held) AND (p.left_on IS NULL OR p.left_on >= k.last_",
      ".first_held)) AND (((p.enrolled_on IS NULL OR p.enrolled_on [<=] k.last_held) AND (p.left_on IS NULL OR p.left_on >= k.last_",
      ".from_day <= k.first_held AND (g.to_day IS NULL OR g.to_day [>=] k.first_held)) AND (g.from_day <= k.last_held AND (g.to_day",
      "e_by > :evening)) AND (p.class_from IS NULL OR p.class_from [<=] k.last_held)) AND EXISTS (SELECT 1 FROM membership g WHERE",
      "e_by > :evening)) AND (p.class_from IS NULL OR p.class_from [<=] k.last_held)) THEN k.held ELSE (SELECT count(*) FROM less",
      "eft_on >= k.first_held) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= k.f",
      "eft_on >= k.first_held) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= k.f",
      "led_on <= k.first_held) AND (p.left_on IS NULL OR p.left_on [>=] k.first_held) AND (p.gone_by IS NULL OR p.gone_by > :evenin",
      "led_on <= k.first_held) AND (p.left_on IS NULL OR p.left_on [>=] k.first_held) AND (p.gone_by IS NULL OR p.gone_by > :evenin",
      "left_on >= k.last_held) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= k.l",
      "left_on >= k.last_held) AND (p.gone_by IS NULL OR p.gone_by [>] :evening)) AND (p.class_from IS NULL OR p.class_from <= k.l",
      "o_day IS NULL OR g.to_day >= k.first_held)) AND (g.from_day [<=] k.last_held AND (g.to_day IS NULL OR g.to_day >= k.last_hel",
    ],
  ]

  /// The same of the tables that rules share.
  // swift-format-ignore
  static let ofTables: [String: [String]] = [
    "pupilPeriods": [
      // Where the list is that of the whole class its group is NULL, and turned round the comparison is NULL as well.
      "AND l.teacher_set = i.teacher_set AND (l.study_group [=] i.study_group OR (l.study_group IS NULL AND i.study_group I"
    ]
  ]
}
