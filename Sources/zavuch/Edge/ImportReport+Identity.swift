import CommandLineInterface
import Journal
import JournalStore

extension ImportReport {
  /// How many joined and how many ambiguous names are told one by one; the JSON has them all.
  private static let toldNames = 10

  static func json(_ ambiguity: IdentityOutcome.Ambiguity) -> JSONText {
    [
      "kind": .string(ambiguity.kind.rawValue),
      "class": JSONText(ambiguity.className.isEmpty ? nil : ambiguity.className),
      "name": .string(ambiguity.name), "candidates": .array(ambiguity.candidates.map(JSONText.string)),
    ]
  }

  static func json(_ joined: IdentityOutcome.Joined) -> JSONText {
    [
      "kind": .string(joined.kind.rawValue), "class": JSONText(joined.className.isEmpty ? nil : joined.className),
      "name": .string(joined.name), "shownAs": .string(joined.shownAs),
    ]
  }

  /// What of several sources was joined, and which names the school has to settle.
  static func tell(_ identity: IdentityOutcome, on console: Console) {
    let joined = IdentityKind.allCases.compactMap { kind in
      let count = identity.joined.count { $0.kind == kind }
      return count > 0 ? "\(kind.russianGenitive): \(count)" : nil
    }
    if !joined.isEmpty {
      console.print("Имён из разных выгрузок объединено — \(joined.joined(separator: ", ")).", wrappedUnder: 2)
    }
    // That equal names are one is no news.
    let respelt = identity.joined.filter { CodeFolding.fold($0.name) != CodeFolding.fold($0.shownAs) }
    for name in respelt.prefix(toldNames) {
      let place = name.className.isEmpty ? "" : ", класс \(name.className)"
      console.print("  \(name.kind.russian) «\(name.name)»\(place) — это «\(name.shownAs)»", wrappedUnder: 4)
    }
    if respelt.count > toldNames {
      console.print("  … и ещё под другим именем: \(respelt.count - toldNames); полный список — с параметром --json")
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
