import Journal

/// Where one kind of fact of one journal stands in time: this import's snapshot among those known.
struct SnapshotSlot {
  var moment: Int64
  /// The nearest known snapshots of the same journal and kind; nil where there are none.
  var previous: Int64?
  var next: Int64?
  var file: Int32
  /// A snapshot of this very moment is known.
  var isKnown: Bool
  /// The store knows no facts of this kind in this journal, so nothing is held against what is there.
  var isFirst: Bool

  /// The interval of a fact first seen in this snapshot.
  func interval(_ own: LocalMoment?) -> (from: Int64, by: Int64) { interval(own: own?.seconds) }

  func interval(own: Int64?) -> (from: Int64, by: Int64) {
    own.map { ($0, $0) } ?? (previous ?? 0, moment)
  }

  /// How the earliest moment of an interval is stored: a snapshot of a day's last second shows all of the day, so that what
  /// it lacks begins with the next day, for a check of that evening too.
  static func bound(_ from: Int64, _ by: Int64?) -> Int64 {
    from != by && (from + 1) % 86_400 == 0 ? from + 1 : from
  }
}

extension ApplySession {
  func applyJournals() throws {
    let find = try database.prepare("SELECT id, says FROM journal WHERE key = ?1")
    let insert = try database.prepare(
      "INSERT INTO journal (key, layout, school_year, says) VALUES (?1, ?2, ?3, ?4) RETURNING id")
    let update = try database.prepare("UPDATE journal SET says = ?2 WHERE id = ?1")
    for (position, journal) in batch.journals.enumerated() {
      guard journal.school == school else {
        journals.append(0)
        continue
      }
      try find.bind(journal.key, at: 1)
      var known = try find.step() ? (id: find.integer(0), says: find.integer(1)) : nil
      find.reset()
      if known == nil { known = try referred(from: Int32(position)) }
      if let known {
        knownJournals.insert(Int32(journals.count))
        journals.append(known.id)
        let says = known.says | Int64(journal.says.rawValue)
        guard says != known.says else { continue }
        try update.bind(known.id, at: 1)
        try update.bind(says, at: 2)
        try update.run()
      } else {
        try insert.bind(journal.key, at: 1)
        try insert.bind(journal.layout, at: 2)
        try insert.bind(journal.schoolYear, at: 3)
        try insert.bind(journal.says.rawValue, at: 4)
        guard try insert.step() else { continue }
        journals.append(insert.integer(0))
        insert.reset()
      }
    }
    try findSlots()
  }

  /// The journal of the lessons or periods that a new one only refers to: marks of the year before, exported in the next.
  private func referred(from position: Int32) throws -> (id: Int64, says: Int64)? {
    guard batch.lessons.allSatisfy({ $0.isReference || $0.journal != position }) else { return nil }
    let find: Statement
    if let lesson = batch.lessons.first(where: { $0.journal == position }) {
      find = try database.prepare(
        "SELECT j.id, j.says FROM lesson l JOIN journal j ON j.id = l.journal WHERE l.key = ?1")
      try find.bind(lesson.key, at: 1)
    } else if position == 0, let work = batch.works.first(where: \.isReference) {
      find = try database.prepare(
        """
        SELECT j.id, j.says FROM work w JOIN lesson l ON l.id = w.lesson JOIN journal j ON j.id = l.journal
        WHERE w.key = ?1
        """)
      try find.bind(work.key, at: 1)
    } else if let period = referredPeriod(of: position) {
      find = try database.prepare(
        """
        SELECT j.id, j.says FROM period p JOIN journal j ON j.school_year = p.school_year AND j.layout = ?2
        WHERE p.id = ?1
        """)
      try find.bind(period, at: 1)
      try find.bind(batch.journals[Int(position)].layout, at: 2)
    } else {
      return nil
    }
    return try find.step() ? (id: find.integer(0), says: find.integer(1)) : nil
  }

  /// A period of an earlier export that final results of the journal are of.
  private func referredPeriod(of journal: Int32) -> Int64? {
    let named = batch.finalMarks.lazy.filter { $0.journal == journal }.map(\.period)
    let exempt = batch.exemptions.lazy.filter { $0.journal == journal && $0.period >= 0 }.map(\.period)
    return (named.first { batch.periods[Int($0)].isReference } ?? exempt.first { batch.periods[Int($0)].isReference })
      .flatMap { id($0, in: periods) }
  }

  private func findSlots() throws {
    let near = try database.prepare(
      """
      SELECT (SELECT max(taken_at) FROM snapshot WHERE journal = ?1 AND kind = ?2 AND taken_at < ?3),
             (SELECT min(taken_at) FROM snapshot WHERE journal = ?1 AND kind = ?2 AND taken_at > ?3),
             EXISTS (SELECT 1 FROM snapshot WHERE journal = ?1 AND kind = ?2 AND taken_at = ?3),
             EXISTS (SELECT 1 FROM snapshot WHERE journal = ?1 AND kind = ?2)
      """)
    for snapshot in batch.snapshots {
      guard let journal = id(snapshot.journal, in: journals) else { continue }
      let moment = moment(of: snapshot) ?? 0
      try near.bind(journal, at: 1)
      try near.bind(snapshot.kind.rawValue, at: 2)
      try near.bind(moment, at: 3)
      guard try near.step() else { continue }
      slots[SlotKey(journal: snapshot.journal, kind: snapshot.kind)] = SnapshotSlot(
        moment: moment, previous: near.optionalInteger(0), next: near.optionalInteger(1), file: snapshot.file,
        isKnown: near.integer(2) == 1, isFirst: near.integer(3) == 0)
      near.reset()
    }
  }

  func slot(_ journal: Int32, _ kind: FactKind) -> SnapshotSlot? { slots[SlotKey(journal: journal, kind: kind)] }
}

struct SlotKey: Hashable {
  var journal: Int32
  var kind: FactKind
}
