import CommandLineInterface
import Control

extension Command {
  static let waive = Command(
    name: "waive",
    summary: "принять замечание до срока, показать и отменить такие решения",
    discussion: """
      Школа может принять замечание на время: учитель болеет, класс на карантине. Принятое замечание остаётся в списке и в \
      справке, но считается отдельно. Когда срок прошёл, оно снова стоит среди замечаний, а правило waiver-expired напоминает \
      о нём. Решение называет одно замечание ключом или все замечания правила там, где сказано: класс, предмет, учитель, \
      ученик. Без параметров команда перечисляет решения. Решения можно загрузить и таблицей waivers.
      """,
    arguments: [.optional("КЛЮЧ", help: "ключ замечания из zavuch findings")],
    options: [
      .value("rule", "ПРАВИЛО", help: "замечания этого правила", kind: .suggested(Rule.all.map(\.id))),
      .value("class", "КЛАСС", help: "только в этом классе"),
      .value("subject", "ПРЕДМЕТ", help: "только по этому предмету"),
      .value("teacher", "УЧИТЕЛЬ", help: "только у этого учителя"),
      .value("pupil", "УЧЕНИК", help: "только об этом ученике"),
      .value("reason", "ПРИЧИНА", help: "почему замечание принято"),
      .value("by", "КТО", help: "кто решил: «директор Петров П.П.»"),
      .value("paper", "ДОКУМЕНТ", help: "каким документом: «приказ № 12 от 01.10.2025»"),
      .value("until", "ДАТА", help: "последний день, когда решение действует"),
      .value("from", "ДАТА", help: "с какого дня решение действует или отменено (по умолчанию сегодня)"),
      .value("revoke", "НОМЕР", help: "отменить решение с этим номером"),
      .flag("json", help: "список решений в JSON: одно решение — одна строка"),
    ],
    examples: [
      Example("zavuch waive", "все решения"),
      Example(
        """
        zavuch waive --rule lesson-entered-late --class 5А --reason "болезнь учителя" --by "директор Петров П.П." \
        --paper "приказ № 12 от 01.10.2025" --from 2025-10-01 --until 2025-10-31
        """, "не считать опоздания в 5А до конца октября"),
      Example("zavuch waive --revoke 3 --from 2025-10-15", "отменить решение № 3"),
    ]
  ) { invocation, console in
    let location = try StoreLocation(invocation)
    let configuration = try Configuration(invocation, location)
    let stores = try location.stores()
    let rules = try configuration.ruleBook()
    let day = try CheckOptions.date("from", invocation) ?? Today.date(timeZone: configuration.timeZone)
    if let number = try invocation.value("revoke", as: "номер решения", { Int64($0) }) {
      let waiver = try Control.revoke(WaiverOptions.only(stores), waiver: number, on: day)
      console.print("Отменено с \(day.russian): № \(number), \(waiver.title(in: rules))")
      return .done
    }
    guard let waiver = try WaiverOptions.waiver(invocation, from: day) else {
      let isJSON = try invocation.flag("json")
      for store in stores {
        let listed = try Control.waivers(store, on: day, rules: rules)
        if isJSON {
          for waiver in listed { console.print(WaiverReport.json(waiver)) }
        } else {
          console.write(WaiverReport.list(listed, on: day, rules: rules, width: console.width))
        }
      }
      return .done
    }
    let store = try WaiverOptions.only(stores)
    let window = try CheckWindow.resolve(store, asOf: day)
    let kept = try Control.waive(
      store, waiver, CheckRequest(window: window, settings: configuration.control, book: rules))
    console.print("Решение № \(kept.id): \(kept.title(in: rules)), с \(kept.from.russian) по \(kept.until.russian)")
    return .done
  }
}
