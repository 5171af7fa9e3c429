import Journal

extension ApplySession {
  /// Lessons, works, logins and pupils end with the last snapshot that shows them, if a later one covers their place
  /// without them and was read whole. Told anew from what all snapshots show, so that the order of imports does not matter.
  ///
  /// The facts of a lesson that has vanished stay as they were last seen: they vanished with it.
  func endVanished() throws {
    for position in batch.journals.indices where knownJournals.contains(Int32(position)) {
      guard let journal = id(Int32(position), in: journals) else { continue }
      try endLessons(of: journal, slot(Int32(position), .lesson) ?? slot(Int32(position), .topic))
      try update("work", in: "lesson IN (SELECT id FROM lesson WHERE journal = ?1)", journal, [workEnd])
      try endLogins(of: journal, slot(Int32(position), .login))
    }
    try endPupils()
  }

  private func endLessons(of journal: Int64, _ slot: SnapshotSlot?) throws {
    let ended = try database.prepare(
      """
      UPDATE lesson SET gone_by = \(lessonEnd) WHERE journal = ?1 AND gone_by IS NULL
        AND shown_at < (SELECT max(taken_at) FROM coverage
          WHERE kind = \(showingKind) AND study_class = lesson.study_class AND journal = ?1)
      RETURNING id, gone_by
      """)
    try update("lesson", in: "journal = ?1 AND gone_by IS NOT NULL", journal, [lessonEnd])
    try ended.bind(journal, at: 1)
    var gone: [Int64] = []
    while try ended.step() {
      if ended.optionalInteger(1) != nil { gone.append(ended.integer(0)) }
    }
    try update("lesson", in: "", journal, [])
    guard let slot, !gone.isEmpty else { return }
    for (lesson, count) in zip(gone, try factCounts(of: gone)) {
      outcome.changes[Int(slot.file)].vanished += 1 + count
      note(.lessonVanished(lesson, factCount: count), file: slot.file)
    }
  }

  /// Logins carry their own moment, so only their vanishing is followed.
  private func endLogins(of journal: Int64, _ slot: SnapshotSlot?) throws {
    guard let slot else { return }
    let count = "SELECT count(*) FROM login WHERE gone_by = \(slot.moment) AND journal = \(journal)"
    let before = try database.integer(count) ?? 0
    try update(
      "login",
      in: """
        journal = ?1 AND (gone_by IS NOT NULL
          OR shown_at < (SELECT max(taken_at) FROM coverage WHERE kind = \(FactKind.login.rawValue) AND journal = ?1))
        """, journal, [loginEnd])
    outcome.changes[Int(slot.file)].vanished += max(0, Int((try database.integer(count) ?? 0) - before))
  }

  private func endPupils() throws {
    let moment = batch.snapshots.compactMap { self.moment(of: $0) }.max()
    guard let moment else { return }
    let show = try database.prepare("UPDATE pupil SET shown_at = max(coalesce(shown_at, ?2), ?2) WHERE id = ?1")
    for pupil in Set(named.values.flatMap(\.pupils)).sorted() {
      try show.bind(pupil, at: 1)
      try show.bind(moment, at: 2)
      try show.run()
    }
    var wasThere: Set<Int64> = []
    let shown = try database.prepare("SELECT id FROM pupil WHERE gone_by IS NULL")
    while try shown.step() { wasThere.insert(shown.integer(0)) }
    // A journal may list a part of a class, so it ends only whom it listed itself, and nobody whom another still lists.
    let ended = try database.prepare(
      """
      UPDATE pupil SET gone_by = ended.gone_by
      FROM (
        SELECT pupil, CASE WHEN count(*) = count(gone_by) THEN max(gone_by) END AS gone_by
        FROM (
          SELECT p.id AS pupil, (SELECT min(v.taken_at) FROM coverage v
            WHERE v.kind = \(FactKind.pupil.rawValue) AND v.study_class = p.study_class AND v.journal = l.journal
              AND v.is_whole = 1 AND v.taken_at > l.shown_at) AS gone_by
          FROM listing l JOIN pupil p ON p.id = l.item
          WHERE l.kind = \(ItemKind.pupil.rawValue) AND EXISTS (SELECT 1 FROM coverage v
            WHERE v.kind = \(FactKind.pupil.rawValue) AND v.study_class = p.study_class AND v.journal = l.journal))
        GROUP BY pupil
      ) ended
      WHERE ended.pupil = pupil.id AND pupil.gone_by IS NOT ended.gone_by
      RETURNING pupil.id, pupil.gone_by
      """)
    var gone: [Int64] = []
    while try ended.step() {
      if ended.optionalInteger(1) != nil, wasThere.contains(ended.integer(0)) { gone.append(ended.integer(0)) }
    }
    try tellPupils(gone)
  }

