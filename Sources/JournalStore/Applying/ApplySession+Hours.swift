import Journal

extension ApplySession {
  /// The hours a week that the batch's tables say, for their school year; the newest tables of a year hold. Of another year
  /// whose lessons they carry they hold only where that year's own tables said nothing.
  func applyWeeklyHours() throws {
    guard let idYear, batch.subjects.contains(where: { $0.weeklyHours != nil }) else { return }
    let others = Set(batch.journals.map(\.schoolYear)).subtracting([idYear]).sorted()
    let moment = batch.files.compactMap { $0.takenAt?.seconds }.max()
    let insert = try database.prepare(
      """
      INSERT INTO subject_hours (subject, school_year, weekly_hours, taken_at)
      VALUES (?1, ?2, ?3,
        coalesce(?4, (SELECT h.taken_at FROM subject_hours h WHERE h.subject = ?1 AND h.school_year = ?2), 0))
      ON CONFLICT (subject, school_year) DO UPDATE SET weekly_hours = excluded.weekly_hours, taken_at = excluded.taken_at
        WHERE excluded.taken_at >= subject_hours.taken_at
      """)
    // Of several such tables the smallest holds, in whatever order they come.
    let insertOther = try database.prepare(
      """
      INSERT INTO subject_hours (subject, school_year, weekly_hours, taken_at) VALUES (?1, ?2, ?3, 0)
      ON CONFLICT (subject, school_year) DO UPDATE SET weekly_hours = min(weekly_hours, excluded.weekly_hours)
        WHERE subject_hours.taken_at = 0
      """)
    for (position, subject) in batch.subjects.enumerated() {
      guard let id = id(Int32(position), in: subjects), let hours = subject.weeklyHours else { continue }
      try insert.bind(id, at: 1)
      try insert.bind(Int64(idYear), at: 2)
      try insert.bind(Int64(hours), at: 3)
      try insert.bind(moment, at: 4)
      try insert.run()
      for year in others {
        try insertOther.bind(id, at: 1)
        try insertOther.bind(Int64(year), at: 2)
        try insertOther.bind(Int64(hours), at: 3)
        try insertOther.run()
      }
    }
  }
}
