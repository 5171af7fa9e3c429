@testable import SampleSchool

/// The eleven rules over the written tables, as slowly and plainly as their definitions read. It knows nothing of the
/// generator's own types, so that it can contradict its truth.
struct PlainChecker {
  private let tables: [InterchangeTable: [[String: String]]]
  private let asOf: String
  private let from: String
  private let to: String

  init(_ school: SchoolTables, asOf: Day, from: Day, to: Day) throws {
    self.init(try PlainChecker.read(school), asOf: asOf, from: from, to: to)
  }

  init(_ tables: [InterchangeTable: [[String: String]]], asOf: Day, from: Day, to: Day) {
    self.tables = tables
    (self.asOf, self.from, self.to) = ("\(asOf)", "\(from)", "\(to)")
  }

  static func read(_ school: SchoolTables) throws -> [InterchangeTable: [[String: String]]] {
    try Dictionary(
      uniqueKeysWithValues: InterchangeTable.allCases.map {
        ($0, Table(csv: try school.csv($0, style: TableStyle(), timesKnown: true)).rows)
      })
  }

  private subscript(table: InterchangeTable) -> [[String: String]] { tables[table] ?? [] }

  /// Days compare as text.
  private func exists(_ moment: String) -> Bool { !moment.isEmpty && moment.prefix(10) <= asOf }
  private func inWindow(_ day: String) -> Bool { from <= day && day <= to && day <= asOf }

  /// Keys of broken units by rule.
  func broken() -> [String: Set<String>] {
    var result = lessonRules()
    result.merge(pupilRules()) { $1 }
    result.merge(periodRules()) { $1 }
    result.merge(lessonPupilRules()) { $1 }
    return result
  }

  private func lessonRules() -> [String: Set<String>] {
    let attended = Set(self[.attendance].filter { exists($0["entered_at"] ?? "") }.map { $0["lesson_id"] ?? "" })
    var result: [String: Set<String>] = [:]
    var active: Set<String> = []
    var taught: Set<String> = []
    for lesson in self[.lessons] {
      guard let id = lesson["id"], let date = lesson["date"], let entered = lesson["entered_at"] else { continue }
      if exists(entered), from <= entered.prefix(10), entered.prefix(10) <= to {
        active.insert(lesson["teacher_id"] ?? "")
      }
      guard inWindow(date) else { continue }
      taught.insert(lesson["teacher_id"] ?? "")
      guard exists(entered) else {
        result["lesson-not-entered", default: []].insert(id)
        continue
      }
      if entered.prefix(10) > date { result["lesson-entered-late", default: []].insert(id) }
      if !(lesson["topic"] ?? "").contains(where: { $0.isLetter || $0.isNumber }) {
        result["lesson-without-topic", default: []].insert(id)
      }
      if !attended.contains(id) { result["attendance-not-recorded", default: []].insert(id) }
    }
    result["teacher-inactive"] = taught.subtracting(active)
    return result
  }

