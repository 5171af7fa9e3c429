import Journal
import Testing

@testable import Importing

@Suite struct MappedSheetTests {
  private func sheet(_ name: String = "", _ rows: [String]...) -> SheetText {
    var sheet = SheetText(name: name)
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where !text.isEmpty {
        sheet.set(text, row: row + 1, column: column + 1)
      }
    }
    return sheet
  }

  private let pupils = TableMapping(
    name: "Список", columns: [.init(.pupil, .header("ФИО")), .init(.studyClass, .header("Класс"))])

  @Test func headerIsFoundByItsTexts() throws {
    let found = try #require(
      MappedSheet(
        sheet("", ["Список школы"], [], ["№", "класс", " Фио\u{a0}"], ["1", "8А", "Белов Иван"]), pupils))
    #expect(found.headerRow == 3)
    #expect(found.columns == [.pupil: [3], .studyClass: [2]])
    #expect(found.firstRow == 4)
  }

  @Test func sheetWithoutAHeaderDoesNotFit() {
    let other = sheet("", ["№", "Ученик", "Класс"], ["1", "Белов Иван", "8А"])
    #expect(MappedSheet(other, pupils) == nil)
    #expect(MappedSheet.nearest(other, pupils)?.missing == ["ФИО"])
    #expect(MappedSheet.nearest(other, pupils)?.row == 1)
    #expect(MappedSheet.nearest(sheet("", ["а", "б"]), pupils) == nil)
  }

  @Test func onlyTheNamedSheetFits() {
    var mapping = pupils
    mapping.sheet = "8а"
    let rows = [["ФИО", "Класс"], ["Белов Иван", "8А"]]
    #expect(MappedSheet(sheet("8А", rows[0], rows[1]), mapping) != nil)
    #expect(MappedSheet(sheet("9А", rows[0], rows[1]), mapping) == nil)
  }

  @Test func onlyTheNamedRowIsTheHeader() {
    var mapping = pupils
    mapping.headerRow = 2
    #expect(MappedSheet(sheet("", ["ФИО", "Класс"], ["Белов Иван", "8А"], ["", ""]), mapping) == nil)
  }

  @Test func headerThatStandsTwiceIsToldWithItsColumns() throws {
    let found = try #require(MappedSheet(sheet("", ["ФИО", "Класс", "Класс"], ["Белов Иван", "8А", "8"]), pupils))
    #expect(found.repeated?.header == "Класс")
    #expect(found.repeated?.columns == [2, 3])
  }

  @Test func gridFitsOnlyWhereItsHeadersAreOfTheKind() throws {
    let days = TableMapping(
      name: "Дни", columns: [.init(.pupil, .header("ФИО"))], across: .init(field: .date, cell: .mark, from: 2))
    let page = sheet("", ["ФИО", "01.09.2024", "", "02.09.2024"], ["Белов Иван", "5", "4"])
    let found = try #require(MappedSheet(page, days))
    #expect(found.across.map(\.column) == [2, 4])
    #expect(found.nameless == [3])
    let summary = sheet("", ["ФИО", "Алгебра"], ["Белов Иван", "5"])
    #expect(MappedSheet(summary, days) == nil)
    var subjects = days
    subjects.across = .init(field: .subject, cell: .final, from: 2)
    #expect(MappedSheet(summary, subjects) != nil)
    #expect(MappedSheet(page, subjects) == nil)
  }

  @Test(
    arguments: [
      ("A", 1), ("z", 26), ("AB", 28), ("XFD", 16_384), ("С", 3), ("АВ", 28), ("XFE", nil), ("", nil), ("1", nil),
      ("Ж", nil), ("AAAA", nil),
    ] as [(String, Int?)])
  func columnByLetters(_ letters: String, _ number: Int?) {
    #expect(ColumnName.number(letters) == number)
  }

  @Test(
    arguments: [
      ("2024/2025", 2024), ("2024-2025", 2024), ("2024/25", 2024), ("2024", 2024), ("2024/2026", nil), ("24/25", nil),
      ("", nil), ("год", nil),
    ] as [(String, Int?)])
  func schoolYear(_ text: String, _ year: Int?) {
    #expect(TableMapping.schoolYear(text) == year)
  }

  @Test(arguments: ["Итого", "Средний балл", "% успеваемости", "Кол-во «5»", "СР. БАЛЛ", "Качество знаний"])
  func totalsAreTold(_ text: String) { #expect(SummaryText.isSummary(text)) }

  @Test(arguments: ["Итогов Иван", "Средний Пётр", "Качествова Анна", "Алгебра"])
  func otherWordsAreNoTotals(_ text: String) { #expect(!SummaryText.isSummary(text)) }

  @Test(
    arguments: [
      ("дата урока", .date), ("Дата рождения", .birthDate), ("Номер урока", .number), ("Ф.И.О. ученика", .pupil),
      ("Учитель", .teacher), ("Отметка за работу", .mark), ("Вид работы", .work), ("Тема урока", .topic),
      ("Средний балл", nil), ("Классный руководитель", nil), ("№ п/п", nil),
    ] as [(String, MappingField?)])
  func headerSuggestsAField(_ header: String, _ field: MappingField?) {
    #expect(MappingField.suggested(by: header) == field)
  }
}
