/// The versions of one fact in order of time, and how one more snapshot refines them.
///
/// A version is a run of snapshots that show the same value. Between two runs lies the interval in which the value
/// changed: after the last snapshot of the one and by the first snapshot of the other. A snapshot may come in any
/// order: one that lies between two known ones narrows the interval or splits a run.
struct Timeline {
  /// Where a run's row comes from.
  enum Origin: Equatable {
    /// The row of this version is there.
    case stored(version: Int64)
    /// The fact that the snapshot shows.
    case observed
    /// The second part of a run that was split.
    case copy(version: Int64)
  }

  struct Run: Equatable {
    var value: String
    /// 0 is unknown.
    var enteredFrom: Int64
    var enteredBy: Int64
    var goneFrom: Int64?
    var goneBy: Int64?
    var origin: Origin

    /// The source gave the moment: no snapshot narrows it.
    var isExact: Bool { enteredFrom == enteredBy }

    func shows(at moment: Int64) -> Bool { enteredBy <= moment && (goneFrom.map { moment <= $0 } ?? true) }
  }

  enum Change: Equatable {
    case none, new, changed, vanished
  }

  /// In order of `enteredBy`.
  var runs: [Run]

  /// Records that the snapshot of the slot shows `value`, nil for nothing, with the source's own timestamp where it has
  /// one.
  mutating func observe(_ value: String?, ownMoment: Int64?, in slot: SnapshotSlot) -> Change {
    let (moment, previous) = (slot.moment, slot.previous)
    // A snapshot that is known already tells nothing new.
    if let known = runs.last(where: { $0.shows(at: moment) }) {
      if known.value == value { return .none }
    } else if slot.isKnown, value == nil {
      return .none
    }
    guard let next = slot.next else { return observeLatest(value, ownMoment: ownMoment, in: slot) }
    let before = previous.flatMap { p in runs.lastIndex { $0.shows(at: p) } }
    let after = runs.lastIndex { $0.shows(at: next) }
    let valueAfter = after.map { runs[$0].value }
    if value == valueAfter {
      // The same run as before, or one seen earlier than known.
      guard before != after || previous == nil else { return .none }
      if let after, !runs[after].isExact { runs[after].enteredBy = min(runs[after].enteredBy, moment) }
      if let before { runs[before].goneBy = moment }
      return .none
    }
    if previous != nil, value == before.map({ runs[$0].value }) {
      // Changed later than known.
      if let before { runs[before].goneFrom = moment }
      if let after, !runs[after].isExact { runs[after].enteredFrom = moment }
      return .none
    }
    if let after, before == after {
      // A run in whose midst something else stood.
      var rest = runs[after]
      (rest.enteredFrom, rest.enteredBy) = (moment, next)
      if case .stored(let version) = rest.origin { rest.origin = .copy(version: version) }
      runs.insert(rest, at: after + 1)
    } else if let after, !runs[after].isExact {
      runs[after].enteredFrom = moment
    }
    if let before { (runs[before].goneFrom, runs[before].goneBy) = (previous, moment) }
    guard let value else { return before == nil ? .none : .vanished }
    let interval = slot.interval(own: ownMoment)
    let run = Run(
      value: value, enteredFrom: interval.from, enteredBy: interval.by, goneFrom: moment, goneBy: next,
      origin: .observed)
    runs.insert(run, at: before.map { $0 + 1 } ?? runs.firstIndex { $0.enteredBy > moment } ?? runs.count)
    return .new
  }

  private mutating func observeLatest(_ value: String?, ownMoment: Int64?, in slot: SnapshotSlot) -> Change {
    let current = runs.lastIndex { $0.goneBy == nil }
    if let current, runs[current].value == value { return .none }
    if let current {
      let own = ownMoment.flatMap { $0 > runs[current].enteredBy ? $0 : nil }
      (runs[current].goneFrom, runs[current].goneBy) = (own ?? slot.previous ?? 0, own ?? slot.moment)
    }
    guard let value else { return current == nil ? .none : .vanished }
    let interval = slot.interval(own: ownMoment)
    runs.append(
      Run(
        value: value, enteredFrom: interval.from, enteredBy: interval.by, goneFrom: nil, goneBy: nil,
        origin: .observed))
    return current == nil ? .new : .changed
  }
}
