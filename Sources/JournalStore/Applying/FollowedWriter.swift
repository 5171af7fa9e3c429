import Journal

/// How facts of one kind stand in the batch: what a writer asks of each by its position.
struct FactAccess {
  /// Binds the value columns from the given parameter on.
  var bind: (_ index: Int, _ statement: Statement, _ first: Int32) throws -> Void
  /// The text that tells two versions apart, as it is stored.
  var value: (_ index: Int) -> String
  var place: (_ index: Int) -> FactPlace
  /// Whether the fact is told as new: filler and presence are not.
  var counts: (_ index: Int) -> Bool
  /// The same of a stored value, which may change or vanish.
  var isCounted: (_ value: String) -> Bool
}

/// Writes one table's facts of one journal after another.
struct FollowedWriter {
  private let session: ApplySession
  private let table: FollowedTable
  private let access: FactAccess
  private let inserter: RowInserter
  /// For facts of which there is no version yet.
  private let firstInserter: RowInserter
  private let refinement: Statement
  private let copying: Statement

  init(_ session: ApplySession, _ table: FollowedTable, _ access: FactAccess) throws(StoreError) {
    self.session = session
    self.table = table
    self.access = access
    let interval = ["entered_from", "entered_by", "gone_from", "gone_by"]
    let columns = table.keys + ["version"] + interval + ["sheet", "sheet_row", "sheet_column"] + table.values
    let names = columns.joined(separator: ", ")
    inserter = try RowInserter(session.database, table: table.name, columns: columns)
    firstInserter = try RowInserter(
      session.database, table: table.name,
      columns: table.keys + ["entered_from", "entered_by", "sheet", "sheet_row", "sheet_column"] + table.values,
      constants: [("version", "1")])
    let keyCount = table.keys.count
    let isKey = table.keys.enumerated().map { "\($1) = ?\($0 + 1)" }.joined(separator: " AND ")
    let sets = interval.enumerated().map { "\($1) = ?\(keyCount + 2 + $0)" }.joined(separator: ", ")
    refinement = try session.database.prepare(
      "UPDATE \(table.name) SET \(sets) WHERE \(isKey) AND version = ?\(keyCount + 1)")
    let marks = columns.indices.map { "?\($0 + 1)" }
    let copied = (marks[...(keyCount + 4)] + columns[(keyCount + 5)...]).joined(separator: ", ")
    copying = try session.database.prepare(
      "INSERT INTO \(table.name) (\(names)) SELECT \(copied) FROM \(table.name) WHERE \(isKey) AND version = ?\(columns.count)"
    )
  }

  /// Takes the facts of one journal, in order of key, as its snapshot shows them. Of a known fact whose place it does not
  /// show it says nothing.
  func write(_ facts: [FollowedFact], journal: Int32, _ slot: SnapshotSlot) throws {
    if session.unread[journal] != nil {
      for fact in facts { session.noteRead(table.cell(fact.key), table.kind, journal) }
    }
    guard !slot.isFirst, let id = session.id(journal, in: session.journals),
      let sightings = session.sightings[journal], let named = session.named[journal]
    else {
      try append(facts, slot)
      return
    }
    let known = try KnownRuns(session.database, table, journal: id)
    /// Facts with keys below the limit that the snapshot does not show.
    func end(before limit: FactKey?) throws {
      while let key = known.key, limit.map({ key < $0 }) ?? true {
        let runs = try known.take(key)
        let cell = table.cell(key)
        let isAhead = sightings.isAhead(cell, at: slot.moment, of: named.days.keys)
        guard !session.isUnread(cell, table.kind, journal),
          named.names(cell, table.kind)
            || (isAhead && named.names(Cell(pupil: cell.pupil, period: cell.period), table.kind))
        else { continue }
        var timeline = Timeline(runs: runs)
        let change = timeline.observe(nil, ownMoment: nil, in: sightings.slot(slot, of: table.cell(key), table.kind))
        try save(timeline.runs, over: runs, FollowedFact(key: key, own: nil, index: -1))
        guard change == .vanished, let ended = runs.first(where: { !timeline.runs.contains($0) }) ?? runs.last,
          access.isCounted(ended.value)
        else { continue }
        session.outcome.changes[Int(slot.file)].vanished += 1
        if case .stored(let version) = ended.origin {
          session.note(.vanished(table, key, version: version, old: ended.value), file: slot.file)
        }
      }
    }
    for fact in facts {
      try end(before: fact.key)
      let index = Int(fact.index)
      var timeline = Timeline(runs: try known.take(fact.key))
      let before = timeline.runs
      let value = access.value(index)
      let change = timeline.observe(
        value, ownMoment: fact.own?.seconds, in: sightings.slot(slot, of: table.cell(fact.key), table.kind))
      let version = try save(timeline.runs, over: before, fact)
      if change == .new, try tellEnd(of: fact, version: version, in: timeline) { continue }
      guard change != .none, access.isCounted(value) || before.contains(where: { access.isCounted($0.value) }) else {
        continue
      }
      let place = access.place(index)
      session.count(ChangeCounts(new: change == .new ? 1 : 0, changed: change == .changed ? 1 : 0), at: place)
      guard change == .changed, let old = before.last(where: { $0.goneBy == nil }) else { continue }
      session.note(.changed(table, fact.key, old: old.value, new: value, place: place), at: place)
    }
    try end(before: nil)
  }

