import Journal

/// What the school keeps beside the journal: its decisions, papers and own tables.
extension EvidenceReader {
  func waiver(_ id: Int64) throws -> [EvidenceFact] {
    try database.waivers().filter { $0.id == id }.flatMap { waiver in
      try read(
        .paper,
        """
        SELECT 'Решение № ' || id || ' с \(waiver.from.russian) по \(waiver.until.russian)',
          reason || ' (' || decided_by || ', ' || paper || ')', NULL, NULL, NULL, NULL, NULL, sheet, sheet_row, 0
        FROM waiver WHERE id = ?1
        """, [id])
    }
  }

  func paperTally(_ lesson: Int64) throws -> [EvidenceFact] {
    try read(
      .paper,
      """
      SELECT 'Бумажный журнал', 'отметок — ' || t.marks || ', пропусков — ' || t.absences, NULL, NULL, NULL, NULL, NULL,
        t.sheet, t.sheet_row, 0, l.held_on
      FROM paper_tally t JOIN lesson l ON l.id = t.lesson WHERE t.lesson = ?1 ORDER BY t.id
      """, [lesson])
  }

  /// Consents given by as-of, by any of the pupil's rows, and their withdrawals.
  func consents(_ pupil: Int64, _ kind: ConsentKind?) throws -> [EvidenceFact] {
    let rows = Self.list(try rows(of: pupil, in: "pupil"))
    return try [("Согласие дано", "given_on"), ("Согласие отозвано", "withdrawn_on")].flatMap { title, day in
      try read(
        .paper,
        """
        SELECT '\(title)', kind, NULL, NULL, NULL, NULL, NULL, sheet, sheet_row, 0, \(day)
        FROM consent WHERE pupil IN (\(rows)) AND kind = '\(kind?.key ?? "")' AND \(day) <= ?1 ORDER BY \(day), id
        """, [Int64(window.asOf.days)])
    }
  }

  func listChecks(_ studyClass: Int64) throws -> [EvidenceFact] {
    let rows = Self.list(try rows(of: studyClass, in: "study_class"))
    return try classRow(studyClass)
      + read(
        .paper,
        """
        SELECT 'Сверка списка класса', verified_by, NULL, verified_at, verified_at, NULL, NULL, sheet, sheet_row, 0,
          verified_at / 86400
        FROM class_list_check WHERE study_class IN (\(rows)) ORDER BY verified_at, id
        """, [])
  }

  /// The class's lessons of the week, and the nearest before and after it.
  func week(_ studyClass: Int64, _ monday: Int64) throws -> (facts: [EvidenceFact], lessons: [Int64]) {
    let theirs = "study_class IN (\(Self.list(try rows(of: studyClass, in: "study_class"))))"
    let lessons =
      try ids("SELECT id FROM lesson WHERE \(theirs) AND held_on < ?1 ORDER BY held_on DESC, id LIMIT 1", [monday])
      + ids("SELECT id FROM lesson WHERE \(theirs) AND held_on BETWEEN ?1 AND ?1 + 6 ORDER BY held_on, id", [monday])
      + ids("SELECT id FROM lesson WHERE \(theirs) AND held_on > ?1 + 6 ORDER BY held_on, id LIMIT 1", [monday])
    return (try classRow(studyClass) + lessons.flatMap(lessonRow), lessons)
  }

  /// What the settings say of it.
  func document(_ item: Int64) throws -> [EvidenceFact] {
    try [("Документ", "coalesce(recorded_on, 0)"), ("Действует по", "valid_to")].flatMap { title, day in
      try read(
        .paper,
        """
        SELECT '\(title)', title, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, nullif(\(day), 0)
        FROM setting_document WHERE document = ?1 AND \(day) IS NOT NULL
        """, [item])
    }.map { Self.placed($0, "настройки школы") }
  }

  /// The month's registered checks, and from when on they are asked for.
  func checks(ofMonth month: Int64) throws -> [EvidenceFact] {
    let checks = try read(
      .paper,
      """
      SELECT 'Зарегистрированная проверка', m.month % 12 + 1 || '-й месяц года', NULL, NULL, NULL, NULL, NULL, 0, 0, 0,
        r.as_of
      FROM control_month m JOIN registered_check r ON r.as_of BETWEEN m.first_day AND m.last_day
      WHERE m.month = ?1 ORDER BY r.as_of, r.id
      """, [month])
    let first = try read(
      .paper,
      """
      SELECT 'Первая выгрузка', f.path, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, s.taken_at / 86400
      FROM snapshot s JOIN source_file f ON f.id = s.file ORDER BY s.taken_at, f.path LIMIT 1
      """, [])
    return (first + checks).map { Self.placed($0, "хранилище") }
  }

  private func classRow(_ studyClass: Int64) throws -> [EvidenceFact] {
    try read(
      .paper,
      "SELECT 'Класс', title, NULL, NULL, NULL, NULL, NULL, sheet, sheet_row, 0 FROM study_class WHERE id = ?1",
      [studyClass])
  }

  private static func placed(_ fact: EvidenceFact, _ path: String) -> EvidenceFact {
    var fact = fact
    fact.place.path = path
    return fact
  }

  private static func list(_ ids: [Int64]) -> String { ids.map(String.init).joined(separator: ", ") }
}
