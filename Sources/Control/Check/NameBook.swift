import Journal
import JournalStore

/// Names and keys of row ids, read from the store as they are asked for: tables at once, lessons and works singly.
final class NameBook {
  typealias Entry = NameTable.Entry

  private let database: Database
  let classes: NameTable
  let subjects: NameTable
  let teachers: NameTable
  let periods: NameTable
  let pupils: NameTable
  private var lessonStatement: Statement?
  private var workStatement: Statement?
  let accounts: NameTable
  private var classesOfAccount: [Int64: [Int64]]?
  private var teachersOfSet: [Int64: [Int64]]?

  init(_ database: Database) {
    self.database = database
    func table(_ name: String, _ title: String, key: String = "x.key", order: String = "''") -> NameTable {
      NameTable(
        database,
        """
        SELECT x.id, \(key), s.\(title), \(order), s.id
        FROM \(name) x JOIN \(name) s ON s.id = coalesce(x.same_as, x.id)
        """)
    }
    classes = table(
      "study_class", "title", key: Self.yearlyKey("x"),
      order: "CASE WHEN s.grade < 10 THEN '0' ELSE '' END || s.grade || s.letter")
    subjects = table("subject", "name")
    teachers = table("teacher", "name")
    pupils = table("pupil", "name")
    accounts = NameTable(database, "SELECT id, key, name, '', id FROM account")
    periods = NameTable(
      database,
      """
      SELECT x.id, \(Self.yearlyKey("x")), x.name, x.school_year || '/' || x.kind || '/' || coalesce(x.start_day, ''), x.id
      FROM period x
      """)
  }

  /// The source's own id of a class or period. Those of other years than the first imported are told with their year, as keys of
  /// lessons are.
  private static func yearlyKey(_ x: String) -> String {
    let id = "substr(\(x).key, 1, length(\(x).key) - length(\(x).id_year) - 1)"
    return """
      CASE WHEN \(x).id_year IS NULL THEN \(x).key
        WHEN \(x).id_year <> (SELECT o.school_year FROM journal o WHERE o.layout = 'interchange' ORDER BY o.id LIMIT 1)
        THEN \(x).id_year || '/' || \(id) ELSE \(id) END
      """
  }

  func lessonKey(_ id: Int64) throws -> String {
    let statement =
      try lessonStatement
      ?? database.prepare(
        "SELECT \(key(of: "l.key")) FROM lesson l JOIN journal j ON j.id = l.journal WHERE l.id = ?1")
    lessonStatement = statement
    try statement.bind(id, at: 1)
    defer { statement.reset() }
    return try statement.step() ? statement.text(0) : ""
  }

  /// The name is the kind of work.
  func work(_ id: Int64) throws -> Entry {
    let statement =
      try workStatement
      ?? database.prepare(
        """
        SELECT \(key(of: "w.key")), w.kind
        FROM work w JOIN lesson l ON l.id = w.lesson JOIN journal j ON j.id = l.journal WHERE w.id = ?1
        """)
    workStatement = statement
    try statement.bind(id, at: 1)
    defer { statement.reset() }
    return try statement.step() ? Entry(key: statement.text(0), name: statement.text(1)) : Entry()
  }

  /// Source keys are unique in a school year: a source may begin anew in the next, so those of other years than the first
  /// imported are told with their year. A key that begins with its journal's is unique by itself. No year imported later
  /// changes a key, be it a later or an earlier one.
  private func key(of key: String) -> String {
    """
    CASE WHEN substr(\(key), 1, length(j.key)) <> j.key
        AND j.school_year <> (SELECT o.school_year FROM journal o WHERE o.layout = j.layout ORDER BY o.id LIMIT 1)
      THEN j.school_year || '/' ELSE '' END || \(key)
    """
  }

  /// The text that the query gives of a row; empty where there is none.
  func itemText(_ id: Int64, _ sql: String) throws -> String {
    let statement = try database.prepare(sql)
    try statement.bind(id, at: 1)
    return try statement.step() ? statement.text(0) : ""
  }

  func waivers() throws -> [Waiver] { try database.waivers() }

  /// As its source has them; a parent's are the children's.
  func classes(ofAccount account: Int64) throws -> [Int64] {
    if classesOfAccount == nil {
      var classes: [Int64: [Int64]] = [:]
      let statement = try database.prepare("SELECT account, study_class FROM account_class ORDER BY account, position")
      while try statement.step() { classes[statement.integer(0), default: []].append(statement.integer(1)) }
      classesOfAccount = classes
    }
    return classesOfAccount?[account] ?? []
  }

  /// As they are shown.
  func teachers(ofSet set: Int64) throws -> [Int64] {
    if teachersOfSet == nil {
      var sets: [Int64: [Int64]] = [:]
      let statement = try database.prepare(
        """
        SELECT DISTINCT m.teacher_set, coalesce(t.same_as, t.id)
        FROM teacher_set_member m JOIN teacher t ON t.id = m.teacher ORDER BY 1, 2
        """)
      while try statement.step() { sets[statement.integer(0), default: []].append(statement.integer(1)) }
      teachersOfSet = sets
    }
    return teachersOfSet?[set] ?? []
  }

  /// The class that each pupil's row is listed in, as a row of its own source.
  func classesOfPupils() throws -> [Int64: Int64] {
    let statement = try database.prepare("SELECT id, study_class FROM pupil")
    var classes: [Int64: Int64] = [:]
    while try statement.step() { classes[statement.integer(0)] = statement.integer(1) }
    return classes
  }
}
