import Journal
import JournalStore

extension Control {
  /// Opens the unit of a finding's key, whatever its verdict, as the window judges it; a unit with a date outside the
  /// window is looked for in the whole journal up to as-of. Filters of the request are left aside.
  ///
  /// Throws `ControlError` (usage) for an unknown rule or key, with the nearest known ones.
  public static func explain(_ store: JournalStore, _ key: String, _ request: CheckRequest) throws -> FindingExplanation
  {
    let id = String(key.prefix { $0 != ":" })
    guard let named = request.book.named(id) else {
      let nearest = NearestText.nearest(id, of: request.book.rules, count: 1) { $0.id }.map { "\($0.id):…" }.joined()
      throw ControlError(
        .usage, "Замечания с ключом «\(key)» нет.",
        hint: "Ключ начинается с имени правила, например \(nearest) Все ключи: zavuch findings.")
    }
    var rule = try RuleRunner(store.database, window: request.window, settings: request.settings, book: request.book)
      .applicable(named).rule
    rule.severity = request.settings.severity(of: rule)
    let names = NameBook(store.database)
    var window = request.window
    var found = try unit(key, rule, store, window, request.settings, names)
    if found == nil, !rule.unit.isBoundToWindow,
      let first = try store.database.integer("SELECT min(held_on) FROM lesson")
    {
      window.from = min(window.from, CivilDate(days: Int32(first)))
      window.to = window.asOf
      found = try unit(key, rule, store, window, request.settings, names)
    }
    guard let (unit, norms) = found else {
      throw unknown(key, known: try knownKeys(rule, store, request, names), window)
    }
    let reader = EvidenceReader(database: store.database, window: window)
    let (facts, lessons) = try reader.evidence(of: unit, rule)
    let finding = try names.finding(unit, rule: rule, window: window)
    let isBroken = unit.verdict == .broken || unit.verdict == .waived
    return FindingExplanation(
      key: key, rule: rule, window: window, verdict: try verdict(unit, rule),
      norms: norms, place: finding.place,
      sentence: isBroken ? finding.sentence : "", mend: isBroken ? finding.mend : "",
      mendBy: isBroken ? finding.mendBy : nil, evidence: facts,
      missing: unit.verdict == .kept ? [] : try reader.missing(rule, facts: facts, lessons: lessons))
  }

  private static func unit(
    _ key: String, _ rule: Rule, _ store: JournalStore, _ window: CheckWindow, _ settings: ControlSettings,
    _ names: NameBook
  ) throws -> (JudgedUnit, [String])? {
    let runner = try RuleRunner(store.database, window: window, settings: settings)
    guard try runner.reasonNotToRun(rule) == nil else { return nil }
    var found: JudgedUnit?
    try runner.run(rule) { unit in
      if found == nil, try names.key(of: unit, rule: rule) == key { found = unit }
    }
    return found.map { ($0, runner.normTexts(of: rule)) }
  }

  private static func verdict(_ unit: JudgedUnit, _ rule: Rule) throws -> FindingExplanation.Verdict {
    switch unit.verdict {
    case .kept: .kept
    case .broken: .broken
    case .undetermined: .undetermined(try rule.text(ofReason: unit.reason))
    case .waived: .waived(unit.waiver ?? "")
    }
  }

  // MARK: Unknown keys

  private static func knownKeys(_ rule: Rule, _ store: JournalStore, _ request: CheckRequest, _ names: NameBook) throws
    -> [String]
  {
    let runner = try RuleRunner(store.database, window: request.window, settings: request.settings, book: request.book)
    guard try runner.reasonNotToRun(rule) == nil else { return [] }
    var keys: [String] = []
    try runner.run(rule) {
      if $0.verdict == .broken || $0.verdict == .waived { keys.append(try names.key(of: $0, rule: rule)) }
    }
    return keys
  }

  private static func unknown(_ key: String, known: [String], _ window: CheckWindow) -> ControlError {
    let nearest = NearestText.nearest(key, of: known, count: 3) { $0 }
    return ControlError(
      .usage, "Замечания с ключом «\(key)» на \(window.asOf.russian) нет.",
      hint: nearest.isEmpty
        ? "По этому правилу в периоде контроля замечаний нет: проверьте контрольную дату (--as-of)."
        : "Похожие: \(nearest.joined(separator: ", ")). Все ключи: zavuch findings.")
  }
}
