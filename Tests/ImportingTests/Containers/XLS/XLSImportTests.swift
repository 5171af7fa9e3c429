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
}
