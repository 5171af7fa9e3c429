import Journal

extension ApplySession {
  /// The files and sheets that facts point to. A file already known at the same moment keeps its rows.
  func applyFiles() throws {
    try placeInTime()
    let find = try database.prepare("SELECT id FROM source_file WHERE digest = ?1 AND taken_at IS ?2")
    let insert = try database.prepare(
      """
      INSERT INTO source_file (path, digest, original_digest, layout, taken_at, byte_count)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id
      """)
    for file in batch.files {
      guard let layout = file.layout else {
        fileIds.append(0)
        isKnownFile.append(true)
        continue
      }
      try find.bind(file.digest, at: 1)
      try find.bind(file.takenAt?.seconds, at: 2)
      let known = try find.step() ? find.integer(0) : nil
      find.reset()
      isKnownFile.append(known != nil)
      if let known {
        fileIds.append(known)
        continue
      }
      try insert.bind(file.path, at: 1)
      try insert.bind(file.digest, at: 2)
      try insert.bind(file.originalDigest, at: 3)
      try insert.bind(layout, at: 4)
      try insert.bind(file.takenAt?.seconds, at: 5)
      try insert.bind(file.byteCount, at: 6)
      guard try insert.step() else { continue }
      fileIds.append(insert.integer(0))
      insert.reset()
    }
    try applySheets()
  }

  /// Holds the import against the snapshots of its own journals: another class's later workbook makes it no older.
  /// Lists without journals are held against all; a lesson planning and its journal only against their own kind.
  private func placeInTime() throws {
    let taken = batch.files.compactMap { $0.takenAt?.seconds }.max()
    ownDay = taken.map { LocalMoment(seconds: $0).date.stored }
    let latestOf = try database.prepare(
      """
      SELECT max(s.taken_at) FROM snapshot s JOIN journal j ON j.id = s.journal
      WHERE j.key = ?1 AND ((j.says & \(SourceCapabilities.lessonPlanning.rawValue)) = 0
        OR (s.kind IN (\(FactKind.topic.rawValue), \(FactKind.homework.rawValue))) = ?2)
      """)
    var latest: Int64?
    for (position, journal) in batch.journals.enumerated() where journal.school == school {
      try latestOf.bind(journal.key, at: 1)
      try latestOf.bind(lessonKind(of: Int32(position)) == .plannedLesson ? 1 : 0, at: 2)
      if try latestOf.step(), let moment = latestOf.optionalInteger(0) { latest = max(latest ?? moment, moment) }
      latestOf.reset()
    }
    if batch.journals.isEmpty { latest = try database.integer("SELECT max(taken_at) FROM snapshot") }
    previousDay = latest.map { LocalMoment(seconds: $0).date.stored }
    let lastYear = Int(try database.integer("SELECT max(school_year) FROM journal") ?? 0)
    let isOfLastYear = batch.journals.isEmpty || batch.journals.contains { $0.schoolYear >= lastYear }
    isNewestOfYear = taken.map { taken in latest.map { $0 <= taken } ?? true } ?? true
    isNewest = isOfLastYear && isNewestOfYear
  }

  private func applySheets() throws {
    let find = try database.prepare("SELECT id FROM source_sheet WHERE file = ?1 AND name = ?2 ORDER BY id")
    let insert = try database.prepare("INSERT INTO source_sheet (file, name) VALUES (?1, ?2) RETURNING id")
    for sheet in batch.sheets {
      let statement = isKnownFile[Int(sheet.file)] ? find : insert
      try statement.bind(fileIds[Int(sheet.file)], at: 1)
      try statement.bind(sheet.name, at: 2)
      sheetIds.append(try statement.step() ? statement.integer(0) : 0)
      statement.reset()
    }
  }

  /// Which snapshots of each journal and kind are known now; the next import's intervals begin there.
  func saveSnapshots() throws {
    let insert = try database.prepare(
      "INSERT OR IGNORE INTO snapshot (journal, kind, taken_at, file) VALUES (?1, ?2, ?3, ?4)")
    for snapshot in batch.snapshots {
      guard let journal = id(snapshot.journal, in: journals), let moment = moment(of: snapshot) else { continue }
      try insert.bind(journal, at: 1)
      try insert.bind(snapshot.kind.rawValue, at: 2)
      try insert.bind(moment, at: 3)
      try insert.bind(fileIds[Int(snapshot.file)], at: 4)
      try insert.run()
    }
  }

  /// What could not be read is kept beside what could, once a file.
  func saveRejections() throws {
    let insert = try database.prepare(
      """
      INSERT INTO rejection (file, sheet, sheet_row, sheet_column, raw, problem, hint)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """)
    for (index, file) in batch.files.enumerated() where !isKnownFile[index] {
      for problem in file.rejected + outcome.rejected[index] {
        try insert.bind(fileIds[index], at: 1)
        try insert.bind(problem.place.sheet, at: 2)
        try insert.bind(problem.place.row.map(Int64.init), at: 3)
        try insert.bind(problem.place.column.map(Int64.init), at: 4)
        try insert.bind(problem.raw, at: 5)
        try insert.bind(problem.problem, at: 6)
        try insert.bind(problem.hint, at: 7)
        try insert.run()
      }
    }
  }

  func moment(of snapshot: BatchSnapshot) -> Int64? { batch.files[Int(snapshot.file)].takenAt?.seconds }
}
