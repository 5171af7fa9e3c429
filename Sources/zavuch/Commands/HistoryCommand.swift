import CommandLineInterface
import Control
import JournalStore

extension Command {
  static let history = Command(
    name: "history",
    summary: "показать, что и когда внесено, изменено и удалено",
    discussion: """
      История урока, ученика или учителя: каждая запись с тем, когда она внесена, изменена (было → стало) или исчезла, и с \
      местом в выгрузке: файл, лист, строка, столбец, текст ячейки. Время берётся из выгрузки; если его там нет, \
      показан промежуток между двумя выгрузками: в первой записи ещё нет, во второй она есть.
      """,
    options: [
      .value("lesson", "КЛЮЧ", help: "один урок по ключу из замечаний"),
      .value("class", "КЛАСС", help: "класс, в любом написании: 5А, «10 а»"),
      .value("subject", "ПРЕДМЕТ", help: "предмет, можно сокращённо: «Русск. яз.»"),
      .value("date", "ДАТА", help: "уроки одного дня"),
      .value("pupil", "УЧЕНИК", help: "отметки и посещаемость ученика: фамилия, можно с именем или инициалами"),
      .value("teacher", "УЧИТЕЛЬ", help: "уроки учителя: фамилия, можно с именем и отчеством"),
      .value("from", "ДАТА", help: "начало дней уроков"),
      .value("to", "ДАТА", help: "конец дней уроков"),
      .flag("changes", help: "только изменённое и исчезнувшее"),
      .flag("json", help: "результат в JSON: одно событие — одна строка"),
    ],
    examples: [
      Example("zavuch history --class 5А --subject Математика --date 2025-09-16", "один урок"),
      Example("zavuch history --pupil 'Белов И.' --class 5А --changes", "что переправлено у ученика"),
      Example("zavuch history --teacher Смирнова --from 2025-09-01 --to 2025-09-30", "уроки учителя за месяц"),
    ]
  ) { invocation, console in
    let request = try HistoryOptions.request(invocation)
    let isJSON = try invocation.flag("json")
    for history in try HistorySearch.histories(request, try StoreLocation(invocation).stores()) {
      if isJSON {
        HistoryReport.printJSON(history, on: console)
      } else {
        HistoryReport.tell(history, onlyChanges: request.onlyChanges, on: console)
      }
    }
    return .done
  }
}
