import Journal

/// Names what was noted, with the cells of the exports.
struct ChangeTeller {
  private let session: ApplySession
  private let lessons: Statement
  private let pupils: Statement
  private let subjects: Statement
  private let periods: Statement
  private let teachers: Statement
  private let sheets: Statement

  init(_ session: ApplySession) throws(StoreError) {
    self.session = session
    let database = session.database
    lessons = try database.prepare(
      """
      SELECT coalesce(d.title, c.title), coalesce(t.name, s.name), l.held_on, l.sheet, l.sheet_row, l.sheet_column
      FROM lesson l JOIN study_class c ON c.id = l.study_class LEFT JOIN study_class d ON d.id = c.same_as
        JOIN subject s ON s.id = l.subject LEFT JOIN subject t ON t.id = s.same_as WHERE l.id = ?1
      """)
    pupils = try database.prepare(
      """
      SELECT coalesce(q.name, p.name), coalesce(d.title, c.title), p.sheet, p.sheet_row, 0
      FROM pupil p LEFT JOIN pupil q ON q.id = p.same_as JOIN study_class c ON c.id = p.study_class
        LEFT JOIN study_class d ON d.id = c.same_as WHERE p.id = ?1
      """)
    subjects = try database.prepare(
      "SELECT coalesce(t.name, s.name) FROM subject s LEFT JOIN subject t ON t.id = s.same_as WHERE s.id = ?1")
    periods = try database.prepare("SELECT name FROM period WHERE id = ?1")
    teachers = try database.prepare(
      """
      SELECT t.name FROM teacher_set_member m JOIN teacher t ON t.id = m.teacher WHERE m.teacher_set = ?1 ORDER BY t.name
      """)
    sheets = try database.prepare(
      "SELECT f.path, s.name FROM source_sheet s JOIN source_file f ON f.id = s.file WHERE s.id = ?1")
  }

  /// In total order, rewritten marks first.
  func tell(_ noted: [NotedChange]) throws -> [FactChange] {
    try noted.map { ($0.rank, try told($0)) }.sorted { a, b in
      let (x, y) = (a.1, b.1)
      if a.0 != b.0 { return a.0 < b.0 }
      if x.studyClass != y.studyClass { return Self.isBefore(x.studyClass, y.studyClass) }
      if x.subject != y.subject { return x.subject < y.subject }
      if x.day != y.day { return (x.day?.days ?? 0) < (y.day?.days ?? 0) }
      if x.pupil != y.pupil { return (x.pupil ?? "") < (y.pupil ?? "") }
      return (x.period ?? "", x.path, x.place.sheet ?? "", x.place.row ?? 0, x.place.column ?? 0, x.old)
        < (y.period ?? "", y.path, y.place.sheet ?? "", y.place.row ?? 0, y.place.column ?? 0, y.old)
    }.map(\.1)
  }

  /// 5А before 10А.
  private static func isBefore(_ a: String, _ b: String) -> Bool {
    let (x, y) = (ClassName(a), ClassName(b))
    return (x?.grade ?? 0, x?.letter ?? "", a) < (y?.grade ?? 0, y?.letter ?? "", b)
  }

  private func told(_ noted: NotedChange) throws -> FactChange {
    switch noted {
    case .changed(let table, let key, let old, let new, let place):
      return try filled(
        FactChange(
          kind: .changed, fact: table.kind, studyClass: "", subject: "", old: shown(old, table), new: shown(new, table),
          path: path(place), place: cell(place)), table, key)
    case .overtaken(let table, let key, let old, let new, let version):
      return try stored(
        FactChange(
          kind: .changed, fact: table.kind, studyClass: "", subject: "", old: shown(old, table), new: shown(new, table),
          path: "", place: CellPlace()), table, key, version)
    case .vanished(let table, let key, let version, let old):
      return try stored(
        FactChange(
          kind: .vanished, fact: table.kind, studyClass: "", subject: "", old: shown(old, table), new: nil, path: "",
          place: CellPlace()), table, key, version)
    case .lessonChanged(let old, let row, let entered, let place):
      let texts = try differences(old, row, entered)
      var change = FactChange(
        kind: .changed, fact: .lesson, studyClass: "", subject: "", old: texts.old, new: texts.new, path: path(place),
        place: cell(place))
      change.isFirstEntry = texts.old == Self.notEntered
      return try ofLesson(old.id, change)
    case .lessonVanished(let lesson, let count):
      let change = FactChange(
        kind: .vanished, fact: .lesson, studyClass: "", subject: "", old: "записей в нём \(count)", new: nil, path: "",
        place: CellPlace())
      return try ofLesson(lesson, change, isPlaced: true)
    case .pupilVanished(let pupil):
      return try ofPupil(pupil)
    }
  }

  /// The cell is the one of the list that showed the pupil last.
  private func ofPupil(_ pupil: Int64) throws -> FactChange {
    var change = FactChange(
      kind: .vanished, fact: .pupil, studyClass: "", subject: "", old: "в списках класса больше нет", new: nil,
      path: "",
      place: CellPlace())
    try pupils.bind(pupil, at: 1)
    defer { pupils.reset() }
    guard try pupils.step() else { return change }
    (change.pupil, change.studyClass) = (pupils.text(0), pupils.text(1))
    (change.path, change.place) = try cell(pupils, 2)
    return change
  }

