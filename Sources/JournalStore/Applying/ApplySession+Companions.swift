import Journal

/// A journal of this import and the one that tells of the same lessons.
private struct Companions {
  /// The planning and the journal, and which of them this import brings.
  var telling: Int64
  var keeping: Int64
  var position: Int32
}

extension ApplySession {
  /// Joins the lessons of plannings with those of their journals: by day and by order within the day, which the ends of
  /// their keys are. What does not join, of the days that both tell of, is told as a notice.
  func joinCompanions() throws {
    for pair in try companions() {
      let (telling, keeping) = (try lessons(of: pair.telling), try lessons(of: pair.keeping))
      let join = try database.prepare("UPDATE lesson SET same_as = ?2 WHERE id = ?1 AND same_as IS NOT ?2")
      for (end, lesson) in telling {
        try join.bind(lesson.id, at: 1)
        try join.bind(keeping[end]?.id, at: 2)
        try join.run()
      }
      try tell(pair, telling, keeping)
    }
  }

  private func companions() throws -> [Companions] {
    let find = try database.prepare(
      """
      SELECT t.id, k.id FROM journal t JOIN journal k ON k.key = t.companion WHERE t.id = ?1 OR k.id = ?1 ORDER BY 1, 2
      """)
    var pairs: [Companions] = []
    for position in batch.journals.indices {
      guard let journal = id(Int32(position), in: journals) else { continue }
      try find.bind(journal, at: 1)
      while try find.step() {
        pairs.append(Companions(telling: find.integer(0), keeping: find.integer(1), position: Int32(position)))
      }
      find.reset()
    }
    return pairs
  }

  private struct ToldLesson {
    var id: Int64
    var day: Int64
    var isGone: Bool
  }

  /// By what follows the journal's key in the lesson's.
  private func lessons(of journal: Int64) throws -> [String: ToldLesson] {
    let rows = try database.prepare(
      """
      SELECT substr(l.key, length(j.key) + 1), l.id, l.held_on, l.gone_by IS NOT NULL
      FROM lesson l JOIN journal j ON j.id = l.journal WHERE l.journal = ?1
      """)
    try rows.bind(journal, at: 1)
    var lessons: [String: ToldLesson] = [:]
    while try rows.step() {
      lessons[rows.text(0)] = ToldLesson(id: rows.integer(1), day: rows.integer(2), isGone: rows.integer(3) == 1)
    }
    return lessons
  }

  private func tell(_ pair: Companions, _ telling: [String: ToldLesson], _ keeping: [String: ToldLesson]) throws {
    let (told, kept) = (telling.filter { !$1.isGone }, keeping.filter { !$1.isGone })
    guard let first = told.values.map(\.day).min(), let last = told.values.map(\.day).max(),
      let begin = kept.values.map(\.day).min(), let end = kept.values.map(\.day).max(),
      max(first, begin) <= min(last, end)
    else { return }
    let common = max(first, begin)...min(last, end)
    func days(_ lessons: [String: ToldLesson], missingIn others: [String: ToldLesson]) -> [Int64] {
      lessons.filter { others[$0.key] == nil && common.contains($0.value.day) }.map(\.value.day).sorted()
    }
    let title = try title(of: pair.keeping)
    notice(
      pair, title, days(told, missingIn: kept), "уроков планирования нет в журнале", "Сверьте планирование с журналом.")
    notice(
      pair, title, days(kept, missingIn: told), "уроков журнала нет в планировании",
      "Если уроки были, внесите их темы и задания в планирование.")
  }

  private func notice(_ pair: Companions, _ title: String, _ days: [Int64], _ problem: String, _ hint: String) {
    guard !days.isEmpty else { return }
    let shown = days.prefix(5).map { CivilDate(days: Int32($0)).russian }.joined(separator: ", ")
    let file = batch.snapshots.first { $0.journal == pair.position }?.file ?? 0
    outcome.notices[Int(file)].append(
      ImportProblem(
        "\(title): \(problem): \(days.count) (\(shown)\(days.count > 5 ? ", …" : ""))", hint: hint))
  }

  /// «10 а (Девочки), Физическая культура».
  private func title(of journal: Int64) throws -> String {
    let row = try database.prepare(
      """
      SELECT c.title, g.name, s.name FROM lesson l JOIN study_class c ON c.id = l.study_class
        LEFT JOIN study_group g ON g.id = l.study_group JOIN subject s ON s.id = l.subject
      WHERE l.journal = ?1 ORDER BY l.id LIMIT 1
      """)
    try row.bind(journal, at: 1)
    guard try row.step() else { return "" }
    let (studyClass, group) = (row.text(0), row.text(1))
    let isWhole = group.isEmpty || ClassName(group) == ClassName(studyClass)
    return "\(studyClass)\(isWhole ? "" : " (\(group))"), \(row.text(2))"
  }
}
