import Journal
import JournalStore

/// The учёт пройденного материала of a class and subject (CONTROL 2, `programme-behind-plan`; П 3.8): from 1 September to
/// as-of, with or without a plan. One lesson is one hour; lessons of several groups add up.
public struct MaterialAccount: Sendable, Hashable {
  public var studyClass: UnitPlace.Item
  public var subject: UnitPlace.Item
  /// Of its lessons, by name.
  public var teachers: [UnitPlace.Item]
  /// Entered lessons: those held, and the hours given.
  public var lessons: Int
  /// Of these with a topic that is more than filler; nil where no export of the school carries topics.
  public var topics: Int?
  /// Hours planned up to as-of; nil without a plan, or with one without dates.
  public var planned: Int?
  /// Hours of the whole plan; nil without a plan.
  public var plannedInAll: Int?
}

extension Control {
  /// What the classes were taught by the request's as-of, in order of class and subject. Filters of class, subject and
  /// teacher apply.
  public static func materialAccounts(_ store: JournalStore, _ request: CheckRequest) throws -> [MaterialAccount] {
    try store.database.reading {
      let names = NameBook(store.database)
      let filter = try UnitFilter(request, names: names)
      let runner = try RuleRunner(store.database, window: request.window, settings: request.settings)
      try runner.prepare(.programme)
      let carriesTopics =
        try store.database.integer("SELECT 1 FROM journal j WHERE \(RuleSQL.says(.topics, "j")) LIMIT 1") != nil
      let statement = try store.database.prepare(materialSelect)
      try statement.bind(request.window.parameters)
      var accounts: [(order: [String], account: MaterialAccount)] = []
      var current = JudgedUnit()
      var counts: [Int64?] = []
      func finish() throws {
        guard current.studyClass != nil, try filter.passes(current, names) else { return }
        let place = try names.place(of: current)
        guard let studyClass = place.studyClass, let subject = place.subject else { return }
        accounts.append(
          (
            [place.classOrder, studyClass.name, subject.name],
            MaterialAccount(
              studyClass: studyClass, subject: subject, teachers: place.teachers, lessons: Int(counts[0] ?? 0),
              topics: carriesTopics ? Int(counts[1] ?? 0) : nil,
              planned: counts[2].map { Int($0) }, plannedInAll: counts[3].map { Int($0) })
          ))
      }
      while try statement.step() {
        let (studyClass, subject) = (statement.integer(0), statement.integer(1))
        if studyClass != current.studyClass || subject != current.subject {
          try finish()
          current = JudgedUnit()
          (current.studyClass, current.subject) = (studyClass, subject)
          counts = (3...6).map { statement.optionalInteger($0) }
        }
        if let set = statement.optionalInteger(2) { current.addTeachers(of: JudgedUnit(teacherSet: set)) }
      }
      try finish()
      return accounts.sorted { $0.order.lexicographicallyPrecedes($1.order) }.map(\.account)
    }
  }

  private static let materialSelect = """
    WITH taught AS MATERIALIZED (
      SELECT t.study_class, t.subject, t.teacher_set, t.certain,
        CASE WHEN t.certain = 1 AND EXISTS (SELECT 1 FROM lesson_text x
          WHERE x.lesson = t.lesson AND x.kind = 2 AND x.is_filler = 0 AND \(RuleSQL.exists("x"))) THEN 1 ELSE 0 END AS topic
      FROM (\(ProgrammeSQL.taught)) t
    ), held AS MATERIALIZED (
      SELECT study_class, subject, sum(certain) AS lessons, sum(topic) AS topics
      FROM taught GROUP BY study_class, subject
    ), planned AS MATERIALIZED (
      SELECT study_class, subject, sum(due) AS due, sum(lessons) AS lessons, sum(undated) AS undated
      FROM (\(ProgrammeSQL.planned)) p GROUP BY study_class, subject
    ), listed AS (
      SELECT study_class, subject FROM held UNION SELECT study_class, subject FROM planned
    ), teachers AS (
      SELECT DISTINCT study_class, subject, teacher_set FROM taught
    )
    SELECT i.study_class, i.subject, t.teacher_set, coalesce(h.lessons, 0), coalesce(h.topics, 0),
      CASE WHEN p.undated = 0 THEN p.due END, p.lessons
    FROM listed i LEFT JOIN held h ON h.study_class = i.study_class AND h.subject = i.subject
      LEFT JOIN planned p ON p.study_class = i.study_class AND p.subject = i.subject
      LEFT JOIN teachers t ON t.study_class = i.study_class AND t.subject = i.subject
    ORDER BY i.study_class, i.subject, t.teacher_set
    """
}
