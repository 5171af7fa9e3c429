import FoundationEssentials
import JournalStore
import Testing

@testable import Reporting

/// The list of queries in ReportTemplates/README.md is written by the program: it cannot be behind.
@Suite struct TemplateReferenceTests {
  private static let mark = "<!-- Дальше до конца файла"

  private var reference: String {
    let kinds: [ReportQuery.Kind: String] = [
      .text: "текст", .integer: "количество", .date: "дата", .moment: "время", .share: "доля", .points: "число",
      .decimal: "число", .mark: "отметка",
    ]
    var text = ""
    for query in ReportQuery.all {
      let form = query.isSingleRow ? " Одна строка: пишите `\(query.name).столбец` в любом месте отчёта." : ""
      let source = query.source == .period ? " Только в отчётах с `basis=\"period\"`." : ""
      let meaning = query.meaning.prefix(1).uppercased() + query.meaning.dropFirst()
      text += "\n### `\(query.name)`\n\n\(meaning).\(source)\(form)\n\n"
      text += "| Столбец | Вид | Что это |\n|---|---|---|\n"
      for column in query.columns {
        text += "| `\(column.name)` | \(kinds[column.kind] ?? "") | \(column.meaning) |\n"
      }
    }
    text += "\n### `document`\n\nСведения о документе: пишите `document.столбец` в любом месте отчёта.\n\n"
    text += "| Столбец | Вид | Что это |\n|---|---|---|\n"
    for field in DocumentField.allCases {
      text += "| `\(field.rawValue)` | \(kinds[field.kind] ?? "") | \(field.meaning) |\n"
    }
    return text
  }

  @Test func readmeListsEveryQuery() throws {
    let path = Golden.templates + "/README.md"
    let readme = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    let lines = readme.split(separator: "\n", omittingEmptySubsequences: false)
    let cut = try #require(lines.firstIndex { $0.hasPrefix(Self.mark) })
    let kept = lines[...cut].joined(separator: "\n") + "\n"
    if Golden.accepts { try Data((kept + reference).utf8).write(to: URL(filePath: path)) }
    #expect(Golden.accepts || readme == kept + reference, "обновите README.md: ZAVUCH_ACCEPT_GOLDEN=1 swift test")
  }

  @Test func readmeTellsEveryElement() throws {
    let readme = try #require(FileManager.default.contents(atPath: Golden.templates + "/README.md"))
    let text = String(decoding: readme, as: UTF8.self)
    let vocabulary = try SchemaFile.schema().vocabulary
    for name in vocabulary.names { #expect(text.contains("`\(name)`"), "в README.md нет элемента \(name)") }
    for attribute in vocabulary.elements.flatMap(\.attributes) {
      #expect(text.contains("`\(attribute.name)") || text.contains(" \(attribute.name)=\""), "нет \(attribute.name)")
    }
  }

  @Test func queriesGiveTheColumnsTheyDeclare() throws {
    let fixture = try CheckFixture()
    try fixture.followUp()
    try PeriodFixture.fill(fixture.database)
    try RatingTables.make(in: fixture.database)
    for query in ReportQuery.all {
      let statement = try fixture.database.prepare(query.sql)
      let width = query.columns.reduce(0) { $0 + ($1.kind == .share ? 2 : 1) }
      #expect(Int(statement.columnCount) == width, "\(query.name)")
      #expect(Set(query.columns.map(\.name)).count == query.columns.count, "\(query.name)")
      var rows = 0
      try query.forEachRow(of: 2, in: fixture.database) { _ in rows += 1 }
      #expect(!query.isSingleRow || rows == 1, "\(query.name)")
    }
  }
}
