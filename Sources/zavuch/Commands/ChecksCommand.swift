import CommandLineInterface
import Control
import JournalStore

extension Command {
  static let checks = Command(
    name: "checks",
    summary: "показать зарегистрированные проверки",
    discussion: """
      Проверки, которые сдвигают период контроля и сравниваются между собой: их делают run, report control и check \
      --register. С номером — что посчитало каждое правило и из каких выгрузок.
      """,
    arguments: [.optional("НОМЕР", help: "номер проверки")],
    options: [
      .flag("again", help: "провести названную проверку ещё раз и сказать, тот же ли результат; хранилище не меняется"),
      .flag("json", help: "результат в JSON: одна проверка — одна строка"),
    ],
    examples: [
      Example("zavuch checks", "все проверки"),
      Example("zavuch checks 3", "одна из них"),
      Example("zavuch checks 3 --again", "даёт ли она тот же результат сейчас"),
    ]
  ) { invocation, console in
    let stores = try StoreLocation(invocation).stores(.readOnly)
    let isJSON = try invocation.flag("json")
    let number = try CheckNumber.read("НОМЕР", invocation)
    if try invocation.flag("again") {
      guard let number else {
        throw UsageError("Не сказано, какую проверку провести ещё раз.", hint: "Например: zavuch checks 3 --again")
      }
      let location = try StoreLocation(invocation)
      let book = try Configuration(invocation, location).ruleBook()
      for store in try CheckNumber.stores(try location.stores(), with: number) {
        let check = try Control.registeredCheck(number, in: store)
        let rerun = try Control.rerun(store, check, book: book, digest: CheckRegistration.digest)
        ChecksReport.tell(rerun, of: check, on: console)
      }
      return .done
    }
    for store in try number.map({ try CheckNumber.stores(stores, with: $0) }) ?? stores {
      let summaries = try Control.checkSummaries(store)
      let told = number.map { number in summaries.filter { $0.check.id == number } } ?? summaries
      if isJSON {
        for summary in told { console.print(ChecksReport.json(summary)) }
      } else if let number, let summary = told.first {
        try ChecksReport.tell(summary, rules: Control.compare(store, summary.check, summary.check).rules, on: console)
        ChecksReport.tell(try Control.sources(ofCheck: number, in: store), on: console)
      } else {
        ChecksReport.tell(told, on: console)
      }
    }
    return .done
  }
}
