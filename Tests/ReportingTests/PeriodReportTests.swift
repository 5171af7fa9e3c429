import Journal
import JournalStore
import Testing

@testable import Reporting

/// Reports of a period, by their golden texts.
@Suite struct PeriodReportTests {
  private func context(addressee: String? = nil) throws -> ReportContext {
    ReportContext(
      basis: .period(asOf: try #require(CivilDate("2025-10-31"))), organisation: "МБОУ «Средняя школа № 7»",
      place: "г. Заречный", deputy: .init(position: "Заместитель директора по УВР", name: "М.И. Кузнецова"),
      director: .init(position: "Директор", name: nil), programVersion: "1.0.0", addressee: addressee)
  }

  private func template(_ id: String) throws -> ReportTemplate {
    try TemplateLibrary(builtIn: Golden.templates).template(id)
  }

  @Test(arguments: [
    "accumulation", "attendance", "class-period", "class-summary", "parent-extract", "programme", "school-summary",
  ])
  func tellsThePeriod(_ id: String) throws {
    let document = try template(id).document(context(), in: PeriodFixture().database)
    try Golden.expect(DocumentDump.text(document), equals: id)
  }

  /// A forecast is the class teacher's to work with: no official sheet and no parent takes it for a mark.
  @Test(arguments: ["class-summary", "parent-extract"]) func leavesAMarkNotGivenEmpty(_ id: String) throws {
    let text = DocumentDump.text(try template(id).document(context(), in: PeriodFixture().database))
    #expect(!text.contains("3?"))
    #expect(!text.contains("предсказан"))
  }

  @Test func keepsANameWithItsInitialsInATitle() {
    #expect("Выписка: Белова А.Б., 5А класс".withBoundInitials == "Выписка: Белова\u{a0}А.Б., 5А класс")
    #expect("Класс. Белова Анна".withBoundInitials == "Класс. Белова Анна")
  }

  /// Sources that give two final marks are told of, where the sheet shows their sign.
  @Test func explainsTheSignOfADisputedMark() throws {
    let fixture = try PeriodFixture()
    try fixture.database.execute("UPDATE analysed_class SET disputed = 1 WHERE class = 1")
    let text = DocumentDump.text(try template("class-summary").document(context(), in: fixture.database))
    #expect(text.contains("Знак «≠» — выгрузки называют разные итоговые отметки"))
  }

  /// A page that a parent gets names no other child.
  @Test func extractOfAPupilNamesNobodyElse() throws {
    let fixture = try PeriodFixture()
    let template = try template("parent-extract")
    let names = try #require(try template.addressees(context(), in: fixture.database))
    #expect(names.count == 4)
    for name in names {
      let text = DocumentDump.text(try template.document(context(addressee: name), in: fixture.database))
      #expect(text.contains(name))
      for other in names where other != name { #expect(!text.contains(other)) }
    }
  }

  @Test func givesOneClassAlone() throws {
    let fixture = try PeriodFixture()
    let template = try template("class-summary")
    #expect(try template.addressees(context(), in: fixture.database) == ["5А", "10Б", "1В"])
    let whole = try template.document(context(), in: fixture.database)
    let one = try template.document(context(addressee: "5А"), in: fixture.database)
    let part = DocumentPart(title: "5А", orientation: .landscape, identifier: one.properties.identifier)
    #expect(whole.blocks.first == .part(part))
    #expect(one.blocks == Array(whole.blocks.dropFirst().prefix(one.blocks.count)))
    #expect(one.properties.identifier != whole.properties.identifier)
    #expect(one.properties.identifier.count == 32)
    #expect(try template.document(context(), in: fixture.database) == whole)
  }

  @Test func nothingIsLeftInTheStore() throws {
    let fixture = try PeriodFixture()
    try PeriodTables.drop(in: fixture.database)
    #expect(try fixture.database.integer("SELECT count(*) FROM temp.sqlite_master") == 0)
  }
}
