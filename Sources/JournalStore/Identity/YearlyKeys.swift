import Journal

/// The keys of a table whose ids the source may use again in its next school year: `q1@2025`.
///
/// A row that came without a year takes the year of the first tables that have one. A reference, and an entity of an export
/// that tells no year, is the newest row of its id.
struct YearlyKeys {
  private let exact: Statement
  private let newest: Statement
  private let adopt: Statement

  init(_ database: Database, table: String) throws(StoreError) {
    exact = try database.prepare("SELECT 1 FROM \(table) WHERE key = ?1")
    newest = try database.prepare(
      """
      SELECT key FROM \(table) WHERE id_year IS NOT NULL AND key = ?1 || '@' || id_year AND (?2 IS NULL OR id_year <= ?2)
      ORDER BY id_year DESC LIMIT 1
      """)
    adopt = try database.prepare("UPDATE \(table) SET key = ?2, id_year = ?3 WHERE key = ?1 AND id_year IS NULL")
  }

  /// The key under which the store has the entity, or is to have it.
  func stored(_ key: String, year: Int?, isReference: Bool) throws(StoreError) -> String {
    guard let year else { return try known(key, upTo: nil) ?? key }
    let own = "\(key)@\(year)"
    if try isKnown(own) { return own }
    if isReference { return try known(key, upTo: year) ?? key }
    try adopt.bind(key, at: 1)
    try adopt.bind(own, at: 2)
    try adopt.bind(Int64(year), at: 3)
    try adopt.run()
    return own
  }

  private func isKnown(_ key: String) throws(StoreError) -> Bool {
    try exact.bind(key, at: 1)
    defer { exact.reset() }
    return try exact.step()
  }

  private func known(_ key: String, upTo year: Int?) throws(StoreError) -> String? {
    try newest.bind(key, at: 1)
    try newest.bind(year.map(Int64.init), at: 2)
    defer { newest.reset() }
    return try newest.step() ? newest.text(0) : nil
  }
}
