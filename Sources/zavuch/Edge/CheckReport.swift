import CommandLineInterface
import Control
import Journal
import JournalStore
import Reporting

/// A check for the terminal and as the JSON of CONTROL 4.
enum CheckReport {
  /// One object, also over several schools: their counts added up, their groups one after another.
  static func json(_ results: [CheckResult], by scopes: [Scope]) -> JSONText {
    guard let first = results.first else { return .null }
    var members: [(String, JSONText)] = [
      ("asOf", .string(first.window.asOf.description)),
      ("from", .string((results.map(\.window.from).min() ?? first.window.from).description)),
      ("to", .string((results.map(\.window.to).max() ?? first.window.to).description)),
      ("rules", .array(first.rules.indices.map { index in rule(results.map { $0.rules[index] }) })),
    ]
    if !scopes.isEmpty { members.append(("groups", .array(results.flatMap(\.groups).map { group($0, by: scopes) }))) }
    members.append(("followUp", followUp(results.map(\.followUp))))
    return .object(members)
  }

  /// A rule that some school can be judged by has no reason, though others cannot.
  private static func rule(_ outcomes: [RuleOutcome]) -> JSONText {
    let counts = outcomes.map(\.counts)
    let isApplicable = outcomes.contains { $0.reason == nil }
    return .object(
      [("id", .string(outcomes[0].rule.id))] + members(counts)
        + [
          ("reason", isApplicable ? .null : JSONText(outcomes[0].reason)),
          ("norms", .array(norms(outcomes).map(JSONText.string))),
        ])
  }

