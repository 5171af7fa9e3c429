import Journal
import JournalStore
import Testing

@testable import Reporting

/// The справка by its golden texts, which are read as a deputy head would.
@Suite struct ControlReportTests {
  private func document(
    _ check: Int64 = 1, context: (inout ReportContext) -> Void = { _ in }, _ fill: (CheckFixture) throws -> Void
  ) throws -> ReportDocument {
    let fixture = try CheckFixture()
    try fill(fixture)
    var particulars = ReportContext(
      basis: .check(check), organisation: "МБОУ «Средняя школа № 7»", place: "г. Заречный",
      deputy: .init(position: "Заместитель директора по УВР", name: "М.И. Кузнецова"),
      director: .init(position: "Директор", name: nil), programVersion: "1.0.0")
    context(&particulars)
    let template = try TemplateLibrary(builtIn: Golden.templates).template("control")
    return try template.document(particulars, in: fixture.database)
  }

  @Test func tellsACheck() throws {
    let document = try document { try $0.normal() }
    try Golden.expect(DocumentDump.text(document), equals: "control-normal")
  }

  @Test func inventsNothingWithoutFindings() throws {
    let signed = CivilDate("2026-06-08")
    let document = try document(
      context: {
        $0.isDraft = false
        $0.date = signed
        $0.signer = ReportContext.Signer(.deputy, name: "М.И. Кузнецова")
        $0.number = "14"
      }, { try $0.withoutFindings() })
    #expect(!document.isDraft)
    try Golden.expect(DocumentDump.text(document), equals: "control-without-findings")
  }

  @Test func saysWhyNothingApplies() throws {
    try Golden.expect(DocumentDump.text(try document { try $0.notApplicable() }), equals: "control-not-applicable")
  }

  @Test func comparesWithThePreviousCheck() throws {
    try Golden.expect(DocumentDump.text(try document(2) { try $0.followUp() }), equals: "control-follow-up")
  }

  @Test func listsThreeHundredRemarks() throws {
    let document = try document { try $0.crowded() }
    let table = try #require(document.tables.first { $0.name == "По учителям" })
    #expect(table.rows.filter { $0.kind == .body }.count == 300)
    #expect(
      table.rows.filter { $0.kind == .group }.map(\.cells) == [
        [.text("Иванова И.П.: замечаний — 100")], [.text("Петров А.Б.: замечаний — 100")],
        [.text("Сидорова Н.В.: замечаний — 100")],
      ])
    try Golden.expect(DocumentDump.text(document), equals: "control-crowded")
  }

  @Test func joinsEqualRemarksAboutPupils() throws {
    let document = try document(2) { try $0.joined() }
    try Golden.expect(DocumentDump.text(document), equals: "control-joined")
  }

  /// Joining loses no remark: with its repeats under other teachers every pupil is named as often as found.
  @Test func namesEveryPupilOfJoinedRemarks() throws {
    let fixture = try CheckFixture()
    try fixture.joined()
    for query in [ReportQuery.findingsByTeacher, .findingsByClass] {
      let findings = try #require(query.columns.firstIndex { $0.name == "findings" })
      let names = try #require(query.columns.firstIndex { $0.name == "names" })
      let text = try #require(query.columns.firstIndex { $0.name == "remark" })
      var (counted, named) = (0, 0)
      try query.forEachRow(of: 2, in: fixture.database) { row in
        let pupils = row[names].plainText.split(separator: ", ")
        guard case .integer(let count) = row[findings] else { return }
        counted += count
        named += pupils.count
        for pupil in pupils { #expect(row[text].plainText.contains(pupil)) }
      }
      // Two remarks of two teachers stand twice.
      #expect(counted == (query.name == ReportQuery.findingsByClass.name ? 3 : 14))
      #expect(named == counted)
    }
  }

  @Test func countsInTextWhatTablesHold() throws {
    let document = try document { try $0.normal() }
    let byClass = try #require(document.tables.first { $0.name == "По классам" })
    let listed = byClass.rows.filter { $0.kind == .body }.compactMap { row -> Int? in
      if case .integer(let count) = row.cells[3] { count } else { nil }
    }
    #expect(byClass.rows.last?.cells[3] == .integer(listed.reduce(0, +)))
    #expect(Set(document.tables.map(\.name)).count == document.tables.count)
    for table in document.tables {
      for row in table.rows { #expect(row.cells.count == (row.kind == .group ? 1 : table.columns.count)) }
    }
  }

  @Test func isTheSameTwice() throws {
    #expect(try document { try $0.normal() } == document { try $0.normal() })
  }

  @Test func refusesACheckThatIsNotThere() throws {
    #expect(throws: StoreError.self) { try document(7) { try $0.normal() } }
  }
}

extension ReportDocument {
  fileprivate var tables: [Table] { blocks.compactMap { if case .table(let table) = $0 { table } else { nil } } }
}
