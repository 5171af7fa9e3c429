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
      """,
    arguments: [.oneOrMore("ПУТЬ", help: "файл, архив ZIP или папка с выгрузками", kind: .path)],
    options: [
      .value("taken-at", "МОМЕНТ", help: "когда сделана выгрузка, если файл этого не говорит: ГГГГ-ММ-ДДTЧЧ:ММ"),
      .value("layout", "ВИД", help: "вид выгрузки", kind: .oneOf(Importer.layouts)),
      .flag("json", help: "отчёт о загрузке в JSON: один файл — одна строка"),
    ],
    examples: [
      Example("zavuch import journals-31.01.2019.zip", "журналы Дневник.ру, как их отдал сайт"),
      Example("zavuch import Таблицы --store school.sqlite", "папка таблиц обмена в хранилище школы"),
    ],
    statuses: [.rejected]
  ) { invocation, console in
    let options = ImportOptions(
      takenAt: try invocation.value("taken-at", as: "дата и время ГГГГ-ММ-ДДTЧЧ:ММ") { LocalMoment($0) },
      layout: try invocation.value("layout"))
    let session = try ImportSession(StoreLocation(invocation), console, isJSON: try invocation.flag("json"))
    try session.run(try invocation.values("ПУТЬ"), options)
    return session.isAnythingRejected ? .rejected : .done
  }
}
