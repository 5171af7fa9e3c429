import FoundationEssentials
import Importing
import Journal
import Testing

@Suite struct XLSImportTests {
  /// A journal exported by subject is an .xls of the same layout as the workbooks in the archive.
  @Test func aJournalIsImported() throws {
    var book = XLSFixture(
      "Алгебра 5а",
      [
        ["Класс: 5а (5а)"], ["Год: 2025/2026"], ["Наименование предмета: Алгебра"],
        ["Фамилия, имя, отчество педагога: Ирина Петровна Иванова"], [], [], [nil, "Месяц", "Сентябрь", "", "1 тр"],
        [nil, "Число", "1", 30, ""], ["№", "Фамилия и имя ученика"], [1, "Белов И.", "5", "н", 4],
        [2, "Волкова О.", "", 3],
      ])
    book.streams = [SummaryFixture(modified: .time(134_056_800_000_000_000)).stream]
    let path = FileManager.default.temporaryDirectory.appending(path: "zavuch-\(UUID().uuidString)-5а.xls").path
    try book.file().write(to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var batches: [JournalBatch] = []
    try Importer(ImportOptions()) { batches.append($0) }.read([path])
    let batch = try #require(batches.first)
    let file = try #require(batch.files.first)
    #expect(file.layout == "dnevnik-journal" && file.rejected.isEmpty && file.classes == ["5А"])
    #expect(file.takenAt?.description == "2025-10-23T08:00:00")
    #expect(file.counts.lessons == 2 && file.counts.pupils == 2 && file.counts.marks == 2)
  }

  /// The planning of a class in an archive, as the site gives it: blocks below each other, shared strings split by CONTINUE
  /// records, a numeric 0 in the head, and no moment but the archive's.
  @Test func aPlanningIsImported() throws {
    func block(_ subject: String, _ group: String, _ teacher: String, _ lessons: [[XLSFixture.Cell?]]) -> [[XLSFixture
      .Cell?]]
    {
      [
        [.text("Класс: 7а (\(group)) 2018/2019 учебный год")], [.text("Предмет: \(subject)")], [0],
        [.text("ФИО педагога: \(teacher)")], [], ["Дата", "Тема урока", "Домашнее задание к следующему уроку"],
      ] + lessons + [[]]
    }
    var book = XLSFixture()
    book.add(
      "Англ. яз.",
      block(
        "Англ. яз.", "Англ.яз 2", "Ирина Петровна Иванова, Пётр Ильич Орлов",
        [["03.09.2018", "Семья.\nМой «дом»", "стр. 6-7"], ["03.09.2018", ".", "..."], ["05.09.2018", nil, "п 3"]])
        + block("Англ. яз.", "Англ.яз Р", "Ольга Ивановна Белова", [["04.09.2018", "ЮАР"], ["11.02.2019"]]),
      merges: [(2...4, 1...3), (11...13, 1...3)])
    book.add("ИЗО", block("ИЗО", "7а", "Анна Викторовна Смирнова", [["07.09.2018", "Линия", 5]]))
    book.recordLimit = 60
    var archive = ZipFixture()
    // `2018_7а.xls` in code page 866; 31.01.2019 05:35:44.
    let name = Array("2018_7".utf8) + [0xA0] + Array(".xls".utf8)
    archive.parts = [.init(name: name, bytes: book.bytes(), dos: (date: 20_031, time: 11_382))]
    let folder = FileManager.default.temporaryDirectory.appending(path: "zavuch-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try archive.file().write(to: "\(folder)/LessonPlanning.zip")
    var batches: [JournalBatch] = []
    try Importer(ImportOptions()) { batches.append($0) }.read(["\(folder)/LessonPlanning.zip"])
    let batch = try #require(batches.first)
    let file = try #require(batch.files.first)
    #expect(file.layout == "dnevnik-planning" && file.rejected.isEmpty && file.notices.isEmpty)
    #expect(file.path == "LessonPlanning.zip/2018_7а.xls" && file.takenAt?.description == "2019-01-31T05:35:44")
    #expect(file.classes == ["7А"] && file.sheetCount == 2)
    #expect([file.counts.lessons, file.counts.topics, file.counts.homework] == [6, 3, 3])
    #expect(
      batch.journals.map(\.key) == [
        "dnevnik/2018/7А/АНГЛ.ЯЗ 2/АНГЛ. ЯЗ.", "dnevnik/2018/7А/АНГЛ.ЯЗ Р/АНГЛ. ЯЗ.", "dnevnik/2018/7А/7А/ИЗО",
      ])
    #expect(batch.teachers.map(\.name).first == "Иванова Ирина Петровна")
    #expect(batch.lessons.map(\.topic) == ["Семья.\nМой «дом»", ".", nil, "ЮАР", nil, "Линия"])
    #expect(batch.lessons.map(\.homework) == ["стр. 6-7", "...", "п 3", nil, nil, "5"])
    #expect(batch.lessons[1].key == "dnevnik/2018/7А/АНГЛ.ЯЗ 2/АНГЛ. ЯЗ./2018-09-03#2")
  }
}