  /// Whom a row of another source still shows has not vanished.
  private func tellPupils(_ gone: [Int64]) throws {
    let file = batch.journals.indices.lazy.compactMap { self.slot(Int32($0), .pupil)?.file }.first
    guard let file else { return }
    let shown = try database.prepare(
      """
      SELECT 1 FROM pupil p JOIN pupil o ON coalesce(o.same_as, o.id) = coalesce(p.same_as, p.id)
      WHERE p.id = ?1 AND o.gone_by IS NULL
      """)
    for pupil in gone.sorted() {
      try shown.bind(pupil, at: 1)
      defer { shown.reset() }
      guard try !shown.step() else { continue }
      outcome.changes[Int(file)].vanished += 1
      note(.pupilVanished(pupil), file: file)
    }
  }

  /// Sets `gone_by`, and `gone_from` by it where the table has one.
  private func update(_ table: String, in rows: String, _ journal: Int64, _ ends: [String]) throws {
    var statements = ends.map { "UPDATE \(table) SET gone_by = \($0) WHERE \(rows)" }
    if table != "work" {
      statements.append(
        """
        UPDATE \(table) SET gone_from = CASE WHEN gone_by IS NOT NULL THEN shown_at END
        WHERE journal = ?1 AND (gone_by IS NOT NULL OR gone_from IS NOT NULL)
        """)
    }
    for sql in statements {
      let statement = try database.prepare(sql)
      try statement.bind(journal, at: 1)
      try statement.run()
    }
  }

  /// What vanished with lessons: their marks, absences and texts.
  private func factCounts(of lessons: [Int64]) throws -> [Int] {
    let count = try database.prepare(
      """
      SELECT (SELECT count(*) FROM mark WHERE lesson = ?1 AND gone_by IS NULL AND is_mark = 1)
        + (SELECT count(*) FROM attendance WHERE lesson = ?1 AND gone_by IS NULL AND is_absence = 1)
        + (SELECT count(*) FROM lesson_text WHERE lesson = ?1 AND gone_by IS NULL AND is_filler = 0)
      """)
    return try lessons.map { lesson in
      try count.bind(lesson, at: 1)
      defer { count.reset() }
      return try count.step() ? Int(count.integer(0)) : 0
    }
  }
}

/// A lesson that only a planning knows is shown with its topic.
private let showingKind = """
  CASE lesson.is_planned WHEN 1 THEN \(FactKind.topic.rawValue) ELSE \(FactKind.lesson.rawValue) END
  """

/// The first snapshot that covers the lesson's class and day and does not name it.
private let lessonEnd = """
  (SELECT min(v.taken_at) FROM coverage v
    WHERE v.kind = \(showingKind) AND v.study_class = lesson.study_class AND v.journal = lesson.journal
      AND v.is_whole = 1 AND v.taken_at > lesson.shown_at AND lesson.held_on BETWEEN v.from_day AND v.to_day
      AND NOT EXISTS (SELECT 1 FROM sighting s WHERE s.journal = lesson.journal AND s.item = lesson.id
        AND s.kind = CASE lesson.is_planned WHEN 1 THEN 4 ELSE 1 END AND s.taken_at = v.taken_at AND s.is_named = 1))
  """

/// The first snapshot with works that shows the work's lesson and not the work.
private let workEnd = """
  (SELECT min(v.taken_at) FROM lesson l JOIN coverage v ON v.kind = \(FactKind.work.rawValue)
      AND v.study_class = l.study_class AND v.journal = l.journal AND v.is_whole = 1
      AND v.taken_at > work.shown_at
      LEFT JOIN sighting s ON s.journal = l.journal AND s.kind = 1 AND s.item = l.id AND s.taken_at = v.taken_at
    WHERE l.id = work.lesson AND coalesce(s.is_named, v.taken_at BETWEEN l.shown_from AND l.shown_at) = 1)
  """

/// The first snapshot whose logins reach over the moment and the person's class without it.
private let loginEnd = """
  (SELECT min(v.taken_at) FROM coverage v
    WHERE v.kind = \(FactKind.login.rawValue) AND v.journal = login.journal AND v.is_whole = 1
      AND v.taken_at > login.shown_at
      AND v.study_class = CASE login.role WHEN 3 THEN 0
        ELSE (SELECT p.study_class FROM pupil p WHERE p.id = login.person) END
      AND login.at / 86400 BETWEEN v.from_day AND v.to_day)
  """
