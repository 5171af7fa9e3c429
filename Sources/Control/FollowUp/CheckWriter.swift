import Journal
import JournalStore

/// The rows of one registered check.
struct CheckWriter {
  let database: Database
  let result: CheckResult

  /// `known`: the id whose rows are taken over.
  func write(over known: Int64?, digest: ([UInt8]) -> String) throws -> Int64 {
    let window = result.window
    let id = try known ?? (database.integer("SELECT coalesce(max(id), 0) + 1 FROM registered_check") ?? 1)
    let settings = try result.settings.storedText()
    let inputs = try inputsText(settings)
    try insert(
      """
      INSERT INTO registered_check (id, as_of, from_day, to_day, previous, inputs_digest, settings)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (as_of, from_day, to_day)
      DO UPDATE SET previous = excluded.previous, inputs_digest = excluded.inputs_digest, settings = excluded.settings
      """,
      [
        .integer(id), .day(window.asOf), .day(window.from), .day(window.to), .optional(result.previousCheck),
        .text(digest(Array(inputs.utf8))), .text(settings),
      ])
    for table in ["check_source"] + CheckRows.tables {
      try insert("DELETE FROM \(table) WHERE registered_check = ?1", [.integer(id)])
    }
    try insert(
      """
      INSERT INTO check_source
      SELECT ?1, row_number() OVER (ORDER BY path, digest, id), path, digest, taken_at FROM source_file
      """, [.integer(id)])
    try writeRules(id)
    try writeFindings(id)
    try writeClassesAndTeachers(id)
    try writeScopes(id)
    return id
  }

  /// Rules, versions and norms, then the digests of the files in order of path, so that the order of imports is not told,
  /// then the settings and the waivers, if there are any.
  private func inputsText(_ settings: String) throws -> String {
    var lines = result.rules.map { "\($0.rule.id) \($0.rule.version) \($0.norms.joined(separator: "; "))" }
    // The version of a school's own rule is only what its author says.
    lines += result.rules.filter { $0.rule.file != nil }.map(\.rule.select)
    let files = try database.prepare("SELECT digest FROM source_file ORDER BY path, digest")
    while try files.step() { lines.append(files.text(0)) }
    if !settings.isEmpty { lines.append(settings) }
    lines += try database.waivers().filter { $0.isKnown(on: result.window.asOf) }
      .map { "\($0.rule) \($0.finding ?? "") \($0.told)" }.sorted()
    return lines.joined(separator: "\n")
  }

  private func writeRules(_ id: Int64) throws {
    let sql = """
      INSERT INTO check_rule (registered_check, position, rule, version, title, demand, clause, direction, severity, units,
        norms, checked, kept, broken, undetermined, waived, reason, undetermined_reasons, people_label, people_broken,
        people_checked)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
      """
    let statement = try database.prepare(sql)
    for (position, outcome) in result.rules.enumerated() {
      let (rule, counts) = (outcome.rule, outcome.counts)
      let reasons = outcome.undeterminedReasons.map { "\($0.text): \($0.count)" }.joined(separator: "; ")
      try run(
        statement,
        [
          .integer(id), .count(position + 1), .text(rule.id), .count(rule.version), .text(rule.title),
          .text(rule.demand), .text(rule.clause), .text(rule.direction.title), .text(rule.severity.rawValue),
          .text(rule.units),
          .text(outcome.norms.joined(separator: "; ")), .count(counts.checked), .count(counts.kept),
          .count(counts.broken), .count(counts.undetermined), .count(counts.waived), .optionalText(outcome.reason),
          .text(reasons), .optionalText(outcome.people?.label), .optional(outcome.people.map { Int64($0.broken) }),
          .optional(outcome.people.map { Int64($0.checked) }),
        ])
    }
  }

  private func writeFindings(_ id: Int64) throws {
    let finding = try database.prepare(
      """
      INSERT INTO finding (registered_check, position, key, rule, state, times, is_carried, study_class, class_title,
        subject, subject_name, period, period_name, day, lesson, pupil, pupil_name, work, teacher_names, sentence, mend,
        mend_by, account, waiver)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)
      """)
    let teacher = try database.prepare(
      "INSERT INTO finding_teacher (registered_check, finding, teacher, name) VALUES (?1, ?2, ?3, ?4)")
    for (index, told) in result.findings.enumerated() {
      let (position, place) = (index + 1, told.place)
      func pair(_ item: UnitPlace.Item?) -> [Value] { [.optional(item?.id), .optionalText(item?.name)] }
      try run(
        finding,
        [
          .integer(id), .count(position), .text(told.key), .text(told.rule), .text(told.state.rawValue),
          .count(told.times), .count(told.isCarried ? 1 : 0),
        ] + pair(place.studyClass) + pair(place.subject) + pair(place.period) + [
          .optional(place.day.map { Int64($0.days) }), .optional(place.lesson),
          .optional(place.pupil?.id), .optionalText((place.pupil ?? place.account)?.name),
          .optional(place.work), .text(place.teachers.map(\.name).joined(separator: ", ")), .text(told.sentence),
          .text(told.mend), .optional(told.mendBy.map { Int64($0.days) }), .optional(place.account?.id),
          .optionalText(told.waiver),
        ])
      for person in place.teachers where result.scope?.has(teacher: person.id) ?? true {
        try run(teacher, [.integer(id), .count(position), .integer(person.id), .text(person.name)])
      }
    }
    let pending = try database.prepare(
      "INSERT INTO pending_unit (registered_check, key, rule, day) VALUES (?1, ?2, ?3, ?4)")
    for unit in result.pending {
      try run(pending, [.integer(id), .text(unit.key), .text(unit.rule), .day(unit.day)])
    }
  }

  private func writeScopes(_ id: Int64) throws {
    let statement = try database.prepare(
      """
      INSERT INTO check_scope (registered_check, rule, study_class, subject, teacher, kept, broken, undetermined, waived)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """)
    for scope in result.scopes {
      let counts = scope.counts
      try run(
        statement,
        [
          .integer(id), .text(scope.rule), .integer(scope.studyClass), .integer(scope.subject), .integer(scope.teacher),
          .count(counts.kept), .count(counts.broken), .count(counts.undetermined), .count(counts.waived),
        ])
    }
  }

  // MARK: Values

  enum Value {
    case integer(Int64)
    case text(String)
    case null

    static func count(_ value: Int) -> Value { .integer(Int64(value)) }
    static func day(_ value: CivilDate) -> Value { .integer(Int64(value.days)) }
    static func optional(_ value: Int64?) -> Value { value.map { .integer($0) } ?? .null }
    static func optionalText(_ value: String?) -> Value { value.map { .text($0) } ?? .null }
  }

  func insert(_ sql: String, _ values: [Value]) throws {
    try run(try database.prepare(sql), values)
  }

  func run(_ statement: Statement, _ values: [Value]) throws {
    for (index, value) in values.enumerated() {
      let position = Int32(index + 1)
      switch value {
      case .integer(let integer): try statement.bind(integer, at: position)
      case .text(let text): try statement.bind(Optional(text), at: position)
      case .null: try statement.bind(Int64?.none, at: position)
      }
    }
    try statement.run()
  }
}
