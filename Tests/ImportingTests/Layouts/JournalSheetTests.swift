import Journal
import Testing

@testable import Importing

@Suite struct JournalSheetTests {
  private func sheet(_ change: (inout SheetText) -> Void = { _ in }) -> SheetText {
    var sheet = SheetText(name: "Лист")
    let head = ["Класс: 10 а (11-а)", "Год: 2018/2019", "Наименование предмета: Алгебра"]
    for (index, text) in head.enumerated() { sheet.set(text, row: index + 1, column: 1) }
    sheet.set("Фамилия, имя, отчество педагога: Ирина Петровна Иванова,Пётр Орлов", row: 4, column: 1)
    let months = [
      "Месяц", "Сентябрь", "", "", "1 тр", "сентября", "Дек.", "Май", "Март", "2 сем", "Год", "Экзамен", "Итог",
    ]
    let days = ["Число", "1", "1", "30", "", "30", "31", "9", "8", "", "", "", ""]
    for (index, text) in months.enumerated() { sheet.set(text, row: 7, column: index + 2) }
    for (index, text) in days.enumerated() { sheet.set(text, row: 8, column: index + 2) }
    sheet.set("Фамилия и имя ученика", row: 9, column: 2)
    sheet.set("Белов И.", row: 10, column: 2)
    sheet.set("Волкова О.", row: 12, column: 2)
    change(&sheet)
    return sheet
  }

  private func read(_ sheet: SheetText) throws -> (sheet: JournalSheet, problems: [ImportProblem]) {
    var problems: [ImportProblem] = []
    let read = try JournalSheet(sheet, problems: &problems)
    return (read, problems)
  }

  @Test func headAndColumns() throws {
    let (sheet, problems) = try read(sheet())
    #expect(problems.isEmpty)
    #expect([sheet.className, sheet.groupName, sheet.subject] == ["10 а", "11-а", "Алгебра"])
    #expect(sheet.teachers == ["Иванова Ирина Петровна", "Орлов Пётр"])
    #expect(sheet.pupils.map(\.name) == ["Белов И.", "Волкова О."])
    #expect(sheet.pupils.map(\.row) == [10, 12])
    let columns = sheet.columns.map { column in
      switch column.kind {
      case .lesson(let date, let ordinal): "\(date)#\(ordinal)"
      case .period(let kind): "\(kind)"
      }
    }
    #expect(
      columns == [
        "2018-09-01#1", "2018-09-01#2", "2018-09-30#1", "trimester", "2018-09-30#2", "2018-12-31#1", "2019-05-09#1",
        "2019-03-08#1", "half", "year", "exam", "result",
      ])
  }

  @Test(arguments: [
    ("7а (Англ.яз 2)", "7а", "Англ.яз 2"), ("5б", "5б", "5б"), ("9-фм (9-фм)", "9-фм", "9-фм"),
    ("11 а (Ин.яз. (нем.))", "11 а", "Ин.яз. (нем.)"),
  ])
  func classAndGroup(_ text: String, _ name: String, _ group: String) {
    #expect(JournalSheet.classAndGroup(text) == (name, group))
  }

  @Test func entriesOutsideTheGridAreTold() throws {
    let (_, problems) = try read(
      sheet {
        $0.set("4", row: 11, column: 3)
        $0.set("5", row: 10, column: 15)
      })
    #expect(
      problems.map { "\($0.place.row ?? 0):\($0.place.column ?? 0) \($0.problem) «\($0.raw)»" } == [
        "8:15 в столбце есть записи, а над ними нет числа «5»", "11:3 в строке есть записи, а имени ученика нет «4»",
      ])
  }

  @Test(arguments: ["Зачёт", "Семинар", "Контрольная", "Примечание"])
  func headsThatAreNoPeriod(_ head: String) throws {
    let (_, problems) = try read(sheet { $0.set(head, row: 7, column: 6) })
    #expect(problems.map(\.raw) == [head])
  }
}
