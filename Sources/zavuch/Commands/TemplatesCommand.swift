import CommandLineInterface
import Reporting

extension Command {
  static let templates = Command(
    name: "templates",
    summary: "шаблоны отчётов: перечислить, скопировать себе, проверить",
    discussion: """
      Отчёт печатается по шаблону — файлу XML, который школа может изменить. Без параметров перечислены все шаблоны: \
      встроенные и свои, которые идут впереди встроенных с тем же именем. --copy кладёт копию встроенного шаблона в папку \
      школы (templates в настройках, без них «Шаблоны» рядом с хранилищем), --check проверяет файл, не читая данных. Как \
      устроен шаблон, рассказывает ReportTemplates/README.md.
      """,
    options: [
      .value(
        "copy", "ОТЧЁТ", help: "скопировать встроенный шаблон в папку школы", kind: .suggested(ReportLibrary.builtIn)),
      .repeated("check", "ФАЙЛ", help: "проверить файл шаблона", kind: .path),
    ],
    examples: [
      Example("zavuch templates", "какие отчёты есть"),
      Example("zavuch templates --copy control", "взять справку за основу своей"),
      Example("zavuch templates --check Шаблоны/control.xml", "проверить исправленный шаблон"),
    ]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    let library = try ReportLibrary.open(configuration, location)
    let files = try invocation.values("check")
    if let id = try invocation.value("copy") {
      console.print(try ReportLibrary.copy(id, library, to: ReportLibrary.folder(configuration, location)))
    }
    if !files.isEmpty {
      let faults = files.flatMap(library.check)
      for fault in faults { console.print(fault.description) }
      guard faults.isEmpty else { return .usage }
      console.print(files.count == 1 ? "Шаблон верен." : "Шаблоны верны.")
    }
    if files.isEmpty, try invocation.value("copy") == nil { TemplatesReport.tell(library.list(), on: console) }
    return .done
  }
}
