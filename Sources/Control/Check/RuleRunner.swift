import Journal
import JournalStore

/// Runs rules over one window on one connection: makes the shared tables once, streams each SELECT once.
final class RuleRunner {
  let database: Database
  let window: CheckWindow
  private let settings: ControlSettings
  /// The rules that ended waivers can name.
  private let book: RuleBook
  private var prepared: Set<PreparedUnits> = []
  private let ambiguousPupils: Set<Int64>
  private let isNarrowed: Bool
  private let tables: SettingTables
  let waivers: WaiverBook

  /// `isNarrowed`: judges only what the follow-up tracks (`PreparedUnits`).
  init(
    _ database: Database, window: CheckWindow, settings: ControlSettings, book: RuleBook = .builtIn,
    isNarrowed: Bool = false
  ) throws {
    self.book = book
    self.isNarrowed = isNarrowed
    self.database = database
    self.window = window
    self.settings = settings
    // Temporary tables in memory: they are read at once and dropped.
    try database.execute("PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 1073741824")
    try Self.dropPrepared(database)
    try PupilsOfYear.make(database, year: window.to.schoolYear)
    tables = SettingTables(database, settings: settings, asOf: window.asOf)
    try tables.make()
    var ambiguous: Set<Int64> = []
    let statement = try database.prepare("SELECT id FROM pupil WHERE is_ambiguous = 1")
    while try statement.step() { ambiguous.insert(statement.integer(0)) }
    ambiguousPupils = ambiguous
    waivers = try WaiverBook(database, asOf: window.asOf)
  }

  /// Why the rule is not applicable to this store; nil where it is.
  func reasonNotToRun(_ rule: Rule) throws -> String? {
    for requirement in rule.requirements {
      let statement = try rule.prepare(requirement.select, database)
      try rule.bind(window.parameters, to: statement)
      guard try rule.step(statement) else { return requirement.otherwise }
    }
    return nil
  }

  /// The rule itself where it is applicable, or its fallback; else why it is not.
  func applicable(_ rule: Rule) throws -> (rule: Rule, reason: String?) {
    let reason = try reasonNotToRun(rule)
    guard reason != nil, let fallback = rule.fallback?(rule), try reasonNotToRun(fallback) == nil else {
      return (rule, reason)
    }
    return (fallback, nil)
  }

  /// The norms in force for a rule, by name; nothing outside their bounds.
  func norms(of rule: Rule) throws -> [String: Int] {
    var values: [String: Int] = [:]
    for setting in settings.norms where setting.rule == rule.id {
      guard let norm = rule.norms.first(where: { $0.name == setting.name }) else {
        throw ControlError(
          .usage, "У правила «\(rule.id)» нет нормы «\(setting.name)».", hint: "Нормы правила: zavuch rules \(rule.id)."
        )
      }
      guard norm.bounds.contains(setting.value) else {
        throw ControlError(
          .usage, "Норма «\(norm.name)» правила «\(rule.id)» — \(setting.value), вне границ.",
          hint: "Допустимо от \(norm.bounds.lowerBound) до \(norm.bounds.upperBound).")
      }
    }
    for norm in rule.norms {
      values[norm.name] = settings.everybodysNorm(norm, of: rule, on: window.asOf)?.value ?? norm.standard
    }
    return values
  }

  /// The norms of a rule in words: for everybody, then those for some.
  func normTexts(of rule: Rule) -> [String] {
    rule.norms.flatMap { norm in
      let everybodys =
        settings.everybodysNorm(norm, of: rule, on: window.asOf)
        ?? NormSetting(rule: rule.id, name: norm.name, value: norm.standard)
      return ([everybodys] + tables.norms.filter { $0.rule == rule.id && $0.name == norm.name })
        .map { $0.russian(norm) }
    }
  }

  /// What the settings name and the store does not know.
  var unknownNames: [String] { tables.found.unknown }

