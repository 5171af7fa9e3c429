/// The versions of one fact in order of time, and how one more snapshot refines them.
///
/// A version is a run of snapshots that show the same value. Between two runs lies the interval in which the value
/// changed: after the last snapshot of the one and by the first snapshot of the other. A snapshot may come in any
/// order: one that lies between two known ones narrows the interval or splits a run.
///
/// Where the source gives its own moment, the earliest that any snapshot of the run gives is the run's entry, for a later
/// one is a later edit; the run before ends with it. It says nothing where the value was seen before it, nor where a later
/// snapshot, or the entry of the value before, contradicts it: a topic written into a lesson of last month comes with the
/// moment of the lesson. A value that comes back after another one and was first taken for one
/// run keeps only the interval, not its second own moment.
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

    /// The later value stood right after this one, with nothing between.
    func isReplaced(by later: Run) -> Bool { goneFrom == later.enteredFrom && goneBy == later.enteredBy }

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
    // A snapshot that is known already tells nothing new but an earlier own moment.
    if let known = runs.lastIndex(where: { $0.shows(at: moment) }) {
      if runs[known].value == value {
        heed(ownMoment, of: known)
        return .none
      }
    } else if slot.isKnown, value == nil {
      return .none
    }
    guard let next = slot.next else { return observeLatest(value, ownMoment: ownMoment, in: slot) }
    let before = previous.flatMap { p in runs.lastIndex { $0.shows(at: p) } }
    let after = runs.lastIndex { $0.shows(at: next) }
    if value == after.map({ runs[$0].value }) {
      // The same run as before, or one seen earlier than known.
      guard before != after || previous == nil else { return .none }
      if let after {
        see(after, ownMoment: ownMoment, in: slot)
        if let before, before == after - 1 {
          (runs[before].goneFrom, runs[before].goneBy) = (runs[after].enteredFrom, runs[after].enteredBy)
        }
      } else if let before {
        runs[before].goneBy = moment
      }
      return .none
    }
    if previous != nil, value == before.map({ runs[$0].value }) {
      // Changed later than known.
      if let before {
        heed(ownMoment, of: before)
        if after.map({ !runs[$0].isExact || !runs[before].isReplaced(by: runs[$0]) }) ?? true {
          runs[before].goneFrom = moment
        }
      }
      if let after { lack(after, at: moment, next: next, before: before) }
      return .none
    }
    return insert(value, ownMoment: ownMoment, in: slot, next: next, before: before, after: after)
  }

  /// Another value between two known snapshots.
  private mutating func insert(
    _ value: String?, ownMoment: Int64?, in slot: SnapshotSlot, next: Int64, before: Int?, after: Int?
  ) -> Change {
    let moment = slot.moment
    let position = before.map { $0 + 1 } ?? after ?? runs.firstIndex { $0.enteredBy > moment } ?? runs.count
    let own = value == nil ? nil : credible(ownMoment, after: position - 1, since: slot.previous)
    let interval = slot.interval(own: own)
    var gone = (from: moment, by: next)
    if let after, before == after {
      // A run in whose midst something else stood.
      var rest = runs[after]
      (rest.enteredFrom, rest.enteredBy) = (moment, next)
      if case .stored(let version) = rest.origin { rest.origin = .copy(version: version) }
      runs.insert(rest, at: after + 1)
    } else if let after {
      lack(after, at: moment, next: next, before: nil)
      if value != nil, runs[after].isExact {
        if runs[after].enteredBy > interval.by {
          gone = (runs[after].enteredFrom, runs[after].enteredBy)
        } else {
          (runs[after].enteredFrom, runs[after].enteredBy) = gone
        }
      }
    }
    if let before { (runs[before].goneFrom, runs[before].goneBy) = (own ?? slot.previous, own ?? moment) }
    guard let value else { return before == nil ? .none : .vanished }
    let run = Run(
      value: value, enteredFrom: interval.from, enteredBy: interval.by, goneFrom: gone.from, goneBy: gone.by,
      origin: .observed)
    runs.insert(run, at: position)
    return .new
  }

  private mutating func observeLatest(_ value: String?, ownMoment: Int64?, in slot: SnapshotSlot) -> Change {
    let current = runs.lastIndex { $0.goneBy == nil }
    if let current, runs[current].value == value {
      heed(ownMoment, of: current)
      return .none
    }
    let own = value == nil ? nil : credible(ownMoment, after: runs.count - 1, since: slot.previous)
    if let current { (runs[current].goneFrom, runs[current].goneBy) = (own ?? slot.previous ?? 0, own ?? slot.moment) }
    guard let value else { return current == nil ? .none : .vanished }
    let interval = slot.interval(own: own)
    runs.append(
      Run(
        value: value, enteredFrom: interval.from, enteredBy: interval.by, goneFrom: nil, goneBy: nil,
        origin: .observed))
    return current == nil ? .new : .changed
  }

  /// The run is seen in a snapshot before the first one known to show it.
  private mutating func see(_ run: Int, ownMoment: Int64?, in slot: SnapshotSlot) {
    let known = runs[run].isExact ? runs[run].enteredBy : nil
    let own =
      ownMoment.map { min($0, known ?? $0) } ?? known.flatMap { $0 <= slot.moment ? $0 : nil }
    enter(run, slot.interval(own: credible(own, after: run - 1, since: slot.previous)))
  }

  /// The snapshot of the moment, the last before those that show the run, does not show it.
  private mutating func lack(_ run: Int, at moment: Int64, next: Int64, before: Int?) {
    if !runs[run].isExact {
      runs[run].enteredFrom = moment
    } else if runs[run].enteredBy <= moment {
      (runs[run].enteredFrom, runs[run].enteredBy) = (moment, next)
      if let before { (runs[before].goneFrom, runs[before].goneBy) = (moment, next) }
    }
  }

  /// Takes the own moment for the entry of the run if it is earlier than what is known.
  private mutating func heed(_ ownMoment: Int64?, of run: Int) {
    let since = runs[run].isExact ? nil : runs[run].enteredFrom
    guard let own = credible(ownMoment, after: run - 1, since: since), own < runs[run].enteredBy else { return }
    enter(run, (own, own))
  }

  private mutating func enter(_ run: Int, _ interval: (from: Int64, by: Int64)) {
    let isNext = run > 0 && runs[run - 1].isReplaced(by: runs[run])
    (runs[run].enteredFrom, runs[run].enteredBy) = interval
    if isNext { (runs[run - 1].goneFrom, runs[run - 1].goneBy) = interval }
  }

  /// The own moment, if it is later than the entry of the run before (-1 for none) and than the last snapshot that does not
  /// show the value.
  private func credible(_ ownMoment: Int64?, after run: Int, since lacking: Int64?) -> Int64? {
    let latest = max(runs.indices.contains(run) ? runs[run].enteredBy : Int64.min, lacking ?? Int64.min)
    return ownMoment.flatMap { $0 > latest ? $0 : nil }
  }
}
