import Foundation
import Testing

/// README.ru.md against the program: the guide cannot be behind.
@Suite struct GuideTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let guide = root.appending(path: "README.ru.md")
  private static let mark = "<!-- Отсюда до конца файла"

  private var text: String {
    get throws { String(decoding: try Data(contentsOf: Self.guide), as: UTF8.self) }
  }

  private func zavuch(_ arguments: String..., in folder: URL = FileManager.default.temporaryDirectory) throws
    -> Zavuch.Outcome
  {
    try Zavuch.run(arguments, in: folder.path(percentEncoded: false))
  }

  @Test func commandReferenceIsTheProgramsOwn() throws {
    let text = try text
    let start = try #require(text.range(of: Self.mark)).lowerBound
    let line = try #require(text[start...].firstIndex(of: "\n"))
    let reference = try zavuch("help", "--reference")
    #expect(reference.status == 0)
    let current = "\(text[...line])\n\(reference.output)"
    if ProcessInfo.processInfo.environment["ZAVUCH_ACCEPT_GOLDEN"] != nil {
      try Data(current.utf8).write(to: Self.guide)
    } else {
      #expect(text == current, "обновите README.ru.md: ZAVUCH_ACCEPT_GOLDEN=1 swift test")
    }
  }

  @Test func everyRuleIsInTheTable() throws {
    let rules = try zavuch("rules").output.split(separator: "\n").compactMap { $0.firstMatch(of: /^[a-z]+(-[a-z]+)+/) }
    #expect(rules.count > 5)
    let text = try text
    for rule in rules { #expect(text.contains("\n| `\(rule.0)` |"), "в README.ru.md нет правила \(rule.0)") }
  }

  /// The example is taken as it stands, and it names every setting there is.
  @Test func exampleOfSettingsIsWhole() throws {
    let example = try #require(try text.firstMatch(of: /```json5\n((?s).*?)```/)).1
    let folder = FileManager.default.temporaryDirectory.appending(path: "zavuch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "zavuch.json5")

    try Data(example.utf8).write(to: file)
    #expect(try zavuch("check", in: folder).messages.contains("Хранилища «zavuch.sqlite» нет."))

    try Data("{ unknown: 1 }".utf8).write(to: file)
    let refusal = try zavuch("check", in: folder).messages
    let keys = try #require(refusal.firstMatch(of: /допустимы: ([A-Za-z, ]+)/)).1.split(separator: ", ")
    #expect(keys.count > 5)
    for key in keys { #expect(example.contains("\(key): "), "в примере нет настройки \(key)") }
  }

  /// Every example of a table is imported whole by the mapping that stands under it.
  @Test func examplesOfOtherTablesAreImported() throws {
    let examples = try text.matches(of: /### Пример: .*?```csv\n(.*?)```.*?```json5\n(.*?)```/.dotMatchesNewlines())
    #expect(examples.count == 2)
    for example in examples {
      let scratch = try Scratch()
      try scratch.write(String(example.1), to: "Таблица-2024-11-01.csv")
      try scratch.write("{ \(example.2) }", to: "zavuch.json5")
      let outcome = try scratch.zavuch("import", "Таблица-2024-11-01.csv")
      #expect(outcome.status == 0, "\(outcome)")
    }
  }
}
