import Journal

/// A value of a column, for the few rows of people and things.
enum ColumnValue {
  case integer(Int64?)
  case text(String)
}

extension ApplySession {
  /// The school, its people, classes, groups, subjects and periods; fills the maps from batch positions to ids.
  func applyPeople() throws {
    let named = batch.schools[Int(school)]
    if named.key.isEmpty, named.name.isEmpty {
      // A source that does not name the school leaves its name as it is.
      try database.execute("INSERT OR IGNORE INTO school (id, key, name) VALUES (1, '', '')")
    } else if named.key.isEmpty {
      try nameSchool(named)
    } else {
      try applySchool(named)
    }
    teachers = try entities(
      batch.teachers, in: "teacher", ["name"], of: \.school,
      row: {
        ($0.key, [.text($0.name)], $0.place, $0.isReference)
      })
    let years = yearsOfClasses
    classes = try entities(
      batch.classes, in: "study_class", ["grade", "letter", "title", "head_teacher"], of: \.school,
      yearOfId: { [self] in years[$0.key] ?? idYear },
      row: { [self] in
        let letter = ClassName($0.title)?.letter ?? $0.title
        if $0.school == school, $0.headTeacher >= 0, id($0.headTeacher, in: teachers) == nil {
          let teacher = batch.teachers[Int($0.headTeacher)]
          rejectUnknown(.teacher, teacher.key, isElsewhere: !teacher.isReference, at: $0.place)
        }
        let values: [ColumnValue] = [
          .integer(Int64($0.grade)), .text(letter), .text($0.title), .integer(id($0.headTeacher, in: teachers)),
        ]
        return ($0.key, values, $0.place, $0.isReference)
      })
    let ofClass = { [self] (position: Int32) in position >= 0 ? batch.classes[Int(position)].school : school }
    groups = try entities(
      batch.groups, in: "study_group", ["study_class", "name"], of: { ofClass($0.studyClass) }, inClass: \.studyClass,
      yearOfId: { [self] in $0.studyClass < 0 ? idYear : years[batch.classes[Int($0.studyClass)].key] ?? idYear },
      row: { [self] in
        ($0.key, [.integer(id($0.studyClass, in: classes)), .text($0.name)], $0.place, $0.isReference)
      })
    let pupilColumns = ["study_class", "name", "birth_date", "enrolled_on", "left_on", "is_ambiguous"]
    pupils = try entities(
      batch.pupils, in: "pupil", pupilColumns, of: { ofClass($0.studyClass) }, inClass: \.studyClass,
      row: { [self] in
        let values: [ColumnValue] = [
          .integer(id($0.studyClass, in: classes)), .text($0.name), .integer($0.birthDate?.stored),
          .integer($0.enrolled?.stored), .integer($0.left?.stored), .integer($0.isAmbiguous ? 1 : 0),
        ]
        return ($0.key, values, $0.place, $0.isReference)
      })
    try applyPupilStates()
    let subjectColumns = ["name", "weekly_hours", "is_graded", "needs_briefing"]
    subjects = try entities(
      // Every school of an export has all its subjects.
      batch.subjects, in: "subject", subjectColumns, of: { [school] _ in school },
      describes: { [self] in try describes($0, known: $1) },
      row: {
        let values: [ColumnValue] = [
          .text($0.name), .integer($0.weeklyHours.map(Int64.init)), .integer($0.isGraded ? 1 : 0),
          .integer($0.needsBriefing ? 1 : 0),
        ]
        return ($0.key, values, $0.place, $0.isReference)
      })
    try applyShortNames()
    try applyWeeklyHours()
    let periodColumns = ["name", "kind", "school_year", "start_day", "end_day", "grade_from", "grade_to"]
    periods = try entities(
      batch.periods, in: "period", periodColumns, of: \.school,
      yearOfId: { [self] in $0.isReference ? idYear : $0.schoolYear },
      row: {
        let values: [ColumnValue] = [
          .text($0.name), .integer(Int64($0.kind.rawValue)), .integer(Int64($0.schoolYear)),
          .integer($0.start?.stored), .integer($0.end?.stored), .integer(Int64($0.grades?.lowerBound ?? 1)),
          .integer(Int64($0.grades?.upperBound ?? 12)),
        ]
        return ($0.key, values, $0.place, $0.isReference)
      })
    try applyTeacherSets()
    try applyMemberships()
    try applyHolidays()
  }

