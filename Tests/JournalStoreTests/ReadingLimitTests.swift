import Testing

@testable import JournalStore

/// SQL that is not the program's own ends where its limits do.
@Suite struct ReadingLimitTests {
  private let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"

  private func rows(_ sql: String, _ limits: ReadingLimits) throws -> Int {
    let database = try Database(path: ":memory:")
    try database.execute("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2), (3)")
    let statement = try database.prepare(reading: sql, within: limits)
    var rows = 0
    while try statement.step() { rows += 1 }
    // The limits of the one query are not those of the next.
    #expect(try database.integer("SELECT count(*) FROM t") == 3)
    try database.execute("DELETE FROM t")
    return rows
  }

  @Test func readsWithinLimits() throws {
    #expect(try rows("SELECT a FROM t; -- конец", ReadingLimits(steps: 10_000, rows: 3)) == 3)
  }

  @Test(arguments: [
    ("SELECT count(*) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n)", "шагов"),
    ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", "больше 100 строк"),
    (
      "WITH RECURSIVE n(x) AS (SELECT 'aaaaaaaa' UNION ALL SELECT x || x FROM n) SELECT length(x) FROM n",
      "слишком длинный"
    ),
  ]) func isStopped(_ sql: String, _ told: String) throws {
    let error = #expect(throws: StoreError.self) { try rows(sql, ReadingLimits(steps: 1_000_000, rows: 100)) }
    #expect(error?.message.contains(told) == true, "\(error?.message ?? "")")
  }

  @Test func stopsAtTheSameRowEachTime() throws {
    func last() throws -> Int64 {
      let statement = try Database(path: ":memory:")
        .prepare(reading: endless, within: ReadingLimits(steps: 50_000, rows: 1_000_000))
      var last: Int64 = 0
      do { while try statement.step() { last = statement.integer(0) } } catch {}
      return last
    }
    let first = try last()
    #expect(first > 100)
    #expect(try last() == first)
  }
}
