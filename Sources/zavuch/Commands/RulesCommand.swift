import CommandLineInterface
import Control

extension Command {
  static let rules = Command(
    name: "rules",
    summary: "что проверяют правила и по каким пунктам",
    discussion: """
      Без --check рассказывает о правилах, встроенных и своих (папка «Правила» рядом с хранилищем). С --check проверяет файлы \
      своих правил: полна ли карточка, разрешён ли запрос и говорит ли правило о каждом своём примере то, что в нём сказано; \
      без файлов — все файлы папки.
      """,
    arguments: [
      .any(
        "ПРАВИЛО", help: "правило, о котором рассказать; с --check — файл правила", kind: .suggested(Rule.all.map(\.id))
      )
    ],
    options: [.flag("check", help: "проверить файлы своих правил")],
    examples: [
      Example("zavuch rules lesson-entered-late", "об одном правиле"),
      Example("zavuch rules --check Правила/homework-late.json5", "годится ли файл своего правила"),
    ]
  ) { invocation, console in
    let named = try invocation.values("ПРАВИЛО")
    let configuration = try Configuration(invocation, StoreLocation(invocation))
    if try invocation.flag("check") {
      let files = try named.isEmpty ? configuration.ownRules?.files() ?? [] : named
      guard !files.isEmpty else {
        throw UsageError("Своих правил нет: проверять нечего.", hint: "Назовите файл: zavuch rules --check ФАЙЛ")
      }
      return try OwnRuleCheck(console: console).run(files) ? .done : .usage
    }
    let book = try configuration.ruleBook()
    guard !named.isEmpty else {
      list(book, configuration.control, console)
      return .done
    }
    for id in named {
      guard let rule = book.named(id) else {
        throw UsageError("Такого правила нет: «\(id)».", hint: "Все правила: zavuch rules")
      }
      console.write(RulePage.text(rule, configuration.control))
    }
    return .done
  }

  private static func list(_ book: RuleBook, _ settings: ControlSettings, _ console: Console) {
    for direction in Direction.allCases {
      let rules = book.rules.filter { $0.direction == direction }
      guard !rules.isEmpty else { continue }
      console.print("\n\(direction.title)")
      var table = TextTable([.init("Правило"), .init("Пункт"), .init("Важность"), .init("Что проверяет")])
      for rule in rules {
        let severity = settings.isOn(rule) ? settings.severity(of: rule).title : "выключено"
        table.append([rule.id, rule.clause, severity, rule.title])
      }
      console.write(table.text(width: console.width))
    }
    for rule in book.rules {
      if let file = rule.file { console.print("Правило школы «\(rule.id)» — из файла \(file)") }
    }
  }
}
