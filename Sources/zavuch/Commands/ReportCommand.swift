import CommandLineInterface
import Control
import JournalStore

extension Command {
  static let report = Command(
    name: "report",
    summary: "подготовить отчёты",
    discussion: """
      Отчёт control регистрирует проверку периода и печатает справку по её итогам. До подписания отчёт помечен словом \
      «ПРОЕКТ».
      """,
    arguments: [.oneOrMore("ОТЧЁТ", help: "название отчёта", kind: .oneOf(ReportMaker.names))],
    options: CheckOptions.window + [
      .list("format", "ФОРМАТ", help: "форматы", kind: .oneOf(ReportFormat.allCases.map(\.rawValue))),
      .value("out", "ПАПКА", help: "куда положить (по умолчанию «Отчёты» рядом с хранилищем)", kind: .folder),
    ],
    examples: [Example("zavuch report control --as-of 2025-10-15", "справка за полумесяц во всех форматах")]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    let given = try invocation.values("format")
    let formats = (given.isEmpty ? configuration.formats : given).compactMap(ReportFormat.init(rawValue:))
    let out = try invocation.value("out") ?? "\(location.home)/\(configuration.reports)"
    for store in try location.stores() {
      let result = try Control.check(store, CheckOptions.request(invocation, configuration, store))
      let check = try CheckRegistration.register(store, result)
      let maker = ReportMaker(store: store, configuration: configuration)
      for name in try invocation.values("ОТЧЁТ") {
        let document = try maker.document(name, of: check)
        for format in formats {
          let path = "\(location.folder(of: store, in: out))/\(ReportMaker.fileName(name, check, format))"
          try ReportFiles.write(maker.render(document, as: format), to: path)
          console.print(path)
        }
      }
    }
    return .done
  }
}
