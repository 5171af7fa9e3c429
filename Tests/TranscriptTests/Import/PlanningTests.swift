import Testing

/// The lesson planning of a real export, and how it joins the journals of the same class.
@Suite(.enabled(if: RealExports.folder != nil, "ZAVUCH_REAL_EXPORTS names no folder of real exports"), .serialized)
struct PlanningTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func path(_ name: String) -> String { "\(RealExports.folder ?? "")/dnevnik/\(name)" }

  @Test func everyRowIsIn() throws {
    let lines = try scratch.imported(path("LessonPlanning.zip"))
    #expect(lines.allSatisfy { $0.layout == "dnevnik-planning" && $0.rejected.isEmpty })
    let total = { (count: KeyPath<ImportLine, Int>) in lines.map { $0[keyPath: count] }.reduce(0, +) }
    #expect([total(\.sheets), total(\.lessons), total(\.topics), total(\.homework)] == [40, 1941, 1903, 1318])
    #expect(try scratch.rows("SELECT count(*) FROM journal") == ["46"])
    #expect(lines.map(\.takenAt) == Array(repeating: "2019-01-31T05:35:44", count: 3))
    if PlanningOracle.isInstalled {
      #expect(try scratch.planningTexts() == PlanningOracle.texts(path("LessonPlanning.zip")))
    }
    let before = try scratch.dump()
    #expect(try scratch.imported(path("LessonPlanning.zip")).allSatisfy { $0.new + $0.changed + $0.vanished == 0 })
    #expect(try scratch.dump() == before)
  }

  /// Of 10а both are there: every row of the planning is a lesson of the journal, and 16 lessons of it are not planned.
  @Test func joinsTheJournalOfTheClass() throws {
    _ = try scratch.zavuch("import", path("journals-31.01.2019.zip"))
    let told = try scratch.zavuch("import", path("LessonPlanning.zip"))
    #expect(told.status == 0)
    #expect(
      told.messages.contains(
        """
        LessonPlanning.zip/2018_10а.xls: 10 а (Девочки), Физическая культура: уроков журнала нет в планировании: 5 (10.09.2018, 01.10.2018, 03.10.2018, 26.11.2018, 28.11.2018)
          что делать: Если уроки были, внесите их темы и задания в планирование.
        """))
    #expect(!told.messages.contains("уроков планирования нет в журнале"))
    let counts = """
      SELECT count(*), sum(same_as IS NOT NULL),
        (SELECT count(*) FROM lesson l JOIN study_class c ON c.id = l.study_class
          WHERE c.title = '10 а' AND l.key LIKE 'dnevnik-journal/%'
            AND NOT EXISTS (SELECT 1 FROM lesson p WHERE p.same_as = l.id))
      FROM lesson
      """
    #expect(try scratch.rows(counts) == ["5810|756|16"])

    let other = try Scratch()
    _ = try other.zavuch("import", path("LessonPlanning.zip"))
    _ = try other.zavuch("import", path("journals-31.01.2019.zip"))
    #expect(try other.rows(counts) == ["5810|756|16"])
    let check = ["check", "--as-of", "2019-01-31", "--from", "2018-09-01", "--by", "class,subject,teacher", "--json"]
    #expect(try Zavuch.run(check, in: other.folder) == Zavuch.run(check, in: scratch.folder))
  }

  /// A blank column of the journal is «not entered» only where the planning shows it blank too (CONTROL 1).
  @Test func aTopicOfThePlanningIsTheLessons() throws {
    _ = try scratch.zavuch("import", path("journals-31.01.2019.zip"), path("LessonPlanning.zip"))
    let check = try scratch.zavuch(
      "check", "--as-of", "2019-01-30", "--from", "2018-09-01", "--class", "10а", "--rule", "lesson-without-topic",
      "--json")
    #expect(check.output.contains(#""id":"lesson-without-topic""#))
    let explained = try scratch.zavuch(
      "findings", "--as-of", "2019-01-31", "--from", "2018-09-01", "--class", "10а", "--rule", "lesson-without-topic",
      "--json")
    #expect(explained.status == 0)
  }
}
