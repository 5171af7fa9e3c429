import Journal
import JournalStore

/// Finds the names of the settings in the store, and keeps those that it does not find.
final class SettingNames {
  /// Class and subject, 0 for all.
  struct Place: Hashable {
    var studyClass: Int64
    var subject: Int64
  }

  private let database: Database
  private let search: NameSearch
  /// What is named and not there, in the order of the settings: «класс «12Ю» (norms)».
  private(set) var unknown: [String] = []

  init(_ database: Database) {
    self.database = database
    search = NameSearch(names: NameBook(database))
  }

  /// None where the store has nothing of what the scope names.
  func places(of scope: SettingScope, in section: String) throws -> [Place] {
    var classes: [Int64] = [0]
    if !scope.classes.isEmpty || !scope.grades.isEmpty {
      let named = try scope.classes.flatMap { name in
        try find("класс", name, section) { try search.classes(name) }
      }
      classes = Array(Set(named + (try scope.grades.flatMap { try ids(ofGrade: $0) }))).sorted()
    }
    let subjects = scope.subjects.isEmpty ? [0] : try subjects(scope.subjects, in: section)
    return classes.flatMap { studyClass in subjects.map { Place(studyClass: studyClass, subject: $0) } }
  }

  func subjects(_ names: [String], in section: String) throws -> [Int64] {
    let found = try names.flatMap { name in
      try find("предмет", name, section) { try search.subjects(name) }
    }
    return Array(Set(found)).sorted()
  }

  /// All rows of the one pupil.
  func pupil(_ name: String, of studyClass: String?, in section: String) throws -> [Int64] {
    var classes: Set<Int64>?
    if let studyClass {
      let found = try find("класс", studyClass, section) { try search.classes(studyClass) }
      guard !found.isEmpty else { return [] }
      classes = Set(found)
    }
    let title = studyClass.map { "\(name), \($0)" } ?? name
    return try find("один ученик", title, section) { try search.pupil(name, classes: classes) }
  }

  /// The kinds of work as the sources spell them.
  func workKinds(_ names: [String], in section: String) throws -> [String] {
    let rows = try database.prepare("SELECT DISTINCT kind FROM work ORDER BY kind")
    var kinds: [String] = []
    while try rows.step() { kinds.append(rows.text(0)) }
    return try names.flatMap { name in
      try find("вид работы", name, section) {
        let found = kinds.filter { CodeFolding.fold($0) == CodeFolding.fold(name) }
        guard !found.isEmpty else { throw ControlError(.usage, "", hint: "") }
        return found
      }
    }
  }

  /// A grade that the school has no class of is no slip of the pen.
  private func ids(ofGrade grade: Int) throws -> [Int64] {
    let statement = try database.prepare("SELECT id FROM study_class WHERE grade = ?1 ORDER BY id")
    try statement.bind(grade, at: 1)
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }

  private func find<Found>(
    _ what: String, _ name: String, _ section: String, _ search: () throws -> [Found]
  ) throws -> [Found] {
    do {
      return try search()
    } catch let error as ControlError where error.kind == .usage {
      note("\(what) «\(name)» (\(section))")
      return []
    }
  }

  private func note(_ text: String) {
    if !unknown.contains(text) { unknown.append(text) }
  }
}
