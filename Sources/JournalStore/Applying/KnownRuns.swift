/// The stored versions of one journal's facts, read in order of key beside the facts that are held against them: a year's
/// marks are not all in memory. What is written meanwhile has keys that are passed already.
final class KnownRuns {
  /// The next key that has versions; nil after the last.
  private(set) var key: FactKey?
  private let rows: Statement
  private let keyCount: Int32

  init(_ database: Database, _ table: FollowedTable, journal: Int64) throws(StoreError) {
    let keys = table.keys.map { "f.\($0)" }.joined(separator: ", ")
    rows = try database.prepare(
      """
      SELECT \(keys), f.version, f.entered_from, f.entered_by, f.gone_from, f.gone_by, f.\(table.values[0])
      FROM \(table.name) f \(table.ofJournal) ORDER BY \(keys), f.version
      """)
    keyCount = Int32(table.keys.count)
    try rows.bind(journal, at: 1)
    try advance()
  }

  /// The versions of the key, which is not behind `key`, in order of time; none where it has none.
  func take(_ wanted: FactKey) throws(StoreError) -> [Timeline.Run] {
    var runs: [Timeline.Run] = []
    while key == wanted {
      runs.append(
        Timeline.Run(
          value: rows.text(keyCount + 5), enteredFrom: rows.integer(keyCount + 1),
          enteredBy: rows.integer(keyCount + 2), goneFrom: rows.optionalInteger(keyCount + 3),
          goneBy: rows.optionalInteger(keyCount + 4),
          origin: .stored(version: rows.integer(keyCount))))
      try advance()
    }
    guard runs.count > 1 else { return runs }
    // Versions of one moment stay in their order.
    return runs.enumerated().sorted { ($0.element.enteredBy, $0.offset) < ($1.element.enteredBy, $1.offset) }
      .map(\.element)
  }

  private func advance() throws(StoreError) {
    guard try rows.step() else {
      key = nil
      return
    }
    var read = FactKey(a: rows.integer(0), b: rows.integer(1))
    if keyCount > 2 { read.c = rows.integer(2) }
    if keyCount > 3 { read.d = rows.integer(3) }
    if keyCount > 4 { read.e = rows.integer(4) }
    key = read
  }
}
