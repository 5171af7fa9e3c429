import FoundationEssentials
import Importing
import Journal

/// A look-alike of a Дневник.ру activity report; a test changes the parts it is about.
struct ActivityFixture {
  static let titles: [XLSFixture.Cell?] = [
    "Пользователь", "Роли", "Классы", "Вход через ЕСИА", "Входы", "Входы (мобильное приложение)",
    "Входы (Мобильное приложение - родители и ученики iOS)",
    "Входы (Мобильное приложение - родители и ученики Android)", "Последний вход",
    "Последний просмотр дневника ребенка",
  ]

  var range: XLSFixture.Cell? = "Данные за промежуток с 01.08.2025 по 31.07.2026"
  var found: XLSFixture.Cell? = "Всего найдено: 3"
  var header = ActivityFixture.titles
  var accounts: [[XLSFixture.Cell?]] = [
    ["Белова Анна", "Директор, Педагог", nil, "Да", 157, 0, 0, 0, "Пн, 01 сен 25", "-"],
    ["Ким Олег", "Обучающийся", "5а", "Нет", 0, 0, 0, 2, "Вт, 02 сен 25", "-"],
    ["Ким Вера", "Родитель", "5а,11 б,5а", "Нет", "-", "-", "-", "-", "-", "Ср, 03 сен 25 15:32"],
  ]
  /// 2025-10-23T08:00:00.
  var made: UInt64? = 134_056_800_000_000_000
  var fileName = "отчёт"

  func file() -> FileBytes {
    var book = XLSFixture("reportGlobalStatPersonal (59)", [[range], [], [found], [], header] + accounts)
    if let made { book.streams = [SummaryFixture(modified: .time(made)).stream] }
    return book.file()
  }

  func batch(_ options: ImportOptions = ImportOptions()) throws -> JournalBatch {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zavuch-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try file().write(to: "\(folder)/\(fileName).xls")
    var batches: [JournalBatch] = []
    try Importer(options) { batches.append($0) }.read(["\(folder)/\(fileName).xls"])
    return batches[0]
  }

  /// One line an account: `name|roles|classes|counters|last login|last view`.
  static func lines(_ batch: JournalBatch) -> [String] {
    batch.activity.flatMap(\.accounts).map { account in
      let seen = [account.lastLogin, account.lastView].map { seen in
        seen.map { $0.moment?.description ?? $0.day?.description ?? "никогда" } ?? "?"
      }
      let classes = account.classes.map { batch.classes[Int($0)].title }.joined(separator: ",")
      let counters = account.counters.map { $0.map(String.init) ?? "?" }.joined(separator: " ")
      return ([account.name, "\(account.roles.rawValue)", classes, counters] + seen).joined(separator: "|")
    }
  }
}
