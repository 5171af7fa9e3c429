import CSQLite

/// Decides what a query that is not the program's own may do while SQLite prepares it: read ordinary tables, and call
/// functions that give the same for the same.
struct ReadingAuthorizer {
  let hidden: Set<String>
  /// What was refused first, in Russian.
  private(set) var refusal: String?

  mutating func decide(_ action: Int32, _ first: String, _ second: String) -> Int32 {
    guard let reason = refusal(action, first, second) else { return SQLITE_OK }
    refusal = refusal ?? reason
    return SQLITE_DENY
  }

  private func refusal(_ action: Int32, _ first: String, _ second: String) -> String? {
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: nil
    case SQLITE_READ:
      first.hasPrefix("sqlite_") || first.hasPrefix("pragma_") || hidden.contains(first)
        ? "таблицу «\(first)» читать нельзя" : nil
    case SQLITE_FUNCTION:
      Self.functions.contains(second.lowercased()) ? nil : "функцию «\(second)» вызывать нельзя"
    case SQLITE_PRAGMA: "команды PRAGMA не разрешены"
    case SQLITE_ATTACH, SQLITE_DETACH: "подключать другие базы (ATTACH) нельзя"
    default: "разрешено только чтение: SELECT"
    }
  }

  /// Without the clock, chance, memory of the connection and files.
  private static let functions: Set<String> = [
    "abs", "avg", "ceil", "ceiling", "char", "coalesce", "count", "cume_dist", "dense_rank", "first_value", "floor",
    "glob",
    "group_concat", "ifnull", "iif", "instr", "lag", "last_value", "lead", "length", "like", "lower", "ltrim", "max",
    "min",
    "mod", "nth_value", "ntile", "nullif", "percent_rank", "rank", "replace", "round", "row_number", "rtrim", "sign",
    "substr", "substring", "sum", "total", "trim", "typeof", "unicode", "upper",
  ]
}