  /// Gives every unit of the rule once, in the SELECT's order. A broken unit of a pupil who cannot be told from another
  /// becomes undetermined; so does one whose rows disagree. One that the school accepts becomes waived. Evidence is read
  /// only of units somebody will read about. Kept units may come summed up where nobody asks for them `singly`.
  func run(
    _ rule: Rule, singly: Bool = true, evidenceOf isRead: (JudgedUnit) -> Bool = { $0.verdict == .broken },
    _ body: (JudgedUnit) throws -> Void
  ) throws {
    func give(_ unit: JudgedUnit) throws {
      guard unit.verdict == .broken, let waiver = try waivers.waiver(of: unit, rule: rule) else {
        return try body(unit)
      }
      var unit = unit
      unit.verdict = .waived
      unit.waiver = waiver.told
      try body(unit)
    }
    for units in rule.reads { try prepare(units) }
    let summary = singly ? nil : rule.summary
    let statement = try rule.prepare(summary ?? rule.select, database)
    var parameters = window.parameters
    parameters["singly"] = singly ? 1 : 0
    for (name, value) in try norms(of: rule) { parameters[name] = Int64(value) }
    try rule.bind(parameters, to: statement)
    let columns = UnitColumns(statement, counts: summary != nil)
    let isOwn = rule.file != nil
    if isOwn { try rule.validateOwn(columns: (0..<statement.columnCount).map(statement.columnName)) }
    var current: JudgedUnit?
    while try rule.step(statement) {
      var unit = columns.unit(statement, hidden: ambiguousPupils)
      if isOwn { try rule.validateOwn(statement, unit) }
      if var merged = current, unit.count == 1, merged.count == 1, unit.isSameUnit(as: merged, kind: rule.unit) {
        merged.addTeachers(of: unit)
        if unit.verdict != merged.verdict {
          let undetermined = unit.verdict == .undetermined ? unit : merged
          merged.verdict = .undetermined
          merged.reason = undetermined.reason
        }
        current = merged
        continue
      }
      if let current { try give(current) }
      if isRead(unit) { columns.readEvidence(statement, into: &unit) }
      current = unit
    }
    if let current { try give(current) }
  }

  /// The rules of ended waivers are asked on this connection, so what was prepared for this window is made again by whoever
  /// reads it next.
  private func prepareWaivers() throws {
    let ended = try EndedWaivers(database: database, window: window, settings: settings, rules: book, book: waivers)
      .judged()
    try Self.dropPrepared(database)
    // Ended waivers are asked about in their own windows.
    try PupilsOfYear.make(database, year: window.to.schoolYear)
    prepared = [.waivers]
    try EndedWaivers.fill(database, ended)
  }

  private static func dropPrepared(_ database: Database) throws {
    for table in PreparedUnits.allCases.flatMap(\.tables) { try database.execute("DROP TABLE IF EXISTS temp.\(table)") }
  }

  func prepare(_ units: PreparedUnits) throws {
    guard !prepared.contains(units) else { return }
    if units == .waivers { return try prepareWaivers() }
    for need in units.needs { try prepare(need) }
    prepared.insert(units)
    for sql in units.statements(isNarrowed: isNarrowed) {
      let statement = try database.prepare(sql)
      try statement.bind(window.parameters)
      try statement.run()
    }
    try units.fill(database, window)
  }
}

/// Where the known columns stand in a rule's SELECT.
private struct UnitColumns {
  /// By the order of `UnitColumn`; -1 where the SELECT does not yield it.
  private var positions = [Int32](repeating: -1, count: UnitColumn.allCases.count)
  private var others: [(name: String, column: Int32)] = []
  /// Of a summary: for how many units a row stands.
  private var units: Int32?

  init(_ statement: Statement, counts: Bool) {
    for column in 0..<statement.columnCount {
      let name = statement.columnName(column)
      if counts, name == "units" {
        units = column
        continue
      }
      if let known = UnitColumn.allCases.firstIndex(where: { $0.rawValue == name }) {
        positions[known] = column
      } else {
        others.append((name, column))
      }
    }
  }

  func unit(_ statement: Statement, hidden: Set<Int64>) -> JudgedUnit {
    func value(_ position: Int) -> Int64? {
      positions[position] < 0 ? nil : statement.optionalInteger(positions[position])
    }
    var unit = JudgedUnit()
    let verdict = value(0)
    unit.verdict = verdict == nil ? .undetermined : verdict == 1 ? .broken : .kept
    unit.reason = verdict == nil ? value(1) ?? 0 : 0
    unit.studyClass = value(2)
    unit.subject = value(3)
    unit.period = value(4)
    unit.day = value(5)
    unit.lesson = value(6)
    unit.pupil = value(7)
    unit.work = value(8)
    unit.teacher = value(9)
    unit.account = value(10)
    unit.ordinal = value(11)
    unit.item = value(12)
    unit.teacherSet = value(13)
    if let units { unit.count = Int(statement.integer(units)) }
    if unit.verdict == .broken, let pupil = unit.pupil, hidden.contains(pupil) {
      unit.verdict = .undetermined
      unit.reason = UndeterminedReason.ambiguousPupil.code
    }
    return unit
  }

  func readEvidence(_ statement: Statement, into unit: inout JudgedUnit) {
    for (name, column) in others {
      if let value = statement.optionalInteger(column) { unit.evidence[name] = value }
    }
  }
}
