import Journal
import JournalStore

/// Reads the facts behind a unit. Its queries are shared by the kind of unit, not written a rule.
struct EvidenceReader {
  let database: Database
  let window: CheckWindow
  private let places: PlaceBook

  init(database: Database, window: CheckWindow) {
    self.database = database
    self.window = window
    places = PlaceBook(database)
  }

  /// Facts and the lessons they were looked for in.
  func evidence(of unit: JudgedUnit, _ rule: Rule) throws -> (facts: [EvidenceFact], lessons: [Int64]) {
    let pupil = unit.pupil ?? 0
    switch rule.unit {
    case .lesson:
      let lessons = [unit.lesson ?? 0]
      return (
        try lessons.flatMap { try lessonRow($0) + texts($0) + marks($0) + attendance($0) + paperTally($0) }, lessons
      )
    case .pupilWork:
      let lesson = unit.lesson ?? 0
      let facts =
        try pupilRow(pupil) + exemptions(pupil, unit.subject) + lessonRow(lesson) + workRow(unit.work ?? 0)
        + marks(lesson, pupil: pupil, work: unit.work) + attendance(lesson, pupil: pupil)
      return (facts, [lesson])
    case .pupilPeriod:
      let lessons = try lessons(
        pupil, "l.subject = ?2 AND l.period = ?3", [unit.subject ?? 0, unit.period ?? 0])
      let facts =
        try pupilRow(pupil) + exemptions(pupil, unit.subject) + lessons.flatMap { try lessonRow($0) }
        + marks(
          "m.pupil = ?1 AND l.subject = ?2 AND l.period = ?3", [pupil, unit.subject ?? 0, unit.period ?? 0])
        + finalMarks(pupil, unit.subject ?? 0, unit.period ?? 0)
      return (facts, lessons)
    case .pupilDay:
      let lessons = try lessons(pupil, "l.held_on = ?2", [unit.day ?? 0])
      let facts = try lessons.flatMap {
        try lessonRow($0) + attendance($0, pupil: pupil) + marks($0, pupil: pupil)
      }
      return (try pupilRow(pupil) + facts, lessons)
    case .pupil:
      let rows = try rows(of: pupil, in: "pupil")
      let facts = try rule.seeks.contains(.login) ? logins(rows) : absences(rows)
      return (try rows.flatMap { try pupilRow($0) } + facts, [])
    case .account:
      return (try account(unit.account ?? 0), [])
    case .teacher:
      let lessons = try lessons(ofTeacher: unit.teacher ?? 0)
      return (try lessons.flatMap { try lessonRow($0) }, lessons)
    case .mark:
      // A rule that looks at the lessons after the mark says how far.
      let following: [Int64]? = try unit.evidence["last_day"].map {
        try self.lessons(
          pupil, "l.subject = ?2 AND l.held_on BETWEEN ?3 AND ?4 AND l.id <> ?5 AND l.is_planned = 0",
          [unit.subject ?? 0, unit.day ?? 0, $0, unit.lesson ?? 0])
      }
      let all = [unit.lesson ?? 0] + (following ?? [])
      let facts = try all.flatMap { try lessonRow($0) + marks($0, pupil: pupil) + attendance($0, pupil: pupil) }
      return (try pupilRow(pupil) + exemptions(pupil, unit.subject) + facts, all)
    case .pupilLesson:
      let lesson = unit.lesson ?? 0
      return (try pupilRow(pupil) + lessonRow(lesson) + attendance(lesson, pupil: pupil), [lesson])
    case .classHour:
      return (try classHour(unit.item ?? 0), [])
    case .classSubject:
      return (try plan(unit.studyClass ?? 0, unit.subject ?? 0), [])
    case .consent:
      return (try pupilRow(pupil) + consents(pupil, ConsentKind(rawValue: unit.item ?? 0)), [])
    case .studyClass:
      return (try listChecks(unit.studyClass ?? 0), [])
    case .classWeek:
      return try week(unit.studyClass ?? 0, unit.day ?? 0)
    case .document:
      return (try document(unit.item ?? 0), [])
    case .month:
      return (try checks(ofMonth: unit.item ?? 0), [])
    case .waiver:
      return (try waiver(unit.item ?? 0), [])
    }
  }

