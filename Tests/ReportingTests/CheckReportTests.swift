import Journal
import JournalStore
import Testing

@testable import Reporting

/// Reports of registered checks other than the справка, by their golden texts.
@Suite struct CheckReportTests {
  private func context(_ check: Int64, addressee: String? = nil) -> ReportContext {
    ReportContext(
      basis: .check(check), organisation: "МБОУ «Средняя школа № 7»", place: "г. Заречный",
      deputy: .init(position: "Заместитель директора по УВР", name: "М.И. Кузнецова"),
      director: .init(position: "Директор", name: "И.П. Котов"), programVersion: "1.0.0", addressee: addressee)
  }

  private func template(_ id: String) throws -> ReportTemplate {
    try TemplateLibrary(builtIn: Golden.templates).template(id)
  }

  private func text(_ id: String, _ check: Int64, addressee: String? = nil, _ fixture: CheckFixture) throws -> String {
    DocumentDump.text(try template(id).document(context(check, addressee: addressee), in: fixture.database))
  }

  @Test func extractsForClassTeachers() throws {
    let fixture = try CheckFixture()
    try fixture.normal()
    try Golden.expect(text("class-remarks", 1, fixture), equals: "class-remarks")
  }

  @Test func aReportOfNobodySaysSo() throws {
    let fixture = try CheckFixture()
    try fixture.withoutFindings()
    #expect(try text("teacher-remarks", 1, fixture).contains("адресатов для него нет"))
  }

  @Test func slipsForTeachersNameNoOtherTeachersRemarks() throws {
    let fixture = try CheckFixture()
    try fixture.normal()
    try Golden.expect(text("teacher-remarks", 1, fixture), equals: "teacher-remarks")
    let names = try #require(try template("teacher-remarks").addressees(context(1), in: fixture.database))
    #expect(names.count == 2)
    for name in names {
      let slip = try text("teacher-remarks", 1, addressee: name, fixture)
      for other in names where other != name { #expect(!slip.contains(other)) }
    }
  }

  @Test func listsTheChecks() throws {
    let fixture = try CheckFixture()
    try fixture.followUp()
    try Golden.expect(text("checks-register", 2, fixture), equals: "checks-register")
    #expect(!(try text("checks-register", 1, fixture)).contains("31.05.2026"), "позднейших проверок в перечне нет")
  }

  @Test func ratesClassTeachers() throws {
    let fixture = try CheckFixture()
    try fixture.normal()
    try RatingTables.make(in: fixture.database)
    try PeriodTables.insert(
      [
        ["classes", 1, 2, "6Б", 1, 9750, 90, 2, 92], ["classes", 2, 1, "5А", 2, 9100, 80, 8, 88],
      ], into: "rated_entry", in: fixture.database)
    try PeriodTables.insert(
      [
        ["classes", 1, 1, "lesson-not-entered", "Урок внесён в журнал", 3, 90, 2, 92, 250],
        ["classes", 2, 1, "lesson-not-entered", "Урок внесён в журнал", 3, 80, 8, 88, 900],
      ], into: "rated_part", in: fixture.database)
    try PeriodTables.insert([["100 баллов минус потери", "вес: замечание 3"]], into: "rated_by", in: fixture.database)
    try Golden.expect(text("class-teacher-rating", 1, fixture), equals: "class-teacher-rating")
  }

  @Test func tellsTheAuthorityNoNamesAndNoSmallGroups() throws {
    let fixture = try CheckFixture()
    try fixture.normal()
    try fixture.studyClasses([(1, 3, "А"), (2, 6, "Б"), (3, 10, "В")])
    // Of 48 pupils 3 did not log in: two levels could be subtracted from the school's total, so two are hidden.
    try fixture.scope(1, "pupil-not-participating", [(1, 10, 1), (2, 20, 0), (3, 15, 2)])
    try fixture.scope(1, "lesson-not-entered", [(1, 50, 10), (2, 100, 0)])
    let text = try text("authority", 1, fixture)
    try Golden.expect(text, equals: "authority")
    for name in ["Белов", "Зуева", "Орлова", "Яшин", "Петров", "Иванова"] { #expect(!text.contains(name)) }
  }

  @Test func hidesWhatASmallGroupCouldBeWorkedOutFrom() throws {
    let database = try JournalStore(path: ":memory:").database
    func told(_ part: Int, of whole: Int, rule: String = "pupil-without-marks", isTelling: Int = 1) throws -> [String] {
      let statement = try database.prepare(
        "SELECT \(SmallGroupSQL.cells("n.part", "n.whole", isTelling: "n.is_telling")) FROM (SELECT \(part) AS part, \(whole) AS whole, '\(rule)' AS rule, \(isTelling) AS is_telling) n"
      )
      #expect(try statement.step())
      return (0..<5).map { statement.optionalText($0) ?? "—" }
    }
    #expect(try told(50, of: 60) == ["60", "50", "10", "50", "60"])
    // Most of it is undetermined.
    #expect(try told(50, of: 60, isTelling: 0) == ["60", "50", "10", "—", "—"])
    #expect(try told(0, of: 60) == ["60", "0", "60", "0", "60"])
    #expect(try told(60, of: 60) == ["60", "60", "0", "60", "60"])
    #expect(try told(5, of: 60) == ["60", "5", "55", "5", "60"])
    #expect(try told(4, of: 60) == ["60", "менее 5", "скрыто", "—", "—"])
    #expect(try told(56, of: 60) == ["60", "скрыто", "менее 5", "—", "—"])
    #expect(try told(55, of: 60) == ["60", "55", "5", "55", "60"])
    #expect(try told(4, of: 60, rule: "lesson-not-entered") == ["60", "4", "56", "4", "60"])
    #expect(try told(3, of: 6) == ["6", "менее 5", "менее 5", "—", "—"])
    #expect(try told(0, of: 4) == ["менее 5", "скрыто", "менее 5", "—", "—"])
  }
}
