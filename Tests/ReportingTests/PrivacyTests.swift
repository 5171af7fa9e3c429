import Journal
import JournalStore
import Testing

@testable import Reporting

/// П 3.5: how pupils are named is the report's profile, and no query can forget it.
@Suite struct PrivacyTests {
  private func context(_ basis: ReportContext.Basis, _ privacy: PrivacyProfile?, addressee: String? = nil)
    -> ReportContext
  {
    ReportContext(
      basis: basis, organisation: "МБОУ «Средняя школа № 7»", place: "г. Заречный",
      deputy: .init(position: "Заместитель директора по УВР", name: nil),
      director: .init(position: "Директор", name: nil), programVersion: "1.0.0", addressee: addressee,
      privacy: privacy)
  }

  private func text(
    _ id: String, _ basis: ReportContext.Basis, _ privacy: PrivacyProfile?, addressee: String? = nil,
    in database: Database
  ) throws -> String {
    let template = try TemplateLibrary(builtIn: Golden.templates).template(id)
    return DocumentDump.text(
      try template.document(context(basis, privacy, addressee: addressee), in: database))
  }

  @Test func namesOfFindingsAreMaskedInColumnsAndSentences() throws {
    let fixture = try CheckFixture()
    try fixture.normal()
    let whole = try text("control", .check(1), nil, in: fixture.database)
    let names = ["Белов Пётр", "Зуева Ольга", "Орлова Анна", "Яшин Лев"]
    for name in names { #expect(whole.contains(name)) }
    for profile in PrivacyProfile.allCases where profile != .full {
      for id in ["control", "class-remarks", "teacher-remarks"] {
        let masked = try text(id, .check(1), profile, in: fixture.database)
        for name in names { #expect(!masked.contains(name), "\(id), \(profile)") }
        #expect(masked.contains("Иванова И.П."), "учителя названы")
      }
    }
    #expect(try text("control", .check(1), .initials, in: fixture.database).contains("Белов П."))
    #expect(try text("control", .check(1), .codes, in: fixture.database).contains("обучающийся № 11"))
    #expect(try text("control", .check(1), nil, in: fixture.database) == whole)
    #expect(try fixture.database.integer("SELECT count(*) FROM temp.sqlite_schema") == 0)
  }

  @Test func namesOfAnAnalysisAreMaskedAndPutBack() throws {
    let fixture = try PeriodFixture()
    let basis = ReportContext.Basis.period(asOf: try #require(CivilDate("2025-10-31")))
    let whole = try text("class-summary", basis, nil, in: fixture.database)
    let masked = try text("class-summary", basis, .codes, in: fixture.database)
    #expect(whole.contains("Белова Анна") && !masked.contains("Белова Анна"))
    #expect(masked.contains("обучающийся № 32"))
    #expect(try text("class-summary", basis, nil, in: fixture.database) == whole)
    // Whom it is for is known by the whole name.
    let one = try text("parent-extract", basis, .initials, addressee: "Абрамов Илья, 5А", in: fixture.database)
    #expect(one.contains("Абрамов\u{a0}И.") && !one.contains("Абрамов Илья"))
  }

  @Test func initialsOfNamesAsTheyCome() {
    #expect(PrivacyProfile.initials.name("Белов Пётр Ильич", number: 1) == "Белов П.И.")
    #expect(PrivacyProfile.initials.name("Белов", number: 1) == "Белов")
    #expect(PrivacyProfile.numbers.name("Белов Пётр", number: 1) == "обучающийся")
    #expect(PrivacyProfile.full.name("Белов Пётр", number: 1) == "Белов Пётр")
  }
}
