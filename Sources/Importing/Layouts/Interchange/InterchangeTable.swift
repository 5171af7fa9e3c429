/// The tables of the interchange layout (FORMATS 13) and their columns. A table is known by its columns; its name only
/// settles what columns alone leave open (`schools` and a `subjects` without hours are alike).
enum InterchangeTable: String, CaseIterable, Sendable {
  // In the order of reading: what refers comes after what is referred to.
  case schools, subjects, teachers, classes, groups, pupils
  case groupPupils = "group_pupils"
  case periods, holidays, lessons, works, marks, attendance
  case finalMarks = "final_marks"
  case exemptions, logins
  case plan
  case classHours = "class_hours"
  case consents
  case classLists = "class_lists"
  case paperTally = "paper_tally"
  case aliases, waivers

  var required: [String] {
    switch self {
    case .schools, .subjects: ["id", "name"]
    case .teachers: ["id", "school_id", "name"]
    case .classes: ["id", "school_id", "grade", "letter"]
    case .groups: ["id", "class_id", "name"]
    case .pupils: ["id", "class_id", "name"]
    case .groupPupils: ["group_id", "pupil_id"]
    case .periods: ["id", "school_id", "name", "start", "end"]
    case .holidays: ["school_id", "from", "to"]
    case .lessons: ["id", "class_id", "subject_id", "teacher_id", "date"]
    case .works: ["id", "lesson_id", "kind", "is_written"]
    case .marks: ["id", "work_id", "pupil_id", "value"]
    case .attendance: ["lesson_id", "code"]
    case .finalMarks: ["pupil_id", "subject_id", "period_id", "value"]
    case .exemptions: ["pupil_id", "subject_id"]
    case .logins: ["person_id", "role", "at"]
    case .plan: ["class_id", "subject_id", "number", "topic"]
    case .classHours: ["id", "class_id", "date"]
    case .consents: ["pupil_id", "kind", "given"]
    case .classLists: ["class_id", "verified_by", "verified_at"]
    case .paperTally: ["lesson_id", "marks", "absences"]
    case .aliases: ["kind", "name", "same_as"]
    case .waivers: ["rule", "reason", "decided_by", "paper", "from", "until"]
    }
  }

  var optional: [String] {
    switch self {
    case .schools, .teachers, .groups, .holidays, .works, .classLists, .paperTally: []
    case .subjects: ["weekly_hours", "graded", "briefing"]
    case .classes: ["head_teacher_id"]
    case .pupils: ["birth_date", "enrolled", "left"]
    case .groupPupils, .exemptions: ["from", "to"]
    case .periods: ["kind", "grades"]
    case .lessons: ["number", "group_id", "topic", "homework", "entered_at"]
    case .marks: ["entered_at"]
    case .attendance: ["pupil_id", "entered_at"]
    case .finalMarks: ["decided_at", "entered_at"]
    case .logins: ["class_id"]
    case .plan: ["date", "group_id"]
    case .classHours: ["topic", "direction", "attendance_taken", "briefing"]
    case .consents: ["withdrawn"]
    case .aliases: ["class"]
    case .waivers: ["finding", "class", "subject", "teacher", "pupil", "revoked"]
    }
  }

  /// Which table a header row names: the one whose columns explain most of it. `name` is the table's own, such as
  /// `pupils` of `pupils.csv`.
  static func recognise(header: [String], name: String) -> InterchangeTable? {
    let candidates = candidates(header: header, name: name)
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// Several where neither columns nor name settle it. None where a table that lacks columns explains more of the header:
  /// lessons without teachers are no class hours.
  static func candidates(header: [String], name: String) -> [InterchangeTable] {
    let complete = allCases.filter { $0.required.allSatisfy(header.contains) }
    guard let best = complete.map({ $0.known(in: header) }).max() else { return [] }
    let candidates = complete.filter { $0.known(in: header) == best }
    if let named = candidates.first(where: { name.lowercased().hasPrefix($0.rawValue) }) { return [named] }
    if let nearest = nearest(to: header), nearest.table.known(in: header) > best { return [] }
    return candidates
  }

  /// How many columns of a header are the table's.
  private func known(in header: [String]) -> Int {
    Set(header).intersection(required + optional).count
  }

  /// The table that a header which fits none comes nearest to, with what it lacks: at least half of its columns.
  static func nearest(to header: [String]) -> (table: InterchangeTable, missing: [String])? {
    var best: (table: InterchangeTable, missing: [String])?
    for table in allCases {
      let missing = table.required.filter { !header.contains($0) }
      guard !missing.isEmpty, missing.count * 2 <= table.required.count else { continue }
      let known = table.known(in: header)
      if let best, (-best.table.known(in: header), best.missing.count) <= (-known, missing.count) { continue }
      best = (table, missing)
    }
    return best
  }
}
