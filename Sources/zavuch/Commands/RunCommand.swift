import CommandLineInterface
import Importing

extension Command {
  static let run = Command(
    name: "run",
    summary: "всё сразу: загрузка, проверка, отчёты, проверка архива",
    discussion: """
      Загружает всё, что лежит в папке «Входящие» рядом с хранилищем, регистрирует проверку, собирает комплект — справку, \
      выписки классным руководителям и учителям, панель проверки, страницу-указатель — и проверяет архив подписанного и \
      записи «Журнала отчётов». Папки, форматы и состав комплекта (runReports) задаёт файл настроек. Комплект той же даты \
      составляется заново; чего не составляла программа, остаётся, а что в нём исправили, откладывается.
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
    var bundle = ReportBundle(
      batch: ReportBatch(location: location, configuration: configuration),
      order: try ReportOrder(invocation, configuration))
    bundle.isRenewed = true
    let stores = try location.stores()
    for store in stores { console.print(try bundle.make(configuration.runReports, of: store, console)) }
    if try SchoolArchive(location, configuration).verify(stores, console) == .unverified { status = .unverified }
    // Drafts are the staff's to write in; who got which report is not.
    if let log = ReportLog(location).verify(.none), !log.isIntact {
      console.print(log.description)
      status = .unverified
    }
    return status
  }
}
