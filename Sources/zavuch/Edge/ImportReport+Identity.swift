import CommandLineInterface
import JournalStore

extension ImportReport {
  /// How many ambiguous names are told one by one; the JSON has them all.
  private static let toldNames = 10

  static func json(_ ambiguity: IdentityOutcome.Ambiguity) -> JSONText {
    [
      "kind": .string(ambiguity.kind.rawValue),
      "class": JSONText(ambiguity.className.isEmpty ? nil : ambiguity.className),
      "name": .string(ambiguity.name), "candidates": .array(ambiguity.candidates.map(JSONText.string)),
    ]
  }

  /// What of several sources was joined, and which names the school has to settle.
  static func tell(_ identity: IdentityOutcome, on console: Console) {
    let joined = IdentityKind.allCases.compactMap { kind in
      identity.joined[kind].map { "\(kind.russianGenitive): \($0)" }
    }
    if !joined.isEmpty {
      console.print("Имён из разных выгрузок объединено — \(joined.joined(separator: ", ")).", wrappedUnder: 2)
    }
    for ambiguity in identity.ambiguous.prefix(toldNames) { console.report(diagnostic(ambiguity)) }
    if identity.ambiguous.count > toldNames {
      console.message(
        "  … и ещё неясных имён: \(identity.ambiguous.count - toldNames); полный список — с параметром --json")
    }
    for alias in identity.unusedAliases {
      console.report(
        Diagnostic(
          place: "таблица aliases", problem: "какого-то из этих имён в загруженных выгрузках нет", excerpt: alias,
          hint: "Имя в таблице должно стоять так же, как в выгрузке."))
    }
  }

  private static func diagnostic(_ ambiguity: IdentityOutcome.Ambiguity) -> Diagnostic {
    var names: [String] = []
    for name in ambiguity.candidates where !names.contains(name) { names.append(name) }
    let candidates = names.map { name in
      let count = ambiguity.candidates.count { $0 == name }
      return "«\(name)»" + (count > 1 ? " (записей с таким именем: \(count))" : "")
    }.joined(separator: ", ")
    let row = [
      ambiguity.kind.russian, ambiguity.className, ambiguity.name, ambiguity.candidates.first ?? "",
    ].joined(separator: ";")
    return Diagnostic(
      place:
        "\(ambiguity.kind.russian) «\(ambiguity.name)»\(ambiguity.className.isEmpty ? "" : ", класс \(ambiguity.className)")",
      problem: "неясно, одно ли это с другой выгрузкой: подходит \(candidates)",
      hint: "Имя не объединено; решает школа строкой таблицы aliases: \(row)")
  }
}
