/// A school with injected faults at two checks. Between them a third of its classes mended all of theirs, a third went on
/// as before, and a third, clean until then, made its own in the new days.
struct MendedSchool: Sendable {
  typealias Tables = SchoolTables

  static let firstCheck = Day(2025, 11, 9)
  static let secondCheck = Day(2025, 11, 23)

  /// As exports of the two evenings show it.
  let first: SchoolTables
  private(set) var second: SchoolTables

  private static let plan = SchoolPlan(
    seed: 17,
    classes: [
      .init(1, "А"), .init(3, "А"), .init(4, "Б"), .init(5, "А"), .init(6, "А"), .init(7, "Б"),
      .init(8, "А", sixDays: true), .init(9, "А"), .init(10, "А"),
    ],
    pupilsPerClass: 7, from: Day(2025, 9, 1), to: secondCheck)

  /// - Parameter papersChange: false leaves consents, lists, class hours, plans and the paper journal as the first export
  ///   has them; no table says when these were entered.
  init(papersChange: Bool) {
    let clean = SchoolBuilder.build(Self.plan)
    func broken(_ seed: UInt64) -> SchoolTables {
      FaultInjector.inject(.everyKind(seed, for: Self.plan), into: clean, to: Self.plan.to).0
    }
    let faults = broken(1)
    let newFaults = broken(2).renumbered(from: clean).onlyAfter(Self.firstCheck, before: clean)
    first = SchoolTables.joined([faults, faults, clean]).asOf(Moment(Self.firstCheck, 23))
    second = SchoolTables.joined([clean, faults, newFaults]).asOf(Moment(Self.secondCheck, 23))
    second.enterAnew(after: first, of: Self.firstCheck)
    if !papersChange { second.keepPapers(of: first) }
  }

  /// A lesson of the first export that the second lacks, of a class that mends nothing.
  mutating func lose(lesson id: Int) {
    let works = Set(second.works.filter { $0.lesson == id }.map(\.id))
    second.lessons.removeAll { $0.id == id }
    second.works.removeAll { $0.lesson == id }
    second.marks.removeAll { works.contains($0.work) }
    second.attendance.removeAll { $0.lesson == id }
    second.paperTally.removeAll { $0.lesson == id }
  }

  /// Without those who came between the exports: a list without dates makes them pupils of all the year (CONTROL 1).
  mutating func leaveOutNewPupils() {
    let known = Set(first.pupils.map(\.id))
    second.pupils.removeAll { !known.contains($0.id) }
    second.groupPupils.removeAll { !known.contains($0.pupil) }
  }

  /// The tables of one moment as CSV, with entry times or without.
  func files(_ tables: SchoolTables, timesKnown: Bool) throws -> [(name: String, bytes: [UInt8])] {
    try InterchangeTable.allCases.map {
      ("\($0.rawValue).csv", try tables.csv($0, style: TableStyle(), timesKnown: timesKnown))
    }
  }

  /// The same moment as journals of Дневник.ру.
  func journals(_ tables: SchoolTables, at day: Day) throws -> [UInt8] {
    try DnevnikJournal(tables, firstYear: Self.plan.firstYear, at: Moment(day, 23)).archive(ofSchool: 1)
  }
}

extension SchoolTables {
  /// Marks and works that the clean school does not have get numbers that no other school has.
  fileprivate func renumbered(from clean: SchoolTables) -> SchoolTables {
    let marks = clean.marks.map(\.id).max() ?? 0
    let works = clean.works.map(\.id).max() ?? 0
    func number(_ id: Int, _ last: Int) -> Int { id > last ? id + 1_000_000 : id }
    var tables = self
    for index in tables.works.indices { tables.works[index].id = number(tables.works[index].id, works) }
    for index in tables.marks.indices {
      tables.marks[index].id = number(tables.marks[index].id, marks)
      tables.marks[index].work = number(tables.marks[index].work, works)
    }
    return tables
  }

  /// The clean school up to a day, and this one from the next.
  fileprivate func onlyAfter(_ day: Day, before clean: SchoolTables) -> SchoolTables {
    var tables = self
    func isNew(_ lesson: Int) -> Bool { day < clean.lesson(lesson).date }
    let lessonOfWork = Dictionary((clean.works + works).map { ($0.id, $0.lesson) }) { first, _ in first }
    func isNew(work: Int) -> Bool { lessonOfWork[work].map { isNew($0) } ?? false }
    tables.lessons = zip(clean.lessons, lessons).map { isNew($0.id) ? $1 : $0 }
    tables.works = clean.works.filter { !isNew($0.lesson) } + works.filter { isNew($0.lesson) }
    tables.marks = clean.marks.filter { !isNew(work: $0.work) } + marks.filter { isNew(work: $0.work) }
    tables.attendance = clean.attendance.filter { !isNew($0.lesson) } + attendance.filter { isNew($0.lesson) }
    tables.classHours = zip(clean.classHours, classHours).map { day < $0.date ? $1 : $0 }
    tables.paperTally = clean.paperTally.filter { !isNew($0.lesson) } + paperTally.filter { isNew($0.lesson) }
    tables.finalMarks = clean.finalMarks
    return tables
  }

