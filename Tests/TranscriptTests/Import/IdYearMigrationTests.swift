import Testing

@testable import JournalStore

/// A store made before classes, groups and periods were kept by school year: `Migration0017IdYears`.
@Suite struct IdYearMigrationTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The rows of a store in the schema before, with the source's own keys. `change` is what that program did otherwise.
  private func makeOlder(_ name: String, to older: String, change: [String] = []) throws {
    let database = try Database(path: scratch.path(older))
    try database.execute("PRAGMA foreign_keys = OFF")
    for sql in Migrations.all.prefix(16) { try database.execute(sql) }
    try database.execute("PRAGMA user_version = 16")
    try database.execute("ATTACH '\(scratch.path(name))' AS made")
    let tables = try texts(database, "SELECT name FROM main.sqlite_master WHERE type = 'table'")
    for table in tables {
      let columns = try texts(database, "SELECT name FROM pragma_table_info('\(table)', 'main')").joined(
        separator: ", ")
      try database.execute("DELETE FROM main.\(table)")
      try database.execute("INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM made.\(table)")
    }
    for sql in change { try database.execute(sql) }
    for table in ["study_class", "study_group", "period"] {
      try database.execute(
        """
        UPDATE main.\(table) SET key = substr(key, 1, instr(key, '@') - 1)
        WHERE id IN (SELECT id FROM made.\(table) WHERE id_year IS NOT NULL)
        """)
    }
  }

  private func texts(_ database: Database, _ sql: String) throws -> [String] {
    let statement = try database.prepare(sql)
    var texts: [String] = []
    while try statement.step() { texts.append(statement.text(0)) }
    return texts
  }

  private func load(_ names: [String], into store: String) throws {
    for name in names { #expect(try scratch.zavuch("import", name, "--store", store).status == 0) }
  }

  private func expectEqual(
    _ rows: (String) throws -> [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let differences = try rows("older.db").difference(from: rows("made.db"))
    #expect(differences.isEmpty, "\(differences)", sourceLocation: sourceLocation)
  }

  private func writeYears() throws {
    try scratch.write(ReusedIdTests.first, to: "2025")
    try scratch.write(ReusedIdTests.next, to: "2026")
  }

  @Test func aStoreOfOneYearGoesOnAsIfItHadBeenMadeToday() throws {
    try writeYears()
    try load(["2025"], into: "made.db")
    try makeOlder("made.db", to: "older.db")
    #expect(try scratch.rows("SELECT key FROM study_class", in: "older.db") == ["C1"])
    for store in ["made.db", "older.db"] { try load(["2025"], into: store) }
    try expectEqual(scratch.dump)
    for store in ["made.db", "older.db"] { try load(["2026"], into: store) }
    try expectEqual(scratch.dump)
  }

  /// Exports of other sources have keys that hold for all years, and keep them.
  @Test func aStoreOfJournalsStaysAsItIs() throws {
    try scratch.write(JournalBook(.journal()))
    try load(["5а.xlsx"], into: "made.db")
    try makeOlder("made.db", to: "older.db")
    try load(["5а.xlsx"], into: "older.db")
    try expectEqual(scratch.dump)
  }

  /// The older program wrote the new year's classes, groups and periods over those of the year before. They are those of the newest
  /// year now; the tables of the year before, imported again, bring its own back.
  @Test(arguments: [["2025", "2026"], ["2026", "2025"], ["2025"]])
  func twoYearsInOneClassComeApart(_ again: [String]) throws {
    try writeYears()
    try load(["2025", "2026"], into: "made.db")
    let first = { (table: String) in "(SELECT id FROM made.\(table) WHERE id_year = 2025)" }
    let next = { (table: String) in "(SELECT id FROM made.\(table) WHERE id_year = 2026)" }
    var change: [String] = []
    for (table, column, of) in [
      ("lesson", "study_class", "study_class"), ("lesson", "study_group", "study_group"),
      ("lesson", "period", "period"),
      ("membership", "study_group", "study_group"), ("coverage", "study_class", "study_class"),
      ("final_mark", "period", "period"),
      ("exemption", "period", "period"), ("pupil", "study_class", "study_class"),
    ] {
      change.append(
        "UPDATE OR REPLACE main.\(table) SET \(column) = \(next(of)) WHERE \(column) = \(first(of))")
    }
    // A list was the newest.
    change += [
      "DELETE FROM main.plan_row WHERE study_class = \(first("study_class"))", "DELETE FROM main.former_class",
    ]
    for table in ["study_class", "study_group", "period"] {
      change.append("DELETE FROM main.\(table) WHERE id = \(first(table))")
    }
    try makeOlder("made.db", to: "older.db", change: change)
    try load(again, into: "older.db")
    #expect(try scratch.rows("SELECT key FROM study_class ORDER BY 1", in: "older.db") == ["C1@2025", "C1@2026"])
    try expectEqual(scratch.facts)
  }
}
