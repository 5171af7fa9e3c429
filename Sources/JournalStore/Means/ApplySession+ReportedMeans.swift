import Journal

extension ApplySession {
  /// Keeps the means that sources computed, the newest snapshot's of each, and holds them against the marks of the store.
  func applyReportedMeans() throws {
    let insert = try database.prepare(
      """
      INSERT INTO reported_mean (pupil, subject, period, journal, from_day, to_day, is_weighted, millionths, decimals,
        taken_at, sheet, sheet_row, sheet_column)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
      ON CONFLICT DO UPDATE SET millionths = excluded.millionths, decimals = excluded.decimals,
        taken_at = excluded.taken_at, sheet = excluded.sheet, sheet_row = excluded.sheet_row,
        sheet_column = excluded.sheet_column
      WHERE excluded.taken_at >= taken_at
      """)
    for mean in batch.reportedMeans {
      guard let journal = id(mean.journal, in: journals), let pupil = id(mean.pupil, in: pupils),
        let subject = id(mean.subject, in: subjects)
      else { continue }
      let moment = batch.files[Int(file(of: mean.place))].takenAt?.seconds ?? 0
      let values = [
        pupil, subject, id(mean.period, in: periods) ?? 0, journal, mean.days?.lowerBound.stored ?? 0,
        mean.days?.upperBound.stored ?? 0, mean.isWeighted ? 1 : 0, mean.millionths, Int64(mean.decimals), moment,
        sheetIds[Int(mean.place.sheet)], Int64(mean.place.row), Int64(mean.place.column),
      ]
      for (index, value) in values.enumerated() { try insert.bind(value, at: Int32(index + 1)) }
      try insert.run()
    }
    guard let first = batch.reportedMeans.first else { return }
    let comparison = try MeanComparison(database, of: Set(journals.filter { $0 != 0 }))
    outcome.notices[Int(file(of: first.place))] += comparison.notices
  }
}
