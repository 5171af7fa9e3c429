import Journal
import JournalStore

extension Control {
  /// Hands a check that is not to be registered to `body` in the form of a registered one: in temporary tables that hide
  /// the store's own for the time of the call. The store's file is not written.
  public static func withUnregistered<Result>(
    _ store: JournalStore, _ result: CheckResult, digest: ([UInt8]) -> String,
    _ body: (RegisteredCheck) throws -> Result
  ) throws -> Result {
    let database = store.database
    let tables = ["registered_check", "check_source"] + CheckRows.tables
    // The last first: the others refer to the first.
    defer { for table in tables.reversed() { try? database.execute("DROP TABLE IF EXISTS temp.\(table)") } }
    for table in tables { try database.execute(try temporary(table, database)) }
    var result = result
    result.previousCheck = nil
    let id = try CheckWriter(database: database, result: result).write(over: nil, digest: digest)
    let window = result.window
    return try body(
      RegisteredCheck(id: id, asOf: window.asOf, from: window.from, to: window.to, previous: nil))
  }

  private static func temporary(_ table: String, _ database: Database) throws -> String {
    let statement = try database.prepare(
      "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = '\(table)'")
    guard try statement.step() else {
      throw ControlError(.rule, "В хранилище нет таблицы «\(table)».", hint: "Сообщите разработчикам это сообщение.")
    }
    return "CREATE TEMP" + statement.text(0).dropFirst("CREATE".count)
  }
}
