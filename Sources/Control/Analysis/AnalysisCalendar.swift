import Journal
import JournalStore

/// The periods of a school year that each class has at as-of: those with lessons of the class or final marks of its pupils,
/// and the year.
///
/// Over `SettingTables`: a period's days are those that the school lays down, else the source's. Where neither names them, they
/// are those of the class's lessons in it; where there are no lessons either, the school year's.
struct AnalysisCalendar {
  let window: CheckWindow
  let schoolYear: Int
  /// In the order of classes, then of periods.
  private(set) var slots: [AnalysisSlot] = []

  /// From the first day of the latest school year that has begun by as-of and has periods up to as-of; nil where there is
  /// none.
  static func window(_ database: Database, asOf: CivilDate) throws -> CheckWindow? {
    let year = try database.integer("SELECT max(school_year) FROM period WHERE school_year <= \(asOf.schoolYear)")
    guard let year, let first = CivilDate(year: Int(year), month: 9, day: 1),
      let last = CivilDate(year: Int(year) + 1, month: 8, day: 31)
    else { return nil }
    return CheckWindow(asOf: asOf, from: first, to: min(asOf, last))
  }

  init(_ database: Database, window: CheckWindow, names: NameBook) throws {
    self.window = window
    schoolYear = window.from.schoolYear
    let ofClass = Dictionary(grouping: try told(database, names), by: \.studyClass)
    let order = try ofClass.keys.map { id in
      let entry = try names.classes.entry(id)
      return (entry.order, entry.name, id)
    }
    slots = order.sorted(by: <).flatMap { Self.withYear(ofClass[$0.2] ?? []) }
    for index in slots.indices { slots[index].id = index + 1 }
  }

  /// The class's periods in order. The year and what comes after it have the days of the reporting periods together; a year
  /// that no source has marks of is there to be forecast.
  private static func withYear(_ told: [AnalysisSlot]) -> [AnalysisSlot] {
    let reporting = told.filter(\.isReporting)
    guard var year = told.first(where: { $0.kind == .year }) ?? reporting.first else { return told }
    if year.isReporting { (year.kind, year.name, year.number, year.periods) = (.year, "Год", 0, []) }
    let others = [year] + told.filter { !$0.isReporting && $0.kind != .year }
    let whole = others.map { other in
      var other = other
      other.parts = other.kind == .year ? reporting.reduce(into: []) { $0.formUnion($1.periods) } : []
      guard let from = reporting.map(\.from).min(), let to = reporting.map(\.to).max() else { return other }
      (other.from, other.to, other.countedOn) = (from, to, reporting.map(\.countedOn).max() ?? to)
      return other
    }
    return (reporting + whole).sorted(by: AnalysisSlot.precedes)
  }

  private struct Key: Hashable {
    var studyClass: Int64
    var kind: PeriodKind
    var number: Int
  }

  private func told(_ database: Database, _ names: NameBook) throws -> [AnalysisSlot] {
    let statement = try database.prepare(
      """
      SELECT x.study_class, p.id, p.name, p.kind, c.grade, coalesce(d.first_day, p.start_day, min(x.first_day)),
        coalesce(d.last_day, p.end_day, max(x.last_day))
      FROM (
        SELECT l.study_class, l.period, min(l.held_on) AS first_day, max(l.held_on) AS last_day
        FROM lesson l
        WHERE l.held_on BETWEEN :from AND :to AND l.period IS NOT NULL AND \(RuleSQL.isShown("l"))
        GROUP BY l.study_class, l.period
        UNION ALL
        SELECT p.study_class, f.period, NULL, NULL
        FROM final_mark f JOIN pupil p ON p.id = f.pupil WHERE \(RuleSQL.mayExist("f"))
        GROUP BY p.study_class, f.period) x
        JOIN period p ON p.id = x.period JOIN study_class c ON c.id = x.study_class
        LEFT JOIN control_period_days d ON d.period = p.id AND d.study_class = c.id
      WHERE p.school_year = \(schoolYear) AND coalesce(d.first_day, p.start_day, 0) <= :as_of
      GROUP BY x.study_class, p.id, p.name, p.kind, c.grade, d.first_day, d.last_day, p.start_day, p.end_day
      ORDER BY p.start_day IS NULL, p.key, x.study_class
      """)
    try statement.bind(window.parameters)
    var slots: [Key: AnalysisSlot] = [:]
    while try statement.step() {
      guard let kind = PeriodKind(rawValue: Int(statement.integer(3))) else { continue }
      let row = statement.integer(0)
      let name = statement.text(2)
      let shown = try names.classes.entry(row).shown
      func day(_ column: Int32, _ otherwise: CivilDate) -> CivilDate {
        statement.optionalInteger(column).map { CivilDate(days: Int32($0)) } ?? otherwise
      }
      var slot = AnalysisSlot(
        studyClass: shown, grade: Int(statement.integer(4)), rows: [], periods: [statement.integer(1)],
        parts: [], name: name, kind: kind, number: PeriodKind.ordinal(label: name) ?? 0, from: day(5, window.from),
        to: day(6, window.to),
        countedOn: window.to)
      let key = Key(studyClass: shown, kind: kind, number: slot.number)
      if let known = slots[key] {
        slot.name = known.name
        slot.periods.formUnion(known.periods)
        slot.from = min(slot.from, known.from)
        slot.to = max(slot.to, known.to)
      }
      slot.parts = slot.periods
      slot.countedOn = min(slot.to, window.to)
      slots[key] = slot
    }
    var rows: [Int64: Set<Int64>] = [:]
    for (id, entry) in try names.classes.all() { rows[entry.shown, default: []].insert(id) }
    return slots.values.map { slot in
      var slot = slot
      slot.rows = rows[slot.studyClass] ?? [slot.studyClass]
      return slot
    }
  }
}
