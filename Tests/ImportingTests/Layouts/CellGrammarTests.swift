import Journal
import Testing

@testable import Importing

@Suite struct CellGrammarTests {
  @Test(arguments: [
    ("5", "5"), (" 4 ", "4"), ("5-", "5-"), ("4/5", "4 5"), ("3/3/4", "3 3 4"), ("5 4", "5 4"), ("н", "Н"), ("Н", "Н"),
    ("H", "Н"), ("нн", "Н Н"), ("н5", "5 Н"), ("5н", "5 Н"), ("5 Н", "5 Н"), ("н4/5", "4 5 Н"), ("нн5", "5 Н Н"),
    ("Б", "Б"), ("п", "У"), ("УП", "У"), ("оп", "О"), ("осв", "осв"), ("ОСВ", "осв"), ("зач", "зач"), ("н/а", "н/а"),
    ("а/з", "а/з"), (".", "."), ("-", "-"), ("\u{a0}5\u{a0}", "5"), ("", ""),
  ])
  func reads(_ raw: String, _ expected: String) throws {
    let cell = try #require(CellGrammar.parse(raw))
    #expect((cell.marks.map(\.text) + cell.attendance.map(\.rawValue)).joined(separator: " ") == expected)
  }

  @Test(arguments: ["6", "0", "12", "5!", "x", "хорошо", "4/", "/5", "4//5", "4/н", "5н5", "н-", "4,5", "нж"])
  func refuses(_ raw: String) {
    #expect(CellGrammar.parse(raw) == nil)
  }
}