  /// Norms for some may apply in one school and not in another.
  private static func norms(_ outcomes: [RuleOutcome]) -> [String] {
    outcomes.flatMap(\.norms).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The counts added up.
  static func members(_ counts: [UnitCounts]) -> [(String, JSONText)] {
    let sum = { (part: (UnitCounts) -> Int) in JSONText.integer(counts.map(part).reduce(0, +)) }
    return [
      ("checked", sum(\.checked)), ("kept", sum(\.kept)), ("broken", sum(\.broken)),
      ("undetermined", sum(\.undetermined)), ("waived", sum(\.waived)),
    ]
  }

  private static func group(_ group: ScopeGroup, by scopes: [Scope]) -> JSONText {
    var members: [(String, JSONText)] = []
    for scope in Scope.allCases where scopes.contains(scope) {
      let name =
        switch scope {
        case .school: group.school
        case .studyClass: group.studyClass
        case .subject: group.subject
        case .teacher: group.teacher
        case .period: group.period
        }
      members.append((scope.rawValue, JSONText(name?.name)))
      members.append(("\(scope.rawValue)Id", JSONText(name?.sourceID)))
    }
    members.append(("rule", .string(group.rule)))
    return .object(members + self.members([group.counts]))
  }

  private static func followUp(_ counts: [FollowUpCounts?]) -> JSONText {
    let known = counts.compactMap { $0 }
    guard !known.isEmpty else { return .null }
    let sum = { (part: (FollowUpCounts) -> Int) in JSONText.integer(known.map(part).reduce(0, +)) }
    return ["new": sum(\.new), "repeated": sum(\.repeated), "putRight": sum(\.putRight), "gone": sum(\.gone)]
  }

  static func fails(_ results: [CheckResult], on limit: Severity?) -> Bool {
    guard let limit else { return false }
    return results.contains { result in
      let severities = Dictionary(uniqueKeysWithValues: result.rules.map { ($0.rule.id, $0.rule.severity) })
      return result.findings.contains { $0.state.isOpen && $0.waiver == nil && (severities[$0.rule] ?? .note) >= limit }
    }
  }

  static func tell(_ result: CheckResult, _ store: JournalStore, by scopes: [Scope], on console: Console) throws {
    console.print("Проверка на \(result.window.asOf.russian), период \(result.window.russian)")
    let waived = result.rules.map(\.counts.waived).reduce(0, +)
    var table = TextTable(
      [.init("Требование", wraps: true)] + verdicts(isWaived: waived > 0))
    var notes: [(reason: String, demands: [String])] = []
    for outcome in result.rules {
      let counts = outcome.counts
      table.append(
        [outcome.rule.demand]
          + (outcome.reason == nil
            ? told(counts, isWaived: waived > 0)
            : ["не применяется"] + verdicts(isWaived: waived > 0).dropFirst().map { _ in "—" }))
      for reason in outcome.reason.map({ ["не применяется: \($0)"] }) ?? outcome.undeterminedReasons.map(\.text) {
        if let known = notes.firstIndex(where: { $0.reason == reason }) {
          notes[known].demands.append(outcome.rule.demand)
        } else {
          notes.append((reason, [outcome.rule.demand]))
        }
      }
    }
    console.write(table.text(width: console.width))
    (result.rules.map(\.counts) + (scopes.isEmpty ? [] : result.groups.map(\.counts))).tellMissingShares(on: console)
    for (reason, demands) in notes {
      let note = "\(reason) — \(demands.joined(separator: "; "))"
      for (index, line) in note.wrapped(to: console.width - 2).enumerated() {
        console.print("\(index == 0 ? "*" : " ") \(line)")
      }
    }
    if waived > 0 { console.print("Принято решениями школы: \(waived). Решения: zavuch waive.") }
    if let followUp = result.followUp, result.previousCheck != nil {
      let open = result.findings.filter { $0.state.isOpen && $0.waiver == nil }
      let carried = open.filter(\.isCarried).count
      let known = open.filter { $0.state == .known }.count
      let text = """
        Замечаний \(open.count): за период контроля \(open.count - carried), более ранних, что ещё не устранены, \
        \(carried). По сравнению с прошлой проверкой: новых \(followUp.new), повторно \(followUp.repeated)\
        \(known > 0 ? ", сообщено раньше, а исправить нельзя \(known)" : ""), устранено \(followUp.putRight), \
        исчезло \(followUp.gone).
        """
      for line in text.wrapped(to: console.width) { console.print(line) }
    }
    if !scopes.isEmpty { console.write(groups(result, by: scopes).text(width: console.width)) }
  }

  /// Of waived units only where there are some.
  private static func verdicts(isWaived: Bool) -> [TextTable.Column] {
    [.init("Соблюдено", .right), .init("Нарушено", .right)] + (isWaived ? [.init("Принято", .right)] : [])
      + [.init("Не определено", .right)]
  }

  private static func told(_ counts: UnitCounts, isWaived: Bool) -> [String] {
    [counts.share, String(counts.broken)] + (isWaived ? [String(counts.waived)] : []) + [String(counts.undetermined)]
  }

  private static func groups(_ result: CheckResult, by scopes: [Scope]) -> TextTable {
    let demands = Dictionary(uniqueKeysWithValues: result.rules.map { ($0.rule.id, $0.rule.demand) })
    let titles: [Scope: String] = [
      .school: "Школа", .studyClass: "Класс", .subject: "Предмет", .teacher: "Учитель", .period: "Период",
    ]
    let shown = Scope.allCases.filter(scopes.contains)
    let isWaived = result.groups.contains { $0.counts.waived > 0 }
    var table = TextTable(
      shown.map { .init(titles[$0] ?? "") } + verdicts(isWaived: isWaived) + [.init("Требование")])
    for group in result.groups {
      let names = shown.map { scope in
        switch scope {
        case .school: group.school?.name
        case .studyClass: group.studyClass?.name
        case .subject: group.subject?.name
        case .teacher: group.teacher?.name
        case .period: group.period?.name
        }
      }
      table.append(
        names.map { $0 ?? "—" } + told(group.counts, isWaived: isWaived) + [demands[group.rule] ?? group.rule])
    }
    return table
  }
}
