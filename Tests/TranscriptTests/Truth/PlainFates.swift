/// What a second check must say of every finding, told by the verdicts of `Scripts/plain-check` on the tables of both
/// moments (CONTROL 3): no store, no version, no registered check is asked.
struct PlainFates {
  enum Fate: String {
    case new, repeated, known, putRight, gone
  }

  /// Keys of the findings of the first check.
  let first: Set<String>
  /// Those of the second, and what became of the first's.
  let second: [String: Fate]

  /// - Parameters:
  ///   - then: verdicts at the first check over its window.
  ///   - now: verdicts at the second check over its own window.
  ///   - everywhere: the same over both windows.
  ///   - isProvedThen: whether the first export proves what is broken.
  ///   - isProvedNow: the same of the second, of what is not known yet.
  ///   - isMendable: of a unit broken at the second check.
  init(
    then: [String: PlainCheck.Verdict], now: [String: PlainCheck.Verdict], everywhere: [String: PlainCheck.Verdict],
    isProvedThen: (String) -> Bool = { _ in true }, isProvedNow: (String) -> Bool = { _ in true },
    isMendable: (String) -> Bool
  ) {
    let first = Set(then.filter { $0.value == .broken && isProvedThen($0.key) }.keys)
    var second: [String: Fate] = [:]
    for key in first {
      switch now[key] ?? everywhere[key] {
      case .broken: second[key] = isMendable(key) ? .repeated : .known
      case .kept: second[key] = .putRight
      case .undetermined: break
      case nil: second[key] = .gone
      }
    }
    // What the first check could not tell yet, and what the second's window holds.
    let awaited = then.filter { $0.value == .undetermined }.keys
    for key in Set(awaited).union(now.keys).subtracting(first)
    where (now[key] ?? everywhere[key]) == .broken && isProvedNow(key) {
      second[key] = .new
    }
    self.first = first
    self.second = second
  }

  func count(_ fate: Fate) -> Int { second.values.count { $0 == fate } }
}
