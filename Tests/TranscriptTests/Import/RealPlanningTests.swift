import Testing

/// Real lesson planning of Дневник.ру beside the journals of the same day.
@Suite(
  .enabled(if: RealExports.folder != nil, "ZAVUCH_REAL_EXPORTS names no folder of real exports"), .serialized)
struct RealPlanningTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func path(_ name: String) -> String { "\(RealExports.folder ?? "")/dnevnik/\(name)" }

  @Test func threeClasses() throws {
    let lines = try scratch.imported(path("LessonPlanning.zip"))
    #expect(lines.allSatisfy { $0.layout == "dnevnik-planning" && $0.rejected.isEmpty })
    #expect(lines.map(\.takenAt) == Array(repeating: "2019-01-31T05:35:44", count: 3))
    #expect(lines.map { "\($0.classes.joined()) \($0.sheets)" }.sorted() == ["10А 16", "1А 8", "7А 16"])
    let total = { (count: KeyPath<ImportLine, Int>) in lines.map { $0[keyPath: count] }.reduce(0, +) }
    #expect([total(\.sheets), total(\.lessons), total(\.topics), total(\.homework)] == [40, 1941, 1903, 1318])
    #expect(total(\.new) == 1941 + 1903 + 1318)
    #expect(try scratch.rows("SELECT count(*) FROM journal") == ["46"])
    if PlanningOracle.isInstalled {
      #expect(try scratch.planningRows().difference(from: PlanningOracle.rows(path("LessonPlanning.zip"))).isEmpty)
    }
    let before = try scratch.dump()
    let again = try scratch.imported(path("LessonPlanning.zip"))
    #expect(again.allSatisfy { $0.new + $0.changed + $0.vanished == 0 })
    #expect(try scratch.dump() == before)
  }

  /// 10а: every one of 756 planned lessons is a lesson of the journal, which has 16 more. The order of the two does not matter.
  @Test func aClassWithItsJournal() throws {
    try scratch.zavuch("import", path("LessonPlanning.zip"))
    let told = try scratch.zavuch("import", path("journals-31.01.2019.zip")).messages
    #expect(
      told.contains(
        "журнал и планирование: сошлось уроков 756, только в планировании 0, только в журнале 16"))
    #expect(
      told.contains(
        """
        10 а, Основы безопасности жизнедеятельности: в журнале есть уроки, которых нет в планировании: \
        3 (28.09.2018, 16.11.2018, 07.12.2018)
        """))
    if PlanningOracle.isInstalled {
      let meetings = try PlanningOracle.meetings(
        planning: path("LessonPlanning.zip"), journals: path("journals-31.01.2019.zip"))
      #expect(meetings.count == 19 + 8)
      #expect(try scratch.meetings() == meetings)
    }
    #expect(
      try scratch.rows("SELECT name FROM subject WHERE key IN ('МХК', 'ИЗО', 'АЛГЕБРА И НАЧ. АН.') ORDER BY 1") == [
        "Изобразительное искусство", "Искусство (мировая художественная культура)",
        "Математика (алгебра и начала анализа)",
      ])

    // Counted over both files by openpyxl and xlrd: of 693 lessons up to the day 690 hold something, 674 a topic. The export is of
    // that morning, so nothing that is missing is proved to be.
    let check = try scratch.zavuch(
      "check", "--as-of", "2019-01-31", "--from", "2018-09-01", "--class", "10а", "--rule", "lesson-not-entered",
      "--rule",
      "lesson-without-topic", "--json")
    #expect(check.output.contains(#""id":"lesson-not-entered","checked":693,"kept":690,"broken":0,"undetermined":3"#))
    #expect(
      check.output.contains(#""id":"lesson-without-topic","checked":693,"kept":674,"broken":0,"undetermined":19"#))

    let other = try Scratch()
    try other.zavuch("import", path("journals-31.01.2019.zip"))
    let late = try other.imported(path("LessonPlanning.zip"))
    // Of 10а only texts are new.
    #expect(late.filter { $0.classes == ["10А"] }.allSatisfy { $0.new == $0.topics + $0.homework && $0.lessons == 756 })
    #expect(try other.facts().difference(from: scratch.facts()).isEmpty)
  }
}

extension Scratch {
  /// The rows of the planning that the store holds, in the oracle's form.
  fileprivate func planningRows() throws -> [String] {
    let text = { (kind: Int) in
      """
      coalesce((SELECT replace(replace(text, char(13), '␍'), char(10), '⏎') FROM lesson_text
        WHERE lesson = l.id AND kind = \(kind)), '')
      """
    }
    return try rows(
      """
      SELECT c.title, g.name, s.name, date(l.held_on * 86400, 'unixepoch'),
        coalesce(nullif(substr(l.key, length(j.key) + 13), ''), '1'), \(text(2)), \(text(3))
      FROM lesson l JOIN journal j ON j.id = l.journal JOIN study_class c ON c.id = l.study_class
      JOIN study_group g ON g.id = l.study_group JOIN subject s ON s.id = l.subject
      """
    ).sorted()
  }

  fileprivate func meetings() throws -> [String] {
    try rows(
      """
      SELECT CASE WHEN l.is_planned = 1 THEN 'planning' WHEN p.item IS NULL THEN 'journal' ELSE 'joined' END AS side,
        c.title, g.name, s.key, count(*)
      FROM lesson l JOIN study_class c ON c.id = l.study_class JOIN study_group g ON g.id = l.study_group
      JOIN subject s ON s.id = l.subject
      LEFT JOIN listing p ON p.journal = l.journal AND p.kind = 4 AND p.item = l.id
      WHERE c.title = '10 а' GROUP BY 1, 2, 3, 4
      """
    ).sorted()
  }
}
