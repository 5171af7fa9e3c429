import Journal
import JournalStore

/// A store in memory that is filled row by row: the world of the rules' examples unless told otherwise, and what tests add
/// to it. Ids start at 1.
final class ExampleStore {
  let store: JournalStore
  var says: SourceCapabilities
  private var counters: [String: Int64] = [:]
  private var insertions: [String: Statement] = [:]
  private var saysOf: [Int64: SourceCapabilities] = [:]
  private var snapshots: [(journal: Int64, taken: Int64)] = []

  /// `snapshot` is the day whose evening the source shows, from 1 September 2025.
  init(says: SourceCapabilities = .timedExample, snapshot: Int? = 90, grade: Int = 5) throws {
    self.says = says
    store = try JournalStore(path: ":memory:")
    try insert("school", [1, "S1", "Школа № 1"])
    try insert("source_file", [1, "school/journal.xlsx", "d1", "d1", "interchange", nil, 100])
    try insert("source_sheet", [1, 1, "Журнал"])
    try insert("journal", [1, "interchange/2025", "interchange", 2025, Int64(says.rawValue)])
    saysOf[1] = says
    if let snapshot { try addSnapshot(snapshot) }
    try insert("period", [1, "Q1", "1 четверть", 1, 2025, day(1), day(56), 1, 12, 1, 1])
    try addTeacher("T1", "Смирнова А.В.")
    try addClass(grade: grade, letter: "А", headTeacher: 1)
    try addSubject("Алгебра")
    try addPupil("Иванов Пётр")
  }

  func day(_ day: Int) -> Int64 { Int64(RuleExample.date(day).days) }

  func noon(_ day: Int) -> Int64 { LocalMoment(RuleExample.date(day), hour: 12).seconds }

  /// Snapshots are taken in the evening's last minute but one, so that the snapshot of a day shows the whole of it.
  func addSnapshot(_ day: Int, journal: Int64 = 1) throws {
    let taken = LocalMoment.evening(of: RuleExample.date(day)).seconds
    for kind in FactKind.allCases { try insert("snapshot", [journal, Int64(kind.rawValue), taken, 1]) }
    snapshots.append((journal, taken))
    for studyClass in 0..<counters["class", default: 0] { try cover(studyClass + 1, journal, taken) }
  }

  /// Every snapshot shows all days of a class.
  private func cover(_ studyClass: Int64, _ journal: Int64, _ taken: Int64) throws {
    let says = saysOf[journal] ?? []
    let timed: [FactKind: SourceCapabilities] = [
      .lesson: .lessonTimes, .topic: .lessonTimes, .mark: .markTimes, .attendance: .attendanceTimes, .login: .logins,
      .homework: .lessonTimes,
    ]
    for kind in FactKind.allCases
    where (kind != .topic || says.contains(.topics)) && (kind != .homework || says.contains(.homework)) {
      let isTimed = timed[kind].map(says.contains) ?? false
      try insert(
        "coverage", [Int64(kind.rawValue), studyClass, journal, taken, day(-400), day(400), isTimed ? 1 : 0, 1])
    }
  }

  // MARK: Entities

  @discardableResult
  func addTeacher(_ key: String, _ name: String) throws -> Int64 {
    let id = next("teacher")
    try insert("teacher", [id, key, name, 1, id])
    try insert("teacher_set", [id, "\(id)"])
    try insert("teacher_set_member", [id, id])
    return id
  }

  @discardableResult
  func addTeacherSet(_ teachers: Int64...) throws -> Int64 {
    let id = 100 + next("set")
    try insert("teacher_set", [id, teachers.map(String.init).joined(separator: ",")])
    for teacher in teachers { try insert("teacher_set_member", [id, teacher]) }
    return id
  }

  @discardableResult
  func addClass(grade: Int, letter: String, headTeacher: Int64? = nil) throws -> Int64 {
    let id = next("class")
    try insert("study_class", [id, "C\(id)", Int64(grade), letter, "\(grade)\(letter)", headTeacher, 1, id])
    for (journal, taken) in snapshots { try cover(id, journal, taken) }
    return id
  }

  @discardableResult
  func addSubject(_ name: String, isGraded: Bool = true) throws -> Int64 {
    let id = next("subject")
    try insert("subject", [id, "SU\(id)", name, nil, isGraded ? 1 : 0, 0, 1, id])
    return id
  }

  @discardableResult
  func addPupil(
    _ name: String, studyClass: Int64 = 1, enrolled: Int? = nil, left: Int? = nil, isAmbiguous: Bool = false
  ) throws -> Int64 {
    let id = next("pupil")
    try insert(
      "pupil",
      [
        id, "P\(id)", studyClass, name, nil, enrolled.map(day), left.map(day), isAmbiguous ? 1 : 0, 1, id + 1,
      ])
    return id
  }

