import Journal
import JournalStore

/// Names the exports whose moments bound an interval.
final class ExportBook {
  private struct Snapshot: Hashable {
    var journal: Int64
    var kind: FactKind
    var moment: Int64
  }

  private let statement: Statement
  private var paths: [Snapshot: String] = [:]

  init(_ database: Database) throws {
    statement = try database.prepare(
      """
      SELECT f.path FROM snapshot s JOIN source_file f ON f.id = s.file
      WHERE s.journal = ?1 AND s.taken_at = ?3 ORDER BY s.kind <> ?2, f.path LIMIT 1
      """)
  }

  /// None for a moment of the source's own; of a moment that several files share, the one with facts of the kind.
  func exports(_ interval: EntryInterval, _ kind: FactKind, journal: Int64) throws -> [String] {
    guard !interval.isExact else { return [] }
    return try [interval.earliest, interval.latest].compactMap { $0 }
      .compactMap { try path($0.seconds, kind, journal) }
  }

  /// A midnight may stand for the snapshot of the last second before it (`SnapshotSlot.bound`).
  private func path(_ moment: Int64, _ kind: FactKind, _ journal: Int64) throws -> String? {
    try path(Snapshot(journal: journal, kind: kind, moment: moment))
      ?? (moment % 86_400 == 0 ? path(Snapshot(journal: journal, kind: kind, moment: moment - 1)) : nil)
  }

  private func path(_ snapshot: Snapshot) throws -> String? {
    if let known = paths[snapshot] { return known.isEmpty ? nil : known }
    try statement.bind(snapshot.journal, at: 1)
    try statement.bind(Int64(snapshot.kind.rawValue), at: 2)
    try statement.bind(snapshot.moment, at: 3)
    defer { statement.reset() }
    let found = try statement.step() ? statement.text(0) : ""
    paths[snapshot] = found
    return found.isEmpty ? nil : found
  }
}
