import CommandLineInterface
import Reporting

extension Command {
  static let report = Command(
    name: "report",
    summary: "подготовить отчёты",
    discussion: """
      Отчёт control регистрирует проверку периода и печатает справку по её итогам. До подписания отчёт помечен словом \
      «ПРОЕКТ». Справка с отбором по классу или учителю показывает часть той же проверки: она ничего не регистрирует, и \
      подписать её нельзя. Отчёты учебного периода (class-period, class-summary, attendance, accumulation, school-summary, programme, \
      parent-extract) отбираются по --class и --period. Все отчёты, и свои отчёты школы, перечисляет zavuch templates. \
      О каждом файле делается запись в «Журнале отчётов» рядом с хранилищем.

      Панель проверки dashboard — страница для работы на экране, только HTML: показатели и их ход по проверкам, рисунки, \
      все замечания с отбором, поиском и доказательствами до ячейки выгрузки. Сети и сервера ей не нужно.
      """,
    arguments: [
      .oneOrMore("ОТЧЁТ", help: "название отчёта", kind: .suggested(ReportLibrary.builtIn + [DashboardMaker.name]))
    ],
    options: CheckOptions.window + CheckOptions.scope + [
      .value(
        "period", "ПЕРИОД",
        help: "учебный период для отчётов по периоду: «1 четверть», «год» (по умолчанию последний начавшийся у класса)"),
      .repeated("pupil", "УЧЕНИК", help: "выписка только этого ученика: фамилия или фамилия с именем"),
      .value(
        "privacy", "ПРОФИЛЬ",
        help: "как названы обучающиеся: полностью, с инициалами, номерами, никак (по умолчанию как в шаблоне)",
        kind: .oneOf(PrivacyProfile.allCases.map(\.rawValue))),
      .list("format", "ФОРМАТ", help: "форматы", kind: .oneOf(ReportFormat.allCases.map(\.rawValue))),
      .value("out", "ПАПКА", help: "куда положить (по умолчанию «Отчёты» рядом с хранилищем)", kind: .folder),
    ],
    examples: [
      Example("zavuch report control --as-of 2025-10-15", "справка за полумесяц во всех форматах"),
      Example("zavuch report dashboard", "панель проверки: откройте файл в браузере"),
      Example("zavuch report control --teacher Иванова --format pdf", "замечания одного учителя на бумаге"),
      Example("zavuch report class-summary --class 5А --period '1 четверть'", "сводная ведомость одного класса"),
      Example("zavuch report parent-extract --class 5А --pupil Белова", "выписка для родителей одного ученика"),
    ]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    var batch = ReportBatch(location: location, configuration: configuration)
    let formats = try invocation.values("format").compactMap(ReportFormat.init(rawValue:))
    let names = try invocation.values("ОТЧЁТ")
    if names.contains(DashboardMaker.name), !formats.isEmpty, !formats.contains(.html) {
      throw UsageError(
        "Панель проверки (\(DashboardMaker.name)) бывает только страницей HTML.",
        hint: "Уберите --format или добавьте html. Для печати и таблиц есть отчёт control.")
    }
    if !formats.isEmpty { batch.formats = formats }
    if let out = try invocation.value("out") { batch.out = out }
    for store in try location.stores() {
      let order = try ReportOrder(invocation, configuration)
      for path in try batch.make(names, of: store, order, console) { console.print(path) }
    }
    return .done
  }
}
