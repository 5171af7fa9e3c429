import Journal
import Testing

@testable import Importing

@Suite struct CellGrammarTests {
  @Test(arguments: [
    ("5", "5"), (" 4 ", "4"), ("5-", "5-"), ("4/5", "4 5"), ("3/3/4", "3 3 4"), ("5 4", "5 4"), ("н", "Н"), ("Н", "Н"),
    ("H", "Н"), ("нн", "Н Н"), ("н5", "5 Н"), ("5н", "5 Н"), ("5 Н", "5 Н"), ("н4/5", "4 5 Н"), ("нн5", "5 Н Н"),
    ("Б", "Б"), ("п", "У"), ("УП", "У"), ("оп", "О"), ("осв", "осв"), ("ОСВ", "осв"), ("зач", "зач"), ("н/а", "н/а"),
    ("а/з", "а/з"), (".", "."), ("-", "-"), ("\u{a0}5\u{a0}", "5"), ("", ""), ("нп", "Н"), ("У", "У"), ("О", "О"),
    ("ЗЧ", "зач"),
    ("НЗ", "незач"), ("незач", "незач"), ("H5", "5 Н"), ("O", "О"), ("П", "У"), ("п5", "5 У"), ("б3", "3 Б"),
    ("4+", "4+"),
    // Two works of a day, attendance before or after them (FORMATS 4).
    ("3  3", "3 3"), ("О 2", "2 О"), ("Б  3/3", "3 3 Б"), ("О 4/3", "4 3 О"), ("2 Н", "2 Н"), ("Н Н", "Н Н"),
    ("Б Б 3", "3 Б Б"), ("О Н", "О Н"), ("О 2 5", "2 5 О"), ("2  3/3", "2 3 3"),
  ])
  func reads(_ raw: String, _ expected: String) throws {
    let cell = try #require(CellGrammar.parse(raw))
    #expect((cell.marks.map(\.text) + cell.attendance.map(\.rawValue)).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    "6", "0", "12", "5!", "x", "хорошо", "4/", "/5", "4//5", "4/н", "5н5", "н-", "4,5", "нж", "2019-05-04", "#REF!",
    "4.5",
  ])
  func refuses(_ raw: String) {
    #expect(CellGrammar.parse(raw) == nil)
  }
  @Test(arguments: [("о н", AttendanceCode.absent), ("нн", .absent), ("О Б", .ill), ("оп", .late)])
  func absenceAfterALateArrivalIsKept(_ raw: String, _ code: AttendanceCode) throws {
    #expect(try #require(CellGrammar.parse(raw)).attendance.decisive == code)
  }
}
