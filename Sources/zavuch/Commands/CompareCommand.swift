import CommandLineInterface
import Control
import JournalStore

extension Command {
  static let compare = Command(
    name: "compare",
    summary: "сравнить две зарегистрированные проверки",
    discussion: """
      Что стало с каждым замечанием между двумя проверками: новое, повторно, устранено, исчезло; и как изменилось \
      соблюдение каждого требования. Без номеров — последняя проверка с той, с которой она сравнена; с одним — названная \
      с предыдущей.
      """,
    arguments: [
      .optional("РАНЬШЕ", help: "номер более ранней проверки"), .optional("ПОЗЖЕ", help: "номер более поздней"),
    ],
    options: [
      .value("class", "КЛАСС", help: "замечания только этого класса"),
      .value("teacher", "УЧИТЕЛЬ", help: "замечания только этого учителя"),
      .flag("json", help: "результат в JSON"),
    ],
    examples: [
      Example("zavuch compare", "последнюю с предыдущей"),
      Example("zavuch compare 1 4 --class 5А", "первую с четвёртой по одному классу"),
    ]
  ) { invocation, console in
    let stores = try StoreLocation(invocation).stores(.readOnly)
    let numbers = try ["РАНЬШЕ", "ПОЗЖЕ"].compactMap { try CheckNumber.read($0, invocation) }
    let filter = ComparisonReport.Filter(
      studyClass: try invocation.value("class"), teacher: try invocation.value("teacher"))
    let isJSON = try invocation.flag("json")
    for store in try numbers.last.map({ try CheckNumber.stores(stores, with: $0) }) ?? stores {
      let (before, after) = try ComparisonReport.checks(numbers, in: store)
      let comparison = try Control.compare(store, before, after)
      let remarks = comparison.remarks.filter(filter.passes)
      if isJSON {
        console.print(ComparisonReport.json(comparison, remarks))
      } else {
        ComparisonReport.tell(comparison, remarks, on: console)
      }
    }
    return .done
  }
}
