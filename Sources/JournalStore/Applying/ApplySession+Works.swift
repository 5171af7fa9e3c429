import Journal

extension ApplySession {
  func applyWorks() throws {
    works = Array(repeating: 0, count: batch.works.count)
    lessonOfWork = works
    guard !batch.works.isEmpty else { return }
    var known = try knownWorks()
    let update = try database.prepare("UPDATE work SET lesson = ?2, kind = ?3, is_written = ?4 WHERE id = ?1")
    var next = (try database.integer("SELECT max(id) FROM work") ?? 0) + 1
    var added: [Int] = []
    let order = batch.works.indices.sorted { (lessonId($0), $0) < (lessonId($1), $1) }
    for index in order {
      let work = batch.works[index]
      if work.isReference {
        let found = try known[work.key] ?? findWork(work.key)
        (works[index], lessonOfWork[index]) = (found?.id ?? 0, found?.lesson ?? 0)
        continue
      }
      let lesson = lessonId(index)
      guard lesson != 0 else {
        if isOfSchool(lesson: work.lesson) { rejectUnknownLesson(work.place, work.lesson) }
        continue
      }
      lessonOfWork[index] = lesson
      if let old = known.removeValue(forKey: work.key) {
        works[index] = old.id
        guard isNewest else { continue }
        try update.bind(old.id, at: 1)
        try update.bind(lesson, at: 2)
        try update.bind(work.kind, at: 3)
        try update.bind(work.isWritten ? 1 : 0, at: 4)
        try update.run()
        continue
      }
      works[index] = next
      added.append(index)
      next += 1
    }
    try insert(added)
  }

  private func insert(_ added: [Int]) throws {
    let columns = ["id", "key", "lesson", "kind", "is_written", "sheet", "sheet_row"]
    try RowInserter(database, table: "work", columns: columns).insert(count: added.count) { row, statement, after in
      let work = batch.works[added[row]]
      try statement.bind(works[added[row]], at: after + 1)
      try statement.bind(work.key, at: after + 2)
      try statement.bind(lessonOfWork[added[row]], at: after + 3)
      try statement.bind(work.kind, at: after + 4)
      try statement.bind(work.isWritten ? 1 : 0, at: after + 5)
      try statement.bind(sheetIds[Int(work.place.sheet)], at: after + 6)
      try statement.bind(work.place.row, at: after + 7)
    }
  }

  private func lessonId(_ work: Int) -> Int64 {
    let position = batch.works[work].lesson
    return position >= 0 ? lessons[Int(position)] : 0
  }

  private func knownWorks() throws -> [String: (id: Int64, lesson: Int64)] {
    let rows = try database.prepare(
      "SELECT w.key, w.id, w.lesson FROM work w JOIN lesson l ON l.id = w.lesson WHERE l.journal = ?1")
    var known: [String: (id: Int64, lesson: Int64)] = [:]
    for position in batch.journals.indices where slot(Int32(position), .lesson).map({ !$0.isFirst }) ?? true {
      guard let journal = id(Int32(position), in: journals) else { continue }
      try rows.bind(journal, at: 1)
      while try rows.step() { known[rows.text(0)] = (rows.integer(1), rows.integer(2)) }
    }
    return known
  }

  private func findWork(_ key: String) throws -> (id: Int64, lesson: Int64)? {
    let find = try database.prepare("SELECT id, lesson FROM work WHERE key = ?1 ORDER BY id DESC")
    try find.bind(key, at: 1)
    return try find.step() ? (find.integer(0), find.integer(1)) : nil
  }

  /// Whether a lesson of the batch is this school's; one that only an earlier import knows counts as such.
  func isOfSchool(lesson: Int32) -> Bool {
    guard lesson >= 0 else { return true }
    let studyClass = batch.lessons[Int(lesson)].studyClass
    return studyClass < 0 || batch.classes[Int(studyClass)].school == school
  }

  func rejectUnknownLesson(_ place: FactPlace, _ lesson: Int32) {
    let key = lesson >= 0 ? batch.lessons[Int(lesson)].key : ""
    reject(
      place, raw: key, "урок «\(key)» не найден в выгрузке и в хранилище",
      hint: "Загрузите вместе с этой таблицей таблицу lessons.")
  }
}
