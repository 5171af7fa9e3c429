import CommandLineInterface
import Control
import JournalStore

extension Command {
  static let trends = Command(
    name: "trends",
    summary: "показать, как показатели менялись от проверки к проверке",
    discussion: """
      Доля соблюдённых по каждой зарегистрированной проверке — по школе, классу, предмету или учителю. Одно правило \
      показано с числами, по строке на проверку. С --marks — текущие отметки на уроках периода каждой проверки: средний балл, \
      успеваемость, качество, СОУ.
      """,
    arguments: [
      .optional("ПРАВИЛО", help: "правило, о котором рассказать", kind: .suggested(Rule.all.map(\.id)))
    ],
    options: [
      .flag("marks", help: "отметки вместо правил"),
      .value("class", "КЛАСС", help: "только этот класс, в любом написании"),
      .value("subject", "ПРЕДМЕТ", help: "только этот предмет, можно сокращённо"),
      .value("teacher", "УЧИТЕЛЬ", help: "только уроки этого учителя"),
      .value("last", "ЧИСЛО", help: "сколько последних проверок показать (по умолчанию 6)"),
      .flag("json", help: "результат в JSON: одно правило — одна строка"),
    ],
    examples: [
      Example("zavuch trends", "все показатели школы"),
      Example("zavuch trends lesson-entered-late --class 5А", "один показатель одного класса"),
      Example("zavuch trends --marks --subject Алгебра", "отметки по одному предмету"),
    ]
  ) { invocation, console in
    let scope = TrendScope(
      studyClass: try invocation.value("class"), subject: try invocation.value("subject"),
      teacher: try invocation.value("teacher"))
    let id = try invocation.value("ПРАВИЛО")
    let last = try invocation.value("last", as: "целое число от 1") { text in Int(text).flatMap { $0 > 0 ? $0 : nil } }
    let isJSON = try invocation.flag("json")
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    if try invocation.flag("marks") {
      guard id == nil else {
        throw UsageError("Отметки и правило вместе не показываются.", hint: "Уберите либо правило, либо --marks.")
      }
      let settings = configuration.control
      for store in try location.stores() {
        let trend = try Control.markTrend(store, scope: scope, settings: settings)
        if isJSON {
          for point in trend.points { console.print(MarkTrendReport.json(point)) }
        } else if trend.points.isEmpty {
          console.print("Зарегистрированных проверок ещё нет. Зарегистрировать: zavuch check --register")
        } else {
          MarkTrendReport.tell(trend, last: last, on: console)
        }
      }
      return .done
    }
    let book = try configuration.ruleBook()
    for store in try location.stores(.readOnly) {
      let trends = try Control.trends(store, rules: id.map { [$0] }, scope: scope, book: book)
      if isJSON {
        for trend in trends { console.print(TrendReport.json(trend)) }
      } else if trends.isEmpty {
        console.print("Зарегистрированных проверок с этими показателями нет. Зарегистрировать: zavuch check --register")
      } else if id == nil {
        TrendReport.tell(trends, last: last ?? 6, on: console)
      } else {
        for trend in trends { TrendReport.tell(trend, last: last, on: console) }
      }
    }
    return .done
  }
}
