import CommandLineInterface
import Importing

extension Command {
  static let run = Command(
    name: "run",
    summary: "всё сразу: загрузка, проверка, отчёты, проверка архива",
    discussion: """
      Загружает всё, что лежит в папке «Входящие» рядом с хранилищем, регистрирует проверку, готовит отчёты и проверяет \
      архив подписанного. Папки и форматы задаёт файл настроек.
      """,
    options: CheckOptions.window,
    examples: [Example("zavuch run --store Школа/zavuch.sqlite", "по расписанию, два раза в месяц")],
    statuses: [.rejected, .unverified]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    let inbox = location.beside(configuration.inbox)
    var status = ExitStatus.done
    if StoreLocation.isFolder(inbox) {
      let session = ImportSession(location, console, isJSON: false)
      try session.run([inbox], ImportOptions(mappings: configuration.mappings))
      if session.isAnythingRejected { status = .rejected }
    } else {
      console.message("Папки «\(inbox)» нет: новых выгрузок не загружено.")
    }
    let batch = ReportBatch(location: location, configuration: configuration)
    let stores = try location.stores()
    for store in stores {
      let order = try ReportOrder(invocation, configuration)
      for path in try batch.make(["control"], of: store, order, console) { console.print(path) }
    }
    if try SchoolArchive(location, configuration).verify(stores, console) == .unverified { status = .unverified }
    return status
  }
}
