import Journal
import Testing

@testable import Importing

@Suite struct DatePatternTests {
  private func date(_ pattern: String, _ text: String, schoolYear: Int? = nil) -> String? {
    DatePattern(pattern)?.date(text, schoolYear: schoolYear)?.description
  }

  @Test(arguments: [
    ("ДД.ММ.ГГГГ", "05.09.2024"), ("ДД.ММ.ГГГГ", "5.9.2024"), ("ДД.ММ.ГГ", "05.09.24"), ("ГГГГ-ММ-ДД", "2024-09-05"),
    ("ММ/ДД/ГГГГ", "09/05/2024"), ("ДД/ММ/ГГ", "5/9/24"), ("Д месяц ГГГГ", "5 сентября 2024"),
    ("Д месяц ГГГГ", "5 СЕНТ. 2024 г."), ("дд.мм.гггг", "05.09.2024"), ("ДД.ММ.ГГ", " 05.09.24 14:30 "),
    ("ДД.ММ.ГГ", "05.09.2024"),
  ])
  func readsWhatItSays(_ pattern: String, _ text: String) {
    #expect(date(pattern, text) == "2024-09-05")
  }

  @Test(arguments: [
    ("ДД.ММ.ГГ", "05/09/24"), ("ДД.ММ.ГГ", "31.02.24"), ("ДД.ММ.ГГ", "05.09.2"), ("ДД.ММ.ГГ", "05.09.24к"),
    ("ДД.ММ.ГГ", "05.09.24 контрольная"), ("ДД.ММ.ГГ", "105.09.24"), ("ДД.ММ.ГГ", ""), ("ДД.ММ.ГГ", "Итого"),
    ("ММ/ДД/ГГГГ", "25/12/2024"), ("Д месяц ГГГГ", "5 числа 2024"), ("ДД.ММ", "05.09"),
  ])
  func leavesWhatIsNoDateOfIt(_ pattern: String, _ text: String) {
    #expect(date(pattern, text) == nil)
  }

  @Test func withoutYearTakesTheSchoolYears() {
    #expect(date("ДД.ММ", "05.09", schoolYear: 2024) == "2024-09-05")
    #expect(date("ДД.ММ", "15.01", schoolYear: 2024) == "2025-01-15")
    #expect(DatePattern("ДД.ММ")?.hasYear == false)
  }

  @Test(arguments: ["", "ДД.ММ.ГГ.ГГ", "ДД", "ММ.ГГГГ", "DD.MM.YYYY", "ДД.ДД.ММ", "ДДММГГ", "ДД.ММ.ГГ в"])
  func isNoPattern(_ text: String) {
    #expect(DatePattern(text) == nil)
  }
}
