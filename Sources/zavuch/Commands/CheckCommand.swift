import CommandLineInterface
import Control
import JournalStore

extension Command {
  static let check = Command(
    name: "check",
    summary: "проверить ведение журнала",
    discussion: """
      Каждое правило судит уроки, учеников или учителей периода контроля: соблюдено, нарушено или данных недостаточно. \
      Проверка без --register не оставляет следов.
      """,
    options: CheckOptions.window + CheckOptions.filters + [
      .list(
        "by", "РАЗРЕЗ", help: "посчитать также по разрезам", kind: .oneOf(Scope.allCases.map(\.rawValue))),
      .flag("register", help: "зарегистрировать проверку: следующая начнётся после неё и будет с ней сравниваться"),
      .value(
        "fail-on", "ВАЖНОСТЬ", help: "завершиться с кодом 1, если есть замечания этой важности или выше",
        kind: .oneOf(Severity.allCases.map(\.rawValue))),
      .flag("json", help: "результат в JSON"),
    ],
    examples: [
      Example("zavuch check --as-of 2025-10-15", "полумесяц до 15 октября"),
      Example("zavuch check --class 5А --by subject", "один класс, по предметам"),
    ],
    statuses: [.findings]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    let scopes = try invocation.values("by").compactMap(Scope.init(rawValue:))
    let isRegistered = try invocation.flag("register")
    var results: [(store: JournalStore, request: CheckRequest, result: CheckResult)] = []
    for store in try location.stores() {
      let request = try CheckOptions.request(invocation, configuration, store, by: scopes)
      let result = try Control.check(store, request)
      try CheckRegistration.warn(store, result, rules: request.book, console)
      if isRegistered {
        try CheckRegistration.register(
          store, result, today: Today.date(timeZone: configuration.timeZone), console)
      }
      results.append((store, request, result))
    }
    if try invocation.flag("json") {
      console.print(CheckReport.json(results.map(\.result), by: scopes))
    } else {
      for (store, request, result) in results {
        try CheckReport.tell(result, store, by: scopes, on: console)
        guard result.rules.contains(where: { $0.rule.id == Rule.programmeBehindPlan.id }) else { continue }
        MaterialReport.tell(
          try Control.materialAccounts(store, request), inFull: request.isFiltered, on: console)
      }
    }
    let limit = try invocation.value("fail-on").flatMap(Severity.init(rawValue:))
    return CheckReport.fails(results.map(\.result), on: limit) ? .findings : .done
  }
}
