import Archive
import CommandLineInterface
import JournalStore

extension Command {
  static let verify = Command(
    name: "verify",
    summary: "проверить целостность подписанного",
    discussion: """
      Сверяет каждый файл архива и каждую запись его журнала с тем, что было подписано, и называет первое, что изменено, \
      удалено или добавлено. Хранилище помнит последнюю подпись, поэтому заметит и пропажу всего архива. Затем сверяет \
      «Журнал отчётов»: не изменены ли, не удалены и не переставлены ли его записи и те ли файлы, что он называет.
      """,
    arguments: [.optional("ПУТЬ", help: "папка архива (по умолчанию «Архив» рядом с хранилищем)", kind: .folder)],
    options: [.value("head", "ГОЛОВА", help: "голова журнала, записанная при подписании: «3: 9f86 d081 884c 7d65»")],
    examples: [Example("zavuch verify", "архив рядом с хранилищем")],
    statuses: [.unverified]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    let head = try invocation.value("head").map { try ExpectedHead($0) }
    let archive = SchoolArchive(location, configuration)
    if let folder = try invocation.value("ПУТЬ"), !archive.lies(in: folder) {
      let report = ReportArchive(folder: folder).verify(expectedHeads: head.map { [$0] } ?? [])
      console.print(report.description)
      return report.isIntact ? .done : .unverified
    }
    // Signed reports can be verified without the store, which only remembers them.
    var stores: [JournalStore] = []
    var unopened: StoreError?
    for file in try location.hasFiles ? location.files() : [] {
      do {
        let store = try JournalStore(path: file, mode: .readWrite)
        _ = try archive.remembered([store])
        stores.append(store)
      } catch let error as StoreError {
        unopened = unopened ?? error
      }
    }
    var status = try archive.verify(stores, head: head, console)
    let files = ReportLog.Files.outside(archive: archive.folder, signed: archive.signedFiles)
    if let log = ReportLog(location).verify(files) {
      console.print(log.description)
      if !log.isIntact { status = .unverified }
    } else if try !archive.remembered(stores).isEmpty {
      // Each signed file has a line in the log.
      console.print(
        "Журнала отчётов нет, а отчёты подписывали: о каждом в нём была запись. Верните его из резервной копии и выясните, кто его убрал."
      )
      status = .unverified
    }
    guard let unopened else { return status }
    console.message("Что помнит о подписях хранилище, не сверено. \(unopened.description)")
    return status == .done ? unopened.exitStatus : status
  }
}
