import CommandLineInterface
import Control

extension Command {
  static let rules = Command(
    name: "rules",
    summary: "что проверяют правила и по каким пунктам",
    arguments: [.optional("ПРАВИЛО", help: "правило, о котором рассказать", kind: .suggested(Rule.all.map(\.id)))],
    examples: [Example("zavuch rules lesson-entered-late", "об одном правиле")]
  ) { invocation, console in
    let settings = try Configuration(invocation, StoreLocation(invocation)).control
    guard let id = try invocation.value("ПРАВИЛО") else {
      for direction in Direction.allCases {
        let rules = Rule.all.filter { $0.direction == direction }
        guard !rules.isEmpty else { continue }
        console.print("\n\(direction.title)")
        var table = TextTable([.init("Правило"), .init("Пункт"), .init("Важность"), .init("Что проверяет")])
        for rule in rules {
          let severity = settings.isOn(rule) ? settings.severity(of: rule).title : "выключено"
          table.append([rule.id, rule.clause, severity, rule.title])
        }
        console.write(table.text(width: console.width))
      }
      return .done
    }
    guard let rule = Rule.named(id) else {
      throw UsageError("Такого правила нет: «\(id)».", hint: "Все правила: zavuch rules")
    }
    console.write(RulePage.text(rule, settings))
    return .done
  }
}
