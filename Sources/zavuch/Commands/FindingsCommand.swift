import CommandLineInterface
import Control

extension Command {
  static let findings = Command(
    name: "findings",
    summary: "перечислить замечания и открыть каждое до ячейки выгрузки",
    discussion: """
      Список замечаний периода контроля с их ключами. С --explain показывает, на чём держится замечание: уроки, отметки, \
      пропуски, каждый факт — с файлом, листом, строкой и столбцом, исходным текстом и временем внесения.
      """,
    options: CheckOptions.window + CheckOptions.filters + [
      .value("explain", "КЛЮЧ", help: "открыть одно замечание"), .flag("json", help: "результат в JSON"),
    ],
    examples: [
      Example("zavuch findings --teacher Иванова", "замечания одного учителя"),
      Example("zavuch findings --explain lesson-not-entered:L000123", "доказательства одного замечания"),
    ]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    let isJSON = try invocation.flag("json")
    let stores = try location.stores()
    if let key = try invocation.value("explain") {
      let explained = try FindingSearch.explain(key, stores) { store in
        try CheckOptions.request(invocation, configuration, store)
      }
      if isJSON {
        console.print(FindingReport.json(explained))
      } else {
        console.write(FindingReport.text(explained))
      }
      return .done
    }
    for store in stores {
      let request = try CheckOptions.request(invocation, configuration, store)
      let result = try Control.check(store, request)
      CheckRegistration.warn(result.unknownNames, console)
      let open = result.findings.filter(\.state.isOpen)
      if isJSON {
        for finding in open { console.print(FindingReport.json(finding)) }
      } else {
        let waived = open.count { $0.waiver != nil }
        console.print(
          "Замечания на \(result.window.asOf.russian), период \(result.window.russian): \(open.count)"
            + (waived > 0 ? ", из них принято решениями школы: \(waived)" : ""))
        console.write(FindingReport.list(open, request.book, width: console.width))
      }
    }
    return .done
  }
}
