import CommandLineInterface
import Reporting

extension Command {
  static let bundle = Command(
    name: "bundle",
    summary: "собрать комплект отчётов по классам и учителям",
    discussion: """
      Делает папку «Комплект-ДАТА»: отчёты школы, папка на каждый класс и на каждого учителя, страница-указатель index.html и \
      контрольные суммы SHA256SUMS. Каждому — только его выписка. Без названий отчётов в комплект идут справка, перечень \
      проверок, рейтинг, выписки классным руководителям и учителям, отчёты классных руководителей и сводные ведомости. \
      Проверка при этом регистрируется, как в report; о каждом файле делается запись в «Журнале отчётов».
      """,
    arguments: [
      .any("ОТЧЁТ", help: "названия отчётов", kind: .suggested(ReportLibrary.builtIn + [DashboardMaker.name]))
    ],
    options: CheckOptions.window + [
      .value("period", "ПЕРИОД", help: "учебный период для отчётов по периоду (по умолчанию последний начавшийся)"),
      .value(
        "privacy", "ПРОФИЛЬ", help: "как названы обучающиеся: полностью, с инициалами, номерами, никак",
        kind: .oneOf(PrivacyProfile.allCases.map(\.rawValue))),
      .list("format", "ФОРМАТ", help: "форматы", kind: .oneOf(ReportFormat.allCases.map(\.rawValue))),
      .value("out", "ПАПКА", help: "в какой папке (по умолчанию «Отчёты» рядом с хранилищем)", kind: .folder),
    ],
    examples: [
      Example("zavuch bundle --as-of 2025-10-31 --format pdf", "всё, что раздать после проверки"),
      Example("zavuch bundle teacher-remarks --as-of 2025-10-31", "только выписки учителям"),
    ]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    var batch = ReportBatch(location: location, configuration: configuration)
    let formats = try invocation.values("format").compactMap(ReportFormat.init(rawValue:))
    if !formats.isEmpty { batch.formats = formats }
    if let out = try invocation.value("out") { batch.out = out }
    let bundle = ReportBundle(batch: batch, order: try ReportOrder(invocation, configuration))
    for store in try location.stores() {
      console.print(try bundle.make(invocation.values("ОТЧЁТ"), of: store, console))
    }
    return .done
  }
}