  /// By the batch's key: the school year of each class that has lessons in the batch, the newest of several.
  private var yearsOfClasses: [String: Int] {
    guard idYear != nil, Set(batch.journals.map(\.schoolYear)).count > 1 else { return [:] }
    var years: [String: Int] = [:]
    for lesson in batch.lessons where lesson.studyClass >= 0 && !lesson.isReference {
      let (key, year) = (batch.classes[Int(lesson.studyClass)].key, batch.journals[Int(lesson.journal)].schoolYear)
      years[key] = max(years[key] ?? year, year)
    }
    return years
  }

  /// The school year of the batch's ids of classes, groups and periods; nil where they hold for all years, or nothing tells it.
  var idYear: Int? { if case .of(let year) = batch.idYear { year } else { nil } }

  /// Whether what the batch says of them holds: ids of one school year do not ask what another year's tables said.
  var isNewestOfIds: Bool { batch.idYear == .all ? isNewest : isNewestOfYear }

  /// The id at a position; nil for none, another school's or unknown.
  func id(_ position: Int32, in ids: [Int64]) -> Int64? {
    guard position >= 0, ids[Int(position)] != 0 else { return nil }
    return ids[Int(position)]
  }

  /// A source that has a key of the school names it, whatever one without a key called it.
  private func applySchool(_ named: BatchSchool) throws {
    if !named.name.isEmpty { try tellOtherName(than: named, where: "key = ''") }
    let insert = try database.prepare(
      """
      INSERT INTO school (id, key, name) VALUES (1, ?1, ?2)
      ON CONFLICT (id) DO UPDATE SET key = excluded.key, name = excluded.name
      WHERE ?3 OR (school.key = '' AND excluded.name <> '')
      """)
    try insert.bind(named.key, at: 1)
    try insert.bind(named.name, at: 2)
    try insert.bind(isNewest ? 1 : 0, at: 3)
    try insert.run()
  }

  /// A source that has no key of the school names one that has no name yet; another name is told, for nobody can say whether
  /// it is another school's.
  private func nameSchool(_ named: BatchSchool) throws {
    let insert = try database.prepare(
      "INSERT INTO school (id, key, name) VALUES (1, '', ?1) ON CONFLICT (id) DO UPDATE SET name = ?1 WHERE name = ''")
    try insert.bind(named.name, at: 1)
    try insert.run()
    try tellOtherName(than: named, where: "1")
  }

  private func tellOtherName(than named: BatchSchool, where condition: String) throws {
    let known = try database.prepare("SELECT name FROM school WHERE name NOT IN ('', ?1) AND \(condition)")
    try known.bind(named.name, at: 1)
    guard try known.step() else { return }
    outcome.notices[Int(file(of: named.place))].append(
      ImportProblem(
        "выгрузка называет школу «\(named.name)», а хранилище — «\(known.text(0))»",
        hint: "Если это другая школа, загрузите её в своё хранилище: --store ПУТЬ."))
  }

