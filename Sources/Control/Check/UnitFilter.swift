/// The classes and teachers a check is narrowed to, as row ids. A unit without a class or a teacher does not pass a filter
/// by it.
struct UnitFilter {
  private var classes: Set<Int64>?
  private var teachers: Set<Int64>?
  let scope: CheckScope

  init(_ request: CheckRequest, names: NameBook) throws {
    let search = NameSearch(names: names)
    classes = try request.classes.map { try Set($0.flatMap(search.classes)) }
    teachers = try request.teachers.map { try Set($0.flatMap(search.teachers)) }
    scope = CheckScope(
      classes: try classes.map { try Self.items($0, of: names.classes) },
      teachers: try teachers.map { try Self.items($0, of: names.teachers) })
  }

  private static func items(_ ids: Set<Int64>, of table: NameTable) throws -> [UnitPlace.Item] {
    try table.all().filter { ids.contains($0.id) }
      .sorted { ($0.entry.order, $0.entry.name, $0.id) < ($1.entry.order, $1.entry.name, $1.id) }
      .map { UnitPlace.Item(id: $0.id, name: $0.entry.name) }
  }

  func passes(_ unit: JudgedUnit, _ names: NameBook) throws -> Bool {
    if let classes, try !isIn(classes, unit, names) { return false }
    guard let teachers else { return true }
    return try names.teachers(of: unit).contains { teachers.contains($0) }
  }

  private func isIn(_ classes: Set<Int64>, _ unit: JudgedUnit, _ names: NameBook) throws -> Bool {
    if unit.account != nil { return try names.classes(of: unit).contains(where: classes.contains) }
    return unit.studyClass.map(classes.contains) ?? false
  }

  func passes(studyClass: Int64) -> Bool { classes?.contains(studyClass) ?? true }

  func passes(teacher: Int64) -> Bool { teachers?.contains(teacher) ?? true }

  /// Why no unit of a rule can pass; nil where some can.
  func reasonNotToRun(_ rule: Rule) -> String? {
    if classes != nil, rule.unit == .teacher { return "правило судит об учителе по всем его классам, а не по одному" }
    if classes != nil || teachers != nil, rule.unit == .document || rule.unit == .month {
      return "правило судит о школе, а не о классе или учителе"
    }
    if teachers != nil, rule.unit == .account { return "правило судит об учётных записях, учителя у них нет" }
    if teachers != nil, rule.unit == .pupil || rule.unit == .consent {
      return "правило судит об ученике вне уроков, учителя у него нет"
    }
    return nil
  }
}
