/// What the rules about a pupil's marks in a period share. The units are those of `PreparedUnits.pupilPeriods`.
enum PupilPeriodSQL {
  static let reads: [PreparedUnits] = [.pupilPeriods, .markCounts]

  static let columns = "u.study_class, u.subject, u.period, u.pupil, u.teacher_set"

  static let source = """
    FROM control_member u LEFT JOIN control_mark_count c ON c.unit = u.unit
    ORDER BY u.unit, u.teacher_set
    """

  /// Why a unit with too few marks is not called broken: exemption before marks, marks before snapshots.
  static let reason = """
    CASE WHEN c.possible > c.certain THEN \(UndeterminedReason.betweenSnapshots.code)
      WHEN u.mark_proved = 0 THEN \(UndeterminedReason.earlySnapshot.code)
      ELSE \(UndeterminedReason.uncertainExemption.code) END
    """

  static let reasons: [UndeterminedReason] = [.betweenSnapshots, .earlySnapshot, .uncertainExemption]
}
