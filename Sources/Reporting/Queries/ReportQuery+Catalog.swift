extension ReportQuery {
  /// What a share is of, and nothing where more cases are undetermined than determined: a share of the remainder tells
  /// nothing of the whole. `r` is an alias of `check_rule`.
  static func telling(_ whole: String, of r: String) -> String {
    "CASE WHEN \(r).undetermined <= \(r).kept + \(r).broken + \(r).waived THEN \(whole) END"
  }

  /// Every query that a template can name, in the order in which the documentation tells them.
  static let all: [ReportQuery] = [
    .check, .totals, .regulated, .rules, .people, .norms, .findingsByTeacher, .findingsByClass, .waivedFindings,
    .classes, .classesWithJournals, .classesWithoutJournals, .subjectsWithoutJournals, .classesWithoutRemarks,
    .teachersWithRemarks, .teachersWithoutRemarks, .comparison, .followUp, .recommendations,
    .acquaintance, .sources, .addressedClasses, .classRemarks, .classSubjectRemarks, .checks, .yearChecks, .checkTrend,
    .authorityTrend, .authorityFigures, .authorityPeople, .authorityLevels, .levels, .ratingRules, .classRating,
    .classRatingLosses,
    .period, .analysedClasses, .analysedSubjects, .analysedPupils, .analysedMarks, .analysedNotes,
    .analysedCategories, .analysedRisks, .analysedFailing, .analysedParticipation, .analysedAttendance,
    .analysedClassAttendance, .analysedAccumulation, .analysedGradedClasses, .analysedSchoolSubjects, .analysedGrades,
    .analysedMaterial, .analysedClassMaterial, .analysedPupilSubjects, .analysedAbsences, .analysedHomework,
  ]

  static func named(_ name: String) -> ReportQuery? { all.first { $0.name == name } }
}
