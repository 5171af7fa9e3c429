import Journal
import Testing

/// A pupil whom the lists no longer name has left, by the journals that listed that pupil and by no other.
@Suite struct EndedPupilsTests {
  private let scratch: Scratch
  private static let belov = ["Белов И.", "5", "н", "5", "", "5"]
  private static let volkova = ["Волкова О.", "4", "", "4", "", ""]

  init() throws { scratch = try Scratch() }

  /// Sheets of a class, taken on the first of a month of 2025 at noon.
  private func load(
    month: Int, _ sheets: [(subject: String, pupils: [[String]])], of studyClass: String = "5а"
  ) throws {
    var book = JournalBook(created: "2025-\(month < 10 ? "0" : "")\(month)-01T12:00:00Z")
    book.sheets = sheets.map { .journal("\($0.subject) \(studyClass)", subject: $0.subject, pupils: $0.pupils) }
    for index in book.sheets.indices { book.sheets[index].rows[1] = ["Класс: \(studyClass) (\(studyClass))"] }
    try scratch.write(book, to: "\(month)-\(studyClass).xlsx")
    try scratch.zavuch("import", "\(month)-\(studyClass).xlsx")
  }

  /// «класс имя: когда выбыл» of everybody.
  private func pupils() throws -> [String] {
    try scratch.rows(
      """
      SELECT c.title || ' ' || p.name || ': ' || coalesce(date(p.gone_by, 'unixepoch'), '—')
      FROM pupil p JOIN study_class c ON c.id = p.study_class ORDER BY 1
      """)
  }

  @Test func aLaterJournalOfTheClassWithoutThePupilEndsThePupil() throws {
    try load(month: 10, [("Алгебра", [Self.belov, Self.volkova])])
    try load(month: 11, [("Алгебра", [Self.belov])])
    #expect(try pupils() == ["5а Белов И.: —", "5а Волкова О.: 2025-11-01"])
    // The pupil is there again: what was between is no end.
    try load(month: 12, [("Алгебра", [Self.belov, Self.volkova])])
    #expect(try pupils() == ["5а Белов И.: —", "5а Волкова О.: —"])
  }

  @Test func theJournalOfAnotherClassEndsNobody() throws {
    try load(month: 10, [("Алгебра", [Self.belov, Self.volkova])])
    try load(month: 11, [("Алгебра", [Self.belov])], of: "6б")
    #expect(try pupils() == ["5а Белов И.: —", "5а Волкова О.: —", "6б Белов И.: —"])
  }

  @Test func aJournalThatNeverListedThePupilEndsNobody() throws {
    try load(month: 10, [("Алгебра", [Self.belov, Self.volkova])])
    try load(month: 11, [("Физика", [Self.belov])])
    try load(month: 12, [("Физика", [Self.belov])])
    #expect(try pupils() == ["5а Белов И.: —", "5а Волкова О.: —"])
  }

  @Test func aPupilEndsWhenTheLastOfTheListingJournalsHasLostThem() throws {
    let both = [("Алгебра", [Self.belov, Self.volkova]), ("Физика", [Self.belov, Self.volkova])]
    try load(month: 9, both)
    try load(month: 10, [("Алгебра", [Self.belov])])
    #expect(try pupils() == ["5а Белов И.: —", "5а Волкова О.: —"])
    try load(month: 11, [("Физика", [Self.belov])])
    #expect(try pupils() == ["5а Белов И.: —", "5а Волкова О.: 2025-11-01"])
  }
}
