import Testing

@testable import JournalStore

@Suite struct DatabaseTests {
  @Test func migratesOnceAndRefusesForeignFiles() throws {
    let store = try JournalStore(path: ":memory:")
    #expect(try store.database.integer("PRAGMA user_version") == Int64(Migrations.all.count))
    #expect(try store.database.integer("PRAGMA foreign_keys") == 1)
    #expect(throws: StoreError.self) { try store.database.execute("SELECT \"строка\"") }
  }

  @Test func rollsBackWhatThrows() throws {
    struct Halt: Error {}
    let database = try Database(path: ":memory:")
    try database.execute("CREATE TABLE t (x INTEGER NOT NULL) STRICT")
    #expect(throws: Halt.self) {
      try database.transaction {
        try database.execute("INSERT INTO t VALUES (1)")
        throw Halt()
      }
    }
    #expect(try database.integer("SELECT count(*) FROM t") == 0)
  }

  @Test func readingEndsWithItsBody() throws {
    struct Halt: Error {}
    let database = try Database(path: ":memory:")
    #expect(try database.reading { try database.integer("SELECT 1") } == 1)
    #expect(throws: Halt.self) { try database.reading { throw Halt() } }
    try database.transaction { try database.execute("CREATE TABLE t (x INTEGER) STRICT") }
  }

  @Test func bindsEmptyTextAsText() throws {
    let database = try Database(path: ":memory:")
    let statement = try database.prepare("SELECT typeof(?1), length(?1)")
    try statement.bind("", at: 1)
    #expect(try statement.step())
    #expect(statement.text(0) == "text" && statement.integer(1) == 0)
  }

  /// SQLite's numbers: an error in a statement, a constraint, a misuse, a wrong type; against a busy, full, read-only,
  /// unreachable or damaged file, and what is no fault of SQLite's at all.
  @Test func faultsOfTheProgramAreToldFromThoseOfTheFile() {
    func isFault(_ code: Int32) -> Bool { StoreError(code: code, message: "", hint: "").isFaultOfProgram }
    for code: Int32 in [1, 19, 20, 21, 2067] { #expect(isFault(code), "\(code)") }
    for code: Int32 in [0, 3, 5, 6, 8, 10, 11, 13, 14, 23, 26, 266, 1032] { #expect(!isFault(code), "\(code)") }
  }
}
