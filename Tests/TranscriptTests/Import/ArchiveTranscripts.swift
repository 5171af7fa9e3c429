import Testing

/// Archives and workbooks that are damaged or meant to do damage; one after another, for some are large in memory.
@Suite(.serialized) struct ArchiveTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func cutOff() throws {
    var archive = Archive()
    for file in SchoolTables().files { archive.add(file.text, as: file.name) }
    try scratch.write(try archive.bytes().dropLast(200), to: "Школа.zip")
    try scratch.write(try JournalBook(.journal()).bytes().dropLast(200), to: "5а.xlsx")
    try scratch.write([0x50, 0x4B, 0x05, 0x06] + Array(repeating: 0, count: 18), to: "Пустой.zip")
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx Школа.zip Пустой.zip
      ✗ 5а.xlsx: не принят
      ✗ Школа.zip: не принят
      ✗ Пустой.zip: не принят
      ! 5а.xlsx: архив ZIP обрезан: в нём нет оглавления
      !   что делать: Скачайте файл заново и дождитесь конца загрузки.
      ! Школа.zip: архив ZIP обрезан: в нём нет оглавления
      !   что делать: Скачайте файл заново и дождитесь конца загрузки.
      ! Пустой.zip: архив пуст
      !   что делать: Скачайте выгрузку заново.
      [3]
      """)
    #expect(scratch.names() == ["5а.xlsx", "Пустой.zip", "Школа.zip"])
  }

  @Test func archiveInsideAnArchive() throws {
    var tooDeep = Archive()
    tooDeep.add("id;school_id;name\nT2;S1;Петрова\n", as: "teachers.csv")
    var inner = Archive()
    inner.add("id;school_id;name\nT1;S1;Иванова\n", as: "teachers.csv")
    inner.add(try tooDeep.bytes(), as: "глубже.zip")
    var outer = Archive()
    outer.add(try inner.bytes(), as: "внутри.zip")
    outer.add(try JournalBook(.journal()).bytes(), as: "5а.xlsx")
    try scratch.write(try outer.bytes(), to: "Выгрузка.zip")
    try scratch.expect(
      """
      $ zavuch import Выгрузка.zip
      ✓ Выгрузка.zip/внутри.zip/teachers.csv — таблицы обмена: принят
      ✗ Выгрузка.zip/внутри.zip/глубже.zip: не принят
      ✓ Выгрузка.zip/5а.xlsx — журналы класса Дневник.ру: классов 1, уроков 3, учеников 2, отметок 4, пропусков 3, итоговых 2, освобождений 1, выгрузка на 01.11.2025 10:00:00
        новых 13, изменено 0, исчезло 0, отклонено 0
      ! Выгрузка.zip/внутри.zip/глубже.zip: архив вложен слишком глубоко
      !   что делать: Распакуйте внешний архив и загрузите внутренний.
      [3]
      """)
    #expect(try scratch.rows("SELECT name FROM teacher ORDER BY name") == ["Иванова", "Смирнова Анна Викторовна"])
  }

  @Test func entityDeclarations() throws {
    var sheet = JournalBook.Sheet.journal()
    sheet.prologue = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
    try scratch.write(JournalBook(sheet))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx
      ✗ 5а.xlsx: не принят
      ! 5а.xlsx: часть «xl/worksheets/sheet0.xml» содержит объявление DTD, какого в выгрузках не бывает
      !   что делать: Файл может быть вредоносным: не открывайте его и запросите выгрузку заново.
      [3]
      """)
    #expect(scratch.names() == ["5а.xlsx"])
  }

  /// A part just over 256 MiB in a file of some hundred KiB, beside tables that are as they should be: nothing of it.
  @Test(.timeLimit(.minutes(1))) func bomb() throws {
    var archive = Archive()
    archive.add("id;school_id;name\nT1;S1;Смирнова\n", as: "teachers.csv")
    archive.add([UInt8](repeating: UInt8(ascii: " "), count: 256 << 20 + 1), as: "pupils.csv")
    archive.add("id;school_id;grade;letter\nC1;S1;5;А\n", as: "classes.csv")
    let bytes = try archive.bytes()
    #expect(bytes.count < 1 << 20)
    try scratch.write(bytes, to: "Школа.zip")
    try scratch.expect(
      """
      $ zavuch import Школа.zip
      ✗ Школа.zip: не принят
      ! Школа.zip: часть архива «pupils.csv» разворачивается больше чем в 268435456 байт
      !   что делать: Похоже на вредоносный архив («ZIP-бомбу»): не открывайте его и запросите выгрузку
      !               заново.
      [3]
      """)
    #expect(scratch.names() == ["Школа.zip"])
  }

  @Test(.timeLimit(.minutes(1))) func bombInAWorkbook() throws {
    var sheet = JournalBook.Sheet.journal()
    sheet.prologue = String(repeating: " ", count: 256 << 20)
    try scratch.write(JournalBook(sheet))
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx
      ✗ 5а.xlsx: не принят
      ! 5а.xlsx: часть архива «xl/worksheets/sheet0.xml» разворачивается больше чем в 268435456 байт
      !   что делать: Похоже на вредоносный архив («ZIP-бомбу»): не открывайте его и запросите выгрузку
      !               заново.
      [3]
      """)
    #expect(scratch.names() == ["5а.xlsx"])
  }
}