  private func pupilRules() -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for role in ["pupil", "parent"] {
      let seen = Set(
        self[.logins].filter { $0["role"] == role && inWindow(String(($0["at"] ?? "").prefix(10))) }
          .map { $0["person_id"] ?? "" })
      let enrolled = self[.pupils].filter {
        ($0["enrolled"] ?? "") <= to && ($0["left"] == "" || ($0["left"] ?? "") >= from)
      }
      result["\(role)-not-participating"] = Set(enrolled.map { $0["id"] ?? "" }).subtracting(seen)
    }
    return result
  }

  private var grades: [String: Int] {
    Dictionary(uniqueKeysWithValues: self[.classes].map { ($0["id"] ?? "", Int($0["grade"] ?? "") ?? 0) })
  }

  private var groups: [String: Set<String>] {
    Dictionary(grouping: self[.groupPupils]) { $0["pupil_id"] ?? "" }
      .mapValues { Set($0.map { $0["group_id"] ?? "" }) }
  }

  private func periodRules() -> [String: Set<String>] {
    let (grades, groups) = (grades, groups)
    let ungraded = Set(self[.subjects].filter { $0["graded"] == "0" }.map { $0["id"] ?? "" })
    let exempt = Set(self[.exemptions].map { "\($0["pupil_id"] ?? "") \($0["subject_id"] ?? "")" })
    let lessonsOfClass = Dictionary(grouping: self[.lessons]) { $0["class_id"] ?? "" }
    let lessonOfWork = Dictionary(uniqueKeysWithValues: self[.works].map { ($0["id"] ?? "", $0["lesson_id"] ?? "") })
    var marked: [String: Int] = [:]
    for mark in self[.marks] where exists(mark["entered_at"] ?? "") {
      marked["\(mark["pupil_id"] ?? "") \(lessonOfWork[mark["work_id"] ?? ""] ?? "")", default: 0] += 1
    }
    var result: [String: Set<String>] = [:]
    for pupil in self[.pupils] {
      guard let id = pupil["id"], let classID = pupil["class_id"], let grade = grades[classID], grade > 1 else {
        continue
      }
      for period in self[.periods] where period["kind"] != "year" {
        let range = (period["grades"] ?? "").split(separator: "-").compactMap { Int($0) }
        guard let start = period["start"], let end = period["end"], range[0] <= grade, grade <= range[1],
          start <= to, end >= from, (pupil["enrolled"] ?? "") <= end,
          pupil["left"] == "" || (pupil["left"] ?? "") >= start
        else { continue }
        var counts: [String: Int] = [:]
        for lesson in lessonsOfClass[classID] ?? [] {
          guard let date = lesson["date"], start <= date, date <= end, date <= asOf, let group = lesson["group_id"],
            group.isEmpty || groups[id]?.contains(group) ?? false
          else { continue }
          counts[lesson["subject_id"] ?? "", default: 0] += marked["\(id) \(lesson["id"] ?? "")"] ?? 0
        }
        for (subject, count) in counts where !ungraded.contains(subject) && !exempt.contains("\(id) \(subject)") {
          let key = "\(id) \(subject) \(period["id"] ?? "")"
          if count == 0 { result["pupil-without-marks", default: []].insert(key) }
          if count == 1 { result["pupil-with-one-mark", default: []].insert(key) }
        }
      }
    }
    return result
  }

  private func lessonPupilRules() -> [String: Set<String>] {
    let groups = groups
    let exempt = Set(self[.exemptions].map { "\($0["pupil_id"] ?? "") \($0["subject_id"] ?? "")" })
    let absent = Set(
      self[.attendance].filter { ["Н", "Б", "У"].contains($0["code"]) && exists($0["entered_at"] ?? "") }
        .map { "\($0["pupil_id"] ?? "") \($0["lesson_id"] ?? "")" })
    let lessons = Dictionary(uniqueKeysWithValues: self[.lessons].map { ($0["id"] ?? "", $0) })
    let marks = Dictionary(grouping: self[.marks]) { "\($0["pupil_id"] ?? "") \($0["work_id"] ?? "")" }
    let pupilsOfClass = Dictionary(grouping: self[.pupils]) { $0["class_id"] ?? "" }
    func own(_ lesson: [String: String], _ pupil: [String: String]) -> Bool {
      guard let date = lesson["date"], let group = lesson["group_id"], let id = pupil["id"] else { return false }
      return (pupil["enrolled"] ?? "") <= date && (pupil["left"] == "" || (pupil["left"] ?? "") >= date)
        && (group.isEmpty || groups[id]?.contains(group) ?? false)
    }
    var result: [String: Set<String>] = [:]
    for work in self[.works] {
      guard let id = work["id"], let lesson = lessons[work["lesson_id"] ?? ""], let date = lesson["date"],
        inWindow(date), let day = Self.day(date)
      else { continue }
      let deadline = "\(day + 7)"
      for pupil in pupilsOfClass[lesson["class_id"] ?? ""] ?? [] where own(lesson, pupil) {
        let key = "\(pupil["id"] ?? "") \(id)"
        let isAbsent = absent.contains("\(pupil["id"] ?? "") \(lesson["id"] ?? "")")
        let entered = (marks[key] ?? []).map { $0["entered_at"] ?? "" }.filter(exists).min()
        if isAbsent, let mark = marks[key]?.first(where: { exists($0["entered_at"] ?? "") }) {
          result["mark-with-absence", default: []].insert(mark["id"] ?? "")
        }
        guard work["is_written"] == "1", !isAbsent,
          !exempt.contains("\(pupil["id"] ?? "") \(lesson["subject_id"] ?? "")")
        else { continue }
        let isLate = entered.map { $0.prefix(10) > deadline } ?? (asOf > deadline)
        if isLate { result["written-work-overdue", default: []].insert(key) }
      }
    }
    let days = Dictionary(
      grouping: self[.lessons].filter { inWindow($0["date"] ?? "") && exists($0["entered_at"] ?? "") }
    ) {
      "\($0["class_id"] ?? "") \($0["date"] ?? "")"
    }
    for (classDay, held) in days {
      for pupil in pupilsOfClass[String(classDay.split(separator: " ")[0])] ?? [] {
        let line = held.filter { own($0, pupil) }.sorted { Int($0["number"] ?? "") ?? 0 < Int($1["number"] ?? "") ?? 0 }
          .map { absent.contains("\(pupil["id"] ?? "") \($0["id"] ?? "")") }
        guard line.count >= 3, let first = line.firstIndex(of: true), let last = line.lastIndex(of: true) else {
          continue
        }
        if line[first...last].contains(false) {
          result["attendance-contradiction", default: []].insert("\(pupil["id"] ?? "") \(held[0]["date"] ?? "")")
        }
      }
    }
    return result
  }

  private static func day(_ text: String) -> Day? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? Day(parts[0], parts[1], parts[2]) : nil
  }
}

extension FaultLedger {
  /// The truth in the checker's keys.
  func keys(asOf: Day, from: Day, to: Day) -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for (rule, units) in truth(asOf: asOf, window: from...to) where !units.isEmpty {
      result[rule.rawValue] = Set(
        units.map { unit in
          switch rule {
          case .lessonNotEntered, .lessonEnteredLate, .lessonWithoutTopic, .attendanceNotRecorded:
            "l\(unit.lesson ?? 0)"
          case .teacherInactive: "t\(unit.teachers.first ?? 0)"
          case .pupilNotParticipating, .parentNotParticipating: "p\(unit.pupil ?? 0)"
          case .pupilWithoutMarks, .pupilWithOneMark:
            "p\(unit.pupil ?? 0) d\(unit.subject ?? 0) q\(unit.period ?? 0)"
          case .writtenWorkOverdue: "p\(unit.pupil ?? 0) w\(unit.work ?? 0)"
          case .attendanceContradiction: "p\(unit.pupil ?? 0) \(unit.date.map { "\($0)" } ?? "")"
          case .markWithAbsence: "m\(unit.mark ?? 0)"
          default: "\(unit)"
          }
        })
    }
    return result
  }
}
