import Foundation
import Testing

/// Two exports of one school tell the same lessons: SampleData has the tables and the journals of Дневник.ру. Nothing is judged
/// twice for that.
@Suite struct DoubledLessonTests {
  private struct Rules: Decodable {
    struct Rule: Decodable, Hashable {
      var id: String
      var kept: Int
      var broken: Int
    }

    var rules: [Rule]
  }

  private func rules(of paths: [String], told: String?) throws -> [Rules.Rule] {
    let scratch = try Scratch()
    let imported = try Zavuch.run(
      ["import"] + paths.map { "\(Self.data)/\($0)" }, in: scratch.folder, environment: ["TZ": "UTC"])
    #expect(imported.status == 0)
    if let told { #expect(imported.output.contains(told), "\(imported.output.suffix(300))") }
    let json = try scratch.zavuch("check", "--as-of", "2025-10-27", "--from", "2025-09-01", "--json").output
    return try JSONDecoder().decode(Rules.self, from: Data(json.utf8)).rules
  }

  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "SampleData").path
  private static let tables = ["Таблицы-2025-09-16", "Таблицы-2025-10-01", "Таблицы-2025-10-27.zip"]
  private static let journals = "journals-27.10.2025.zip"

  @Test func countsAreThoseOfTheSourceThatSaysMore() throws {
    let alone = try rules(of: Self.tables, told: nil)
    #expect(alone.contains { $0.id == "lesson-not-entered" && $0.broken > 0 })
    let doubled = "Уроков, которые есть в двух выгрузках, — 1696; каждый считается один раз."
    let both = try rules(of: Self.tables + [Self.journals], told: doubled)
    #expect(both == alone)
    #expect(try rules(of: [Self.journals] + Self.tables.reversed(), told: doubled) == alone)
  }
}
