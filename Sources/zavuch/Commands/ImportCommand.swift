import CommandLineInterface
import Importing
import Journal
import JournalStore

extension Command {
  static let importFiles = Command(
    name: "import",
    summary: "загрузить выгрузки в хранилище",
    discussion: """
      Файлы узнаются по содержанию, а не по названию. Что прочитать нельзя, отклоняется с указанием файла, листа, строки \
      и столбца; остальное загружается. Тот же файл второй раз ничего не меняет; более поздняя выгрузка того же журнала \
      показывает, что появилось, изменилось и исчезло.

      Таблицы, которых программа не знает, загружаются, если описать их в настройках (mappings). С --describe ничего не \
      загружается: программа показывает, что видит в файле, и даёт заготовку описания.
      """,
    arguments: [.oneOrMore("ПУТЬ", help: "файл, архив ZIP или папка с выгрузками", kind: .path)],
    options: [
      .value("taken-at", "МОМЕНТ", help: "когда сделана выгрузка, если файл этого не говорит: ГГГГ-ММ-ДДTЧЧ:ММ"),
      .value("layout", "ВИД", help: "вид выгрузки", kind: .oneOf(Importer.layouts)),
      .value("mapping", "НАЗВАНИЕ", help: "читать как эту таблицу из настроек, если подходят несколько"),
      .flag("describe", help: "ничего не загружать, а показать, что видно в файлах, и дать заготовку для настроек"),
      .flag("json", help: "отчёт о загрузке в JSON: один файл — одна строка"),
    ],
    examples: [
      Example("zavuch import journals-31.01.2019.zip", "журналы Дневник.ру, как их отдал сайт"),
      Example("zavuch import Таблицы --store school.sqlite", "папка таблиц обмена в хранилище школы"),
      Example("zavuch import --describe \"Отметки 8А.xlsx\"", "что это за файл и как его описать в настройках"),
    ],
    statuses: [.rejected]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let options = try importOptions(invocation, Configuration(invocation, location))
    let paths = try invocation.values("ПУТЬ")
    let isJSON = try invocation.flag("json")
    if try invocation.flag("describe") {
      let config = try invocation.value("config") ?? location.beside(Configuration.fileName)
      for (index, file) in FileDescriber(options).describe(paths).enumerated() {
        if index > 0, !isJSON { console.print("") }
        if isJSON {
          FileDescriptionReport.printJSON(file, on: console)
        } else {
          FileDescriptionReport.tell(file, config: config, on: console)
        }
      }
      return .done
    }
    let session = ImportSession(location, console, isJSON: isJSON)
    try session.run(paths, options)
    return session.isAnythingRejected ? .rejected : .done
  }

  private static func importOptions(_ invocation: Invocation, _ configuration: Configuration) throws -> ImportOptions {
    var options = ImportOptions(
      takenAt: try takenAt(invocation, now: Today.moment(timeZone: configuration.timeZone)),
      layout: try invocation.value("layout"), mappings: configuration.mappings)
    guard let name = try invocation.value("mapping") else { return options }
    options.mappings = configuration.mappings.filter { $0.name == name }
    guard !options.mappings.isEmpty else {
      let known = configuration.mappings.map { "«\($0.name)»" }.joined(separator: ", ")
      throw UsageError(
        "Таблицы «\(name)» в настройках нет.",
        hint: known.isEmpty ? "В настройках не описано ни одной таблицы (mappings)." : "Описаны: \(known).")
    }
    options.layout = "mapped"
    return options
  }

  /// An export of a day to come would prove, on that day, that what it does not show was removed.
  private static func takenAt(_ invocation: Invocation, now: LocalMoment) throws -> LocalMoment? {
    let given = try invocation.value("taken-at", as: "дата и время ГГГГ-ММ-ДДTЧЧ:ММ") { LocalMoment($0) }
    guard let given, given.date > now.date else { return given }
    throw UsageError(
      "Момент выгрузки \(given.russian) ещё не наступил: сегодня \(now.date.russian).",
      hint: "Укажите в --taken-at, когда выгрузка сделана на самом деле.")
  }
}
