import Journal
import JournalStore

/// Names and keys of row ids, read from the store as they are asked for: a table at once, lessons and works singly.
final class NameBook {
  struct Entry {
    var key: String
    var name: String
    /// What it is ordered by before its name.
    var order = ""
    var detail: Int64?
  }

  private let database: Database
  private var tables: [String: [Int64: Entry]] = [:]
  private var single: [String: Statement] = [:]
  private var teachersOfSet: [Int64: [Int64]]?

  init(_ database: Database) {
    self.database = database
  }

  /// `detail` is the grade.
  func studyClass(_ id: Int64) throws -> Entry {
    try entry(
      id, "study_class",
      "SELECT id, key, title, CASE WHEN grade < 10 THEN '0' ELSE '' END || grade || letter, grade FROM study_class")
  }

  func subject(_ id: Int64) throws -> Entry { try entry(id, "subject", "SELECT id, key, name, '', NULL FROM subject") }

  func teacher(_ id: Int64) throws -> Entry { try entry(id, "teacher", "SELECT id, key, name, '', NULL FROM teacher") }

  func period(_ id: Int64) throws -> Entry {
    try entry(
      id, "period",
      "SELECT id, key, name, school_year || '/' || kind || '/' || coalesce(start_day, ''), start_day FROM period")
  }

  func pupil(_ id: Int64) throws -> Entry { try entry(id, "pupil", "SELECT id, key, name, '', NULL FROM pupil") }

  func lesson(_ id: Int64) throws -> Entry { try one(id, "SELECT key, '' FROM lesson WHERE id = ?1") }

  /// The name is the kind of work.
  func work(_ id: Int64) throws -> Entry { try one(id, "SELECT key, kind FROM work WHERE id = ?1") }

  func allTeachers() throws -> [Int64: Entry] {
    _ = try teacher(0)
    return tables["teacher"] ?? [:]
  }

  func allClasses() throws -> [Int64: Entry] {
    _ = try studyClass(0)
    return tables["study_class"] ?? [:]
  }

  func teachers(ofSet set: Int64) throws -> [Int64] {
    if teachersOfSet == nil {
      var sets: [Int64: [Int64]] = [:]
      let statement = try database.prepare("SELECT teacher_set, teacher FROM teacher_set_member ORDER BY 1, 2")
      while try statement.step() { sets[statement.integer(0), default: []].append(statement.integer(1)) }
      teachersOfSet = sets
    }
    return teachersOfSet?[set] ?? []
  }

  private func entry(_ id: Int64, _ table: String, _ sql: String) throws -> Entry {
    if tables[table] == nil {
      var entries: [Int64: Entry] = [:]
      let statement = try database.prepare(sql)
      while try statement.step() {
        entries[statement.integer(0)] = Entry(
          key: statement.text(1), name: statement.text(2), order: statement.text(3),
          detail: statement.optionalInteger(4))
      }
      tables[table] = entries
    }
    return tables[table]?[id] ?? Entry(key: "", name: "")
  }

  private func one(_ id: Int64, _ sql: String) throws -> Entry {
    let statement = try single[sql] ?? database.prepare(sql)
    single[sql] = statement
    try statement.bind(id, at: 1)
    defer { statement.reset() }
    guard try statement.step() else { return Entry(key: "", name: "") }
    return Entry(key: statement.text(0), name: statement.text(1))
  }
}