  /// Finds or inserts each entity of this school by its key; the newest snapshot's spelling holds, an older one
  /// tells what was not known. One whose class
  /// (`inClass`) nobody knows is rejected. `describes`: whether it describes a known one (its id), where not the newest does.
  /// `yearOfId`: the school year of its id, for the tables whose ids a source may use again (`JournalBatch.idYear`).
  private func entities<Entity>(
    _ entities: [Entity], in table: String, _ columns: [String], of schoolOf: (Entity) -> Int32,
    inClass classOf: ((Entity) -> Int32)? = nil, describes: ((Entity, Int64) throws -> Bool)? = nil,
    yearOfId: ((Entity) -> Int?)? = nil,
    row: (Entity) -> (key: String, values: [ColumnValue], place: FactPlace, isReference: Bool)
  ) throws -> [Int64] {
    guard !entities.isEmpty else { return [] }
    let find = try database.prepare("SELECT id FROM \(table) WHERE key = ?1")
    let all = columns + ["sheet", "sheet_row", "key"]
    let marks = all.indices.map { "?\($0 + 1)" }
    let insert = try database.prepare(
      "INSERT INTO \(table) (\(all.joined(separator: ", "))) VALUES (\(marks.joined(separator: ", ")))")
    // What a source does not say (the days of a period, a head teacher) stays as it is known, and who was once hard to
    // tell from another stays so.
    func update(_ columns: [String], _ value: (_ column: String, _ mark: String) -> String) throws -> Statement {
      let values = zip(columns, marks).map { $0 == "is_ambiguous" ? "max(\($0), \($1))" : value($0, $1) }
      let assignments = zip(columns, values).map { "\($0) = \($1)" }.joined(separator: ", ")
      let differs = zip(columns, values).prefix(placeless).map { "\($0) IS NOT \($1)" }.joined(separator: " OR ")
      return try database.prepare(
        "UPDATE \(table) SET \(assignments) WHERE key = \(marks[marks.count - 1]) AND (\(differs))")
    }
    let placeless = columns.count
    let renewing = try update(all.dropLast()) { "coalesce(\($1), \($0))" }
    let filling = try update(columns) { "coalesce(\($0), \($1))" }
    var next = (try database.integer("SELECT max(id) FROM \(table)") ?? 0) + 1
    let yearly = yearOfId != nil && batch.idYear != .all ? try YearlyKeys(database, table: table) : nil
    let isNewest = yearOfId == nil ? isNewest : isNewestOfIds
    let setYear = try yearly.map { _ in try database.prepare("UPDATE \(table) SET id_year = ?2 WHERE id = ?1") }
    return try entities.map { entity in
      let row = row(entity)
      let (values, place, isReference) = (row.values, row.place, row.isReference)
      let year = yearOfId?(entity)
      let key = try yearly?.stored(row.key, year: year, isReference: isReference) ?? row.key
      // Whose a reference is only the stores know.
      guard isReference || schoolOf(entity) == school else { return 0 }
      try find.bind(key, at: 1)
      let known = try find.step() ? find.integer(0) : nil
      find.reset()
      if isReference { return known ?? 0 }
      if let studyClass = classOf?(entity), id(studyClass, in: classes) == nil {
        rejectUnknown(.studyClass, batch.classes[Int(studyClass)].key, at: place)
        return known ?? 0
      }
      let statement = try known.map { try describes?(entity, $0) ?? isNewest ? renewing : filling } ?? insert
      var index: Int32 = 0
      for value in values {
        index += 1
        switch value {
        case .integer(let number): try statement.bind(number, at: index)
        case .text(let text): try statement.bind(text, at: index)
        }
      }
      try statement.bind(sheetIds[Int(place.sheet)], at: index + 1)
      try statement.bind(place.row, at: index + 2)
      try statement.bind(key, at: index + 3)
      try statement.run()
      if known == nil || database.changedRows > 0 { areNamesChanged = true }
      guard known == nil else { return known ?? 0 }
      if let setYear, let year, key != row.key {
        try setYear.bind(next, at: 1)
        try setYear.bind(Int64(year), at: 2)
        try setYear.run()
      }
      defer { next += 1 }
      return next
    }
  }

  private func applyShortNames() throws {
    let insert = try database.prepare("INSERT OR IGNORE INTO subject_short_name (subject, name) VALUES (?1, ?2)")
    for (position, subject) in batch.subjects.enumerated() {
      guard let id = id(Int32(position), in: subjects), let name = subject.shortName else { continue }
      try insert.bind(id, at: 1)
      try insert.bind(name, at: 2)
      try insert.run()
      if database.changedRows > 0 { areNamesChanged = true }
    }
  }

  /// A full name holds against a short one, which is the key, whatever their moments.
  private func describes(_ subject: BatchSubject, known: Int64) throws -> Bool {
    if subject.isShort || isNewest { return !subject.isShort }
    let name = try database.prepare("SELECT name, key FROM subject WHERE id = ?1")
    try name.bind(known, at: 1)
    return try name.step() && CodeFolding.fold(name.text(0)) == name.text(1)
  }

  private func applyTeacherSets() throws {
    let find = try database.prepare("SELECT id FROM teacher_set WHERE key = ?1")
    let insert = try database.prepare("INSERT INTO teacher_set (key) VALUES (?1) RETURNING id")
    let member = try database.prepare("INSERT INTO teacher_set_member (teacher_set, teacher) VALUES (?1, ?2)")
    teacherSets = try batch.teacherSets.map { positions in
      let ids = Set(positions.compactMap { id($0, in: teachers) }).sorted()
      // A set of another school, or of teachers that nobody knows.
      guard ids.count == Set(positions).count else { return 0 }
      let key = ids.map(String.init).joined(separator: ",")
      try find.bind(key, at: 1)
      let known = try find.step() ? find.integer(0) : nil
      find.reset()
      if let known { return known }
      try insert.bind(key, at: 1)
      guard try insert.step() else { return 0 }
      let set = insert.integer(0)
      insert.reset()
      for teacher in ids {
        try member.bind(set, at: 1)
        try member.bind(teacher, at: 2)
        try member.run()
      }
      return set
    }
  }

  private func applyHolidays() throws {
    let insert = try database.prepare("INSERT OR IGNORE INTO holiday (from_day, to_day) VALUES (?1, ?2)")
    for holiday in batch.holidays where holiday.school == school {
      try insert.bind(holiday.from.stored, at: 1)
      try insert.bind(holiday.to.stored, at: 2)
      try insert.run()
    }
  }
}

extension CivilDate {
  var stored: Int64 { Int64(days) }
}
