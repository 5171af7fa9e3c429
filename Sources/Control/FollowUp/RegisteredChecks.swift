import Journal
import JournalStore

/// A check that moved the window (CONTROL 1, «Registered check»).
public struct RegisteredCheck: Sendable, Hashable {
  public var id: Int64
  public var asOf: CivilDate
  public var from: CivilDate
  public var to: CivilDate
  /// The check it was compared with.
  public var previous: Int64?
}

extension Control {
  /// All registered checks, oldest as-of first.
  public static func registeredChecks(_ store: JournalStore) throws -> [RegisteredCheck] {
    try RegisteredChecks.read("ORDER BY as_of, to_day, from_day", store.database)
  }
}

extension Control {
  /// What makes a registered check again: its window, with the settings of the school as they were then.
  public static func request(
    again check: RegisteredCheck, _ store: JournalStore, book: RuleBook = .builtIn
  ) throws -> CheckRequest {
    let statement = try store.database.prepare("SELECT settings FROM registered_check WHERE id = ?1")
    try statement.bind(check.id, at: 1)
    let text = try statement.step() ? statement.text(0) : ""
    return CheckRequest(
      window: CheckWindow(asOf: check.asOf, from: check.from, to: check.to),
      settings: try ControlSettings(storedText: text), book: book)
  }
}

/// Queries over registered checks.
enum RegisteredChecks {
  static func read(_ clause: String, _ database: Database, _ parameters: [Int64] = []) throws -> [RegisteredCheck] {
    let statement = try database.prepare(
      "SELECT id, as_of, from_day, to_day, previous FROM registered_check \(clause)")
    for (index, value) in parameters.enumerated() { try statement.bind(value, at: Int32(index + 1)) }
    var checks: [RegisteredCheck] = []
    while try statement.step() {
      checks.append(
        RegisteredCheck(
          id: statement.integer(0), asOf: CivilDate(days: Int32(statement.integer(1))),
          from: CivilDate(days: Int32(statement.integer(2))), to: CivilDate(days: Int32(statement.integer(3))),
          previous: statement.optionalInteger(4)))
    }
    return checks
  }

  /// The check registered with exactly this as-of and window.
  static func same(as window: CheckWindow, _ database: Database) throws -> RegisteredCheck? {
    try read(
      "WHERE as_of = ?1 AND from_day = ?2 AND to_day = ?3", database,
      [Int64(window.asOf.days), Int64(window.from.days), Int64(window.to.days)]
    ).first
  }

  /// What a check is compared with: of a registered one what it was compared with then, so that it gives the same result
  /// whatever was registered since; else the latest check of an earlier as-of, or of the same as-of and an earlier end.
  static func before(_ window: CheckWindow, _ database: Database) throws -> Int64? {
    if let same = try same(as: window, database) { return same.previous }
    return try read(
      "WHERE as_of < ?1 OR (as_of = ?1 AND to_day < ?2) ORDER BY as_of DESC, to_day DESC, from_day DESC LIMIT 1",
      database, [Int64(window.asOf.days), Int64(window.to.days)]
    ).first?.id
  }

  /// The first check that looks from a later evening, or from the same one to a later end.
  static func after(_ window: CheckWindow, _ database: Database) throws -> RegisteredCheck? {
    try read(
      "WHERE as_of > ?1 OR (as_of = ?1 AND to_day > ?2) ORDER BY as_of, to_day, from_day LIMIT 1", database,
      [Int64(window.asOf.days), Int64(window.to.days)]
    ).first
  }

  /// The earliest check that was compared with this one.
  static func comparedWith(_ check: Int64, _ database: Database) throws -> RegisteredCheck? {
    try read("WHERE previous = ?1 ORDER BY as_of, to_day, from_day LIMIT 1", database, [check]).first
  }

