import CSQLite

extension Database {
  /// Prepares one query that is not the program's own. It may only read; it ends with a `StoreError` (`SQLITE_INTERRUPT`)
  /// where it takes more than the limits. Refused with `SQLITE_AUTH`: what it may not do; with `SQLITE_ERROR`: what SQLite
  /// does not understand, with the place in the query. `tables` it may not read.
  public func prepare(
    reading sql: String, within limits: ReadingLimits, hiding tables: Set<String> = []
  ) throws(StoreError) -> Statement {
    var authorizer = ReadingAuthorizer(hidden: tables)
    var prepared: OpaquePointer?
    var code = SQLITE_OK
    var hasMore = false
    withUnsafeMutablePointer(to: &authorizer) { decider in
      code = sqlite3_set_authorizer(handle, Database.decide, decider)
      guard code == SQLITE_OK else { return }
      sql.withCString { text in
        var rest: UnsafePointer<CChar>?
        code = sqlite3_prepare_v3(handle, text, -1, 0, &prepared, &rest)
        guard code == SQLITE_OK, let rest else { return }
        // What follows must hold no statement: only blanks and comments.
        var further: OpaquePointer?
        hasMore = sqlite3_prepare_v3(handle, rest, -1, 0, &further, nil) != SQLITE_OK || further != nil
        sqlite3_finalize(further)
      }
    }
    let detail = String(cString: sqlite3_errmsg(handle))
    let offset = sqlite3_error_offset(handle)
    // Without an authorizer SQLite takes back nothing: it cannot fail.
    sqlite3_set_authorizer(handle, nil, nil)
    guard code == SQLITE_OK else {
      if let refusal = authorizer.refusal { throw Database.refused(refusal) }
      var error = StoreError(
        code: code, message: "База данных не понимает запрос: \(detail).", hint: "Исправьте запрос и повторите.")
      error.offset = offset < 0 ? nil : Int(offset)
      throw error
    }
    guard let prepared else { throw Database.refused("запрос пуст") }
    let statement = Statement(prepared, database: self, limits: limits)
    guard !hasMore else { throw Database.refused("разрешён только один запрос") }
    guard sqlite3_stmt_readonly(prepared) != 0, sqlite3_stmt_isexplain(prepared) == 0 else {
      throw Database.refused("разрешено только чтение: SELECT")
    }
    return statement
  }

  private static let decide:
    @convention(c) (
      UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
      UnsafePointer<CChar>?
    ) -> Int32 = { decider, action, first, second, _, _ in
      guard let decider else { return SQLITE_DENY }
      return decider.assumingMemoryBound(to: ReadingAuthorizer.self).pointee.decide(
        action, first.map { String(cString: $0) } ?? "", second.map { String(cString: $0) } ?? "")
    }

  private static func refused(_ what: String) -> StoreError {
    StoreError(
      code: SQLITE_AUTH, message: "Запрос не выполняется: \(what).", hint: "Исправьте запрос и повторите.")
  }

  /// One step of a limited statement. `left`: how often it may still be asked whether it goes on.
  func step(_ statement: OpaquePointer, _ limits: ReadingLimits, left: inout Int) -> Int32 {
    let length = sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, limits.textLength)
    defer { sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, length) }
    return withUnsafeMutablePointer(to: &left) { left in
      sqlite3_progress_handler(handle, Database.stepsAtOnce, Database.goesOn, left)
      defer { sqlite3_progress_handler(handle, 0, nil, nil) }
      return sqlite3_step(statement)
    }
  }

  static let stepsAtOnce: Int32 = 1000

  private static let goesOn: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { left in
    guard let left = left?.assumingMemoryBound(to: Int.self) else { return 1 }
    left.pointee -= 1
    return left.pointee < 0 ? 1 : 0
  }
}
