extension Rule {
  /// The built-in rules in the order in which they are told. A new rule is a file of its own and a line here.
  public static let all: [Rule] = [
    lessonNotEntered,
    teacherInactive,
    pupilNotParticipating,
    parentNotParticipating,
    pupilWithoutMarks,
    pupilWithOneMark,
    marksBelowNorm,
    writtenWorkOverdue,
    finalMarkLate,
    finalMarkDisagrees,
    markWithAbsence,
    markInUngradedClass,
    unsatisfactoryNotFollowedUp,
    lessonEnteredLate,
    lessonWithoutTopic,
    lessonWithoutHomework,
    programmeBehindPlan,
    safetyBriefingMissing,
    classHourIncomplete,
    attendanceNotRecorded,
    attendanceContradiction,
    absenceReasonMissing,
    absentTooOften,
    timetableNotPosted,
    classListNotVerified,
    consentMissing,
    documentMissing,
    controlTooRare,
    paperJournalDisagrees,
    waiverExpired,
  ]

  public static func named(_ id: String) -> Rule? {
    all.first { $0.id == id }
  }
}
