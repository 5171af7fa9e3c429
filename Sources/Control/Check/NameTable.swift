import JournalStore

/// Keys and names of one table's rows, read at once at the first question. Row ids are small, so an array holds them.
/// A row that is the same as one of another source is named and counted as that one; its key stays its own.
final class NameTable {
  struct Entry {
    var key = ""
    var name = ""
    /// What it is ordered by before its name.
    var order = ""
    /// The row it is shown as.
    var shown: Int64 = 0
  }

  private let database: Database
  private let sql: String
  private var entries: [Entry?]?
  /// By id, 0 for an unknown one.
  private var shown: [Int64] = []

  /// `sql` yields id, key, name, order and the id of the row it is shown as.
  init(_ database: Database, _ sql: String) {
    self.database = database
    self.sql = sql
  }

  /// Empty for an unknown id.
  func entry(_ id: Int64) throws -> Entry {
    let entries = try loaded()
    guard id >= 0, id < entries.count, let entry = entries[Int(id)] else { return Entry() }
    return entry
  }

  /// The row that an id is shown as; 0 for an unknown one.
  func shown(_ id: Int64) throws -> Int64 {
    if entries == nil { _ = try loaded() }
    return id >= 0 && id < shown.count ? shown[Int(id)] : 0
  }

  /// In order of id.
  func all() throws -> [(id: Int64, entry: Entry)] {
    try loaded().enumerated().compactMap { id, entry in entry.map { (Int64(id), $0) } }
  }

  private func loaded() throws -> [Entry?] {
    if let entries { return entries }
    var read: [Entry?] = []
    let statement = try database.prepare(sql)
    while try statement.step() {
      let id = Int(statement.integer(0))
      guard id >= 0 else { continue }
      if id >= read.count { read += [Entry?](repeating: nil, count: id + 1 - read.count) }
      read[id] = Entry(
        key: statement.text(1), name: statement.text(2), order: statement.text(3), shown: statement.integer(4))
    }
    entries = read
    shown = read.map { $0?.shown ?? 0 }
    return read
  }
}