  @discardableResult
  func addGroup(studyClass: Int64 = 1, pupils: [Int64] = [], from: Int? = nil, to: Int? = nil) throws -> Int64 {
    let id = next("group")
    try insert("study_group", [id, "G\(id)", studyClass, "группа \(id)", 1, id])
    for pupil in pupils { try insert("membership", [id, pupil, from.map(day) ?? 0, to.map(day)]) }
    return id
  }

  @discardableResult
  func addJournal(_ says: SourceCapabilities) throws -> Int64 {
    let id = 1 + next("journal")
    saysOf[id] = says
    try insert("journal", [id, "other/\(id)", "interchange", 2025, Int64(says.rawValue)])
    return id
  }

  // MARK: Facts

  /// A lesson whose entry moment is its own, or that of its facts (`settle`).
  @discardableResult
  func addLesson(
    _ day: Int, number: Int? = nil, studyClass: Int64 = 1, group: Int64? = nil, subject: Int64 = 1,
    teachers: Int64 = 1, period: Int64? = 1, journal: Int64 = 1, entry: ExampleLessonEntry = .ofItsFacts,
    shown: Int? = nil, gone: (Int, Int)? = nil
  ) throws -> Int64 {
    let id = next("lesson")
    var own: Int64?
    if case .on(let entered) = entry { own = noon(entered) }
    try insert(
      "lesson",
      [
        id, journal, "L\(id)", studyClass, group, subject, teachers, self.day(day), number.map(Int64.init), period,
        entry == .ofItsFacts ? 0 : 1, own, own, own, own,
        LocalMoment.evening(of: RuleExample.date(shown ?? max(90, day))).seconds,
        gone.map { noon($0.0) }, gone.map { noon($0.1) },
        1, id + 1, 0, 0, 0,
      ])
    return id
  }

  func addTopic(_ lesson: Int64, _ text: String, _ entry: ExampleEntry, gone: (Int, Int)? = nil) throws {
    let interval = interval(entry)
    try insert(
      "lesson_text",
      [lesson, 2, next("text"), text, FillerText.isFiller(text) ? 1 : 0, interval.0, interval.1] + self.gone(gone)
        + [1, lesson + 1, 5])
  }

  func addHomework(_ lesson: Int64, _ text: String, _ entry: ExampleEntry, gone: (Int, Int)? = nil) throws {
    let interval = interval(entry)
    try insert(
      "lesson_text",
      [lesson, 3, next("text"), text, FillerText.isFiller(text) ? 1 : 0, interval.0, interval.1] + self.gone(gone)
        + [1, lesson + 1, 6])
  }

  /// In period 1 unless told otherwise.
  func addFinalMark(
    _ value: String, pupil: Int64 = 1, subject: Int64 = 1, period: Int64 = 1, decided: Int? = nil,
    _ entry: ExampleEntry,
    gone: (Int, Int)? = nil
  ) throws {
    let interval = interval(entry)
    let mark = MarkValue(value)
    try insert(
      "final_mark",
      [
        pupil, subject, period, 1, next("final"), value, mark?.grade.map(Int64.init), mark?.isMark == true ? 1 : 0,
        decided.map(day), interval.0, interval.1,
      ] + self.gone(gone) + [1, pupil + 1, 40])
  }

  @discardableResult
  func addWork(_ lesson: Int64, isWritten: Bool = true) throws -> Int64 {
    let id = next("work")
    try insert("work", [id, "W\(id)", lesson, "контрольная", isWritten ? 1 : 0, 1, id + 1, 0, nil])
    return id
  }

  func addMark(
    _ lesson: Int64, _ value: String, _ entry: ExampleEntry, pupil: Int64 = 1, work: Int64? = nil,
    gone: (Int, Int)? = nil, raw: String? = nil
  ) throws {
    let interval = interval(entry)
    let mark = MarkValue(value)
    let ordinal = next("mark/\(lesson)/\(pupil)")
    try insert(
      "mark",
      [
        lesson, pupil, ordinal, 1, work, "M", value, mark?.grade.map(Int64.init), mark?.isMark == true ? 1 : 0,
        interval.0, interval.1,
      ] + self.gone(gone) + [1, pupil + 1, 10 + lesson, raw])
  }

  /// Pupil 0: everybody.
  func addAttendance(
    _ lesson: Int64, _ code: AttendanceCode, _ entry: ExampleEntry, pupil: Int64 = 1, gone: (Int, Int)? = nil,
    raw: String? = nil
  ) throws {
    let interval = interval(entry)
    try insert(
      "attendance",
      [
        lesson, pupil, next("attendance"), code.rawValue, code.isAbsence ? 1 : 0, interval.0, interval.1,
      ] + self.gone(gone) + [1, pupil + 1, 10 + lesson, raw])
  }

