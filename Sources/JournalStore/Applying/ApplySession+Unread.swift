import Journal

extension ApplySession {
  /// The cells of the batch that could not be read, in the store's ids.
  func findUnread() {
    for cell in batch.unreadCells { noteUnread(cell) }
  }

  /// What stands there may be a fact of any lesson, pupil, subject or period that the cell does not name, or of which
  /// nobody knows the one that it names: whoever mistyped it meant another.
  func noteUnread(_ cell: UnreadCell) {
    let isOfLesson = cell.kind == .mark || cell.kind == .attendance
    let position = cell.lesson >= 0 ? cell.lesson : cell.work >= 0 ? batch.works[Int(cell.work)].lesson : -1
    guard isOfSchool(lesson: position, pupil: cell.pupil) else { return }
    let lesson = id(position, in: lessons) ?? id(cell.work, in: lessonOfWork) ?? 0
    let place = UnseenPlace(
      kind: cell.kind, lesson: lesson, pupil: id(cell.pupil, in: pupils) ?? 0,
      subject: id(cell.subject, in: subjects) ?? 0, period: id(cell.period, in: periods) ?? 0
    ).settled
    // Whose journal it is its lesson says, or its period and its pupil.
    let isNowhere = isOfLesson ? lesson == 0 : place.pupil == 0 || (cell.period >= 0 && place.period == 0)
    let ofLesson = position >= 0 ? batch.lessons[Int(position)].journal : 0
    let journal = isNowhere ? -1 : isOfLesson ? ofLesson : cell.journal
    for journal in journal >= 0 ? [journal] : batch.journals.indices.map(Int32.init) {
      unread[journal, default: [:]][place] = []
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
      for (place, items) in places.sorted(by: { $0.key < $1.key }) {
        guard let moment = slot(position, place.kind)?.moment else { continue }
        if let known, known.isKnown(moment, place.kind), known.shows(place.cell, place.kind, at: moment) { continue }
        for item in items.union([UnseenPlace.whole]).sorted() {
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
