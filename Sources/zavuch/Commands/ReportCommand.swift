import CommandLineInterface

extension Command {
  static let report = Command(
    name: "report",
    summary: "подготовить отчёты",
    discussion: """
      Отчёт control регистрирует проверку периода и печатает справку по её итогам. До подписания отчёт помечен словом \
      «ПРОЕКТ». Отчёт с отбором по классу или учителю показывает часть той же проверки: он ничего не регистрирует, и \
      подписать его нельзя.
      """,
    arguments: [.oneOrMore("ОТЧЁТ", help: "название отчёта", kind: .oneOf(ReportMaker.names))],
    options: CheckOptions.window + CheckOptions.scope + [
      .list("format", "ФОРМАТ", help: "форматы", kind: .oneOf(ReportFormat.allCases.map(\.rawValue))),
      .value("out", "ПАПКА", help: "куда положить (по умолчанию «Отчёты» рядом с хранилищем)", kind: .folder),
    ],
    examples: [
      Example("zavuch report control --as-of 2025-10-15", "справка за полумесяц во всех форматах"),
      Example("zavuch report control --teacher Иванова --format pdf", "замечания одного учителя на бумаге"),
    ]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    var batch = ReportBatch(location: location, configuration: configuration)
    let formats = try invocation.values("format").compactMap(ReportFormat.init(rawValue:))
    if !formats.isEmpty { batch.formats = formats }
    if let out = try invocation.value("out") { batch.out = out }
    for store in try location.stores() {
      let request = try CheckOptions.request(invocation, configuration, store)
      for path in try batch.make(invocation.values("ОТЧЁТ"), of: store, request, console) { console.print(path) }
    }
    return .done
  }
}
