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

  @Test func givesEachClassItsRegister() throws {
    let document = try template("class-summary").document(context(), in: PeriodFixture().database)
    try Golden.expect(DocumentDump.text(document), equals: "class-summary")
  }

  @Test func givesOneClassAlone() throws {
    let fixture = try PeriodFixture()
    let template = try template("class-summary")
    #expect(try template.addressees(context(), in: fixture.database) == ["5А", "10Б", "1В"])
    let whole = try template.document(context(), in: fixture.database)
    let one = try template.document(context(addressee: "5А"), in: fixture.database)
    #expect(one.blocks == Array(whole.blocks.prefix(one.blocks.count)))
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
