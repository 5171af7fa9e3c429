import FoundationEssentials
import Testing

enum RealExports {
  static let folder = ProcessInfo.processInfo.environment["ZAVUCH_REAL_EXPORTS"]
}

/// Real exports of Дневник.ру, where `ZAVUCH_REAL_EXPORTS` names their folder; they are not part of the repository.
@Suite(
  .enabled(if: RealExports.folder != nil, "ZAVUCH_REAL_EXPORTS names no folder of real exports"), .serialized)
struct RealJournalTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func path(_ name: String) -> String { "\(RealExports.folder ?? "")/dnevnik/\(name)" }

  @Test func journalsOfSixClasses() throws {
    let lines = try scratch.imported(path("journals-31.01.2019.zip"))
    #expect(lines.count == 6 && lines.allSatisfy { $0.layout == "dnevnik-journal" && $0.rejected.isEmpty })
    let byClass = lines.map { "\($0.classes.joined()) \($0.lessons) \($0.marks)" }.sorted()
    #expect(byClass == ["10А 772 4861", "11А 813 5107", "1Б 412 0", "3Б 539 5541", "4Б 538 5902", "8Б 795 6060"])
    let total = { (count: KeyPath<ImportLine, Int>) in lines.map { $0[keyPath: count] }.reduce(0, +) }
    #expect(total(\.sheets) == 90)
    #expect([total(\.lessons), total(\.marks), total(\.absences)] == [3869, 27_471, 11_990])
    #expect([total(\.finalMarks), total(\.exempt)] == [1856, 91])
    #expect(total(\.new) == 3869 + 27_471 + 11_990 + 1856 + 91)
    #expect(
      try scratch.rows(
        "SELECT count(*) FROM (SELECT DISTINCT lesson, pupil FROM mark JOIN attendance USING (lesson, pupil))") == [
          "29"
        ])
    #expect(try scratch.rows("SELECT DISTINCT date(taken_at, 'unixepoch') FROM source_file") == ["2019-01-31"])
    if JournalOracle.isInstalled {
      #expect(try scratch.journalCells().difference(from: JournalOracle.cells(path("journals-31.01.2019.zip"))).isEmpty)
    }
    let before = try scratch.dump()
    let again = try scratch.imported(path("journals-31.01.2019.zip"))
    #expect(again.allSatisfy { $0.new + $0.changed + $0.vanished == 0 })
    #expect(try scratch.dump() == before)
  }

  @Test func aBookSavedByExcel() throws {
    let lines = try scratch.imported(path("journals-22.05.2019.xlsx"))
    let counts = lines.map { [$0.sheets, $0.lessons, $0.marks, $0.absences, $0.finalMarks, $0.rejected.count] }
    #expect(counts == [[18, 1206, 10_763, 5271, 1860, 0]])
    #expect(lines.map(\.takenAt) == ["2019-05-22T21:10:22"])
    if JournalOracle.isInstalled {
      #expect(
        try scratch.journalCells().difference(from: JournalOracle.cells(path("journals-22.05.2019.xlsx"))).isEmpty)
    }
  }

  /// Eighteen days later marks have been added and none is lost.
  @Test func aClassTwice() throws {
    let first = try scratch.imported(path("2018_2019_4б (4б).xlsx"))
    let second = try scratch.imported(path("journals-31.01.2019.zip"))
    #expect(first.map(\.classes) == [["4Б"]] && first.allSatisfy { $0.new > 6000 })
    let later = try #require(second.first { $0.classes == ["4Б"] })
    #expect(later.vanished == 0 && later.changed == 0)
    #expect(first[0].new + later.new == later.lessons + later.marks + later.absences + later.finalMarks + later.exempt)
    #expect(
      try scratch.rows(
        """
        SELECT DISTINCT date(entered_from, 'unixepoch'), date(entered_by, 'unixepoch') FROM mark
        JOIN pupil p ON p.id = pupil JOIN study_class c ON c.id = p.study_class WHERE c.title = '4б' ORDER BY 2
        """) == ["1970-01-01|2019-01-12", "2019-01-12|2019-01-31"])

    let other = try Scratch()
    try other.zavuch("import", path("journals-31.01.2019.zip"))
    try other.zavuch("import", path("2018_2019_4б (4б).xlsx"))
    #expect(try other.facts().difference(from: scratch.facts()).isEmpty)
  }
}
