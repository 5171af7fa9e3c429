import Testing

/// Files that are no export. Nothing is made: no store, no copies.
@Suite struct ForeignFileTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func everyKind() throws {
    try scratch.write("Заметки о педсовете\nвторая строка\n", to: "Разное/Заметки.txt")
    try scratch.write("%PDF-1.4\n", to: "Разное/Отчёт.pdf")
    try scratch.write(Scratch.oldWorkbook, to: "Разное/Журнал.xls")
    // A name means nothing: this one is a page.
    try scratch.write("<html><body>Отчёт</body></html>", to: "Разное/Отчёт.xls")
    try scratch.write("{\"payload\": []}", to: "Разное/marks.json")
    try scratch.write("", to: "Разное/pupils.csv")
    try scratch.write((0...255).map { UInt8($0) } + (0...255).map { UInt8($0) }, to: "Разное/данные.bin")
    try scratch.write([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00], to: "Разное/архив.rar")
    try scratch.expect(
      """
      $ zavuch import Разное
      ✗ Разное/marks.json: не принят
      ✗ Разное/pupils.csv: не принят
      ✗ Разное/Заметки.txt: не принят
      ✗ Разное/Отчёт.pdf: не принят
      ✗ Разное/архив.rar: не принят
      ✗ Разное/данные.bin: не принят
      ✗ Разное/Журнал.xls: не принят
      ✗ Разное/Отчёт.xls: не принят
      ! Разное/marks.json: данные JSON не похожи ни на одну известную выгрузку
      !   записано: «{"payload": []}»
      !   что делать: Загрузите ответы API Дневник.ру, дневник Сетевого города, ЭлЖура, МЭШ или Петербурга
      !               либо таблицы обмена.
      ! Разное/pupils.csv: не читается: это пустой файл
      !   что делать: Выгрузите файл заново: в этом нет данных.
      ! Разное/Заметки.txt, строка 1: не похоже ни на одну известную выгрузку: такие столбцы не встречаются
      !   записано: «Заметки о педсовете»
      !   что делать: Опишите в настройках, что значат столбцы: заготовку даст команда zavuch import
      !               --describe ФАЙЛ. Если это таблица обмена, назовите столбцы, как в руководстве.
      ! Разное/Отчёт.pdf: не читается: это документ PDF
      !   что делать: Из печатной формы данные не читаются: выгрузите журнал в Excel (.xlsx).
      ! Разное/архив.rar: не читается: это архив RAR
      !   что делать: Распакуйте архив и загрузите файлы из него или упакуйте их в ZIP.
      ! Разное/данные.bin: не читается: это файл неизвестного вида
      !   что делать: Загрузите выгрузку электронного журнала: .xlsx, .zip или .csv.
      ! Разное/Журнал.xls: файл повреждён: заголовок записан неверно
      !   что делать: Скачайте файл заново или откройте его в Excel и сохраните как .xlsx.
      ! Разное/Отчёт.xls: в странице HTML нет таблиц
      !   что делать: Сохраните отчёт целиком или выгрузите те же данные в Excel (.xlsx).
      [3]
      """)
    #expect(scratch.names() == ["Разное"])
  }

  @Test func folderWithoutFilesBesideAnother() throws {
    try scratch.write("город;столица\nА;Б\n", to: "Полно/Города.csv")
    try scratch.makeFolder("Пусто/Тоже пусто")
    let told = try scratch.zavuch("import", "Пусто", "Полно")
    #expect(
      told.output == "✗ Полно/Города.csv: не принят\n"
        && told.messages.hasSuffix("\nФайлов нет, загружать нечего: Пусто\n"))
  }

  @Test func missingPath() throws {
    try scratch.write(JournalBook(.journal()))
    try scratch.expect(
      """
      $ zavuch import нет.xlsx 5а.xlsx
      ✗ нет.xlsx: не принят
      ✓ 5а.xlsx — журналы класса Дневник.ру: классов 1, уроков 3, учеников 2, отметок 4, пропусков 3, итоговых 2, освобождений 1, выгрузка на 01.11.2025 10:00:00
        новых 13, изменено 0, исчезло 0, отклонено 0
      ! нет.xlsx: файла «нет.xlsx» нет
      !   что делать: Проверьте имя файла и папку.
      [3]
      """)
    #expect(try scratch.rows("SELECT count(*) FROM lesson") == ["3"])
  }

  @Test func onlyOneLayout() throws {
    try scratch.write(JournalBook(.journal()))
    try scratch.write("id;school_id;name\nT1;S1;Смирнова\n", to: "teachers.csv")
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx teachers.csv --layout interchange
      ✗ 5а.xlsx: не принят
      ✓ teachers.csv — таблицы обмена: принят
      ! 5а.xlsx: не похоже на выгрузку вида interchange, который назван в --layout
      !   что делать: Уберите --layout: вид узнаётся по содержанию файла.
      [3]
      $ zavuch import 5а.xlsx teachers.csv --layout dnevnik-journal
      ✓ 5а.xlsx — журналы класса Дневник.ру: классов 1, уроков 3, учеников 2, отметок 4, пропусков 3, итоговых 2, освобождений 1, выгрузка на 01.11.2025 10:00:00
        новых 13, изменено 0, исчезло 0, отклонено 0
      ✗ teachers.csv: не принят
      ! teachers.csv: не похоже на выгрузку вида dnevnik-journal, который назван в --layout
      !   что делать: Уберите --layout: вид узнаётся по содержанию файла.
      [3]
      """)
  }

  @Test func usage() throws {
    try scratch.write(JournalBook(.journal()))
    try scratch.expect(
      """
      $ zavuch import
      ! zavuch import: Не указан аргумент ПУТЬ: файл, архив ZIP или папка с выгрузками.
      ! Напишите: zavuch import [параметры] ПУТЬ…
      [2]
      $ zavuch import 5а.xlsx --taken-at вчера
      ! zavuch import: Значение «вчера» не подходит для параметра --taken-at: ожидается дата и время ГГГГ-ММ-ДДTЧЧ:ММ.
      ! Справка: zavuch import --help
      [2]
      $ zavuch import 5а.xlsx --layout эксель
      ! zavuch import: Неизвестное значение «эксель» параметра --layout.
      ! Допустимо: interchange, dnevnik-journal, dnevnik-planning, dnevnik-activity, student-report, netschool-report, netschool-grades, student-table, dnevnik-api, netschool-diary, eljur, mesh, petersburg, oneroster, mapped.
      [2]
      $ zavuch import 5а.xlsx --store 5а.xlsx
      ! zavuch import: Файл «5а.xlsx» — не хранилище Zavuch, или он повреждён. Укажите другой файл: --store ПУТЬ; повреждённый возьмите из резервной копии.
      [2]
      $ zavuch import 5а.xlsx --store 5а.xlsx/school.sqlite
      ! zavuch import: Папка «5а.xlsx» не создаётся.
      ! Проверьте путь и права на него.
      [2]
      """)
    #expect(scratch.names() == ["5а.xlsx"])
  }
}

extension Scratch {
  /// The least that is a workbook of Excel 97–2003: the signature of OLE2 and a directory entry `Workbook`.
  fileprivate static var oldWorkbook: [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 504)
    for unit in "Workbook".utf16 { bytes += [UInt8(unit & 255), UInt8(unit >> 8)] }
    return bytes + Array(repeating: 0, count: 512)
  }
}
