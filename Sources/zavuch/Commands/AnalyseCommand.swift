import CommandLineInterface
import Control

extension Command {
  static let analyse = Command(
    name: "analyse",
    summary: "разобрать период по классам: успеваемость, качество, пропуски, риски",
    discussion: """
      Разбор для классного руководителя: разряды учеников, проценты успеваемости и качества, СОУ, средние баллы, пропуски по \
      причинам, ученики, на которых стоит обратить внимание, и сравнение с прошлым периодом. Где итоговых отметок ещё нет, они \
      предсказаны по текущим, и это сказано: такие отметки стоят со знаком «?». Один класс показан подробно, несколько — \
      таблицами. Хранилище не меняется.
      """,
    options: [
      .repeated("class", "КЛАСС", help: "только этот класс, в любом написании: 5А, «10 а»"),
      .value(
        "period", "ПЕРИОД",
        help: "учебный период: «1 четверть», «2 полугодие», «год» (по умолчанию последний начавшийся у класса)"),
      .value(
        "as-of", "ДАТА", help: "контрольная дата: что внесено позже её вечера, не учитывается (по умолчанию сегодня)"),
      .flag("json", help: "результат в JSON: один класс — одна строка"),
    ],
    examples: [
      Example("zavuch analyse --class 5А --period '1 четверть'", "подробно об одном классе"),
      Example("zavuch analyse --period год --json", "год всех классов для другой программы"),
    ]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    let classes = try invocation.values("class")
    let request = AnalysisRequest(
      asOf: try CheckOptions.date("as-of", invocation) ?? Today.date(timeZone: configuration.timeZone),
      classes: classes.isEmpty ? nil : classes, period: try invocation.value("period"),
      settings: configuration.control, norms: configuration.analysis)
    let isJSON = try invocation.flag("json")
    for store in try location.stores() {
      let analyses = try Control.analyse(store, request)
      if isJSON {
        for analysis in analyses { console.print(AnalysisReport.json(analysis)) }
      } else if let only = analyses.first, analyses.count == 1 {
        AnalysisReport.tell(only, on: console)
      } else {
        AnalysisReport.tell(analyses, on: console)
      }
      if !isJSON { AnalysisReport.tell(leftOut: try Control.classesLeftOut(store, request), on: console) }
    }
    return .done
  }
}
