import CSQLite

/// A prepared statement. Parameters count from 1, columns from 0, as SQLite's do.
public final class Statement {
  private let handle: OpaquePointer
  private let database: Database
  /// A place of its own for the text of each parameter, so that short texts need no memory of SQLite's.
  private var texts: UnsafeMutableRawBufferPointer?
  private static let textRoom = 128
  private let parameterCount: Int

  /// Of a query that is not the program's own: what it may take, and what is left of it.
  private let limits: ReadingLimits?
  private var askings: Int
  private var rows = 0

  init(_ handle: OpaquePointer, database: Database, limits: ReadingLimits? = nil) {
    self.handle = handle
    self.database = database
    self.limits = limits
    askings = (limits?.steps ?? 0) / Int(Database.stepsAtOnce)
    parameterCount = Int(sqlite3_bind_parameter_count(handle))
  }

  deinit {
    sqlite3_finalize(handle)
    texts?.deallocate()
  }

  // MARK: Parameters

  public func bind(_ value: Int64, at index: Int32) throws(StoreError) {
    let code = sqlite3_bind_int64(handle, index, value)
    if code != SQLITE_OK { try check(code) }
  }

  public func bind(_ value: Int64?, at index: Int32) throws(StoreError) {
    guard let value else { return try check(sqlite3_bind_null(handle, index)) }
    try bind(value, at: index)
  }

  public func bind(_ value: Int, at index: Int32) throws(StoreError) {
    try bind(Int64(value), at: index)
  }

  public func bind(_ value: Int32, at index: Int32) throws(StoreError) {
    try bind(Int64(value), at: index)
  }

  public func bind(_ text: String?, at index: Int32) throws(StoreError) {
    guard var text else { return try check(sqlite3_bind_null(handle, index)) }
    try check(
      text.withUTF8 { bytes in
        guard bytes.count <= Statement.textRoom, let place = place(ofText: index) else {
          return bytes.withMemoryRebound(to: CChar.self) {
            zv_sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count))
          }
        }
        if let base = bytes.baseAddress { place.copyMemory(from: base, byteCount: bytes.count) }
        return zv_sqlite3_bind_kept_text(handle, index, place, Int32(bytes.count))
      })
  }

  private func place(ofText index: Int32) -> UnsafeMutableRawPointer? {
    guard index >= 1, index <= parameterCount else { return nil }
    let room = texts ?? .allocate(byteCount: parameterCount * Statement.textRoom, alignment: 16)
    texts = room
    return room.baseAddress?.advanced(by: (Int(index) - 1) * Statement.textRoom)
  }

  /// Binds the named parameters that the statement has; names come without their colon.
  public func bind(_ values: [String: Int64]) throws(StoreError) {
    for index in 1...max(1, sqlite3_bind_parameter_count(handle)) {
      guard let name = sqlite3_bind_parameter_name(handle, index) else { continue }
      guard let value = values[String(cString: name + 1)] else {
        throw StoreError(
          code: SQLITE_MISUSE, detail: "нет значения для параметра \(String(cString: name))", action: "запрос")
      }
      try check(sqlite3_bind_int64(handle, index, value))
    }
  }

  // MARK: Rows

  /// Goes to the next row; false after the last. A finished statement starts anew at the next call.
  public func step() throws(StoreError) -> Bool {
    if let limits { return try step(limits) }
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    case let code:
      sqlite3_reset(handle)
      try check(code)
      return false
    }
  }

  private func step(_ limits: ReadingLimits) throws(StoreError) -> Bool {
    switch database.step(handle, limits, left: &askings) {
    case SQLITE_ROW:
      rows += 1
      guard rows <= limits.rows else { throw exceeds("даёт больше \(limits.rows) строк") }
      return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    case let code:
      sqlite3_reset(handle)
      if code & 0xff == SQLITE_INTERRUPT { throw exceeds("выполняется слишком долго (больше \(limits.steps) шагов)") }
      if code & 0xff == SQLITE_TOOBIG { throw exceeds("составляет слишком длинный текст") }
      try check(code)
      return false
    }
  }

  private func exceeds(_ what: String) -> StoreError {
    sqlite3_reset(handle)
    return StoreError(
      code: SQLITE_INTERRUPT, message: "Запрос остановлен: он \(what).",
      hint: "Проверьте условия, которыми в запросе соединены таблицы.")
  }

  /// Runs a statement that returns nothing, and makes it ready to run again; its parameters stay bound.
  public func run() throws(StoreError) {
    let code = sqlite3_step(handle)
    let reset = sqlite3_reset(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { return try check(reset == SQLITE_OK ? code : reset) }
  }

  public func reset() {
    sqlite3_reset(handle)
  }

  // MARK: Columns

  public var columnCount: Int32 { sqlite3_column_count(handle) }

  public func columnName(_ column: Int32) -> String {
    sqlite3_column_name(handle, column).map { String(cString: $0) } ?? ""
  }

  public func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  public func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  public func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  /// A whole number or NULL, not something that only reads as one.
  public func isInteger(_ column: Int32) -> Bool {
    let type = sqlite3_column_type(handle, column)
    return type == SQLITE_INTEGER || type == SQLITE_NULL
  }

  public func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  public func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  private func check(_ code: Int32) throws(StoreError) {
    try database.check(code, "запрос «\(String(cString: sqlite3_sql(handle)).prefix(200))»")
  }
}
