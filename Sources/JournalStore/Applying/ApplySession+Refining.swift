import Journal

extension ApplySession {
  /// The entry moments of a known journal's lessons are told anew from what is now known of their facts, bound by bound
  /// the earliest (CONTROL 1).
  func refineEntryMoments() throws {
    let held = try database.prepare(
      """
      UPDATE lesson SET (held_from, held_by) = (
        SELECT min(f), min(b) FROM (
          SELECT entered_from AS f, entered_by AS b FROM mark WHERE lesson = lesson.id
          UNION ALL SELECT entered_from, entered_by FROM attendance WHERE lesson = lesson.id
          UNION ALL SELECT entered_from, entered_by FROM lesson_text
            WHERE lesson = lesson.id AND (lesson.is_timed = 0 OR lesson.entry_by IS NOT NULL)
          UNION ALL SELECT lesson.entry_from, lesson.entry_by WHERE lesson.is_timed = 1 AND lesson.entry_by IS NOT NULL))
      WHERE journal = ?1
      """)
    let entry = try database.prepare(
      "UPDATE lesson SET entry_from = held_from, entry_by = held_by WHERE journal = ?1 AND is_timed = 0")
    for position in batch.journals.indices {
      guard knownJournals.contains(Int32(position)), let journal = id(Int32(position), in: journals) else { continue }
      for statement in [held, entry] {
        try statement.bind(journal, at: 1)
        try statement.run()
      }
    }
  }
}
