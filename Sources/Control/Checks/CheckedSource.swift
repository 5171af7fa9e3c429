import Journal
import JournalStore

/// An export whose facts a registered check could see.
public struct CheckedSource: Sendable, Hashable {
  public var path: String
  /// SHA-256 in hexadecimal digits.
  public var digest: String
  /// Nil for lists without a moment.
  public var takenAt: LocalMoment?
}

extension Control {
  /// In order of path.
  public static func sources(ofCheck check: Int64, in store: JournalStore) throws -> [CheckedSource] {
    let statement = try store.database.prepare(
      "SELECT path, digest, taken_at FROM check_source WHERE registered_check = ?1 ORDER BY position")
    try statement.bind(check, at: 1)
    var sources: [CheckedSource] = []
    while try statement.step() {
      sources.append(
        CheckedSource(
          path: statement.text(0), digest: statement.text(1),
          takenAt: statement.optionalInteger(2).map(LocalMoment.init(seconds:))))
    }
    return sources
  }
}
