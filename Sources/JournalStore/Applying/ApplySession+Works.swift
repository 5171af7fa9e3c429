import Journal

extension ApplySession {
  /// Gives every work its id and its lesson; returns the positions of those that are new.
  func assignWorks() throws -> [Int] {
    works = Array(repeating: 0, count: batch.works.count)
    lessonOfWork = works
    guard !batch.works.isEmpty else { return [] }
    var known = try knownWorks()
    let update = try database.prepare(
      """
      UPDATE work SET lesson = iif(shown_at <= ?5, ?2, lesson), kind = iif(shown_at <= ?5, ?3, kind),
        is_written = iif(shown_at <= ?5, ?4, is_written), shown_at = max(shown_at, ?5) WHERE id = ?1
      """)
    var next = (try database.integer("SELECT max(id) FROM work") ?? 0) + 1
    var added: [Int] = []
    let lessonIds = batch.works.map { [lessons] in $0.lesson >= 0 ? lessons[Int($0.lesson)] : 0 }
    let order = lessonIds.indices.sorted { (lessonIds[$0], $0) < (lessonIds[$1], $1) }
    for index in order {
      let work = batch.works[index]
      if work.isReference {
        guard let found = known[work.key] else { continue }
        (works[index], lessonOfWork[index]) = (found.id, found.lesson)
        named[found.journal]?.name(found.lesson, studyClass: found.studyClass, day: found.day, hasRow: false)
        continue
      }
      let lesson = lessonIds[index]
      guard lesson != 0 else {
        if isOfSchool(lesson: work.lesson) ?? true { rejectUnknown(lesson: work.lesson, at: work.place) }
        continue
      }
      lessonOfWork[index] = lesson
      if let old = known.removeValue(forKey: work.key) {
        works[index] = old.id
        try update.bind(old.id, at: 1)
        try update.bind(lesson, at: 2)
        try update.bind(work.kind, at: 3)
        try update.bind(work.isWritten ? 1 : 0, at: 4)
        try update.bind(momentOfWorks, at: 5)
        try update.run()
        continue
      }
      works[index] = next
      added.append(index)
      next += 1
    }
    return added
  }

  func insertWorks(_ added: [Int]) throws {
    let columns = ["id", "key", "lesson", "kind", "is_written", "sheet", "sheet_row", "shown_at"]
    try RowInserter(database, table: "work", columns: columns).insert(count: added.count) { row, statement, after in
      let work = batch.works[added[row]]
      try statement.bind(works[added[row]], at: after + 1)
      try statement.bind(work.key, at: after + 2)
      try statement.bind(lessonOfWork[added[row]], at: after + 3)
      try statement.bind(work.kind, at: after + 4)
      try statement.bind(work.isWritten ? 1 : 0, at: after + 5)
      try statement.bind(sheetIds[Int(work.place.sheet)], at: after + 6)
      try statement.bind(work.place.row, at: after + 7)
      try statement.bind(momentOfWorks, at: after + 8)
    }
  }

  /// The tables of one export are of one moment.
  private var momentOfWorks: Int64 { slots.first { $0.key.kind == .work }?.value.moment ?? 0 }

  private typealias KnownWork = (id: Int64, lesson: Int64, journal: Int32, studyClass: Int64, day: Int64)

  private func knownWorks() throws -> [String: KnownWork] {
    let rows = try database.prepare(
      """
      SELECT w.key, w.id, w.lesson, l.study_class, l.held_on FROM work w JOIN lesson l ON l.id = w.lesson
      WHERE l.journal = ?1
      """)
    var known: [String: KnownWork] = [:]
    for position in knownJournals.sorted() {
      guard let journal = id(position, in: journals) else { continue }
      try rows.bind(journal, at: 1)
      while try rows.step() {
        known[rows.text(0)] = (rows.integer(1), rows.integer(2), position, rows.integer(3), rows.integer(4))
      }
    }
    return known
  }

  func rejectUnknown(lesson: Int32, at place: FactPlace) {
    rejectUnknown(
      .lesson, lesson >= 0 ? batch.lessons[Int(lesson)].key : "", isElsewhere: isOfSchool(lesson: lesson) == false,
      at: place)
  }
}
