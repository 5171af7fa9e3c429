import Journal

extension ApplySession {
  /// Tells how the lessons of a lesson planning and of its journals met, for the journals of this import of which both are
  /// known: by class and subject, as of the latest snapshots of both.
  func tellPlanning() throws {
    var meetings: [PlanningMeeting] = []
    for (position, journal) in batch.journals.enumerated() {
      let kind: FactKind = journal.says.contains(.lessonPlanning) ? .topic : .lesson
      guard let slot = slot(Int32(position), kind), let id = id(Int32(position), in: journals),
        try isPlanned(journal: Int32(position)),
        let meeting = try PlanningMeeting(database, journal: id, file: slot.file)
      else { continue }
      meetings.append(meeting)
    }
    for (file, ofFile) in Dictionary(grouping: meetings, by: \.file).sorted(by: { $0.key < $1.key }) {
      outcome.notices[Int(file)] += PlanningMeeting.notices(ofFile)
    }
  }

  /// Whether the store knows a lesson planning of the journal.
  func isPlanned(journal position: Int32) throws -> Bool {
    guard let journal = id(position, in: journals) else { return false }
    let says = try database.prepare(
      "SELECT 1 FROM journal WHERE id = ?1 AND (says & \(SourceCapabilities.lessonPlanning.rawValue)) <> 0")
    try says.bind(journal, at: 1)
    return try says.step()
  }
}

/// The lessons of one class, group and subject, as the journal and the planning have them.
private struct PlanningMeeting {
  let file: Int32
  private let title: String
  private var joined = 0
  /// Days of lessons that only the planning has, and only the journal.
  private var planned: [CivilDate] = []
  private var unplanned: [CivilDate] = []

  /// How many subjects are told one by one, and how many days of each.
  private static let toldSubjects = 20
  private static let toldDays = 3

  /// Nil unless both are known.
  init?(_ database: Database, journal: Int64, file: Int32) throws {
    self.file = file
    // Of the days that the latest snapshots of both cover. A lesson that the journal has lost is the planning's alone.
    let rows = try database.prepare(
      """
      WITH latest AS MATERIALIZED (
        SELECT kind, study_class, from_day, to_day, taken_at FROM coverage v
        WHERE journal = ?1 AND kind IN (1, 2) AND taken_at = (
          SELECT max(taken_at) FROM coverage o WHERE o.journal = ?1 AND o.kind = v.kind AND o.study_class = v.study_class)
      )
      SELECT c.title, g.name, s.name, l.held_on,
        CASE WHEN l.is_planned = 1 OR l.gone_by IS NOT NULL THEN 1 WHEN p.shown_at IS t.taken_at THEN 0 ELSE 2 END
      FROM lesson l
        JOIN latest j ON j.kind = 1 AND j.study_class = l.study_class
        JOIN latest t ON t.kind = 2 AND t.study_class = l.study_class
        JOIN study_class c ON c.id = l.study_class JOIN subject s ON s.id = l.subject
        LEFT JOIN study_group g ON g.id = l.study_group
        LEFT JOIN listing p ON p.journal = ?1 AND p.kind = \(ItemKind.plannedLesson.rawValue) AND p.item = l.id
      WHERE l.journal = ?1 AND (l.gone_by IS NULL OR p.shown_at = t.taken_at) AND l.held_on BETWEEN j.from_day AND j.to_day
        AND l.held_on BETWEEN t.from_day AND t.to_day
      ORDER BY l.held_on, l.id
      """)
    try rows.bind(journal, at: 1)
    var title: String?
    while try rows.step() {
      let names = (studyClass: rows.text(0), group: rows.text(1), subject: rows.text(2))
      if title == nil {
        let isWhole = ClassName(names.group) == ClassName(names.studyClass)
        title = "\(names.studyClass), \(names.subject)\(isWhole ? "" : " (\(names.group))")"
      }
      let day = CivilDate(days: Int32(rows.integer(3)))
      switch rows.integer(4) {
      case 0: joined += 1
      case 1: planned.append(day)
      default: unplanned.append(day)
      }
    }
    guard let title else { return nil }
    self.title = title
  }

  /// The sum first, then each subject of which something did not meet.
  static func notices(_ meetings: [PlanningMeeting]) -> [ImportProblem] {
    let total = { (count: (PlanningMeeting) -> Int) in meetings.reduce(0) { $0 + count($1) } }
    let joined = total(\.joined)
    let (planned, unplanned) = (total(\.planned.count), total(\.unplanned.count))
    var notices = [
      ImportProblem(
        "журнал и планирование: сошлось уроков \(joined), только в планировании \(planned), только в журнале \(unplanned)",
        hint: planned + unplanned == 0
          ? "Все уроки сошлись, делать ничего не нужно."
          : "Несошедшиеся уроки названы ниже по предметам; сверьте их даты в Дневник.ру.")
    ]
    let differing = meetings.filter { !$0.planned.isEmpty || !$0.unplanned.isEmpty }
    for meeting in differing.prefix(toldSubjects) {
      if !meeting.planned.isEmpty {
        notices.append(
          ImportProblem(
            "\(meeting.title): в планировании есть уроки, которых нет в журнале: \(days(meeting.planned))",
            hint: "Если урок проведён, он должен быть в журнале; если перенесён — исправьте планирование."))
      }
      if !meeting.unplanned.isEmpty {
        notices.append(
          ImportProblem(
            "\(meeting.title): в журнале есть уроки, которых нет в планировании: \(days(meeting.unplanned))",
            hint: "Темы и задания этих уроков неизвестны: внесите их в планирование."))
      }
    }
    if differing.count > toldSubjects {
      notices.append(
        ImportProblem(
          "и ещё предметов, где уроки не сошлись: \(differing.count - toldSubjects)",
          hint: "Загружайте классы по одному, чтобы увидеть все."))
    }
    return notices
  }

  /// `5 (02.10.2018, 09.10.2018, 16.10.2018 …)`.
  private static func days(_ days: [CivilDate]) -> String {
    let told = days.prefix(toldDays).map(\.russian).joined(separator: ", ")
    return "\(days.count) (\(told)\(days.count > toldDays ? " …" : ""))"
  }
}
