import Journal

extension ApplySession {
  /// Widens the intervals that snapshots ahead of a lesson bound, where this import turns out to show the lesson before them:
  /// then they did not lack it because it was still to come, and prove nothing of its cells.
  func widenIntervals() throws {
    for position in knownJournals.sorted() {
      guard let known = sightings[position] else { continue }
      let kind = lessonKind(of: position)
      let lessons = known.noLongerAhead(kind)
      guard !lessons.isEmpty else { continue }
      var tables: [FollowedTable] = kind == .lesson ? [.marks, .attendance] : []
      // The texts of a journal with a planning stand in the planning's rows.
      if try kind == .plannedLesson || !isPlanned(journal: position) {
        tables += [FactKind.topic, .homework].map { FollowedTable.texts($0, of: kind) }
      }
      for table in tables {
        for (lesson, moments) in lessons { try widen(table, lesson, moments, position, known) }
      }
    }
  }

  private func widen(
    _ table: FollowedTable, _ lesson: Int64, _ moments: Set<Int64>, _ position: Int32, _ known: Sightings
  ) throws {
    let keys = table.keys.joined(separator: ", ")
    let rows = try database.prepare(
      """
      SELECT entered_from, min(entered_from, entered_by), version, \(keys) FROM \(table.name)
      WHERE lesson = ?1 AND entered_from <> entered_by ORDER BY \(keys), version
      """)
    let isKey = table.keys.enumerated().map { "\($1) = ?\($0 + 3)" }.joined(separator: " AND ")
    let update = try database.prepare("UPDATE \(table.name) SET entered_from = ?1 WHERE version = ?2 AND \(isKey)")
    try rows.bind(lesson, at: 1)
    let bounds = Set(moments.map { SnapshotSlot.bound($0, nil) })
    // This import may have shown the fact itself, before what bounded it.
    var found: [(limit: Int64, version: Int64, key: [Int64])] = []
    while try rows.step() {
      guard bounds.contains(rows.integer(0)) else { continue }
      found.append((rows.integer(1), rows.integer(2), table.keys.indices.map { rows.integer(Int32($0) + 3) }))
    }
    for (limit, version, key) in found {
      if table.name == "lesson_text", key[1] != Int64(table.kind.rawValue) { continue }
      let cell = table.cell(FactKey(a: key[0], b: key[1], c: key.count > 2 ? key[2] : 0))
      var before = known.lastShowing(cell, table.kind, before: limit) ?? 0
      if let own = slot(position, table.kind)?.moment, own < limit, !isUnread(cell, table.kind, position),
        named[position]?.names(cell, table.kind) ?? false
      {
        before = max(before, own)
      }
      try update.bind(SnapshotSlot.bound(before, limit), at: 1)
      try update.bind(version, at: 2)
      for (index, value) in key.enumerated() { try update.bind(value, at: Int32(index) + 3) }
      try update.run()
    }
  }
}