  /// An export that is older than a known one may show what that one shows otherwise, or no more: told here, for it was not
  /// known then. Whether it is told as changed, and no more as new.
  private func tellEnd(of fact: FollowedFact, version: Int64?, in timeline: Timeline) throws -> Bool {
    guard let version, let index = timeline.runs.firstIndex(where: { $0.origin == .observed }) else { return false }
    let run = timeline.runs[index]
    guard run.goneBy != nil else { return false }
    let place = access.place(Int(fact.index))
    func tell(_ change: NotedChange) {
      session.count(ChangeCounts(changed: 1), at: place)
      session.note(change, at: place)
    }
    if index + 1 < timeline.runs.count, case .stored(let later) = timeline.runs[index + 1].origin,
      run.isReplaced(by: timeline.runs[index + 1])
    {
      let new = timeline.runs[index + 1].value
      guard access.isCounted(run.value) || access.isCounted(new) else { return false }
      tell(.overtaken(table, fact.key, old: run.value, new: new, version: later))
      return true
    }
    // The end of what stood there before it is told already.
    if index > 0, timeline.runs[index - 1].isReplaced(by: run) {
      let old = timeline.runs[index - 1].value
      guard access.isCounted(run.value) || access.isCounted(old) else { return false }
      tell(.changed(table, fact.key, old: old, new: run.value, place: place))
      return true
    }
    guard access.isCounted(run.value) else { return false }
    session.count(ChangeCounts(vanished: 1), at: place)
    session.note(.vanished(table, fact.key, version: version, old: run.value), at: place)
    return false
  }

  private func append(_ facts: [FollowedFact], _ slot: SnapshotSlot) throws {
    let keyCount = table.keys.count
    try firstInserter.insert(count: facts.count) { row, statement, after in
      let fact = facts[row]
      let index = Int(fact.index)
      let interval = slot.interval(fact.own)
      let place = access.place(index)
      for position in 0..<keyCount { try statement.bind(fact.key[position], at: after + Int32(position + 1)) }
      let first = after + Int32(keyCount + 1)
      try statement.bind(interval.from, at: first)
      try statement.bind(interval.by, at: first + 1)
      try bind(index, place, to: statement, from: first + 2)
      if access.counts(index) { session.count(ChangeCounts(new: 1), at: place) }
    }
  }

  /// The version that the observed fact has got; nil where it is none of its own.
  @discardableResult
  private func save(_ runs: [Timeline.Run], over before: [Timeline.Run], _ fact: FollowedFact) throws -> Int64? {
    guard runs != before else { return nil }
    var observed: Int64?
    var version: Int64 = before.reduce(0) { highest, run in
      if case .stored(let version) = run.origin { max(highest, version) } else { highest }
    }
    for run in runs {
      switch run.origin {
      case .stored(let stored):
        guard !before.contains(run) else { continue }
        try bind(fact.key, stored, to: refinement)
        try bind(run, to: refinement)
        try refinement.run()
      case .observed:
        version += 1
        observed = version
        try insert(
          fact, version: version, from: run.enteredFrom, by: run.enteredBy, goneFrom: run.goneFrom, goneBy: run.goneBy)
      case .copy(let source):
        version += 1
        try bind(fact.key, version, to: copying)
        try bind(run, to: copying)
        try copying.bind(source, at: Int32(table.keys.count + 8 + table.values.count))
        try copying.run()
      }
    }
    return observed
  }

  private func insert(
    _ fact: FollowedFact, version: Int64, from: Int64, by: Int64, goneFrom: Int64?, goneBy: Int64?
  ) throws {
    try inserter.insert(count: 1) { _, statement, after in
      try bind(
        fact, version: version, from: from, by: by, goneFrom: goneFrom, goneBy: goneBy, to: statement, after: after)
    }
  }

  private func bind(
    _ fact: FollowedFact, version: Int64, from: Int64, by: Int64, goneFrom: Int64?, goneBy: Int64?,
    to statement: Statement, after offset: Int32
  ) throws {
    try bind(fact.key, version, to: statement, after: offset)
    let first = offset + Int32(table.keys.count + 2)
    try statement.bind(SnapshotSlot.bound(from, by), at: first)
    try statement.bind(by, at: first + 1)
    try statement.bind(goneFrom.map { SnapshotSlot.bound($0, goneBy) }, at: first + 2)
    try statement.bind(goneBy, at: first + 3)
    try bind(Int(fact.index), access.place(Int(fact.index)), to: statement, from: first + 4)
  }

  /// The place and the value's columns.
  private func bind(_ index: Int, _ place: FactPlace, to statement: Statement, from first: Int32) throws {
    try statement.bind(session.sheetIds[Int(place.sheet)], at: first)
    try statement.bind(place.row, at: first + 1)
    try statement.bind(place.column, at: first + 2)
    try access.bind(index, statement, first + 3)
  }

  private func bind(_ key: FactKey, _ version: Int64, to statement: Statement, after offset: Int32 = 0)
    throws(StoreError)
  {
    for position in table.keys.indices { try statement.bind(key[position], at: offset + Int32(position + 1)) }
    try statement.bind(version, at: offset + Int32(table.keys.count + 1))
  }

  private func bind(_ run: Timeline.Run, to statement: Statement) throws(StoreError) {
    let first = Int32(table.keys.count + 2)
    try statement.bind(SnapshotSlot.bound(run.enteredFrom, run.enteredBy), at: first)
    try statement.bind(run.enteredBy, at: first + 1)
    try statement.bind(run.goneFrom.map { SnapshotSlot.bound($0, run.goneBy) }, at: first + 2)
    try statement.bind(run.goneBy, at: first + 3)
  }
}