  // MARK: Facts

  func pupilRow(_ pupil: Int64) throws -> [EvidenceFact] {
    try read(
      .pupil,
      "SELECT 'Ученик в списке', name, NULL, NULL, NULL, NULL, NULL, sheet, sheet_row, 0 FROM pupil WHERE id = ?1",
      [pupil])
  }

  func lessonRow(_ lesson: Int64) throws -> [EvidenceFact] {
    try read(
      .lesson,
      """
      SELECT CASE l.is_planned WHEN 1 THEN 'Урок в планировании' ELSE 'Урок' END, s.name, NULL, l.entry_from, l.entry_by,
        l.gone_from, l.gone_by, l.sheet, l.sheet_row, l.sheet_column, l.held_on
      FROM lesson l JOIN subject s ON s.id = l.subject WHERE l.id = ?1
      """, [lesson])
  }

  private func texts(_ lesson: Int64) throws -> [EvidenceFact] {
    try [(EvidenceFact.Kind.topic, 2, "Тема"), (.homework, 3, "Домашнее задание")].flatMap { kind, number, title in
      try read(
        kind,
        """
        SELECT '\(title)', t.text, NULL, \(Self.interval("t")), t.sheet, t.sheet_row, t.sheet_column, l.held_on
        FROM lesson_text t JOIN lesson l ON l.id = t.lesson WHERE t.lesson = ?1 AND t.kind = \(number) ORDER BY t.version
        """, [lesson])
    }
  }

  private func workRow(_ work: Int64) throws -> [EvidenceFact] {
    try read(
      .work,
      """
      SELECT 'Работа', w.kind, NULL, NULL, NULL, NULL, NULL, w.sheet, w.sheet_row, 0, l.held_on
      FROM work w JOIN lesson l ON l.id = w.lesson WHERE w.id = ?1
      """, [work])
  }

  private func marks(_ lesson: Int64, pupil: Int64? = nil, work: Int64? = nil) throws -> [EvidenceFact] {
    var (filter, parameters) = (pupilFilter("m", pupil), [lesson] + (pupil.map { [$0] } ?? []))
    if let work {
      parameters.append(work)
      filter += " AND m.work = ?\(parameters.count)"
    }
    return try marks("m.lesson = ?1\(filter)", parameters)
  }

  private func marks(_ condition: String, _ parameters: [Int64]) throws -> [EvidenceFact] {
    try [(EvidenceFact.Kind.mark, 1, "Отметка"), (.otherCode, 0, "Запись вместо отметки")].flatMap {
      kind, isMark, title in
      try read(
        kind,
        """
        SELECT '\(title) — ' || p.name, m.value, m.raw, \(Self.interval("m")), m.sheet, m.sheet_row, m.sheet_column, l.held_on
        FROM mark m JOIN lesson l ON l.id = m.lesson JOIN pupil p ON p.id = m.pupil
        WHERE m.is_mark = \(isMark) AND \(condition) ORDER BY l.held_on, l.id, m.pupil, m.ordinal, m.version
        """, parameters)
    }
  }

  private func attendance(_ lesson: Int64, pupil: Int64? = nil) throws -> [EvidenceFact] {
    try read(
      .attendance,
      """
      SELECT 'Посещаемость — ' || coalesce(p.name, 'все присутствуют'), a.code, a.raw, \(Self.interval("a")), a.sheet,
        a.sheet_row, a.sheet_column, l.held_on
      FROM attendance a JOIN lesson l ON l.id = a.lesson LEFT JOIN pupil p ON p.id = a.pupil
      WHERE a.lesson = ?1\(pupilFilter("a", pupil)) ORDER BY a.pupil, a.version
      """, [lesson] + (pupil.map { [$0] } ?? []))
  }

