import Archive
import CommandLineInterface

extension Command {
  static let verify = Command(
    name: "verify",
    summary: "проверить целостность подписанного",
    discussion: """
      Сверяет каждый файл архива и каждую запись его журнала с тем, что было подписано, и называет первое, что изменено, \
      удалено или добавлено.
      """,
    arguments: [.optional("ПУТЬ", help: "папка архива (по умолчанию «Архив» рядом с хранилищем)", kind: .folder)],
    options: [.value("head", "ГОЛОВА", help: "голова журнала, записанная при подписании: «3: 9f86 d081 884c 7d65»")],
    examples: [Example("zavuch verify", "архив рядом с хранилищем")],
    statuses: [.unverified]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    let folder = try invocation.value("ПУТЬ") ?? location.beside(configuration.archive)
    let head = try invocation.value("head").map { try ExpectedHead($0) }
    let report = ReportArchive(folder: folder).verify(expectedHead: head)
    console.print(report.description)
    return report.isIntact ? .done : .unverified
  }
}
