import Journal
import JournalStore

/// Reads the versions of facts and tells what happened, section by section.
final class HistoryReader {
  private let database: Database
  private let names: NameBook
  private let scope: HistoryScope
  private let places: PlaceBook
  private let exports: ExportBook
  private var drafts: [SectionKey: HistoryDraft] = [:]

  /// A lesson, or a pupil's class, subject and period.
  private enum SectionKey: Hashable {
    case lesson(Int64)
    case papers(studyClass: Int64, subject: Int64, period: Int64)
  }

  init(_ database: Database, _ names: NameBook, _ scope: HistoryScope) throws {
    self.database = database
    self.names = names
    self.scope = scope
    places = PlaceBook(database)
    exports = try ExportBook(database)
  }

  /// In total order.
  func sections() throws -> [HistorySection] {
    try readLessons()
    if scope.pupils == nil { try readFacts(Self.texts) }
    for facts in [Self.attendance, Self.marks] { try readFacts(facts) }
    if let papers = scope.papers { try readPapers(papers) }
    return drafts.values.sorted { $0.order < $1.order }.map { $0.section }
  }

  // MARK: Lessons

  private func readLessons() throws {
    let rows = try database.prepare(
      """
      SELECT l.id, l.held_on, l.study_class, l.subject, l.number, l.teacher_set, g.name, l.journal, l.entry_from,
        l.entry_by, l.gone_from, l.gone_by, l.sheet, l.sheet_row, l.sheet_column, l.is_planned
      FROM lesson l LEFT JOIN study_group g ON g.id = l.study_group WHERE \(scope.lessons) ORDER BY l.id
      """)
    while try rows.step() {
      let studyClass = try names.classes.entry(rows.integer(2))
      let teachers = try names.teachers(ofSet: rows.integer(5)).map { try names.teachers.entry($0).name }.sorted()
      var draft = HistoryDraft(
        day: CivilDate(days: Int32(rows.integer(1))), studyClass: studyClass,
        subject: try names.subjects.entry(rows.integer(3)).name, group: rows.optionalText(6),
        number: rows.optionalInteger(4).map(Int.init), isPlanned: rows.integer(15) == 1,
        lesson: try names.lessonKey(rows.integer(0)), teachers: teachers)
      // A pupil's marks vanish with their lesson; when it was entered is not the pupil's history.
      let events = try lessonEvents(rows).filter { scope.pupils == nil || $0.change == .removed }
      draft.add(events, HistoryDraft.Key(kind: .lesson))
      drafts[.lesson(rows.integer(0))] = draft
    }
  }

  /// The lesson's own row: entered with its moment or its first fact, and vanished from the exports.
  private func lessonEvents(_ rows: Statement) throws -> [HistoryEvent] {
    let place = try places.place(rows.integer(12), rows.integer(13), rows.integer(14))
    return try [(HistoryEvent.Change.entered, Int32(8)), (.removed, 10)].compactMap { change, column in
      guard let by = rows.optionalInteger(column + 1) else { return nil }
      let interval = Self.interval(rows.integer(column), by)
      return HistoryEvent(
        change: change, kind: .lesson, pupil: nil, old: nil, new: nil, interval: interval,
        exports: try exports.exports(interval, .lesson, journal: rows.integer(7)), place: place, raw: nil)
    }
  }

  // MARK: Facts of lessons

  /// What is entered in a lesson: its kind, pupil (0: the whole class), ordinal, value and raw text, `f` being the table.
  private struct LessonFacts {
    var table: String
    var kind: String
    var pupil: String
    var ordinal: String
    var value: String
    var raw: String
  }

  private static let texts = LessonFacts(
    table: "lesson_text", kind: "f.kind", pupil: "NULL", ordinal: "0", value: "f.text", raw: "f.text")
  private static let attendance = LessonFacts(
    table: "attendance", kind: "\(FactKind.attendance.rawValue)", pupil: "f.pupil", ordinal: "0", value: "f.code",
    raw: "CASE WHEN f.pupil > 0 THEN coalesce(f.raw, f.code) ELSE f.raw END")
  private static let marks = LessonFacts(
    table: "mark", kind: "\(FactKind.mark.rawValue)", pupil: "f.pupil", ordinal: "f.ordinal", value: "f.value",
    raw: "coalesce(f.raw, f.value)")

  private func readFacts(_ facts: LessonFacts) throws {
    let ofPupils = scope.pupils.map { "AND f.pupil IN (\(HistoryScope.list($0)))" } ?? ""
    let rows = try database.prepare(
      """
      SELECT f.lesson, l.journal, \(facts.kind), \(facts.pupil), \(facts.ordinal),
        \(Self.version(value: facts.value, raw: facts.raw))
      FROM \(facts.table) f JOIN lesson l ON l.id = f.lesson WHERE \(scope.lessons) \(ofPupils)
      ORDER BY 1, 3, 4, 5, f.version
      """)
    try readVersions(rows, keyCount: 5) { key, happenings in
      guard let lesson = key[0], let journal = key[1], let kind = FactKind(rawValue: Int32(key[2] ?? 0)) else { return }
      let pupil = try key[3].map { try names.pupils.entry($0) }
      let events = try happenings.map {
        try event($0, kind, pupil: pupil, isWholeClass: key[3] == 0, journal: journal)
      }
      drafts[.lesson(lesson)]?.add(
        events,
        HistoryDraft.Key(
          kind: kind, pupil: pupil?.name ?? "", pupilKey: pupil?.key ?? "", ordinal: key[4] ?? 0))
    }
  }

  // MARK: Final marks and exemptions

