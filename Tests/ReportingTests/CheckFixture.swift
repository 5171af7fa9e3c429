import Journal
import JournalStore

/// A made-up registered check in a store in memory. Positions are given in the order of the calls.
final class CheckFixture {
  let store: JournalStore
  private var positions: [String: Int] = [:]

  init() throws {
    store = try JournalStore(path: ":memory:")
  }

  var database: Database { store.database }

  func check(_ id: Int, asOf: String, from: String, to: String, previous: Int? = nil) throws {
    try insert(
      "registered_check", "id, as_of, from_day, to_day, previous, inputs_digest",
      [id, day(asOf), day(from), day(to), previous, "0f1e2d3c"])
  }

  func source(_ check: Int, _ path: String, takenAt: String?) throws {
    let moment = takenAt.flatMap { LocalMoment($0) }.map { Int($0.seconds) }
    try insert(
      "check_source", "registered_check, position, path, digest, taken_at",
      [check, next("source", check), path, "a1b2c3", moment])
  }

  func rule(
    _ check: Int, _ id: String, _ title: String, _ clause: String, _ direction: String, units: String = "уроков",
    severity: String = "fault", norms: String = "", kept: Int = 0, broken: Int = 0, undetermined: Int = 0,
    waived: Int = 0, reason: String? = nil, undeterminedReasons: String = "", people: (String, Int, Int)? = nil,
    demand: String = ""
  ) throws {
    try insert(
      "check_rule",
      """
      registered_check, position, rule, version, title, clause, direction, severity, units, norms, checked, kept,
      broken, undetermined, waived, reason, undetermined_reasons, people_label, people_broken, people_checked, demand
      """,
      [
        check, next("rule", check), id, 1, title, clause, direction, severity, units, norms,
        kept + broken + undetermined + waived, kept, broken, undetermined, waived, reason, undeterminedReasons,
        people?.0, people?.1, people?.2, demand,
      ])
  }

  func studyClass(_ check: Int, _ id: Int, _ title: String, head: String?, lessons: Int) throws {
    try insert(
      "check_class", "registered_check, position, study_class, title, head_teacher, lessons, findings",
      [check, next("class", check), id, title, head, lessons, 0])
  }

  /// Rows of the journal that check_scope refers to: id, parallel, letter.
  func studyClasses(_ classes: [(Int, Int, String)]) throws {
    for (id, grade, letter) in classes {
      try insert(
        "study_class", "id, key, grade, letter, title, sheet, sheet_row",
        [id, "К\(id)", grade, letter, "\(grade)\(letter)", 1, id])
    }
  }

  /// What a rule counted in classes: class, kept, broken.
  func scope(_ check: Int, _ rule: String, _ counts: [(Int, Int, Int)]) throws {
    for (id, kept, broken) in counts {
      try insert(
        "check_scope", "registered_check, rule, study_class, subject, teacher, kept, broken, undetermined, waived",
        [check, rule, id, 0, 0, kept, broken, 0, 0])
    }
  }

  func teacher(_ check: Int, _ id: Int, _ name: String, lessons: Int) throws {
    try insert(
      "check_teacher", "registered_check, position, teacher, name, lessons, findings",
      [check, next("teacher", check), id, name, lessons, 0])
  }

  func finding(
    _ check: Int, _ rule: String, _ sentence: String, mend: String = "", by: String? = nil, state: String = "new",
    times: Int = 1, isCarried: Bool = false, waiver: String? = nil, studyClass: (Int, String)? = nil,
    subject: (Int, String)? = nil, period: (Int, String)? = nil, on date: String? = nil, pupil: (Int, String)? = nil,
    teachers: [(Int, String)] = []
  ) throws {
    let position = next("finding", check)
    try insert(
      "finding",
      """
      registered_check, position, key, rule, state, times, is_carried, waiver, study_class, class_title, subject,
      subject_name, period, period_name, day, lesson, pupil, pupil_name, teacher_names, sentence, mend, mend_by
      """,
      [
        check, position, "\(rule):\(position)", rule, state, times, isCarried ? 1 : 0, waiver, studyClass?.0,
        studyClass?.1, subject?.0, subject?.1, period?.0, period?.1, date.flatMap(day), nil, pupil?.0, pupil?.1,
        teachers.map(\.1).joined(separator: ", "), sentence, mend, by.flatMap(day),
      ])
    for (id, name) in teachers {
      try insert("finding_teacher", "registered_check, finding, teacher, name", [check, position, id, name])
    }
  }

  private func next(_ kind: String, _ check: Int) -> Int {
    positions["\(kind) \(check)", default: 0] += 1
    return positions["\(kind) \(check)", default: 0]
  }

  private func day(_ text: String) -> Int? { CivilDate(text).map { Int($0.days) } }

  private func insert(_ table: String, _ columns: String, _ values: [Any?]) throws {
    let places = values.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    let statement = try database.prepare("INSERT INTO \(table) (\(columns)) VALUES (\(places))")
    for (index, value) in values.enumerated() {
      if let number = value as? Int {
        try statement.bind(number, at: Int32(index + 1))
      } else {
        try statement.bind(value as? String, at: Int32(index + 1))
      }
    }
    try statement.run()
  }
}
