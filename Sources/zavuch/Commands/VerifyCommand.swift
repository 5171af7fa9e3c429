import Archive
import CommandLineInterface

extension Command {
  static let verify = Command(
    name: "verify",
    summary: "проверить целостность подписанного",
    discussion: """
      Сверяет каждый файл архива и каждую запись его журнала с тем, что было подписано, и называет первое, что изменено, \
      удалено или добавлено. Хранилище помнит последнюю подпись, поэтому заметит и пропажу всего архива.
      """,
    arguments: [.optional("ПУТЬ", help: "папка архива (по умолчанию «Архив» рядом с хранилищем)", kind: .folder)],
    options: [.value("head", "ГОЛОВА", help: "голова журнала, записанная при подписании: «3: 9f86 d081 884c 7d65»")],
    examples: [Example("zavuch verify", "архив рядом с хранилищем")],
    statuses: [.unverified]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    let head = try invocation.value("head").map { try ExpectedHead($0) }
    guard let folder = try invocation.value("ПУТЬ") else {
      // Signed reports can be verified without the store, which only remembers them.
      let stores = try location.hasFiles ? location.stores() : []
      return try SchoolArchive(location, configuration).verify(stores, head: head, console)
    }
    let report = ReportArchive(folder: folder).verify(expectedHeads: head.map { [$0] } ?? [])
    console.print(report.description)
    return report.isIntact ? .done : .unverified
  }
}
