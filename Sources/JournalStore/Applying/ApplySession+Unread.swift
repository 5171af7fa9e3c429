import Journal

extension ApplySession {
  /// The cells of the batch that could not be read, in the store's ids; a cell of what nobody knows holds nothing known.
  func findUnread() {
    for cell in batch.unreadCells {
      let isOfLesson = cell.kind == .mark || cell.kind == .attendance
      let position = cell.lesson >= 0 ? cell.lesson : cell.work >= 0 ? batch.works[Int(cell.work)].lesson : -1
      let lesson = position >= 0 ? lessons[Int(position)] : id(cell.work, in: lessonOfWork) ?? 0
      let (pupil, subject) = (id(cell.pupil, in: pupils) ?? 0, id(cell.subject, in: subjects) ?? 0)
      guard cell.pupil < 0 || pupil != 0, cell.subject < 0 || subject != 0,
        (cell.lesson < 0 && cell.work < 0) || lesson != 0
      else { continue }
      let place = UnseenPlace(
        kind: cell.kind, lesson: lesson, pupil: pupil, subject: subject, period: id(cell.period, in: periods) ?? 0
      ).settled
      let ofLesson: Int32 = lesson == 0 ? -1 : position >= 0 ? batch.lessons[Int(position)].journal : 0
      let journal = isOfLesson ? ofLesson : cell.journal
      for journal in journal >= 0 ? [journal] : batch.journals.indices.map(Int32.init) {
        unread[journal, default: [:]][place] = []
      }
    }
  }

  /// Whether this import could not read the place of the cell; what it shows there is another matter.
  func isUnread(_ cell: Cell, _ kind: FactKind, _ journal: Int32) -> Bool {
    guard let places = unread[journal] else { return false }
    let place = UnseenPlace(cell, kind)
    return places[place] != nil || place.wider.contains { places[$0] != nil }
  }

  /// A fact that this import shows; its place may hold others that could not be read.
  func noteRead(_ cell: Cell, _ kind: FactKind, _ journal: Int32) {
    guard isUnread(cell, kind, journal) else { return }
    unread[journal]?[UnseenPlace(cell, kind), default: []].insert(cell.item)
  }

  /// Writes down which places this import could not read: the next import's intervals are not bound by it there. A place
  /// that another file of this very moment shows is seen.
  func saveUnread() throws {
    let insert = try database.prepare(
      """
      INSERT OR IGNORE INTO unseen (journal, kind, lesson, pupil, subject, period, taken_at, item)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """)
    for (position, places) in unread.sorted(by: { $0.key < $1.key }) {
      guard let journal = id(position, in: journals) else { continue }
      let known = sightings[position]
      for (place, items) in places {
        guard let moment = slot(position, place.kind)?.moment else { continue }
        if let known, known.isKnown(moment, place.kind), known.shows(place.cell, place.kind, at: moment) { continue }
        for item in items.union([UnseenPlace.whole]) {
          try bind(journal, place, moment, to: insert)
          try insert.bind(item, at: 8)
          try insert.run()
        }
      }
    }
    try forgetRead()
  }

  /// What a file of this very moment could not read, and this import has read.
  private func forgetRead() throws {
    let delete = try database.prepare(
      """
      DELETE FROM unseen WHERE journal = ?1 AND kind = ?2 AND lesson = ?3 AND pupil = ?4 AND subject = ?5
        AND period = ?6 AND taken_at = ?7
      """)
    for (position, known) in sightings where !known.unseen.isEmpty {
      guard let journal = id(position, in: journals), let named = named[position] else { continue }
      for (place, moments) in known.unseen where unread[position]?[place] == nil && named.names(place.cell, place.kind)
      {
        guard let moment = slot(position, place.kind)?.moment, moments[moment] != nil else { continue }
        try bind(journal, place, moment, to: delete)
        try delete.run()
      }
    }
  }

  private func bind(_ journal: Int64, _ place: UnseenPlace, _ moment: Int64, to statement: Statement) throws {
    let columns = [
      journal, Int64(place.kind.rawValue), place.lesson, place.pupil, place.subject, place.period, moment,
    ]
    for (index, value) in columns.enumerated() { try statement.bind(value, at: Int32(index + 1)) }
  }
}
