import FoundationEssentials
import Testing

/// 4Б of 12.01.2019, then of 31.01.2019 (`ZAVUCH_REAL_EXPORTS`): what was entered between them lies between them.
@Suite(.enabled(if: RealExports.folder != nil, "ZAVUCH_REAL_EXPORTS names no folder of real exports"))
struct RealHistoryTests {
  private struct Event: Decodable {
    var date: String?
    var fact: String
    var change: String
    var earliest: String?
    var latest: String
    var exports: [String]
    var file: String
    var sheet: String
    var raw: String?
  }

  private let scratch: Scratch
  private let first = "2018_2019_4б (4б).xlsx"
  private let second = "journals-31.01.2019.zip"

  init() throws { scratch = try Scratch() }

  private func events(_ arguments: String...) throws -> [Event] {
    let outcome = try Zavuch.run(["history", "--json"] + arguments, in: scratch.folder)
    #expect(outcome.status == 0 && outcome.messages.isEmpty)
    return try outcome.output.split(separator: "\n").map { try JSONDecoder().decode(Event.self, from: Data($0.utf8)) }
  }

  @Test func lessonsOfTheWeeksBetweenGetAnInterval() throws {
    for path in [first, second] {
      try scratch.zavuch("import", "\(RealExports.folder ?? "")/dnevnik/\(path)")
    }
    let between = try events("--class", "4 Б", "--from", "2019-01-14", "--to", "2019-01-30").filter { $0.date != nil }
    #expect(between.count > 1000 && between.contains { $0.fact == "lesson" } && between.contains { $0.fact == "mark" })
    #expect(Set(between.map { [$0.earliest ?? "", $0.latest] }) == [["2019-01-12T00:26:19", "2019-01-31T05:35:42"]])
    #expect(Set(between.map(\.exports)) == [[first, "\(second)/\(first)"]])
    #expect(between.allSatisfy { $0.change == "entered" && $0.fact == "lesson" || $0.raw != nil })

    // Of the weeks before, the first export shows most and bounds nothing.
    let before = try events("--class", "4Б", "--to", "2018-12-30")
    #expect(before.contains { $0.earliest == nil && $0.latest == "2019-01-12T00:26:19" })
    #expect(before.allSatisfy { $0.earliest == nil || $0.latest == "2019-01-31T05:35:42" })
    // As many facts as the second import found, for none has vanished.
    let all = try events("--class", "4Б")
    let stored = try scratch.rows(
      """
      SELECT (SELECT count(*) FROM mark f JOIN lesson l ON l.id = f.lesson WHERE l.study_class = c.id)
        + (SELECT count(*) FROM attendance f JOIN lesson l ON l.id = f.lesson WHERE l.study_class = c.id)
      FROM study_class c WHERE c.title = '4б'
      """)
    #expect(["\(all.count { $0.fact == "mark" || $0.fact == "attendance" })"] == stored)
  }
}
