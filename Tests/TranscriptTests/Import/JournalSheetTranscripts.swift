import Testing

/// Sheets of a Дневник.ру workbook that are not as they should be.
@Suite struct JournalSheetTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func unreadableCells() throws {
    try scratch.write(JournalBook(.journal(pupils: [["Белов И.", "5!", "7", "5", "н5", "х"]])))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx
      ✓ 5а.xlsx — журналы класса Дневник.ру: классов 1, уроков 3, учеников 1, отметок 1, пропусков 1, итоговых 1, выгрузка на 01.11.2025 10:00:00
        новых 6, изменено 0, исчезло 0, отклонено 3
      ! 5а.xlsx, лист «Алгебра 5а», строка 10, столбец C: не читается содержимое ячейки
      !   записано: «5!»
      !   что делать: Допустимы отметки 1–5, «4/5», «н», «н5», зач, незач, осв, н/а.
      ! 5а.xlsx, лист «Алгебра 5а», строка 10, столбец D: не читается содержимое ячейки
      !   записано: «7»
      !   что делать: Допустимы отметки 1–5, «4/5», «н», «н5», зач, незач, осв, н/а.
      ! 5а.xlsx, лист «Алгебра 5а», строка 10, столбец G: не читается содержимое ячейки
      !   записано: «х»
      !   что делать: В столбце периода допустимы 1–5, осв, зач, незач, н/а.
      [3]
      """)
    #expect(
      try scratch.rows("SELECT value, raw FROM mark UNION ALL SELECT code, raw FROM attendance") == ["5|н5", "Н|н5"])
    #expect(try scratch.rows("SELECT value FROM final_mark") == ["5"])
  }

  /// The same as data: the keys of CONTROL 4, and what was joined of several sources.
  @Test func unreadableCellsInJSON() throws {
    try scratch.write(JournalBook(.journal(pupils: [["Белов И.", "5!", "н"]])))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx нет.csv --json
      {"file":"5а.xlsx","layout":"dnevnik-journal","school":null,"takenAt":"2025-11-01T10:00:00","sheets":1,"classes":["5А"],"lessons":3,"pupils":1,"marks":0,"absences":1,"finalMarks":0,"exempt":0,"topics":0,"homework":0,"logins":0,"accounts":null,"rejected":[{"sheet":"Алгебра 5а","row":10,"column":"C","raw":"5!","problem":"не читается содержимое ячейки","hint":"Допустимы отметки 1–5, «4/5», «н», «н5», зач, незач, осв, н/а."}],"new":4,"changed":0,"vanished":0,"changes":[],"joined":0,"joinedNames":[],"ambiguous":[],"unusedAliases":[],"notices":[]}
      {"file":"нет.csv","layout":null,"school":null,"takenAt":null,"sheets":1,"classes":[],"lessons":0,"pupils":0,"marks":0,"absences":0,"finalMarks":0,"exempt":0,"topics":0,"homework":0,"logins":0,"accounts":null,"rejected":[{"sheet":null,"row":null,"column":null,"raw":"","problem":"файла «нет.csv» нет","hint":"Проверьте имя файла и папку."}],"new":0,"changed":0,"vanished":0,"changes":[],"joined":0,"joinedNames":[],"ambiguous":[],"unusedAliases":[],"notices":[]}
      [3]
      """)
  }

  @Test func columnsWithoutADate() throws {
    try scratch.write(
      JournalBook(
        .journal(
          months: ["", "Сентябрь", "", "", "Зачёт"], days: ["1", "31", "2", "", ""],
          pupils: [["Белов И.", "5", "4", "3", "2", "зач"]])))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx
      ✓ 5а.xlsx — журналы класса Дневник.ру: классов 1, уроков 1, учеников 1, отметок 1, выгрузка на 01.11.2025 10:00:00
        новых 2, изменено 0, исчезло 0, отклонено 4
      ! 5а.xlsx, лист «Алгебра 5а», строка 8, столбец C: над числом не указан месяц
      !   записано: «1»
      !   что делать: Столбец пропущен; исправьте заголовок или выгрузите журнал заново.
      ! 5а.xlsx, лист «Алгебра 5а», строка 8, столбец D: такого числа в этом месяце нет
      !   записано: «31»
      !   что делать: Столбец пропущен; исправьте заголовок или выгрузите журнал заново.
      ! 5а.xlsx, лист «Алгебра 5а», строка 8, столбец F: в столбце есть записи, а над ними нет числа
      !   записано: «2»
      !   что делать: Столбец пропущен; впишите число или выгрузите журнал заново.
      ! 5а.xlsx, лист «Алгебра 5а», строка 7, столбец G: неизвестный заголовок столбца
      !   записано: «Зачёт»
      !   что делать: Ожидается месяц, период («1 тр», «1 четв», «Год») или пусто.
      [3]
      """)
    #expect(try scratch.rows("SELECT key FROM lesson") == ["dnevnik/2025/5А/5А/АЛГЕБРА/2025-09-02"])
    #expect(try scratch.rows("SELECT value FROM mark") == ["3"])
  }

  @Test func headsThatCannotBeRead() throws {
    var noYear = JournalBook.Sheet.journal("Физика 5а", subject: "Физика")
    noYear.rows[2] = [""]
    var wrongYear = JournalBook.Sheet.journal("Химия 5а", subject: "Химия")
    wrongYear.rows[2] = ["Год: этот"]
    var noSubject = JournalBook.Sheet.journal("Труд 5а")
    noSubject.rows[3] = ["Наименование предмета:"]
    var noClass = JournalBook.Sheet.journal("Музыка 5а", subject: "Музыка")
    noClass.rows[1] = ["Класс: подготовительный"]
    try scratch.write(JournalBook(noYear, wrongYear, noSubject, noClass, .journal()))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx
      ✓ 5а.xlsx — журналы класса Дневник.ру: классов 1, уроков 3, учеников 2, отметок 4, пропусков 3, итоговых 2, освобождений 1, выгрузка на 01.11.2025 10:00:00
        новых 13, изменено 0, исчезло 0, отклонено 4
      ! 5а.xlsx, лист «Физика 5а», строка 1, столбец A: нет учебного года
      !   что делать: Ожидается, например: «Год: 2018/2019».
      ! 5а.xlsx, лист «Химия 5а», строка 2, столбец A: не читается учебный год
      !   записано: «Год: этот»
      !   что делать: Ожидается, например: «Год: 2018/2019».
      ! 5а.xlsx, лист «Труд 5а», строка 3, столбец A: нет названия предмета
      !   записано: «Наименование предмета:»
      !   что делать: Ожидается строка «Наименование предмета: …».
      ! 5а.xlsx, лист «Музыка 5а», строка 1, столбец A: не читается класс
      !   записано: «Класс: подготовительный»
      !   что делать: Ожидается, например: «Класс: 7а (7а)».
      [3]
      """)
    #expect(try scratch.rows("SELECT name FROM subject") == ["Алгебра"])
  }

  @Test func sheetThatIsNoJournal() throws {
    try scratch.write(JournalBook(.journal(), JournalBook.Sheet(name: "Лист2", rows: [1: ["Заметки"]])))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx
      ✓ 5а.xlsx — журналы класса Дневник.ру: классов 1, уроков 3, учеников 2, отметок 4, пропусков 3, итоговых 2, освобождений 1, выгрузка на 01.11.2025 10:00:00
        новых 13, изменено 0, исчезло 0, отклонено 1
      ! 5а.xlsx, лист «Лист2»: лист не похож на журнал класса: нет строк «Класс:» и «Месяц»
      !   что делать: Выгрузите журнал заново: «Журналы класса → Выгрузить»; не удаляйте строки заголовка.
      [3]
      """)
    #expect(try scratch.rows("SELECT count(*) FROM lesson") == ["3"])
  }

  @Test func workbookThatIsNoJournal() throws {
    try scratch.write(JournalBook(JournalBook.Sheet(name: "Лист1", rows: [1: ["Заметки"]])), to: "Заметки.xlsx")
    try scratch.expect(
      """
      $ zavuch import Заметки.xlsx
      ✗ Заметки.xlsx: не принят
      ! Заметки.xlsx: книга не похожа ни на одну известную выгрузку
      !   что делать: Опишите её в настройках: заготовку даст команда zavuch import --describe ФАЙЛ.
      [3]
      """)
    #expect(scratch.names() == ["Заметки.xlsx"])
  }

  @Test func rowWithoutAName() throws {
    try scratch.write(JournalBook(.journal(pupils: [["Белов И.", "5"], ["", "", "4", "н"], ["", "", ""]])))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx
      ✓ 5а.xlsx — журналы класса Дневник.ру: классов 1, уроков 3, учеников 1, отметок 1, выгрузка на 01.11.2025 10:00:00
        новых 4, изменено 0, исчезло 0, отклонено 1
      ! 5а.xlsx, лист «Алгебра 5а», строка 11, столбец D: в строке есть записи, а имени ученика нет
      !   записано: «4»
      !   что делать: Строка пропущена; впишите ученика в столбец B.
      [3]
      """)
    #expect(try scratch.rows("SELECT count(*) FROM mark") == ["1"])
  }

  /// Excel turns «4/5» into a date and leaves errors of formulas.
  @Test func cellsThatExcelChanged() throws {
    try scratch.write(JournalBook(.journal(pupils: [["Белов И.", "2026-05-04", "#REF!", "5"]])))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx
      ✓ 5а.xlsx — журналы класса Дневник.ру: классов 1, уроков 3, учеников 1, итоговых 1, выгрузка на 01.11.2025 10:00:00
        новых 4, изменено 0, исчезло 0, отклонено 2
      ! 5а.xlsx, лист «Алгебра 5а», строка 10, столбец C: не читается содержимое ячейки
      !   записано: «2026-05-04»
      !   что делать: Excel принял запись за дату; впишите её как текст, например «4/5».
      ! 5а.xlsx, лист «Алгебра 5а», строка 10, столбец D: не читается содержимое ячейки
      !   записано: «#REF!»
      !   что делать: В ячейке ошибка формулы; впишите отметку.
      [3]
      """)
  }

  /// Two lessons a day, a group with two teachers, and heads that people changed.
  @Test func aSheetEditedByHand() throws {
    var sheet = JournalBook.Sheet.journal(
      "Англ. яз. Англ.яз 2", subject: "Английский язык", months: ["сент.", "", "I чет", "Октября", "Итог"],
      days: ["1", "1", "", "1", ""])
    sheet.rows[1] = ["Класс:5 «А» (Англ.яз 2"]
    sheet.rows[2] = ["Год:2025-2026"]
    sheet.rows[4] = ["Фамилия, имя, отчество педагога:Анна Викторовна Смирнова,Пётр Орлов"]
    sheet.rows[12] = ["3", "", "", ""]
    try scratch.write(JournalBook(sheet))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx
      ✓ 5а.xlsx — журналы класса Дневник.ру: классов 1, уроков 3, учеников 2, отметок 4, пропусков 3, итоговых 2, освобождений 1, выгрузка на 01.11.2025 10:00:00
        новых 13, изменено 0, исчезло 0, отклонено 0
      """)
    #expect(
      try scratch.rows("SELECT key FROM lesson ORDER BY id") == [
        "dnevnik/2025/5А/АНГЛ.ЯЗ 2/АНГЛ. ЯЗ./2025-09-01", "dnevnik/2025/5А/АНГЛ.ЯЗ 2/АНГЛ. ЯЗ./2025-09-01#2",
        "dnevnik/2025/5А/АНГЛ.ЯЗ 2/АНГЛ. ЯЗ./2025-10-01",
      ])
    #expect(try scratch.rows("SELECT name FROM teacher ORDER BY name") == ["Орлов Пётр", "Смирнова Анна Викторовна"])
    #expect(try scratch.rows("SELECT kind FROM period ORDER BY kind") == ["1", "6"])
  }

  /// No fault of the file: told, and the status stays 0.
  @Test func pupilsOfOneName() throws {
    try scratch.write(
      JournalBook(
        .journal(pupils: [["Белов И.", "5"], ["Белов И.", "4"]]),
        .journal("Физика 5а", subject: "Физика", pupils: [["Белов И.", "5"]])))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx
      ✓ 5а.xlsx — журналы класса Дневник.ру: классов 1, уроков 6, учеников 2, отметок 3, выгрузка на 01.11.2025 10:00:00
        новых 9, изменено 0, исчезло 0, отклонено 0
      ! 5а.xlsx, лист «Алгебра 5а», строка 10, столбец B: однофамильцы: в одном списке класса 2 раза, в другом 1
      !   записано: «Белов И.»
      !   что делать: По этой выгрузке их не различить, замечания о них не делаются.
      """)
    #expect(try scratch.rows("SELECT name, is_ambiguous FROM pupil") == ["Белов И.|1", "Белов И.|1"])
  }
}