  private func readPapers(_ condition: String) throws {
    let rows = try database.prepare(
      """
      SELECT f.kind, f.pupil, f.subject, f.period, f.from_day, f.journal, f.study_class,
        \(Self.version(value: "f.value", raw: "f.raw"))
      FROM (
        SELECT \(FactKind.finalMark.rawValue) AS kind, m.pupil, m.subject, m.period, 0 AS from_day, m.journal,
          p.study_class, coalesce(m.decided_on, q.end_day) AS day, m.value, m.value AS raw, \(Self.columns("m"))
        FROM final_mark m JOIN pupil p ON p.id = m.pupil LEFT JOIN period q ON q.id = m.period
        UNION ALL
        SELECT \(FactKind.exemption.rawValue), m.pupil, m.subject, m.period, m.from_day, m.journal, p.study_class,
          coalesce(nullif(m.from_day, 0), q.end_day), coalesce(m.to_day, ''), NULL, \(Self.columns("m"))
        FROM exemption m JOIN pupil p ON p.id = m.pupil LEFT JOIN period q ON q.id = m.period) f
      WHERE \(condition) ORDER BY 1, 2, 3, 4, 5, 6, f.version
      """)
    try readVersions(rows, keyCount: 7) { key, happenings in
      let values = key.map { $0 ?? 0 }
      guard let kind = FactKind(rawValue: Int32(values[0])) else { return }
      let pupil = try names.pupils.entry(values[1])
      let (studyClass, subject) = (try names.classes.entry(values[6]), try names.subjects.entry(values[2]))
      let section = SectionKey.papers(studyClass: studyClass.shown, subject: subject.shown, period: values[3])
      if drafts[section] == nil {
        let period = values[3] > 0 ? try names.periods.entry(values[3]) : nil
        drafts[section] = HistoryDraft(
          studyClass: studyClass, subject: subject.name, period: period?.name, periodOrder: period?.order ?? "")
      }
      let events = try happenings.map { happening in
        try event(happening, kind, pupil: pupil, isWholeClass: false, journal: values[5]) { value in
          kind == .exemption ? Self.days(from: values[4], to: Int64(value)) : value
        }
      }
      drafts[section]?.add(
        events,
        HistoryDraft.Key(kind: kind, pupil: pupil.name, pupilKey: pupil.key, ordinal: values[4]))
    }
  }

  /// «с 01.09.2025 по 31.12.2025», of which either end may be open.
  private static func days(from: Int64, to: Int64?) -> String {
    let ends = [
      from == 0 ? nil : "с \(CivilDate(days: Int32(from)).russian)",
      to.map { "по \(CivilDate(days: Int32($0)).russian)" },
    ]
    return ends.compactMap { $0 }.joined(separator: " ")
  }

  // MARK: Versions

  private static func columns(_ t: String) -> String {
    ["version", "entered_from", "entered_by", "gone_from", "gone_by", "sheet", "sheet_row", "sheet_column"]
      .map { "\(t).\($0)" }.joined(separator: ", ")
  }

  private static func version(value: String, raw: String) -> String { "\(value), \(raw), \(columns("f"))" }

  /// Rows in order of their key, which is the first columns; the version's follow.
  private func readVersions(
    _ rows: Statement, keyCount: Int32, _ take: ([Int64?], [FactVersions.Happening]) throws -> Void
  ) throws {
    var key: [Int64?] = []
    var versions: [FactVersion] = []
    while try rows.step() {
      let next = (0..<keyCount).map { rows.optionalInteger($0) }
      if next != key {
        if !versions.isEmpty { try take(key, FactVersions(versions).happenings) }
        (key, versions) = (next, [])
      }
      let at = { (offset: Int32) in rows.integer(keyCount + offset) }
      versions.append(
        FactVersion(
          number: at(2), value: rows.text(keyCount), raw: rows.optionalText(keyCount + 1), enteredFrom: at(3),
          enteredBy: at(4), goneFrom: rows.optionalInteger(keyCount + 5), goneBy: rows.optionalInteger(keyCount + 6),
          sheet: at(7), row: at(8), column: at(9)))
    }
    if !versions.isEmpty { try take(key, FactVersions(versions).happenings) }
  }

  private func event(
    _ happening: FactVersions.Happening, _ kind: FactKind, pupil: NameTable.Entry?, isWholeClass: Bool, journal: Int64,
    _ text: (String) -> String = { $0 }
  ) throws -> HistoryEvent {
    let change: HistoryEvent.Change
    let (old, new): (FactVersion?, FactVersion?)
    let interval: EntryInterval
    switch happening {
    case .entered(let version):
      (change, old, new) = (.entered, nil, version)
      interval = Self.interval(version.enteredFrom, version.enteredBy)
    case .changed(let before, let after):
      (change, old, new) = (.changed, before, after)
      interval = Self.interval(before.goneFrom ?? 0, before.goneBy ?? after.enteredBy)
    case .removed(let version):
      (change, old, new) = (.removed, version, nil)
      interval = Self.interval(version.goneFrom ?? 0, version.goneBy ?? version.enteredBy)
    }
    let shown = new ?? old
    return HistoryEvent(
      change: change, kind: kind, pupil: isWholeClass ? "весь класс" : pupil?.name, old: old.map { text($0.value) },
      new: new.map { text($0.value) }, interval: interval,
      exports: try exports.exports(interval, kind, journal: journal),
      place: try places.place(shown?.sheet ?? 0, shown?.row ?? 0, shown?.column ?? 0), raw: shown?.raw)
  }

  /// 0 is unknown.
  private static func interval(_ from: Int64, _ by: Int64) -> EntryInterval {
    EntryInterval(earliest: from == 0 ? nil : LocalMoment(seconds: from), latest: LocalMoment(seconds: by))
  }
}
