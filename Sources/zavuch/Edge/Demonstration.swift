import CommandLineInterface
import FoundationEssentials
import Glibc

/// The whole way on SampleData: the same commands that a deputy head would type, told as they run.
struct Demonstration {
  private let samples: String
  private let folder: String
  private let console: Console

  /// `folder` must be new or empty; nil takes a new one for temporary files.
  init(folder: String?, _ console: Console) throws {
    self.console = console
    samples = try Installation.folder("SampleData")
    if let folder {
      let content = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      guard content.isEmpty else {
        throw UsageError(
          "Папка «\(folder)» не пуста.", hint: "Укажите новую папку: демонстрация ничего не перезаписывает.")
      }
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      self.folder = folder
    } else {
      self.folder = try Demonstration.temporaryFolder()
    }
  }

  private static func temporaryFolder() throws -> String {
    var template = Array("\(FileManager.default.temporaryDirectory.path)/zavuch-demo-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw UsageError("Не создаётся папка для временных файлов.", hint: "Укажите папку: zavuch demo ПАПКА")
    }
    return String(cString: made)
  }

  func run(on program: Program) throws {
    try FileManager.default.copyItem(atPath: "\(samples)/zavuch.json5", toPath: "\(folder)/zavuch.json5")
    let inbox = "\(folder)/\(Configuration().inbox)"
    try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: "\(samples)/Таблицы-2025-10-01", toPath: "\(inbox)/Таблицы-2025-10-01")
    console.print("Выдуманная школа. Всё складывается в папку \(folder)\n")
    for step in Demonstration.steps {
      console.print(step.title)
      console.print("  $ zavuch \(step.words.map(Demonstration.quoted).joined(separator: " "))")
      let words = step.words.map { word in
        word.hasPrefix(Demonstration.samplesMark) ? samples + word.dropFirst(Demonstration.samplesMark.count) : word
      }
      let status = program.run(words + ["--store", "\(folder)/\(step.store)"], on: console)
      guard status == 0 else {
        throw UsageError("Шаг демонстрации не выполнен (код \(status)).", hint: "Сообщите разработчикам.")
      }
      console.print("")
    }
    console.print("Подписанная справка (PDF, HTML, XLSX, ODS) — \(folder)/\(Configuration().archive)")
    let reports = "\(folder)/\(Configuration().reports)"
    console.print("Комплект второй проверки, откройте в браузере — \(reports)/Комплект-2025-09-30/index.html")
    console.print(
      "Панель второй проверки, откройте в браузере — \(reports)/Комплект-2025-09-30/dashboard-2025-09-30.html")
    console.print("Проект справки за первый полумесяц — \(reports)")
    console.print("Хранилище школы — \(folder)/\(StoreLocation.defaultFile)")
    console.print("Дальше: zavuch findings --store \(folder)/\(StoreLocation.defaultFile) --as-of 2025-09-30")
  }

  private static let samplesMark = "SampleData"

  private static func quoted(_ word: String) -> String { word.contains(" ") ? "\"\(word)\"" : word }

  private struct Step {
    var title: String
    var words: [String]
    var store = StoreLocation.defaultFile
  }

  private static let steps = [
    Step(
      title: "1. Первая выгрузка таблиц, утро 16 сентября:", words: ["import", "SampleData/Таблицы-2025-09-16"]),
    Step(
      title: "2. Проверка первого полумесяца и проект справки:", words: ["report", "control", "--as-of", "2025-09-15"]),
    Step(
      title: "3. Вторая выгрузка, утро 1 октября, лежит в папке «Входящие». Всё сразу: загрузка, проверка, комплект:",
      words: ["run", "--as-of", "2025-09-30"]),
    Step(title: "4. Показатели второй проверки:", words: ["check", "--as-of", "2025-09-30"]),
    Step(
      title: "5. Заместитель директора подписывает справку:",
      words: ["sign", "control", "--as", "deputy", "--name", "Смирнова Е.В.", "--date", "2025-10-01"]),
    Step(title: "6. Целостность архива:", words: ["verify"]),
    Step(
      title: "7. Та же школа, выгрузка журналов Дневник.ру (в отдельное хранилище):",
      words: ["import", "SampleData/journals-27.10.2025.zip"], store: "Дневник.ру.sqlite"),
    Step(
      title: "8. Что можно установить по журналам Дневник.ру, в которых нет времени внесения:",
      words: ["check", "--as-of", "2025-10-27", "--from", "2025-09-01", "--to", "2025-10-26"],
      store: "Дневник.ру.sqlite"),
  ]
}
