import JournalStore

/// What a rule says of an example's journal.
public struct JudgedExample: Sendable, Hashable {
  /// Nil where the rule judges several units, which an example must not have.
  public var outcome: RuleExample.Outcome?
  public var counts: UnitCounts
  /// Of a broken unit.
  public var finding: Finding?
  /// Why the rule is not applicable, or why the unit is undetermined.
  public var reason: String?
}

extension RuleExample {
  /// Judges the example's journal, in a store of its own in memory. Throws what a check throws.
  public func judged(by rule: Rule) throws -> JudgedExample {
    var request = request(rule)
    request.listsUndetermined = true
    if rule.file != nil { request.book = try RuleBook(own: [rule]) }
    let result = try Control.check(store(for: rule), request)
    let counts = result.rules.first?.counts ?? UnitCounts()
    // Every pupil needs several consents: of a rule about them, those that are there are beside the point.
    let kept = rule.unit == .consent ? min(counts.kept, counts.broken + counts.undetermined == 0 ? 1 : 0) : counts.kept
    let outcome: Outcome? =
      switch (kept, counts.broken, counts.undetermined) {
      case (1, 0, 0): .kept
      case (0, 1, 0): .broken
      case (0, 0, 1): .undetermined
      case (0, 0, 0): .notJudged
      default: nil
      }
    return JudgedExample(
      outcome: outcome, counts: counts, finding: result.findings.first,
      reason: result.rules.first?.reason ?? result.undetermined.first?.reason)
  }
  /// Facts of a file may not go together, as a mark of a work that is not there.
  private func store(for rule: Rule) throws -> JournalStore {
    guard rule.file != nil else { return try ExampleStore(self).store }
    do {
      return try ExampleStore(self).store
    } catch let error as StoreError {
      throw rule.ownFault("факты примера «\(title)» не складываются в журнал. \(error.message)")
    }
  }
}
