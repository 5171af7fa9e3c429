import Foundation
import Testing

/// Tables that the settings describe.
@Suite struct MappedTableTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func settings(_ mappings: String...) throws {
    try scratch.write("{ mappings: [\n\(mappings.joined(separator: ",\n"))\n] }\n", to: "zavuch.json5")
  }

  static let marks = """
    { name: "Отметки", columns: { date: "Дата", pupil: "ФИО", mark: "Отметка", work: "Вид работы", entered: "Внесено" },
      constant: { class: "8А", subject: "Алгебра" }, dates: "ДД.ММ.ГГ" }
    """

  static let summary = """
    { name: "Сводная", columns: { pupil: "ФИО" }, across: { field: "subject", cell: "final", from: "C" },
      constant: { class: "8 «А»", period: "1 четверть", year: "2024/2025" } }
    """

  static let days = """
    { name: "Дни", header: 2, columns: { pupil: "ФИО" },
      across: { field: "date", cell: "mark", from: "C", months: 1 },
      constant: { class: "8А", subject: "Физика", year: "2024/2025" } }
    """

  @Test func listOfMarks() throws {
    try settings(MappedTableTranscripts.marks)
    try scratch.write(
      """
      Отметки 8А по алгебре
      Дата;ФИО;Отметка;Вид работы;Внесено
      05.09.24;Белов Иван;5;Контрольная работа;05.09.2024 15:00
      05.09.24;Волкова Ольга;4/5;Контрольная работа;

      Дата;ФИО;Отметка;Вид работы;Внесено
      06.09.24;Белов Иван;н5;;
      06.09.24;Волкова Ольга;;;
      Итого;;3;;

      """, to: "Отметки.csv")
    try scratch.expect(
      """
      $ zavuch import Отметки.csv
      ✓ Отметки.csv — таблица из настроек: классов 1, уроков 2, учеников 2, отметок 4, пропусков 1, выгрузка на 05.09.2024 15:00:00
        новых 7, изменено 0, исчезло 0, отклонено 0
      ! Отметки.csv, строка 9: строка итогов или подписи пропущена
      !   записано: «Итого»
      !   что делать: Если это ученик или урок, исправьте первое слово строки.
      ! Отметки.csv: в таблице есть записи за 06.09.2024, а выгрузка считается сделанной 05.09.2024 15:00:00
      !   что делать: Проверьте момент выгрузки; верный укажите в --taken-at.
      $ zavuch import Отметки.csv
      ✓ Отметки.csv — таблица из настроек: классов 1, уроков 2, учеников 2, отметок 4, пропусков 1, выгрузка на 05.09.2024 15:00:00, нового нет
      ! Отметки.csv, строка 9: строка итогов или подписи пропущена
      !   записано: «Итого»
      !   что делать: Если это ученик или урок, исправьте первое слово строки.
      ! Отметки.csv: в таблице есть записи за 06.09.2024, а выгрузка считается сделанной 05.09.2024 15:00:00
      !   что делать: Проверьте момент выгрузки; верный укажите в --taken-at.
      """)
    #expect(try scratch.rows("SELECT kind, is_written FROM work") == ["Контрольная работа|1"])
    #expect(
      try scratch.rows("SELECT l.held_on, m.value, m.raw FROM mark m JOIN lesson l ON l.id = m.lesson ORDER BY 1, 2, 3")
        == ["19971|4|4/5", "19971|5|—", "19971|5|4/5", "19972|5|н5"])
  }

  /// Two mappings are two sources: who is certainly one is joined, in any order, and who is not is told.
  @Test(arguments: [["Отметки.csv", "Сводная.csv"], ["Сводная.csv", "Отметки.csv"]])
  func peopleOfTwoMappedTables(_ order: [String]) throws {
    try settings(MappedTableTranscripts.marks, MappedTableTranscripts.summary)
    try scratch.write(
      """
      Дата;ФИО;Отметка;Вид работы;Внесено
      05.09.24;Белов Иван;5;Ответ;05.09.2024 15:00
      05.09.24;Волкова Ольга;4;Ответ;05.09.2024 15:00
      05.09.24;Волкова Оксана;4;Ответ;05.09.2024 15:00

      """, to: "Отметки.csv")
    try scratch.write("№;ФИО;Алгебра;Физика\n1;Белов И.;5;4\n2;Волкова О.;4;4\n", to: "Сводная.csv")
    var messages = ""
    for name in order { messages = try scratch.zavuch("import", name, "--taken-at", "2024-11-01T12:00").messages }
    #expect(
      try scratch.rows("SELECT p.name, q.name FROM pupil p JOIN pupil q ON q.id = p.same_as") == ["Белов И.|Белов Иван"]
    )
    #expect(messages.contains("ученик «Волкова О.», класс"), "\(messages)")
  }

  @Test func summarySheet() throws {
    try settings(MappedTableTranscripts.summary)
    try scratch.write(
      """
      Сводная ведомость
      №;ФИО;Алгебра;Русский язык;Физ. культура;Средний балл
      1;Белов Иван;5;4;осв;4,5
      2;Волкова Ольга;4;-;зач;4
      ;Средний балл;4,5;4;;
      ;Классный руководитель Смирнова А.В.;;;;

      """, to: "Сводная.csv")
    try scratch.expect(
      """
      $ zavuch import Сводная.csv
      ✗ Сводная.csv: не принят
      ! Сводная.csv: неизвестно, когда сделана выгрузка: в файле нет ни времени внесения записей, ни даты создания, ни даты в названии
      !   что делать: Укажите момент выгрузки: --taken-at ГГГГ-ММ-ДДTЧЧ:ММ.
      [3]
      $ zavuch import Сводная.csv --taken-at 2024-11-01T10:00
      ✓ Сводная.csv — таблица из настроек: классов 1, учеников 2, итоговых 4, освобождений 1, выгрузка на 01.11.2024 10:00:00
        новых 5, изменено 0, исчезло 0, отклонено 0
      ! Сводная.csv, строка 2, столбец F: столбец итогов пропущен
      !   записано: «Средний балл»
      !   что делать: Это не предмет и не урок.
      ! Сводная.csv, строка 5: строка итогов или подписи пропущена
      !   записано: «Средний балл»
      !   что делать: Если это ученик или урок, исправьте первое слово строки.
      ! Сводная.csv, строка 6: строка итогов или подписи пропущена
      !   записано: «Классный руководитель Смирнова А.В.»
      !   что делать: Если это ученик или урок, исправьте первое слово строки.
      """)
  }

  /// A second page with another pupil's mark changed: what a later snapshot shows is compared as with any journal.
  @Test func pageOfDaysFromSnapshotToSnapshot() throws {
    try settings(MappedTableTranscripts.days)
    let page = """
      ;;Сентябрь;;;Октябрь;;
      №;ФИО;5;12;12;3;;Итого
      1;Белов Иван;5;н;;4;;4
      2;Волкова Ольга;;нн;5;;;5
      3;Белов Иван;3;;;;2;3

      """
    try scratch.write(page, to: "Физика.csv")
    try scratch.write(
      page.split(separator: "н;;4").joined(separator: "н4;;4").replacingOccurrences(of: ";2;3", with: ";;3"),
      to: "Физика-2.csv")
    try scratch.expect(
      """
      $ zavuch import Физика.csv --taken-at 2024-11-01T10:00
      ✓ Физика.csv — таблица из настроек: классов 1, уроков 4, учеников 3, отметок 4, пропусков 2, выгрузка на 01.11.2024 10:00:00
        новых 10, изменено 0, исчезло 0, отклонено 1
      ! Физика.csv, строка 2, столбец H: столбец итогов пропущен
      !   записано: «Итого»
      !   что делать: Это не предмет и не урок.
      ! Физика.csv, строка 5, столбец G: в столбце есть записи, а заголовка нет
      !   записано: «2»
      !   что делать: Столбец пропущен; впишите заголовок.
      [3]
      $ zavuch import Физика-2.csv --taken-at 2024-11-02T10:00
      ✓ Физика-2.csv — таблица из настроек: классов 1, уроков 4, учеников 3, отметок 5, пропусков 2, выгрузка на 02.11.2024 10:00:00
        новых 1, изменено 0, исчезло 0, отклонено 0
      ! Физика-2.csv, строка 2, столбец H: столбец итогов пропущен
      !   записано: «Итого»
      !   что делать: Это не предмет и не урок.
      """)
    #expect(
      try scratch.rows("SELECT name, key FROM pupil ORDER BY key") == [
        "Белов Иван|2024/8А/БЕЛОВ ИВАН", "Белов Иван|2024/8А/БЕЛОВ ИВАН#2", "Волкова Ольга|2024/8А/ВОЛКОВА ОЛЬГА",
      ])
  }

  @Test func listOfPupilsWithNamesInParts() throws {
    try settings(
      """
      { name: "Ученики", columns: { pupil: ["Фамилия", "Имя", "Отчество"], class: "Класс", birth_date: "Д.р.",
        enrolled: "=E" }, constant: { year: 2024 } }
      """)
    try scratch.write(
      """
      Фамилия,Имя,Отчество,Класс,,Д.р.
      Белов,Иван,Петрович,8а,02.09.2024,01.03.2010
      Волкова,Ольга,,8а,,
      Громов,,,8а,,
      Дымов,Яков,,старший,,
      Ежова,Анна,,8а,осень,

      """, to: "Ученики.csv")
    try scratch.expect(
      """
      $ zavuch import Ученики.csv
      ✓ Ученики.csv — таблица из настроек: классов 1, учеников 2
        новых 0, изменено 0, исчезло 0, отклонено 3
      ! Ученики.csv, строка 4, столбец A: не похоже на имя ученика
      !   записано: «Громов»
      !   что делать: Строка пропущена; ожидается «Фамилия Имя Отчество» или «Фамилия И.О.».
      ! Ученики.csv, строка 5, столбец D: не читается класс
      !   записано: «старший»
      !   что делать: Строка пропущена; ожидается, например: 8А.
      ! Ученики.csv, строка 6, столбец E: не читается дата
      !   записано: «осень»
      !   что делать: Строка пропущена; ожидается ДД.ММ.ГГГГ; другой вид дат называет настройка dates.
      [3]
      """)
    #expect(
      try scratch.rows("SELECT name, date(birth_date * 86400, 'unixepoch') FROM pupil ORDER BY name")
        == ["Белов Иван Петрович|2010-03-01", "Волкова Ольга|—"])
  }

  @Test func listOfLessons() throws {
    try settings(
      """
      { name: "Темы", columns: { date: "Дата", class: "Класс", topic: "Тема", homework: "Д/з", teacher: "Учитель" },
        constant: { subject: "История" } }
      """)
    try scratch.write(
      """
      Дата;Класс;Тема;Д/з;Учитель
      2024-09-05;8А;Пётр I;§ 1;Смирнова А.В., Орлов П.И.
      2024-09-05;8А;Полтава;;Смирнова А.В.
      осенью;8А;Сенат;;Смирнова А.В.

      """, to: "Темы-10.09.2024.csv")
    try scratch.expect(
      """
      $ zavuch import Темы-10.09.2024.csv
      ✓ Темы-10.09.2024.csv — таблица из настроек: классов 1, уроков 2, тем 2, домашних заданий 1, выгрузка на 10.09.2024 00:00:00
        новых 5, изменено 0, исчезло 0, отклонено 1
      ! Темы-10.09.2024.csv, строка 4, столбец A: не читается дата
      !   записано: «осенью»
      !   что делать: Строка пропущена; ожидается ДД.ММ.ГГГГ; другой вид дат называет настройка dates.
      [3]
      """)
  }

  /// A page that calls itself a workbook, as many systems send it.
  @Test func pageOfHTML() throws {
    try settings(MappedTableTranscripts.summary)
    try scratch.write(
      """
      <html><body><table><tr><td>№</td><td>ФИО</td><td>Алгебра</td></tr>
      <tr><td>1</td><td>Белов Иван</td><td>5</td></tr></table></body></html>
      """, to: "Ведомость-2024-11-01.xls")
    #expect(try scratch.imported("Ведомость-2024-11-01.xls").map(\.finalMarks) == [1])
  }

  @Test func workbookWithTwoTables() throws {
    try settings(MappedTableTranscripts.marks, MappedTableTranscripts.summary)
    try scratch.write(
      JournalBook(
        .init(
          name: "Отметки",
          rows: [3: ["Дата", "ФИО", "Отметка", "Вид работы", "Внесено"], 4: ["05.09.24", "Белов Иван", "5"]]),
        .init(name: "1 четверть", rows: [1: ["№", "ФИО", "Алгебра"], 2: ["1", "Белов И.", "5"]]),
        .init(name: "Заметки", rows: [1: ["Проверить"]])), to: "8А.xlsx")
    try scratch.expect(
      """
      $ zavuch import 8А.xlsx
      ✓ 8А.xlsx — таблица из настроек: классов 1, уроков 1, учеников 2, отметок 1, итоговых 1, выгрузка на 01.11.2025 10:00:00
        новых 3, изменено 0, исчезло 0, отклонено 0
      ! 8А.xlsx, лист «Заметки»: лист пропущен: под него не подходит ни одна таблица из настроек
      !   что делать: Если в нём есть данные, опишите его в настройках, в mappings.
      """)
  }
}
