import Journal
import JournalStore

/// The control of a school's journal: checks, registered checks, and findings opened down to the export's cells.
///
/// Every function takes a store and values, and gives values: the same store and request give the same result.
public enum Control {
  /// Judges the units of the window by the rules asked for. Throws `ControlError` for a wrong request and `StoreError` for
  /// a fault of the database. Leaves no trace in the store.
  public static func check(_ store: JournalStore, _ request: CheckRequest) throws -> CheckResult {
    try store.database.reading { try judge(store, request) }
  }

  private static func judge(_ store: JournalStore, _ request: CheckRequest) throws -> CheckResult {
    try request.window.validate()
    let names = NameBook(store.database)
    let school = try school(store)
    let filter = try UnitFilter(request, names: names)
    let runner = try RuleRunner(store.database, window: request.window, settings: request.settings, book: request.book)
    try validate(request)
    let followUp = request.isFiltered ? nil : try FollowUp(store, window: request.window, book: request.book)
    let hints = followUp?.hints ?? TrackingHints()
    let collector = UnitCollector(names, request: request, filter: filter, hints: hints)

    let asked = try rules(request).map { try runner.applicable($0) }
    let rules = asked.map(\.rule)
    let reasons = asked.map { filter.reasonNotToRun($0.rule) ?? $0.reason }
    let judged = rules.indices.filter { reasons[$0] == nil }
    // Last what asks the other rules.
    let turns = [false, true].map { asksOthers in
      RuleTurns(judged.filter { rules[$0].reads.contains(.waivers) == asksOthers }.map { ($0, rules[$0]) })
    }
    var outcomes: [Int: RuleOutcome] = [:]
    for turns in turns {
      let lane = RuleLane(runner: runner, collector: collector)
      outcomes.merge(
        try lane.judge(rules, turns) { [path = store.database.path] in
          let database = try Database(path: path, mode: .readOnly)
          return RuleLane(
            runner: try RuleRunner(database, window: request.window, settings: request.settings, book: request.book),
            collector: UnitCollector(NameBook(database), request: request, filter: filter, hints: hints))
        }
      ) { $1 }
    }
    let told = rules.indices.map { position in
      var outcome =
        outcomes[position]
        ?? RuleOutcome(
          rule: rules[position], norms: [], counts: UnitCounts(), reason: reasons[position], undeterminedReasons: [],
          people: rules[position].peopleLabel.map { ($0, 0, 0) })
      outcome.norms = runner.normTexts(of: rules[position])
      return outcome
    }
    let collected = collector.collected

    var result = CheckResult(
      window: request.window, isFiltered: request.isFiltered,
      scope: request.isFiltered ? filter.scope : nil, rules: told,
      settings: request.settings.withoutStandards(of: request.book), unknownNames: runner.unknownNames,
      groups: try collector.sortedGroups(rules: rules, school: school), findings: collected.findings,
      undetermined: collected.undetermined, followUp: nil, previousCheck: followUp?.previous, pending: [],
      judged: collected.judged, scopes: collector.keptScopes(rules: rules))
    if let followUp {
      for (unit, rule) in collected.tracked { try followUp.see(unit, rule: rule, names: names) }
      try followUp.judgeRest(rules: rules, settings: request.settings, names: names)
      try followUp.tell(&result, rules: rules, pending: collected.pending, names: names)
    }
    let order = FindingOrder(rules)
    result.findings = order.sorted(result.findings) { ($0.rule, $0.place, $0.key) }
    result.undetermined = order.sorted(result.undetermined) { ($0.rule, $0.place, $0.key) }
    return result
  }

  /// Those asked for, as the school has switched them; one that is off runs where it is named.
  static func rules(_ request: CheckRequest) throws(ControlError) -> [Rule] {
    let (ids, settings) = (request.rules, request.settings)
    return try rules(ids, request.book).compactMap { rule in
      guard settings.isOn(rule) || ids != nil else { return nil }
      var rule = rule
      rule.severity = settings.severity(of: rule)
      return rule
    }
  }

  static func rules(_ ids: [String]?, _ book: RuleBook) throws(ControlError) -> [Rule] {
    guard let ids else { return book.rules }
    for id in ids where book.named(id) == nil {
      throw ControlError(
        .usage, "Такого правила нет: «\(id)».", hint: "Есть: \(book.rules.map(\.id).joined(separator: ", ")).")
    }
    return book.rules.filter { ids.contains($0.id) }
  }

  private static func validate(_ request: CheckRequest) throws(ControlError) {
    let settings = request.settings
    _ = try rules(settings.norms.map(\.rule) + settings.rules.map(\.rule), request.book)
  }

  static func school(_ store: JournalStore) throws -> ScopeGroup.Name {
    let statement = try store.database.prepare("SELECT key, name FROM school")
    guard try statement.step() else {
      throw ControlError(
        .emptyStore, "В хранилище «\(store.path)» нет данных школы.",
        hint: "Сначала загрузите выгрузки: zavuch import ПУТЬ."
      )
    }
    defer { statement.reset() }
    return ScopeGroup.Name(name: statement.text(1), sourceID: statement.text(0))
  }
}

/// The total order of what a check tells: rule, class, subject, day, key.
struct FindingOrder {
  private let positions: [String: Int]

  init(_ rules: [Rule]) {
    positions = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
  }

  /// Sorts positions: a finding is too large to be moved at every comparison.
  func sorted<Told>(_ told: [Told], _ parts: (Told) -> (rule: String, place: UnitPlace, key: String)) -> [Told] {
    told.enumerated()
      .map { index, element in
        let (rule, place, key) = parts(element)
        return SortKey(
          rule: positions[rule] ?? .max, classOrder: place.classOrder, subject: place.subject?.name ?? "",
          day: place.day?.days ?? 0, key: key, index: index)
      }
      .sorted().map { told[$0.index] }
  }

  private struct SortKey: Comparable {
    var rule: Int
    var classOrder: String
    var subject: String
    var day: Int32
    var key: String
    var index: Int

    static func < (a: SortKey, b: SortKey) -> Bool {
      if a.rule != b.rule { return a.rule < b.rule }
      if a.classOrder != b.classOrder { return a.classOrder < b.classOrder }
      if a.subject != b.subject { return a.subject < b.subject }
      return a.day != b.day ? a.day < b.day : a.key < b.key
    }
  }
}
