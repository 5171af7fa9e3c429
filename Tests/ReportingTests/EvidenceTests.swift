import Journal
import JournalStore
import Testing

@testable import Reporting

/// The sheet of what a report's remarks rest on.
@Suite struct EvidenceTests {
  private func findings(_ id: String, addressee: String? = nil, _ fixture: CheckFixture) throws -> [DashboardFinding] {
    let official = ReportContext.Official(position: "Директор", name: nil)
    let context = ReportContext(
      basis: .check(1), organisation: "Школа", place: "", deputy: official, director: official, programVersion: "1.0.0",
      addressee: addressee)
    return try TemplateLibrary(builtIn: Golden.templates).template(id).findings(of: 1, context, in: fixture.database)
  }

  private func fixture() throws -> CheckFixture {
    let fixture = try CheckFixture()
    try fixture.normal()
    return fixture
  }

  @Test func wholeReportTellsEveryRemark() throws {
    let fixture = try fixture()
    let told = try findings("control", fixture)
    let keys = try ReportTemplate.remarkKeys(of: 1, in: fixture.database)
    #expect(!told.isEmpty && Set(told.map(\.key)) == keys && told.count == keys.count)
  }

  @Test func addresseeIsToldOfTheirOwnRemarks() throws {
    let fixture = try fixture()
    let template = try TemplateLibrary(builtIn: Golden.templates).template("teacher-remarks")
    let all = try findings("teacher-remarks", fixture)
    #expect(all.allSatisfy { !$0.teachers.isEmpty })
    let official = ReportContext.Official(position: "Директор", name: nil)
    let names = try template.addressees(
      ReportContext(
        basis: .check(1), organisation: "Школа", place: "", deputy: official, director: official,
        programVersion: "1.0.0"), in: fixture.database)
    for name in try #require(names) {
      let own = try findings("teacher-remarks", addressee: name, fixture)
      #expect(!own.isEmpty && own == all.filter { $0.teachers.contains(name) })
    }
    let ofClasses = try findings("class-remarks", fixture)
    let title = try #require(ofClasses.first?.className)
    let own = try findings("class-remarks", addressee: title, fixture)
    #expect(own == ofClasses.filter { $0.className == title })
    #expect(own.allSatisfy { $0.teachers.isEmpty || $0.subject.isEmpty })
  }

  @Test func factsStandUnderEachOtherWithTheirFinding() throws {
    let finding = try #require(try findings("control", fixture()).first)
    let fact = EvidenceTable.Fact(
      title: "Отметка", value: "5", raw: "5 / Н", file: "5а.xlsx", sheet: "Алгебра", row: 7, column: "AB",
      note: "внесено: 02.09.2025 10:00:00")
    let missing = EvidenceTable.Fact(title: "Тема урока", value: "нет", note: "Искали: 5а.xlsx")
    let table = EvidenceTable.table([finding], facts: [finding.key: [fact, missing]])
    #expect(table.rows.count == 2 && table.rows.allSatisfy { $0.cells.count == table.columns.count })
    #expect(
      Array(table.rows[0].cells.dropFirst(7)) == [
        .text("Отметка"), .text("5"), .text("5 / Н"), .text("5а.xlsx"), .text("Алгебра"), .integer(7), .text("AB"),
        .text("внесено: 02.09.2025 10:00:00"), .text(finding.key),
      ])
    #expect(table.rows[0].cells.prefix(7) == table.rows[1].cells.prefix(7))
    // The exports that showed it are no longer there.
    let gone = EvidenceTable.table([finding], facts: [:])
    #expect(gone.rows.count == 1 && gone.rows[0].cells[14] == .text("В загруженных выгрузках этого больше нет."))
  }
}
