import Foundation
import JournalStore
import Testing

/// The control of the real exports of Дневник.ру against an independent count, class by class, over a whole school year.
@Suite(
  .enabled(
    if: RealExports.folder != nil && ControlOracle.isInstalled,
    "ZAVUCH_REAL_EXPORTS names no folder of real exports, or python3 lacks openpyxl or xlrd"))
struct RealControlTests {
  private static let rules = [
    "mark-with-absence", "mark-in-ungraded-class", "lesson-without-topic", "attendance-contradiction",
  ]
  private let scratch: Scratch
  private let folder = "\(RealExports.folder ?? "")/dnevnik"

  init() throws { scratch = try Scratch() }

  /// No export is of the as-of evening: what they lack may have been entered since.
  @Test func countsOfTheYear() throws {
    let journals = ["journals-31.01.2019.zip", "journals-22.05.2019.xlsx"]
    for name in ["2018_2019_4б (4б).xlsx", "LessonPlanning.zip"] + journals {
      try scratch.zavuch("import", "\(folder)/\(name)")
    }
    let told = try counts(asOf: "2019-08-31")
    #expect(told == (try ControlOracle.counts(folder, journals: journals, ungraded: [], isProved: false)))
    #expect(try broken(told) == [29, 0, 0, 121])
  }

  /// The exports as if taken in the evening of their day, so that a topic that they lack is missing; and a school that calls
  /// two subjects ungraded, for the sample's grade 1 has no marks.
  @Test func countsOfTheDayOfTheExports() throws {
    for name in ["LessonPlanning.zip", "journals-31.01.2019.zip"] {
      try scratch.zavuch("import", "\(folder)/\(name)", "--taken-at", "2019-01-31T23:59:59")
    }
    let ungraded = ["Черчение", "Изобразительное искусство"]
    let names = ungraded.map { "'\($0)'" }.joined(separator: ", ")
    try Database(path: scratch.path("zavuch.sqlite"), mode: .readWrite)
      .execute("UPDATE subject SET is_graded = 0 WHERE name IN (\(names))")
    let told = try counts(asOf: "2019-01-31")
    #expect(
      told
        == (try ControlOracle.counts(
          folder, journals: ["journals-31.01.2019.zip"], ungraded: ungraded, isProved: true)))
    #expect(try broken(told) == [28, 744, 0, 44])
  }

  /// As the oracle gives them.
  private func counts(asOf: String) throws -> [String] {
    let check = try scratch.zavuch(
      "check", "--as-of", asOf, "--from", "2018-09-01", "--by", "class", "--json", "--rule", Self.rules[0], "--rule",
      Self.rules[1], "--rule", Self.rules[2], "--rule", Self.rules[3])
    return try JSONDecoder().decode(Told.self, from: Data(check.output.utf8)).groups.map {
      "\($0.rule)|\($0.class.filter { $0 != " " }.uppercased())|\($0.kept)|\($0.broken)|\($0.undetermined)"
    }.sorted()
  }

  /// In all classes, rule by rule.
  private func broken(_ counts: [String]) throws -> [Int] {
    Self.rules.map { rule in
      counts.map { $0.split(separator: "|") }.filter { $0[0] == rule }.compactMap { Int($0[3]) }.reduce(0, +)
    }
  }

  private struct Told: Decodable {
    struct Group: Decodable {
      var `class`: String
      var rule: String
      var kept: Int
      var broken: Int
      var undetermined: Int
    }

    var groups: [Group]
  }
}
