import Journal
import JournalStore

/// The rows that a request names, as pieces of SQL over ids.
struct HistoryScope {
  /// Lessons: `l` is an alias of `lesson`.
  private(set) var lessons = "1"
  /// Final marks and exemptions, `f` having their pupil, class, subject and day; nil where none are asked for.
  private(set) var papers: String?
  /// The pupil's rows; nil for everybody's.
  private(set) var pupils: [Int64]?

  init(_ request: HistoryRequest, _ names: NameBook, _ database: Database) throws {
    guard !request.isEmpty else {
      throw ControlError(
        .usage, "Не сказано, чью историю показать.",
        hint: "Назовите урок (--lesson), класс (--class), ученика (--pupil) или учителя (--teacher).")
    }
    let search = NameSearch(names: names)
    let classes = try request.studyClass.map(search.classes)
    let subjects = try request.subject.map(search.subjects)
    let teachers = try request.teacher.map(search.teacher)
    pupils = try request.pupil.map { try search.pupil($0, classes: classes.map(Set.init)) }
    var conditions: [String] = []
    if let lesson = request.lesson {
      conditions.append("l.id IN (\(Self.list(try Self.ids(lesson, names, database))))")
    }
    if let classes { conditions.append("l.study_class IN (\(Self.list(classes)))") }
    if let subjects { conditions.append("l.subject IN (\(Self.list(subjects)))") }
    if let teachers {
      conditions.append(
        "l.teacher_set IN (SELECT teacher_set FROM teacher_set_member WHERE teacher IN (\(Self.list(teachers))))")
    }
    if let from = request.from { conditions.append("l.held_on >= \(from.days)") }
    if let to = request.to { conditions.append("l.held_on <= \(to.days)") }
    if let pupils {
      let ids = Self.list(pupils)
      conditions.append(
        """
        l.id IN (SELECT lesson FROM mark WHERE pupil IN (\(ids))
          UNION SELECT lesson FROM attendance WHERE pupil IN (\(ids)))
        """)
    }
    if !conditions.isEmpty { lessons = conditions.joined(separator: " AND ") }
    guard request.lesson == nil, teachers == nil else { return }
    var ofPapers = ["1"]
    if let pupils {
      ofPapers.append("f.pupil IN (\(Self.list(pupils)))")
    } else if let classes {
      ofPapers.append("f.study_class IN (\(Self.list(classes)))")
    }
    if let subjects { ofPapers.append("f.subject IN (\(Self.list(subjects)))") }
    // What has no day is left out of no days.
    if let from = request.from { ofPapers.append("coalesce(f.day, \(from.days)) >= \(from.days)") }
    if let to = request.to { ofPapers.append("coalesce(f.day, \(to.days)) <= \(to.days)") }
    papers = ofPapers.joined(separator: " AND ")
  }

  static func list(_ ids: [Int64]) -> String { ids.map(String.init).joined(separator: ", ") }

  /// The lesson that findings call so.
  private static func ids(_ key: String, _ names: NameBook, _ database: Database) throws -> [Int64] {
    let wanted = key.split(separator: ":", maxSplits: 1).last.map(String.init) ?? key
    let rows = try database.prepare(
      "SELECT id FROM lesson WHERE key = ?1 OR key = ?2 OR key = ?3 ORDER BY id")
    // With the school year before it, or behind the id of a finding.
    for (index, text) in [key, wanted, String(wanted.drop { $0 != "/" }.dropFirst())].enumerated() {
      try rows.bind(text, at: Int32(index + 1))
    }
    var ids: [Int64] = []
    while try rows.step() { ids.append(rows.integer(0)) }
    let told = try ids.filter { [key, wanted].contains(try names.lessonKey($0)) }
    guard !told.isEmpty else {
      throw ControlError(
        .usage, "Урока с ключом «\(key)» нет.",
        hint: "Ключи уроков показывает zavuch findings; урок можно назвать и так: "
          + "--class 5А --subject Математика --date 2025-09-16.")
    }
    return told
  }
}
