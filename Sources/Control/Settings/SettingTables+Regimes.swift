import Journal

extension SettingTables {
  static let regimeCreation = [
    """
    CREATE TEMP TABLE control_exemption (
      pupil INTEGER, subject INTEGER, period INTEGER, from_day INTEGER, to_day INTEGER, entered_from INTEGER,
      entered_by INTEGER, gone_from INTEGER, gone_by INTEGER)
    """,
    "CREATE TEMP TABLE setting_regime (pupil INTEGER, subject INTEGER, from_day INTEGER, to_day INTEGER)",
  ]

  func makeRegimes() throws {
    // One without days is of its journal's school year.
    try run(
      """
      INSERT INTO control_exemption
      SELECT e.pupil, e.subject, e.period, e.from_day, e.to_day, e.entered_from, e.entered_by, e.gone_from, e.gone_by
      FROM exemption e JOIN journal j ON j.id = e.journal
      WHERE e.from_day > 0 OR j.school_year = (SELECT max(o.school_year) FROM journal o WHERE o.school_year <= ?1)
      """, [.integer(Int64(asOf.schoolYear))])
    for regime in settings.regimes {
      let pupils = try found.pupil(regime.pupil, of: regime.studyClass, in: "exemptions")
      let subjects =
        regime.subjects.isEmpty ? [0] : try found.subjects(regime.subjects, in: "exemptions")
      for pupil in pupils {
        for subject in subjects {
          let values: [Value] = [
            .integer(pupil), .integer(subject), .integer(Int64(regime.from?.days ?? 0)), .day(regime.to),
          ]
          if regime.isOfMarks {
            try run(
              """
              INSERT INTO control_exemption SELECT ?1, s.id, 0, ?3, ?4, 0, 0, NULL, NULL FROM subject s WHERE ?2 IN (0, s.id)
              """, values)
          }
          if regime.isOfAttendance { try insert("setting_regime", values) }
        }
      }
    }
    try database.execute("CREATE INDEX temp.control_exemption_of_pupil ON control_exemption (pupil, subject)")
  }
}