  /// Findings that were broken at that check, each with a day that a window must hold to judge its unit: its own, else
  /// the first of its period, else the first of the last window in which the unit itself was, among that check and those
  /// it follows.
  static func openFindings(_ check: Int64, _ database: Database) throws -> [(finding: Finding, day: CivilDate)] {
    let statement = try database.prepare(
      """
      WITH RECURSIVE chain (id, from_day, previous) AS (
        SELECT id, from_day, previous FROM registered_check WHERE id = ?1
        UNION
        SELECT r.id, r.from_day, r.previous FROM registered_check r JOIN chain c ON c.previous = r.id
      ), origin AS MATERIALIZED (
        SELECT o.key, max(r.from_day) AS day FROM chain r JOIN finding o ON o.registered_check = r.id
        WHERE o.is_carried = 0 AND o.day IS NULL AND o.period IS NULL
        GROUP BY o.key
      )
      SELECT f.key, f.rule, f.times, f.study_class, f.class_title, f.subject, f.subject_name, f.period, f.period_name,
        f.day, f.lesson, f.pupil, f.pupil_name, f.work, f.sentence, f.mend_by,
        coalesce(f.day, p.start_day, (SELECT min(l.held_on) FROM lesson l WHERE l.period = f.period), o.day,
          r.from_day),
        CASE WHEN c.grade < 10 THEN '0' ELSE '' END || c.grade || c.letter, f.position, f.account
      FROM finding f JOIN registered_check r ON r.id = f.registered_check LEFT JOIN period p ON p.id = f.period
        LEFT JOIN study_class c ON c.id = f.study_class LEFT JOIN origin o ON o.key = f.key
      WHERE f.registered_check = ?1 AND f.state IN ('new', 'repeated', 'known')
      ORDER BY f.position
      """)
    try statement.bind(check, at: 1)
    let teachers = try teachers(check, database)
    var findings: [(finding: Finding, day: CivilDate)] = []
    while try statement.step() {
      func item(_ column: Int32) -> UnitPlace.Item? {
        statement.optionalInteger(column).map { UnitPlace.Item(id: $0, name: statement.text(column + 1)) }
      }
      func day(_ column: Int32) -> CivilDate? { statement.optionalInteger(column).map { CivilDate(days: Int32($0)) } }
      let place = UnitPlace(
        studyClass: item(3), subject: item(5), period: item(7), day: day(9), lesson: statement.optionalInteger(10),
        pupil: item(11),
        account: statement.optionalInteger(19).map { UnitPlace.Item(id: $0, name: statement.text(12)) },
        work: statement.optionalInteger(13), teachers: teachers[statement.integer(18)] ?? [],
        classOrder: statement.text(17))
      let finding = Finding(
        key: statement.text(0), rule: statement.text(1), state: .new, times: Int(statement.integer(2)), isCarried: true,
        place: place, sentence: statement.text(14), mend: "", mendBy: day(15))
      findings.append((finding, day(16) ?? CivilDate(days: 0)))
    }
    return findings
  }

  private static func teachers(_ check: Int64, _ database: Database) throws -> [Int64: [UnitPlace.Item]] {
    let statement = try database.prepare(
      "SELECT finding, teacher, name FROM finding_teacher WHERE registered_check = ?1 ORDER BY finding, name, teacher")
    try statement.bind(check, at: 1)
    var teachers: [Int64: [UnitPlace.Item]] = [:]
    while try statement.step() {
      teachers[statement.integer(0), default: []].append(
        UnitPlace.Item(id: statement.integer(1), name: statement.text(2)))
    }
    return teachers
  }

  static func pendingUnits(_ check: Int64, _ database: Database) throws -> [PendingUnit] {
    let statement = try database.prepare(
      "SELECT key, rule, day FROM pending_unit WHERE registered_check = ?1 ORDER BY key")
    try statement.bind(check, at: 1)
    var units: [PendingUnit] = []
    while try statement.step() {
      units.append(
        PendingUnit(
          key: statement.text(0), rule: statement.text(1), day: CivilDate(days: Int32(statement.integer(2)))))
    }
    return units
  }
}
