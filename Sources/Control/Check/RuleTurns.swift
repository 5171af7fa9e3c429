import Synchronization

/// In which order the rules of a check are judged. One connection takes them from the front, another from the back, so that
/// each makes few tables that the other makes too, and both are done at about the same time. What a rule finds does not
/// depend on who judges it, nor when.
final class RuleTurns: Sendable {
  private let positions: [Int]
  private let taken = Mutex((front: 0, back: 0))

  /// Positions in the rules that are to be judged. Rules over lessons stand at the front and rules over reporting periods at
  /// the back, those that need more tables before others, so that whoever is done first takes over what needs few. Between
  /// them is what needs neither, and before that from the back what reads the whole school year: the last rule should be a
  /// short one.
  init(_ rules: [(position: Int, rule: Rule)]) {
    let needs = rules.map { ($0.position, $0.rule.prepared) }
    func ordered(_ isIn: (Set<PreparedUnits>) -> Bool) -> [Int] {
      needs.filter { isIn($0.1) }.sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }.map(\.0)
    }
    let lessons = ordered { $0.contains(.lessons) }
    let periods = ordered { $0.contains(.periods) && !$0.contains(.lessons) }
    func isOfNeither(_ needs: Set<PreparedUnits>) -> Bool { needs.isDisjoint(with: [.lessons, .periods]) }
    let years = ordered { isOfNeither($0) && $0.contains(.halves) }
    let others = ordered { isOfNeither($0) && !$0.contains(.halves) }
    positions = lessons + (periods + years + others).reversed()
  }

  var count: Int { positions.count }

  enum End: Sendable { case front, back }

  /// The position of the next rule; nil when all are taken.
  func next(from end: End) -> Int? {
    taken.withLock { taken in
      guard taken.front + taken.back < positions.count else { return nil }
      switch end {
      case .front:
        taken.front += 1
        return positions[taken.front - 1]
      case .back:
        taken.back += 1
        return positions[positions.count - taken.back]
      }
    }
  }
}