  private func finalMarks(_ pupil: Int64, _ subject: Int64, _ period: Int64) throws -> [EvidenceFact] {
    try read(
      .finalMark,
      """
      SELECT 'Отметка за период «' || q.name || '»', f.value, NULL, \(Self.interval("f")), f.sheet, f.sheet_row,
        f.sheet_column
      FROM final_mark f JOIN period q ON q.id = f.period
      WHERE f.pupil IN (\(try list(rows(of: pupil, in: "pupil")))) AND f.subject IN (\(try list(rows(of: subject, in: "subject"))))
        AND f.period IN (\(try list(periods(joinedTo: period, of: pupil))))
      ORDER BY f.pupil <> ?1 OR f.subject <> ?2 OR f.period <> ?3, f.journal, f.version
      """, [pupil, subject, period])
  }

  private func exemptions(_ pupil: Int64, _ subject: Int64?) throws -> [EvidenceFact] {
    try read(
      .exemption,
      """
      SELECT 'Освобождение', s.name, NULL, \(Self.interval("e")), e.sheet, e.sheet_row, e.sheet_column
      FROM exemption e JOIN subject s ON s.id = e.subject
      WHERE e.pupil = ?1 AND e.subject = ?2 ORDER BY e.period, e.from_day, e.version
      """, [pupil, subject ?? 0])
  }

  /// The pupil's and parents' last login before the window ends, whether or not it lies within, by any of the pupil's rows.
  private func logins(_ rows: [Int64]) throws -> [EvidenceFact] {
    let rows = rows.map(String.init).joined(separator: ", ")
    return try read(
      .login,
      """
      SELECT CASE g.role WHEN 1 THEN 'Последний вход ученика' ELSE 'Последний вход родителей' END, '', NULL, g.at, g.at,
        g.gone_from, g.gone_by, g.sheet, g.sheet_row, 0
      FROM login g
      WHERE g.person IN (\(rows)) AND g.role IN (1, 2) AND g.at = (SELECT max(o.at) FROM login o
        WHERE o.role = g.role AND o.person IN (\(rows)) AND o.at <= ?1)
      ORDER BY g.role, g.person
      """, [LocalMoment.evening(of: window.to).seconds])
  }

  static func interval(_ t: String) -> String {
    "\(t).entered_from, \(t).entered_by, \(t).gone_from, \(t).gone_by"
  }

  private func pupilFilter(_ t: String, _ pupil: Int64?) -> String { pupil == nil ? "" : " AND \(t).pupil = ?2" }

  // MARK: Lessons

  /// The pupil's lessons that are units at as-of.
  private func lessons(_ pupil: Int64, _ condition: String, _ parameters: [Int64]) throws -> [Int64] {
    try ids(
      """
      SELECT l.id FROM lesson l JOIN pupil p ON p.id = ?1
      WHERE \(condition) AND \(shown) AND \(RuleSQL.attends("p", on: "l.held_on"))
        AND ((l.study_group IS NULL AND l.study_class = p.study_class AND \(RuleSQL.enrolled("p", on: "l.held_on")))
          OR (l.study_group IS NULL AND EXISTS (SELECT 1 FROM former_class k WHERE k.pupil = p.id
            AND k.study_class = l.study_class AND l.held_on BETWEEN k.from_day AND k.to_day))
          OR EXISTS (SELECT 1 FROM membership g
            WHERE g.study_group = l.study_group AND g.pupil = p.id AND \(RuleSQL.member("g", on: "l.held_on"))))
      ORDER BY l.held_on, coalesce(l.number, 0), l.id
      """, [pupil] + parameters)
  }

