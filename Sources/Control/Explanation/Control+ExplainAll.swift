import Journal
import JournalStore

extension Control {
  /// Opens broken units by their findings' keys, each rule asked once: for a page that holds all of a check's findings.
  /// Units with a date outside the window are looked for in the whole journal up to as-of. A key of which no unit is broken
  /// any more is left out. Filters of the request are left aside; the order is that of the rules.
  public static func explain(
    _ store: JournalStore, all keys: Set<String>, _ request: CheckRequest, _ body: (FindingExplanation) throws -> Void
  ) throws {
    var wanted = Dictionary(grouping: keys) { key in String(key.prefix { $0 != ":" }) }.mapValues(Set.init)
    try explain(store, &wanted, request, in: request.window, body)
    wanted = wanted.filter { id, keys in
      !keys.isEmpty && request.book.named(id).map { !$0.unit.isBoundToWindow } ?? false
    }
    guard !wanted.isEmpty, let first = try store.database.integer("SELECT min(held_on) FROM lesson") else { return }
    var window = request.window
    window.from = min(window.from, CivilDate(days: Int32(first)))
    window.to = window.asOf
    try explain(store, &wanted, request, in: window, body)
  }

  /// Takes out of `wanted`, keys by rule, what it found.
  private static func explain(
    _ store: JournalStore, _ wanted: inout [String: Set<String>], _ request: CheckRequest, in window: CheckWindow,
    _ body: (FindingExplanation) throws -> Void
  ) throws {
    let runner = try RuleRunner(store.database, window: window, settings: request.settings, book: request.book)
    let names = NameBook(store.database)
    let reader = EvidenceReader(database: store.database, window: window)
    for named in request.book.rules {
      guard let keys = wanted[named.id], !keys.isEmpty else { continue }
      var (rule, reason) = try runner.applicable(named)
      guard reason == nil else { continue }
      rule.severity = request.settings.severity(of: rule)
      var units: [(key: String, unit: JudgedUnit)] = []
      try runner.run(rule) { unit in
        guard unit.verdict == .broken || unit.verdict == .waived else { return }
        let key = try names.key(of: unit, rule: rule)
        if keys.contains(key) { units.append((key, unit)) }
      }
      for (key, unit) in units where wanted[named.id]?.remove(key) != nil {
        let (facts, lessons) = try reader.evidence(of: unit, rule)
        let finding = try names.finding(unit, rule: rule, window: window)
        try body(
          FindingExplanation(
            key: key, rule: rule, window: window,
            verdict: unit.verdict == .waived ? .waived(unit.waiver ?? "") : .broken, norms: runner.normTexts(of: rule),
            place: finding.place, sentence: finding.sentence, mend: finding.mend, mendBy: finding.mendBy,
            evidence: facts, missing: try reader.missing(rule, facts: facts, lessons: lessons)))
      }
    }
  }
}
