import Journal
import Testing

@testable import Importing

@Suite struct JournalSheetTests {
  private func sheet(named name: String = "Лист", _ change: (inout SheetText) -> Void = { _ in }) -> SheetText {
    var sheet = SheetText(name: name)
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
    #expect(DnevnikNames.classAndGroup(text) == (name, group))
  }

  /// Files that people opened and saved: no space after a colon, a bracket lost, other spellings of the class.
  @Test(arguments: [
    ("Класс:11 а (11-а)", "2018/11А/11А"), ("Класс : 11 а (11-а)", "2018/11А/11А"),
    (" Класс: 10 а (10а)", "2018/10А/10А"),
    ("Класс: 10 а", "2018/10А/10А"), ("Класс: 10-а (10а", "2018/10А/10А"), ("Класс: 5 «А» (5а)", "2018/5А/5А"),
    ("Класс: 9-фм (9-фм)", "2018/9ФМ/9ФМ"), ("КЛАСС: 9-фм (9-фм)", "2018/9ФМ/9ФМ"),
    ("Класс: 7а (Англ.яз 2)", "2018/7А/АНГЛ.ЯЗ 2"), ("Класс: 7а ()", "2018/7А/7А"),
  ])
  func headsEditedByHand(_ line: String, _ key: String) throws {
    let (sheet, problems) = try read(
      sheet {
        $0.set(line, row: 1, column: 1)
        $0.set("Год:2018/2019", row: 2, column: 1)
        $0.set("Наименование предмета:Алгебра", row: 3, column: 1)
        $0.set("Фамилия, имя, отчество педагога:Ирина Петровна Иванова, Пётр Орлов", row: 4, column: 1)
      })
    #expect(problems.isEmpty)
    #expect(sheet.names.journalKey == "dnevnik/\(key)/АЛГЕБРА")
    #expect(sheet.teachers == ["Иванова Ирина Петровна", "Орлов Пётр"])
  }

  @Test(arguments: ["Класс: 7а 7а)", "Класс: первый", "Класс:"])
  func classesThatCannotBeRead(_ line: String) {
    #expect(throws: ImportProblem.self) { try read(sheet { $0.set(line, row: 1, column: 1) }) }
  }

  @Test(arguments: [
    ("Англ. яз. Англ.яз 2", "Англ.яз 2", "Англ. яз."), ("ИЗО 7а", "7а", "ИЗО"),
    ("Геометрия_9-11 9А", "9а", "Геометрия_9-11"),
    ("Англ. яз. Англ. яз.", "Англ. яз.", "Англ. яз."), ("Физ-ра 5 1 подгр.", "5/1 подгр.", "Физ-ра"),
    ("Основы религиозных культур 7а (д", "7а (девочки)", "Основы религиозных культур"),
    ("Математика 4б", "4 Б", "Математика"), ("Русск. яз. 10 а", "10-А", "Русск. яз."),
    ("Лист1", "7а", nil), ("7а", "7а", nil), (" 7а", "7а", nil),
  ])
  func shortNames(_ sheet: String, _ group: String, _ subject: String?) {
    #expect(DnevnikNames.shortSubject(sheet: sheet, group: group) == subject)
  }

  @Test(arguments: [
    ("Сентябрь", 9), ("сентября", 9), ("Сент.", 9), ("сен", 9), ("Октябрь 2018", 10), ("ноя.", 11), ("янв", 1),
    ("Май", 5),
    ("мая", 5), ("март", 3), ("Мар.", 3), ("июн", 6), ("июля", 7), ("авг.", 8), ("м", nil), ("майский", nil),
  ])
  func months(_ text: String, _ month: Int?) { #expect(MonthName.number(text) == month) }

  @Test(arguments: [
    ("1 тр", PeriodKind.trimester), ("2 трим.", .trimester), ("III триместр", .trimester), ("1 сем", .half),
    ("II семестр", .half), ("1 полугодие", .half), ("2 полуг.", .half), ("1 п/г", .half), ("1 чтв", .quarter),
    ("1 четв", .quarter), ("I чет", .quarter), ("4 четверть", .quarter), ("1-я четв.", .quarter), ("Год", .year),
    ("Годовая", .year), ("Экзамен", .exam), ("Экз.", .exam), ("Итог", .result), ("Итоговая", .result),
  ])
  func periods(_ label: String, _ kind: PeriodKind) throws {
    let (sheet, problems) = try read(sheet { $0.set(label, row: 7, column: 6) })
    #expect(problems.isEmpty)
    guard case .period(let read) = sheet.columns[3].kind else {
      Issue.record("столбца периода нет")
      return
    }
    #expect(read == kind)
  }

  /// Whoever retypes the line «Класс» must not move a class's marks into another's journal.
  @Test(arguments: [
    ("Математика 4б", "Класс: 10 а", true), ("Русск. яз. 10 а", "Класс: 4б (4б)", true),
    ("Математика 4б", "Класс: 4 Б", false), ("Англ. яз. Англ.яз. У", "Класс: 10 а", false),
    ("Физ. культура 4а", "Класс: 4б (4а)", false), ("Лист 1", "Класс: 10 а", false),
  ])
  func aSheetOfTwoClasses(_ name: String, _ line: String, _ isContradiction: Bool) throws {
    let sheet = sheet(named: name) { $0.set(line, row: 1, column: 1) }
    #expect((JournalSheet.contradiction(in: sheet) != nil) == isContradiction)
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
  @Test func teachersWithFourWordsOrNone() throws {
    let (sheet, _) = try read(
      sheet {
        $0.set(
          "Фамилия, имя, отчество педагога: Эльшан Гасан оглы Мамедов, , Орлова,", row: 4, column: 1)
      })
    #expect(sheet.teachers == ["Мамедов Эльшан Гасан оглы", "Орлова"])
  }

  @Test func placesOfAHeadThatWasMovedDown() throws {
    var moved = SheetText(name: "Алгебра 11-а")
    let text = sheet()
    for row in 1...text.rowCount {
      for column in 1...max(1, text.columnCount(row: row)) {
        moved.set(text[row, column], row: row + 2, column: column)
      }
    }
    let rows = try read(moved).sheet.rows
    #expect([rows.studyClass, rows.subject, rows.teachers, rows.grid] == [3, 5, 6, 9])
    moved.set("Год: как всегда", row: 4, column: 1)
    let problem = try #require(throws: ImportProblem.self) { try read(moved) }
    #expect(problem.place.row == 4 && problem.raw == "Год: как всегда")
  }
}