  private func lessons(ofTeacher teacher: Int64) throws -> [Int64] {
    try ids(
      """
      SELECT l.id FROM lesson l JOIN teacher_set_member m ON m.teacher_set = l.teacher_set
      WHERE m.teacher IN (\(try rows(of: teacher, in: "teacher").map(String.init).joined(separator: ", ")))
        AND l.held_on BETWEEN ?1 AND ?2 AND \(shown)
      GROUP BY l.id ORDER BY l.held_on, coalesce(l.number, 0), l.id
      """, [Int64(window.from.days), Int64(window.to.days)])
  }

  /// All rows that are shown as one with the given one.
  func rows(of id: Int64, in table: String) throws -> [Int64] {
    try ids(
      """
      SELECT x.id FROM \(table) o JOIN \(table) x ON coalesce(x.same_as, x.id) = coalesce(o.same_as, o.id)
      WHERE o.id = ?1 ORDER BY x.id
      """, [id])
  }

  private func list(_ ids: [Int64]) -> String { ids.map(String.init).joined(separator: ", ") }

  /// All rows of the period for the pupil's grade: several sources may tell it.
  private func periods(joinedTo period: Int64, of pupil: Int64) throws -> [Int64] {
    try ids(
      """
      WITH same AS (
        SELECT p.id, coalesce(x.shown, p.id) AS shown
        FROM period p LEFT JOIN period_same x ON x.period = p.id AND x.grade = (
          SELECT c.grade FROM pupil u JOIN study_class c ON c.id = u.study_class WHERE u.id = ?2)
      )
      SELECT a.id FROM same a JOIN same b ON b.shown = a.shown WHERE b.id = ?1 ORDER BY a.id
      """, [period, pupil])
  }

  var shown: String {
    RuleSQL.isShown("l").split(separator: ":as_of").joined(separator: "\(window.asOf.days)")
      .split(separator: ":evening").joined(separator: "\(evening.seconds)")
  }

  var evening: LocalMoment { .evening(of: window.asOf) }

  func ids(_ sql: String, _ parameters: [Int64]) throws -> [Int64] {
    let statement = try prepare(sql, parameters)
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }

  func prepare(_ sql: String, _ parameters: [Int64]) throws -> Statement {
    let statement = try database.prepare(sql)
    for (index, value) in parameters.enumerated() { try statement.bind(value, at: Int32(index + 1)) }
    return statement
  }

  // MARK: Rows

  /// Columns: title, value, raw, entered_from, entered_by, gone_from, gone_by, sheet, row, column, and the lesson's day
  /// where there is one.
  func read(_ kind: EvidenceFact.Kind, _ sql: String, _ parameters: [Int64]) throws -> [EvidenceFact] {
    let statement = try prepare(sql, parameters)
    var facts: [EvidenceFact] = []
    while try statement.step() {
      let day = statement.columnCount > 10 ? statement.optionalInteger(10).map { CivilDate(days: Int32($0)) } : nil
      let entered = interval(statement, 3)
      let gone = interval(statement, 5)
      let isThere =
        (entered.map { $0.latest <= evening } ?? !kind.isFollowed)
        && (gone.map { $0.earliest ?? LocalMoment(seconds: 0) >= evening } ?? true)
      facts.append(
        EvidenceFact(
          kind: kind, title: statement.text(0) + (day.map { ", \($0.russian)" } ?? ""), value: statement.text(1),
          raw: statement.optionalText(2),
          place: try places.place(statement.integer(7), statement.integer(8), statement.integer(9)),
          entered: entered?.foundText, gone: gone?.foundText, isThere: isThere))
    }
    return facts
  }

  private func interval(_ statement: Statement, _ column: Int32) -> EntryInterval? {
    guard let latest = statement.optionalInteger(column + 1) else { return nil }
    let earliest = statement.optionalInteger(column).flatMap { $0 == 0 ? nil : LocalMoment(seconds: $0) }
    return EntryInterval(earliest: earliest, latest: LocalMoment(seconds: latest))
  }
}
