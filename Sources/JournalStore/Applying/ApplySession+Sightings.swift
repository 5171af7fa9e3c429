import Journal

extension ApplySession {
  /// Loads what is known of the journals that are not new, and notes whom and which periods this import names.
  func loadSightings() throws {
    let everybody = Set(pupils).subtracting([0])
    let everyPeriod = Set(periods).subtracting([0])
    for (position, journal) in batch.journals.enumerated() {
      guard let id = id(Int32(position), in: journals) else { continue }
      var items = NamedItems()
      items.pupils = journal.pupils.map { Set($0.compactMap { self.id($0, in: pupils) }) } ?? everybody
      items.periods = journal.periods.map { Set($0.compactMap { self.id($0, in: periods) }) } ?? everyPeriod
      named[Int32(position)] = items
      if knownJournals.contains(Int32(position)) { sightings[Int32(position)] = try Sightings(id, database) }
    }
  }

  /// Whose rows of lessons this import has for a journal: the journal's own or its planning's.
  func lessonKind(of journal: Int32) -> ItemKind {
    batch.journals[Int(journal)].says.contains(.lessonPlanning) ? .plannedLesson : .lesson
  }

  /// Writes down what this import shows; the next import's intervals are bound by it.
  func saveSightings() throws {
    let moments = batch.snapshots.compactMap { snapshot in moment(of: snapshot).map { (snapshot.journal, $0) } }
    for (position, moment) in Dictionary(moments, uniquingKeysWith: { first, _ in first }).sorted(by: <) {
      guard let journal = id(position, in: journals), let items = named[position] else { continue }
      let known = sightings[position]
      let planned = lessonKind(of: position) == .plannedLesson ? Set(items.lessons.keys) : []
      for (kind, ids) in [(ItemKind.pupil, items.pupils), (.period, items.periods), (.plannedLesson, planned)] {
        try list(ids.sorted(), kind, journal, at: moment)
      }
      guard let known else { continue }
      let writer = try SightingWriter(database, journal: journal, moment: moment, known: known)
      let isPlanning = lessonKind(of: position) == .plannedLesson
      for (item, range) in known.ranges where isPlanning == (item.kind == .plannedLesson) {
        let isNamed: Bool? =
          switch item.kind {
          case .lesson, .plannedLesson: items.lessons[item.id]
          case .pupil: items.pupils.contains(item.id) ? true : nil
          case .period: items.periods.contains(item.id) ? true : nil
          }
        try writer.write(item, range, isNamed: isNamed)
      }
    }
  }

  private func list(_ ids: [Int64], _ kind: ItemKind, _ journal: Int64, at moment: Int64) throws {
    let insert = try database.prepare(
      """
      INSERT INTO listing (journal, kind, item, shown_from, shown_at) VALUES (?1, ?2, ?3, ?4, ?4)
      ON CONFLICT (journal, kind, item) DO UPDATE
        SET shown_from = min(shown_from, excluded.shown_from), shown_at = max(shown_at, excluded.shown_at)
      """)
    for item in ids {
      try insert.bind(journal, at: 1)
      try insert.bind(kind.rawValue, at: 2)
      try insert.bind(item, at: 3)
      try insert.bind(moment, at: 4)
      try insert.run()
    }
  }
}
