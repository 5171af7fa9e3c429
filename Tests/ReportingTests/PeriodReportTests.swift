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
