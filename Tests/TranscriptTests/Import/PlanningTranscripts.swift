import Testing

/// Lesson planning of Дневник.ру: what is told of it, alone and beside its journal.
@Suite struct PlanningTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func planningAlone() throws {
    try scratch.write(
      JournalBook(
        .planning(),
        .planning("Англ. яз.", [("Англ.яз 1", [["01.09.2025", "Семья", "стр. 3"]]), ("Англ.яз 2", [["03.09.2025"]])])),
      to: "2025_5а.xlsx")
    try scratch.expect(
      """
      $ zavuch import 2025_5а.xlsx
      ✓ 2025_5а.xlsx: классов 1, уроков 5, тем 3, домашних заданий 2, выгрузка на 01.11.2025 10:00:00
        новых 10, изменено 0, исчезло 0, отклонено 0
      """)
    #expect(try scratch.rows("SELECT key, name FROM subject") == ["АЛГЕБРА|Алгебра", "АНГЛ. ЯЗ.|Англ. яз."])
    #expect(
      try scratch.rows("SELECT key, is_planned, entry_by IS NULL FROM lesson ORDER BY key") == [
        "dnevnik/2025/5А/5А/АЛГЕБРА/2025-09-01|1|0", "dnevnik/2025/5А/5А/АЛГЕБРА/2025-09-02|1|0",
        "dnevnik/2025/5А/5А/АЛГЕБРА/2025-10-01|1|0", "dnevnik/2025/5А/АНГЛ.ЯЗ 1/АНГЛ. ЯЗ./2025-09-01|1|0",
        "dnevnik/2025/5А/АНГЛ.ЯЗ 2/АНГЛ. ЯЗ./2025-09-03|1|1",
      ])
    // Down to the cells of the file.
    #expect(
      try scratch.rows("SELECT text, sheet_row, sheet_column FROM lesson_text ORDER BY sheet_row, sheet_column") == [
        "Дроби|7|2", "Семья|7|2", "§ 1|7|3", "стр. 3|7|3", ".|8|2", "Доли|9|2", "...|9|3",
      ])
  }

  /// The journal has 1 and 2 September and 1 October; the planning one lesson more and one less.
  @Test func planningBesideItsJournal() throws {
    try scratch.write(JournalBook(.journal()))
    try scratch.write(
      JournalBook(
        .planning(
          "Алгебра", [("5а", [["01.09.2025", "Дроби", "§ 1"], ["01.09.2025", "Доли"], ["01.10.2025", "Углы"]])])),
      to: "2025_5а.xlsx")
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx
      ✓ 5а.xlsx: классов 1, уроков 3, учеников 2, отметок 4, пропусков 3, итоговых 2, освобождений 1, выгрузка на 01.11.2025 10:00:00
        новых 13, изменено 0, исчезло 0, отклонено 0
      $ zavuch import 2025_5а.xlsx
      ✓ 2025_5а.xlsx: классов 1, уроков 3, тем 3, домашних заданий 1, выгрузка на 01.11.2025 10:00:00
        новых 5, изменено 0, исчезло 0, отклонено 0
      ! 2025_5а.xlsx: журнал и планирование: сошлось уроков 2, только в планировании 1, только в журнале 1
      !   что делать: Несошедшиеся уроки названы ниже по предметам; сверьте их даты в Дневник.ру.
      ! 2025_5а.xlsx: 5а, Алгебра: в планировании есть уроки, которых нет в журнале: 1 (01.09.2025)
      !   что делать: Если урок проведён, он должен быть в журнале; если перенесён — исправьте планирование.
      ! 2025_5а.xlsx: 5а, Алгебра: в журнале есть уроки, которых нет в планировании: 1 (02.09.2025)
      !   что делать: Темы и задания этих уроков неизвестны: внесите их в планирование.
      $ zavuch import 2025_5а.xlsx
      ✓ 2025_5а.xlsx: классов 1, уроков 3, тем 3, домашних заданий 1, выгрузка на 01.11.2025 10:00:00, нового нет
      ! 2025_5а.xlsx: журнал и планирование: сошлось уроков 2, только в планировании 1, только в журнале 1
      !   что делать: Несошедшиеся уроки названы ниже по предметам; сверьте их даты в Дневник.ру.
      ! 2025_5а.xlsx: 5а, Алгебра: в планировании есть уроки, которых нет в журнале: 1 (01.09.2025)
      !   что делать: Если урок проведён, он должен быть в журнале; если перенесён — исправьте планирование.
      ! 2025_5а.xlsx: 5а, Алгебра: в журнале есть уроки, которых нет в планировании: 1 (02.09.2025)
      !   что делать: Темы и задания этих уроков неизвестны: внесите их в планирование.
      """)
    let other = try Scratch()
    for name in ["2025_5а.xlsx", "5а.xlsx"] {
      try other.write(scratch.bytes(name), to: name)
      try other.zavuch("import", name)
    }
    #expect(try other.facts().difference(from: scratch.facts()).isEmpty)
  }

  /// A lesson of a planning has a name of its sheet that no journal's sheet has.
  @Test func aJournalWhoseSheetWasRenamed() throws {
    try scratch.write(JournalBook(.journal("Лист1", subject: "Русский язык")))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx
      ✓ 5а.xlsx: классов 1, уроков 3, учеников 2, отметок 4, пропусков 3, итоговых 2, освобождений 1, выгрузка на 01.11.2025 10:00:00
        новых 13, изменено 0, исчезло 0, отклонено 0
      ! 5а.xlsx, лист «Лист1»: имя листа не кончается названием группы, поэтому краткое название предмета неизвестно
      !   что делать: С поурочным планированием такой лист не сойдётся; верните листу имя из выгрузки,
      !               например «Русск. яз. 7а».
      """)
    #expect(try scratch.rows("SELECT key, name FROM subject") == ["РУССКИЙ ЯЗЫК|Русский язык"])
  }

  @Test func brokenPlanning() throws {
    var sheet = JournalBook.Sheet.planning()
    sheet.rows[7] = ["завтра", "Дроби"]
    sheet.rows[8] = ["", "Доли"]
    var broken = JournalBook.Sheet.planning("Физика")
    broken.rows[1] = ["Класс: 5а (5а)"]
    try scratch.write(
      JournalBook(sheet, broken, JournalBook.Sheet(name: "Лист3", rows: [1: ["Заметки"]])), to: "2025_5а.xlsx")
    try scratch.expect(
      """
      $ zavuch import 2025_5а.xlsx
      ✓ 2025_5а.xlsx: классов 1, уроков 1, тем 1, выгрузка на 01.11.2025 10:00:00
        новых 2, изменено 0, исчезло 0, отклонено 4
      ! 2025_5а.xlsx, лист «Алгебра», строка 7, столбец A: не читается дата
      !   записано: «завтра»
      !   что делать: Строка пропущена; дата пишется так: 03.09.2018.
      ! 2025_5а.xlsx, лист «Алгебра», строка 8, столбец B: в строке есть запись, а даты нет
      !   записано: «Доли»
      !   что делать: Строка пропущена; впишите дату в виде 03.09.2018.
      ! 2025_5а.xlsx, лист «Физика», строка 1, столбец A: не читается учебный год, строки этого блока пропущены
      !   записано: «Класс: 5а (5а)»
      !   что делать: Ожидается, например: «Класс: 7а (7а) 2018/2019 учебный год».
      ! 2025_5а.xlsx, лист «Лист3»: лист не похож на поурочное планирование: нет строки «Класс:» и таблицы с темами
      !   что делать: Выгрузите планирование заново; не удаляйте строки заголовка.
      [3]
      """)
    #expect(try scratch.rows("SELECT count(*) FROM lesson") == ["1"])
  }

  @Test func planningWithoutAMoment() throws {
    try scratch.write(JournalBook(.planning(), created: nil), to: "2025_5а.xlsx")
    try scratch.expect(
      """
      $ zavuch import 2025_5а.xlsx
      ✗ 2025_5а.xlsx: не принят
      ! 2025_5а.xlsx: неизвестно, когда сделана выгрузка: в файле нет ни времени внесения записей, ни даты создания, ни даты в названии
      !   что делать: Укажите момент выгрузки: --taken-at ГГГГ-ММ-ДДTЧЧ:ММ.
      [3]
      $ zavuch import 2025_5а.xlsx --taken-at 2025-11-01T10:00
      ✓ 2025_5а.xlsx: классов 1, уроков 3, тем 2, домашних заданий 1, выгрузка на 01.11.2025 10:00:00
        новых 6, изменено 0, исчезло 0, отклонено 0
      """)
  }
}
