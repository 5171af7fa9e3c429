/// Writes where a snapshot of one journal makes an exception: an item between two others that it does not show, or one
/// that it only refers to.
struct SightingWriter {
  private let journal: Int64
  private let moment: Int64
  private let known: Sightings
  private let insert: Statement
  private let delete: Statement

  init(_ database: Database, journal: Int64, moment: Int64, known: Sightings) throws(StoreError) {
    self.journal = journal
    self.moment = moment
    self.known = known
    insert = try database.prepare(
      "INSERT OR IGNORE INTO sighting (journal, kind, item, taken_at, is_named) VALUES (?1, ?2, ?3, ?4, ?5)")
    delete = try database.prepare(
      "DELETE FROM sighting WHERE journal = ?1 AND kind = ?2 AND item = ?3 AND taken_at = ?4")
  }

  /// An item that is known to be shown in `range`. `isNamed`: true with a row of its own, false by reference only, nil
  /// not at all.
  func write(_ item: Item, _ range: ClosedRange<Int64>, isNamed: Bool?) throws(StoreError) {
    // A snapshot of this very moment may have come in another file and have shown it.
    let moments = known.moments(of: item.kind)
    let isKnown = moments.contains(moment)
    switch isNamed {
    case true?:
      if known.isException(item, at: moment) { try remove(item) }
      guard !range.contains(moment) else { return }
      let between = min(moment, range.lowerBound)...max(moment, range.upperBound)
      for other in moments where other != moment && between.contains(other) && !range.contains(other) {
        try add(item, at: other, isNamed: false)
      }
    case false?:
      guard !isKnown || !known.shows(item, at: moment) else { return }
      try remove(item)
      try add(item, at: moment, isNamed: true)
    case nil:
      if !isKnown, range.contains(moment) { try add(item, at: moment, isNamed: false) }
    }
  }

  private func add(_ item: Item, at moment: Int64, isNamed: Bool) throws(StoreError) {
    try bind(item, moment, to: insert)
    try insert.bind(isNamed ? 1 : 0, at: 5)
    try insert.run()
  }

  private func remove(_ item: Item) throws(StoreError) {
    try bind(item, moment, to: delete)
    try delete.run()
  }

  private func bind(_ item: Item, _ moment: Int64, to statement: Statement) throws(StoreError) {
    try statement.bind(journal, at: 1)
    try statement.bind(item.kind.rawValue, at: 2)
    try statement.bind(item.id, at: 3)
    try statement.bind(moment, at: 4)
  }
}