  func addExemption(
    pupil: Int64 = 1, subject: Int64 = 1, period: Int64 = 0, from: Int? = nil, to: Int? = nil,
    _ entry: ExampleEntry = .on(1)
  ) throws {
    let interval = interval(entry)
    try insert(
      "exemption",
      [
        pupil, subject, period, from.map(day) ?? 0, 1, next("exemption"), to.map(day), interval.0, interval.1, nil, nil,
        1,
        1, 1,
      ])
  }

  func addWaiver(
    _ rule: String, finding: String? = nil, studyClass: String? = nil, subject: String? = nil, teacher: String? = nil,
    pupil: String? = nil, from: Int, until: Int, revoked: Int? = nil
  ) throws {
    try insert(
      "waiver",
      [
        nil, rule, finding, studyClass, subject, teacher, pupil, "болезнь учителя", "директор", "приказ № 5",
        day(from), day(until), revoked.map(day), 1, 7,
      ])
  }

  func addLogin(_ role: LoginFact.Role, _ day: Int, person: Int64 = 1) throws {
    try insert("login", [Int64(role.rawValue), person, noon(day), 1, nil, nil, 1, 1, 0])
  }

  /// Gives lessons the moments that follow from what was entered in them, bound by bound (CONTROL 1). Every snapshot lists
  /// everybody and every period.
  func settle() throws {
    try store.database.execute(
      """
      INSERT OR REPLACE INTO listing
      SELECT s.journal, i.kind, i.id, min(s.taken_at), max(s.taken_at)
      FROM snapshot s, (SELECT 2 AS kind, id FROM pupil UNION ALL SELECT 3, id FROM period) i GROUP BY 1, 2, 3
      """)
    let facts = """
      (SELECT lesson, entered_from AS f, entered_by AS b FROM lesson_text WHERE is_filler = 0
        UNION ALL SELECT lesson, entered_from, entered_by FROM mark
        UNION ALL SELECT lesson, entered_from, entered_by FROM attendance) x WHERE x.lesson = lesson.id
      """
    try store.database.execute(
      """
      UPDATE lesson SET held_from = coalesce(min(entry_from, (SELECT min(f) FROM \(facts))), entry_from, (SELECT min(f) FROM \(facts))),
        held_by = coalesce(min(entry_by, (SELECT min(b) FROM \(facts))), entry_by, (SELECT min(b) FROM \(facts)))
      """)
    try store.database.execute(
      "UPDATE lesson SET entry_from = held_from, entry_by = held_by WHERE is_timed = 0")
    try store.database.tellLessonSums()
    try store.database.tellPlanSums()
  }

  // MARK: Rows

  /// The table's first columns; those after them are null.
  func insert(_ table: String, _ values: [(any ExampleCell)?]) throws {
    let statement = try insertion(into: table, columns: values.count)
    for (index, value) in values.enumerated() {
      let position = Int32(index + 1)
      switch value {
      case let text as String: try statement.bind(Optional(text), at: position)
      case let integer as Int64: try statement.bind(Optional(integer), at: position)
      case let integer as Int: try statement.bind(integer, at: position)
      default: try statement.bind(Int64?.none, at: position)
      }
    }
    try statement.run()
  }

  /// The same statement for every row of as many columns: a world has thousands of rows of a few tables.
  private func insertion(into table: String, columns count: Int) throws -> Statement {
    let form = "\(table)/\(count)"
    if let prepared = insertions[form] { return prepared }
    let columns = try store.database.prepare("SELECT name FROM pragma_table_info('\(table)') LIMIT \(count)")
    var names: [String] = []
    while try columns.step() { names.append(columns.text(0)) }
    let marks = (0..<count).map { "?\($0 + 1)" }.joined(separator: ", ")
    let prepared = try store.database.prepare(
      "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))")
    insertions[form] = prepared
    return prepared
  }

  private func interval(_ entry: ExampleEntry) -> (Int64, Int64) {
    switch entry {
    case .on(let day): (noon(day), noon(day))
    case .between(let first, let last): (noon(first), noon(last))
    case .betweenEvenings(let first, let last):
      (
        LocalMoment.evening(of: RuleExample.date(first)).seconds,
        LocalMoment.evening(of: RuleExample.date(last)).seconds
      )
    case .firstSeen(let day): (0, noon(day))
    }
  }

  private func gone(_ days: (Int, Int)?) -> [(any ExampleCell)?] {
    [days.map { noon($0.0) }, days.map { noon($0.1) }]
  }

  private func next(_ counter: String) -> Int64 {
    counters[counter, default: 0] += 1
    return counters[counter] ?? 0
  }
}

protocol ExampleCell {}
extension String: ExampleCell {}
extension Int64: ExampleCell {}
extension Int: ExampleCell {}
