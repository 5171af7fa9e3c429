import Journal

/// OneRoster 1.1 and 1.2 (FORMATS 11): the CSV files of one folder or ZIP are one export.
///
/// - A class of type `homeroom` is a class; one of type `scheduled` is a group of each class whose pupils it has, in the
///   subject of its course. Who has no homeroom is of a class «класс не указан».
/// - Who is a pupil and who a teacher an enrolment says before the user's own role; `endDate` is the day after the last.
/// - Line items are works that belong to no lesson of a timetable, so nothing in their journal is a unit of the control
///   (`partial`); there is no attendance in OneRoster.
/// - A score is a grade only on a scale that ends at 5; others are kept in their words, as no mark.
/// - Rows `tobedeleted` are as if they were not there.
struct OneRosterLayout {
  static let id = "oneroster"

  var builder: BatchBuilder
  var schools: [String: Int32] = [:]
  var courses: [String: String] = [:]
  /// By class: its row's own, where it has one.
  var homerooms: [String: Int32] = [:]
  var scheduled: [String: Scheduled] = [:]
  var users: [String: User] = [:]
  var deleted: Set<String> = []
  var categories: [String: String] = [:]
  var items: [String: Item] = [:]
  var students: [Enrollment] = []
  var teachers: [(enrollment: Enrollment, isPrimary: Bool)] = []
  /// By file: results whose scale is another.
  var otherScales: [Int: Int] = [:]

  struct Scheduled {
    var title: String
    var subject: Int32
    var school: Int32
    var teachers: [Int32] = []
    var place: FactPlace
  }

  struct User {
    var name: String
    var roles: Set<String>
    var school: Int32
    var birthDate: CivilDate?
    var place: FactPlace
    /// The homeroom, from and to.
    var studyClass: Int32?
    var enrolled: CivilDate?
    var left: CivilDate?
  }

  struct Item {
    var studyClass: String
    var kind: String
    var date: CivilDate
    var top: String?
    var place: FactPlace
  }

  fileprivate static func read(_ files: inout [OpenedFile], _ options: ImportOptions) throws -> JournalBatch {
    let moments = files.moments(options)
    var layout = OneRosterLayout(builder: BatchBuilder(layout: id, files: files))
    var tables: [OneRosterRows] = []
    for (index, file) in files.enumerated() {
      guard let csv = file.table, let table = try table(of: file) else { continue }
      do {
        tables.append(
          try OneRosterRows(table, csv, file: index, sheet: layout.builder.sheet("", file: index)))
        try layout.tellColumns(csv, index)
      } catch let problem as ImportProblem {
        layout.builder.batch.files[index].refuse(problem)
      }
    }
    files = []
    for table in OneRosterTable.allCases {
      for rows in tables where rows.table == table { layout.read(rows) }
      if table == .enrollments { layout.addPeople() }
    }
    layout.tellScales()
    return try layout.builder.finish(moments)
  }

  private static func table(of file: OpenedFile) throws -> OneRosterTable? {
    guard let csv = file.table else { return nil }
    return OneRosterTable.recognise(try csv.header().names.map(OneRosterTable.fold))
  }

  fileprivate static func recognise(_ file: OpenedFile) -> Certainty {
    switch try? table(of: file) {
    case nil: .none
    // A table of two columns may be anybody's.
    case .manifest: file.table?.text.withUTF8 { holds("oneroster.version", $0) } ?? false ? .certain : .none
    case .other: .possible
    default: .certain
    }
  }

  private static func holds(_ word: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased().contains(word)
  }

  /// Extensions and strange columns are told once a file.
  private mutating func tellColumns(_ csv: CSVReader, _ file: Int) throws {
    let unread = OneRosterTable.unread(try csv.header().names.map(OneRosterTable.fold))
    guard !unread.isEmpty else { return }
    builder.notice(
      "столбцы, которых нет в стандарте OneRoster, пропущены: \(unread.joined(separator: ", "))",
      hint: "Если в них посещаемость или отметки, передайте их таблицами обмена.", file: file)
  }

  private mutating func read(_ rows: OneRosterRows) {
    deleted.formUnion(rows.deleted.compactMap { rows.text($0, "sourcedid") })
    if !rows.deleted.isEmpty {
      builder.notice(
        "записей, помеченных к удалению (tobedeleted), пропущено: \(rows.deleted.count)",
        hint: "Делать ничего не нужно.",
        file: rows.file)
    }
    var seen: Set<String> = []
    for row in rows.active {
      if let modified = rows.moment(row, "datelastmodified") { builder.note(modified, nil) }
      guard rows.table != .manifest, rows.table != .other else { continue }
      guard let id = rows.text(row, "sourcedid") else {
        reject(rows, row, "sourcedid", "у записи нет sourcedId", "Впишите sourcedId: без него запись непонятна.")
        continue
      }
      guard seen.insert(id).inserted else {
        reject(rows, row, "sourcedid", "повтор: такой sourcedId уже есть в этом файле", "Принята первая запись.")
        continue
      }
      switch rows.table {
      case .orgs: readOrg(rows, row, id)
      case .academicSessions: readSession(rows, row, id)
      case .courses: courses[id] = rows.text(row, "title")
      case .classes: readClass(rows, row, id)
      case .users: readUser(rows, row, id)
      case .roles: readRole(rows, row)
      case .demographics: users[id]?.birthDate = rows.date(row, "birthdate")
      case .enrollments: readEnrollment(rows, row)
      case .categories: categories[id] = rows.text(row, "title")
      case .lineItems: readLineItem(rows, row, id)
      case .results: readResult(rows, row, id)
      case .manifest, .other: break
      }
    }
  }

  mutating func reject(
    _ rows: OneRosterRows, _ row: OneRosterRows.Row, _ column: String, _ problem: String, _ hint: String
  ) {
    builder.batch.files[rows.file].rejected.append(rows.problem(row, column, problem, hint))
    if rows.table == .results || rows.table == .lineItems { builder.unreadRow(rows.place(row)) }
  }

  /// A date of a row; one that does not read, or whose day and month cannot be told apart, is told, and taken for none.
  mutating func date(_ rows: OneRosterRows, _ row: OneRosterRows.Row, _ column: String) -> CivilDate? {
    if let date = rows.date(row, column) { return date }
    if rows.text(row, column) != nil {
      reject(
        rows, row, column, "не читается дата, или непонятно, где в ней день, а где месяц",
        "Запишите дату как ГГГГ-ММ-ДД; остальное в строке принято.")
    }
    return nil
  }
}

extension Layout {
  static let oneRoster = Layout(
    id: OneRosterLayout.id, title: "OneRoster", recognise: OneRosterLayout.recognise, isPart: { _ in true },
    read: OneRosterLayout.read)
}