  /// The cell is that of the version.
  private func stored(_ change: FactChange, _ table: FollowedTable, _ key: FactKey, _ version: Int64) throws
    -> FactChange
  {
    let isKey = table.keys.enumerated().map { "\($1) = \(key[$0])" }.joined(separator: " AND ")
    let row = try session.database.prepare(
      "SELECT sheet, sheet_row, sheet_column FROM \(table.name) WHERE \(isKey) AND version = \(version)")
    var change = change
    if try row.step() { (change.path, change.place) = try cell(row, 0) }
    return try filled(change, table, key)
  }

  /// An exemption's value is its last day.
  private func shown(_ value: String, _ table: FollowedTable) -> String {
    guard table.kind == .exemption else { return value }
    return Int32(value).map { "освобождение по \(CivilDate(days: $0).russian)" } ?? "освобождение"
  }

  // MARK: Names

  private func filled(_ change: FactChange, _ table: FollowedTable, _ key: FactKey) throws -> FactChange {
    let cell = table.cell(key)
    var change = change
    if cell.pupil != 0 {
      try pupils.bind(cell.pupil, at: 1)
      if try pupils.step() { (change.pupil, change.studyClass) = (pupils.text(0), pupils.text(1)) }
      pupils.reset()
    }
    if cell.lesson != 0 { return try ofLesson(cell.lesson, change) }
    change.subject = try name(subjects, key.b) ?? ""
    change.period = try name(periods, cell.period)
    return change
  }

  private func ofLesson(_ lesson: Int64, _ change: FactChange, isPlaced: Bool = false) throws -> FactChange {
    var change = change
    try lessons.bind(lesson, at: 1)
    defer { lessons.reset() }
    guard try lessons.step() else { return change }
    (change.studyClass, change.subject) = (lessons.text(0), lessons.text(1))
    change.day = CivilDate(days: Int32(lessons.integer(2)))
    if isPlaced { (change.path, change.place) = try cell(lessons, 3) }
    return change
  }

  private func name(_ statement: Statement, _ id: Int64) throws -> String? {
    try statement.bind(id, at: 1)
    defer { statement.reset() }
    return try statement.step() ? statement.text(0) : nil
  }

  // MARK: Places

  private func path(_ place: FactPlace) -> String {
    session.batch.files[Int(session.file(of: place))].path
  }

  private func cell(_ place: FactPlace) -> CellPlace {
    cell(session.batch.sheets[Int(place.sheet)].name, Int(place.row), Int(place.column))
  }

  private func cell(_ sheet: String, _ row: Int, _ column: Int) -> CellPlace {
    CellPlace(sheet: sheet.isEmpty ? nil : sheet, row: row > 0 ? row : nil, column: column > 0 ? column : nil)
  }

  private func cell(_ row: Statement, _ first: Int32) throws -> (String, CellPlace) {
    try sheets.bind(row.integer(first), at: 1)
    defer { sheets.reset() }
    let isKnown = try sheets.step()
    return (
      isKnown ? sheets.text(0) : "",
      cell(isKnown ? sheets.text(1) : "", Int(row.integer(first + 1)), Int(row.integer(first + 2)))
    )
  }

  // MARK: Lessons

  /// What describes the lesson otherwise, as it was and as it is.
  private func differences(_ old: KnownLesson, _ row: LessonRow, _ entered: LocalMoment?) throws -> (
    old: String, new: String
  ) {
    var told: [(old: String, new: String)] = []
    if old.row.day != row.day {
      told.append((CivilDate(days: Int32(old.row.day)).russian, CivilDate(days: Int32(row.day)).russian))
    }
    if old.row.subject != row.subject {
      told.append((try name(subjects, old.row.subject) ?? "", try name(subjects, row.subject) ?? ""))
    }
    if old.row.teacherSet != row.teacherSet {
      told.append((try names(ofSet: old.row.teacherSet), try names(ofSet: row.teacherSet)))
    }
    if old.row.number != row.number { told.append((Self.number(old.row.number), Self.number(row.number))) }
    if old.row.group != row.group || old.row.studyClass != row.studyClass {
      told.append(("прежняя группа", "другая группа"))
    }
    if let entered, old.entryBy != entered.seconds {
      told.append(
        (
          old.entryBy.map { "внесён \(LocalMoment(seconds: $0).russian)" } ?? Self.notEntered,
          "внесён \(entered.russian)"
        ))
    }
    if old.isGone { told.append(("исчез", "снова в выгрузке")) }
    if told.isEmpty { told.append(("прежний отчётный период", "другой отчётный период")) }
    return (told.map(\.old).joined(separator: ", "), told.map(\.new).joined(separator: ", "))
  }

  private static let notEntered = "не внесён"

  private static func number(_ number: Int64?) -> String { number.map { "урок \($0)" } ?? "урок без номера" }

  private func names(ofSet set: Int64) throws -> String {
    try teachers.bind(set, at: 1)
    var names: [String] = []
    while try teachers.step() { names.append(teachers.text(0)) }
    return names.isEmpty ? "без учителя" : names.joined(separator: ", ")
  }
}