  /// Every class from the part of its turn; what is of no class, from the second.
  fileprivate static func joined(_ parts: [SchoolTables]) -> SchoolTables {
    var all = parts[1]
    func pick<Row>(_ rows: KeyPath<SchoolTables, [Row]>, _ studyClass: (SchoolTables, Row) -> Int?) -> [Row] {
      parts.indices.flatMap { part in
        parts[part][keyPath: rows].filter {
          (studyClass(parts[part], $0) ?? 2) % parts.count == (part + 1) % parts.count
        }
      }
    }
    all.lessons = pick(\.lessons) { $1.schoolClass }.sorted { $0.id < $1.id }
    all.works = pick(\.works) { $0.lesson($1.lesson).schoolClass }.sorted { $0.id < $1.id }
    all.marks = pick(\.marks) { $0.pupil($1.pupil).schoolClass }.sorted { $0.id < $1.id }
    all.attendance = pick(\.attendance) { $0.lesson($1.lesson).schoolClass }
      .sorted { ($0.lesson, $0.pupil ?? 0) < ($1.lesson, $1.pupil ?? 0) }
    all.logins = pick(\.logins) { $1.schoolClass }
    all.finalMarks = pick(\.finalMarks) { $0.pupil($1.pupil).schoolClass }
    all.exemptions = pick(\.exemptions) { $0.pupil($1.pupil).schoolClass }
    all.plan = pick(\.plan) { $1.schoolClass }
    all.classHours = pick(\.classHours) { $1.schoolClass }
    all.consents = pick(\.consents) { $0.pupil($1.pupil).schoolClass }
    all.classLists = pick(\.classLists) { $1.schoolClass }
    all.paperTally = pick(\.paperTally) { $0.lesson($1.lesson).schoolClass }
    return all
  }

  /// What stands in an export and did not stand in the one before was entered since, whatever the school it was taken from
  /// says: three days after the export before or ten. What stood there keeps its moment.
  fileprivate mutating func enterAnew(after before: SchoolTables, of day: Day) {
    func since(_ index: Int, _ moment: Moment) -> Moment {
      day < moment.day ? moment : Moment(day + (index % 2 == 0 ? 3 : 10), 9)
    }
    let known = Dictionary(
      uniqueKeysWithValues: before.lessons.compactMap { row in row.enteredAt.map { (row.id, $0) } })
    for index in lessons.indices {
      guard let moment = lessons[index].enteredAt else { continue }
      lessons[index].enteredAt = known[lessons[index].id] ?? since(index, moment)
    }
    keepMoments(of: \.marks, \.enteredAt, before, since) { "\($0.id) \($0.value)" }
    keepMoments(of: \.attendance, \.enteredAt, before, since) { "\($0.lesson) \($0.pupil ?? 0) \($0.code)" }
    keepMoments(of: \.finalMarks, \.enteredAt, before, since) { "\($0.pupil) \($0.subject) \($0.period) \($0.value)" }
    keepMoments(of: \.classLists, \.verifiedAt, before, since) { "\($0.schoolClass) \($0.verifiedAt)" }
    let given = Set(before.consents.map { "\($0.pupil) \($0.kind)" })
    for index in consents.indices where !given.contains("\(consents[index].pupil) \(consents[index].kind)") {
      consents[index].given = max(consents[index].given, day + 3)
    }
    logins = before.logins + logins.filter { day < $0.at.day }
  }

  fileprivate mutating func keepPapers(of before: SchoolTables) {
    plan = before.plan
    consents = before.consents
    classLists = before.classLists
    let hours = Set(before.classHours.map(\.id))
    classHours = before.classHours + classHours.filter { !hours.contains($0.id) }
    let tallies = Set(before.paperTally.map(\.lesson))
    paperTally = before.paperTally + paperTally.filter { !tallies.contains($0.lesson) }
  }

  private mutating func keepMoments<Row>(
    of table: WritableKeyPath<SchoolTables, [Row]>, _ moment: WritableKeyPath<Row, Moment>, _ before: SchoolTables,
    _ since: (Int, Moment) -> Moment, key: (Row) -> String
  ) {
    let known = Dictionary(uniqueKeysWithValues: before[keyPath: table].map { (key($0), $0[keyPath: moment]) })
    for index in self[keyPath: table].indices {
      let row = self[keyPath: table][index]
      self[keyPath: table][index][keyPath: moment] = known[key(row)] ?? since(index, row[keyPath: moment])
    }
  }
}
