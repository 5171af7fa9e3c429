import JournalStore

/// One of the connections on which the rules of a check are judged, one after another.
struct RuleLane {
  typealias Outcomes = [Int: Result<RuleOutcome, any Error>]

  let runner: RuleRunner
  let collector: UnitCollector

  /// The rules of the turns on this connection and, where it has a file, on another one at once on another core: inside
  /// `Database.reading` of this one both see the same state of the file. Gives outcomes by position in the rules, and throws
  /// what the first of them throws.
  func judge(_ rules: [Rule], _ turns: RuleTurns, _ other: @escaping @Sendable () throws -> RuleLane) throws
    -> [Int: RuleOutcome]
  {
    let isShared = runner.database.hasFile && turns.count > 1
    let apart = isShared ? Background { Result { try other().judgeApart(rules, turns) } } : nil
    var outcomes = judge(rules, turns, from: .front)
    if let apart = try apart?.take()?.get() {
      outcomes.merge(apart.outcomes) { $1 }
      collector.add(apart.collected)
    }
    var told: [Int: RuleOutcome] = [:]
    for (position, outcome) in outcomes.sorted(by: { $0.key < $1.key }) { told[position] = try outcome.get() }
    return told
  }

  private func judgeApart(_ rules: [Rule], _ turns: RuleTurns) throws -> (
    outcomes: Outcomes, collected: CollectedUnits
  ) {
    // Its lock is held throughout, as the first one's is: between two statements a writer that waits for the first would
    // shut this one out, and all three would wait.
    try runner.database.reading {
      let outcomes = judge(rules, turns, from: .back)
      return (outcomes, collector.collected)
    }
  }

  private func judge(_ rules: [Rule], _ turns: RuleTurns, from end: RuleTurns.End) -> Outcomes {
    var outcomes: Outcomes = [:]
    while let position = turns.next(from: end) {
      outcomes[position] = Result { try collector.collect(rules[position], position: position, runner: runner) }
    }
    return outcomes
  }
}
