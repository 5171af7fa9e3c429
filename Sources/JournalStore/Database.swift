import CSQLite

/// A connection to one SQLite file. Owned by one task at a time; not shared.
public final class Database {
  let handle: OpaquePointer
  /// As it was opened.
  public let path: String

  private static let configuration = zv_sqlite3_memstatus_off()

  public enum Mode: Sendable {
    case readOnly, readWrite, create
  }

  /// Opens the file, or a private database in memory with `:memory:`. Foreign keys are on, double-quoted strings off.
  public init(path: String, mode: Mode = .create) throws(StoreError) {
    _ = Database.configuration
    self.path = path
    var opened: OpaquePointer?
    let access =
      switch mode {
      case .readOnly: SQLITE_OPEN_READONLY
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    let code = sqlite3_open_v2(path, &opened, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let detail = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "не хватает памяти"
      sqlite3_close(opened)
      throw StoreError(code: code, detail: detail, action: "не открывается файл «\(path)»")
    }
    handle = opened
    do {
      try check(zv_sqlite3_dqs_off(handle), "настройка соединения")
      sqlite3_busy_timeout(handle, 10_000)
      // Of a new file: pages twice the usual size halve the calls of an import.
      try execute("PRAGMA page_size = 8192")
      try execute("PRAGMA foreign_keys = ON")
    } catch {
      sqlite3_close(opened)
      throw error
    }
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// Runs statements that return nothing.
  public func execute(_ sql: String) throws(StoreError) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil), "выполнение «\(sql.prefix(60))»")
  }

  public func prepare(_ sql: String) throws(StoreError) -> Statement {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    try check(code, "запрос «\(sql.prefix(200))»")
    guard let prepared else {
      throw StoreError(code: SQLITE_MISUSE, detail: "пустой запрос", action: "подготовка запроса")
    }
    return Statement(prepared, database: self)
  }

  /// Whether other connections can open the same database.
  public var hasFile: Bool { path != ":memory:" }

  /// One transaction: committed if the body returns, rolled back if it throws.
  public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try perform("BEGIN IMMEDIATE", body)
  }

  /// One state of the file for all that the body reads, from the first row read on: nobody can write to it meanwhile, so
  /// other connections see the same.
  public func reading<Result>(_ body: () throws -> Result) throws -> Result {
    try perform("BEGIN", body)
  }

  private func perform<Result>(_ begin: String, _ body: () throws -> Result) throws -> Result {
    try execute(begin)
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // A failed COMMIT leaves the transaction open; some errors have rolled it back already.
      if sqlite3_get_autocommit(handle) == 0 { try execute("ROLLBACK") }
      throw error
    }
  }

  /// Rows changed by the last INSERT, UPDATE or DELETE.
  public var changedRows: Int { Int(sqlite3_changes64(handle)) }

  /// The single integer that a query gives, nil for NULL or no row.
  public func integer(_ sql: String) throws(StoreError) -> Int64? {
    let statement = try prepare(sql)
    guard try statement.step() else { return nil }
    return statement.optionalInteger(0)
  }

  func check(_ code: Int32, _ action: @autoclosure () -> String) throws(StoreError) {
    guard code != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE else { return }
    throw StoreError(code: code, detail: String(cString: sqlite3_errmsg(handle)), action: action())
  }
}

extension Database {
  /// `3.40.1`.
  public static var libraryVersion: String { String(cString: sqlite3_libversion()) }
}
