import Journal

/// What a unit must have to be worth asking whether the follow-up tracks it: its key takes longer to make.
struct TrackingHints: Sendable {
  /// Of a unit with a day, the day tells; of one without, the pupil or the account.
  private struct Hint {
    var days: Set<Int64> = []
    /// All rows of the pupils that findings name.
    var pupils: Set<Int64> = []
    var accounts: Set<Int64> = []
    /// A pending unit is known by its key alone.
    var takesAllPupils = false
  }

  private var byRule: [String: Hint] = [:]
  /// By the row that a pupil is shown as, the rows of other sources.
  private let joinedPupils: [Int64: [Int64]]

  init(joinedPupils: [Int64: [Int64]] = [:]) { self.joinedPupils = joinedPupils }

  /// `finding` is nil for a pending unit.
  mutating func add(_ finding: Finding?, rule: String, day: CivilDate) {
    var hint = byRule[rule] ?? Hint()
    hint.days.insert(Int64(day.days))
    if let pupil = finding?.place.pupil {
      hint.pupils.formUnion([pupil.id] + (joinedPupils[pupil.id] ?? []))
    } else if let account = finding?.place.account {
      hint.accounts.insert(account.id)
    } else {
      hint.takesAllPupils = true
    }
    byRule[rule] = hint
  }

  func tracks(_ rule: Rule) -> Bool { byRule[rule.id] != nil }

  func mayTrack(_ unit: JudgedUnit, _ rule: Rule) -> Bool {
    guard let hint = byRule[rule.id] else { return false }
    if let day = unit.day { return hint.days.contains(day) }
    if let account = unit.account { return hint.takesAllPupils || hint.accounts.contains(account) }
    return hint.takesAllPupils || unit.pupil.map(hint.pupils.contains) ?? true
  }
}
