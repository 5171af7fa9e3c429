import CommandLineInterface
import Control
import JournalStore

extension Command {
  static let rating = Command(
    name: "rating",
    summary: "показать рейтинг классов или учителей по зарегистрированной проверке",
    discussion: """
      \(Rating.formula) (\(RatingWeights().russian); другие веса — в настройках, rating). Каждую потерю можно открыть: --explain показывает, какое требование \
      сколько отняло и на каких замечаниях это держится; замечание открывает zavuch findings --explain КЛЮЧ.
      """,
    arguments: [
      .optional(
        "КОГО", help: "classes — классы (по умолчанию), teachers — учителя",
        kind: .oneOf(Rating.Kind.allCases.map(\.rawValue)))
    ],
    options: [
      .value("check", "НОМЕР", help: "по этой проверке (по умолчанию по последней)"),
      .value("explain", "КТО", help: "открыть баллы одного класса или учителя"),
      .flag("json", help: "результат в JSON: один класс или учитель — одна строка"),
    ],
    examples: [
      Example("zavuch rating teachers", "учителя по последней проверке"),
      Example("zavuch rating --explain 5А", "из чего сложились баллы класса"),
    ]
  ) { invocation, console in
    let kind = try invocation.value("КОГО").flatMap(Rating.Kind.init(rawValue:)) ?? .classes
    let number = try CheckNumber.read("check", invocation)
    let isJSON = try invocation.flag("json")
    let location = try StoreLocation(invocation)
    let weights = try Configuration(invocation, location).rating
    let stores = try location.stores()
    for store in try number.map({ try CheckNumber.stores(stores, with: $0) }) ?? stores {
      var rating = try Control.rating(store, of: kind, check: number, weights: weights)
      guard let name = try invocation.value("explain") else {
        if isJSON {
          for entry in rating.entries { console.print(RatingReport.json(entry, of: rating)) }
        } else {
          RatingReport.tell(rating, on: console)
        }
        continue
      }
      rating.entries = try Control.entry(name, of: rating, in: store).map { [$0] } ?? []
      if isJSON {
        for entry in rating.entries { console.print(RatingReport.json(entry, of: rating)) }
      } else {
        RatingReport.explain(rating, on: console)
      }
    }
    return .done
  }
}
