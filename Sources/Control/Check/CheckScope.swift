/// What a check was narrowed to, in the school's own names; a report of it says so (CONTROL 4).
public struct CheckScope: Sendable, Hashable {
  /// In order of grade and letter, in order of name; nil is all.
  public var classes: [UnitPlace.Item]?
  public var teachers: [UnitPlace.Item]?

  /// «класс 5А; учитель Иванова А.С.»; empty where only rules were chosen.
  public var russian: String {
    [told(classes, "класс", "классы"), told(teachers, "учитель", "учителя")].compactMap { $0 }.joined(separator: "; ")
  }

  /// Rows of several sources that are one have one name.
  private func told(_ items: [UnitPlace.Item]?, _ one: String, _ many: String) -> String? {
    guard let items else { return nil }
    var names: [String] = []
    for item in items where names.last != item.name { names.append(item.name) }
    return "\(names.count == 1 ? one : many) \(names.joined(separator: ", "))"
  }

  func has(teacher id: Int64) -> Bool { teachers?.contains { $0.id == id } ?? true }
}

/// Whose units a check judged: of a rule about reporting periods also classes and teachers without a lesson in the window.
struct JudgedScope: Sendable {
  private(set) var classes = IDSet()
  private(set) var teacherSets = IDSet()
  private(set) var teachers = IDSet()

  mutating func see(_ unit: JudgedUnit) {
    classes.insert(unit.studyClass)
    teachers.insert(unit.teacher)
    teacherSets.insert(unit.teacherSet)
    for set in unit.otherTeacherSets { teacherSets.insert(set) }
  }

  mutating func see(classes seen: [Int64]) {
    for studyClass in seen { classes.insert(studyClass) }
  }

  mutating func add(_ other: JudgedScope) {
    classes.formUnion(other.classes)
    teacherSets.formUnion(other.teacherSets)
    teachers.formUnion(other.teachers)
  }
}
