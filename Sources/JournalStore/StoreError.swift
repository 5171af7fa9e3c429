import CSQLite

/// A fault of the database, with SQLite's extended result code and what was being done. Texts are Russian.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// SQLite's extended result code.
  public var code: Int32
  public var message: String
  /// What to do about it.
  public var hint: String
  /// In a query that SQLite does not understand: bytes before the place.
  public var offset: Int?

  public init(code: Int32, message: String, hint: String) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  public var description: String { "\(message) \(hint)" }

  /// Neither the file, nor the disk, nor another program, but this one: nobody can do anything about it but report it.
  public var isFaultOfProgram: Bool {
    switch code & 0xff {
    case 0, SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN,
      SQLITE_AUTH, SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_NOLFS:
      false
    default: true
    }
  }

  var isNoDatabase: Bool { code & 0xff == SQLITE_NOTADB }

  /// What SQLite reported on a connection while it did `action`.
  init(code: Int32, detail: String, action: String) {
    let primary = code & 0xff
    let hint =
      switch primary {
      case SQLITE_BUSY, SQLITE_LOCKED: "Закройте другие программы, которые работают с этим файлом, и повторите."
      case SQLITE_FULL: "Освободите место на диске и повторите: файл остался таким, каким был."
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN: "Проверьте путь и права на папку и файл."
      case SQLITE_NOTADB, SQLITE_CORRUPT: "Файл повреждён или это не хранилище Zavuch; возьмите резервную копию."
      default: "Сообщите разработчикам это сообщение."
      }
    self.init(code: code, message: "Хранилище: \(action): \(detail) (SQLite \(code)).", hint: hint)
  }
}
