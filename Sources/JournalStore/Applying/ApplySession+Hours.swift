import Journal

extension ApplySession {
  /// The hours a week that the batch's tables say, for their school year; the newest tables of a year hold.
  func applyWeeklyHours() throws {
    guard let idYear, batch.subjects.contains(where: { $0.weeklyHours != nil }) else { return }
    let years = Set(batch.journals.map(\.schoolYear)).union([idYear]).sorted()
    let moment = batch.files.compactMap { $0.takenAt?.seconds }.max()
    let insert = try database.prepare(
      """
      INSERT INTO subject_hours (subject, school_year, weekly_hours, taken_at)
      VALUES (?1, ?2, ?3,
        coalesce(?4, (SELECT h.taken_at FROM subject_hours h WHERE h.subject = ?1 AND h.school_year = ?2), 0))
      ON CONFLICT (subject, school_year) DO UPDATE SET weekly_hours = excluded.weekly_hours, taken_at = excluded.taken_at
        WHERE excluded.taken_at >= subject_hours.taken_at
      """)
    for (position, subject) in batch.subjects.enumerated() {
      guard let id = id(Int32(position), in: subjects), let hours = subject.weeklyHours else { continue }
      for year in years {
        try insert.bind(id, at: 1)
        try insert.bind(Int64(year), at: 2)
        try insert.bind(Int64(hours), at: 3)
        try insert.bind(moment, at: 4)
        try insert.run()
      }
    }
  }
}
