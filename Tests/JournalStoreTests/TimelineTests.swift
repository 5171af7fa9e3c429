import Testing

@testable import JournalStore

@Suite struct TimelineTests {
  /// A small generator of its own: the same cases at every run.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }

  /// What a run is to whoever asks: its value and its intervals.
  struct Told: Equatable {
    var value: String
    var entered: [Int64]
    var gone: [Int64?]

    init(_ run: Timeline.Run) {
      value = run.value
      entered = [run.enteredFrom, run.enteredBy]
      gone = [run.goneFrom, run.goneBy]
    }
  }

  func imported(_ snapshots: [(moment: Int64, value: String?)]) -> [Told] {
    imported(snapshots.map { ($0.moment, $0.value, nil) })
  }

  func imported(_ snapshots: [(moment: Int64, value: String?, own: Int64?)]) -> [Told] {
    var timeline = Timeline(runs: [])
    var known: [Int64] = []
    for (moment, value, own) in snapshots {
      let slot = SnapshotSlot(
        moment: moment, previous: known.filter { $0 < moment }.max(), next: known.filter { $0 > moment }.min(), file: 0,
        isKnown: known.contains(moment),
        isFirst: known.isEmpty)
      _ = timeline.observe(value, ownMoment: own, in: slot)
      known.append(moment)
    }
    return timeline.runs.map(Told.init)
  }

  @Test func anyOrderOfSnapshotsGivesTheSameVersions() {
    var random = Seeded(state: 7)
    for _ in 0..<3_000 {
      let count = Int.random(in: 1...6, using: &random)
      let history = (1...count).map { index in
        (moment: Int64(index * 10), value: [nil, "4", "5"].randomElement(using: &random) ?? nil)
      }
      let inOrder = imported(history)
      let shuffled = history.shuffled(using: &random)
      #expect(imported(shuffled) == inOrder, "\(shuffled.map { "\($0.moment): \($0.value ?? "—")" })")
    }
  }

  /// A value is saved once between two snapshots, perhaps again later without a change; some snapshots have no moments.
  @Test func anyOrderOfSnapshotsWithTheirOwnMomentsGivesTheSameVersions() {
    var random = Seeded(state: 11)
    for _ in 0..<3_000 {
      var history: [(moment: Int64, value: String?, own: Int64?)] = []
      var (value, saved): (String?, Int64) = (nil, 0)
      for index in 1...Int.random(in: 2...6, using: &random) {
        let moment = Int64(index * 10)
        switch Int.random(in: 0...4, using: &random) {
        case 0: value = nil
        case 1: (value, saved) = ("\(index)", moment - 5)
        case 2: saved = moment - 3
        default: break
        }
        history.append((moment, value, value == nil || Int.random(in: 0...3, using: &random) == 0 ? nil : saved))
      }
      let shuffled = history.shuffled(using: &random)
      #expect(imported(shuffled) == imported(history), "\(shuffled)")
    }
  }

  @Test func laterEditOfTheSameValueIsNotItsEntry() {
    let snapshots: [(moment: Int64, value: String?, own: Int64?)] = [(15, "4", 10), (30, "4", 20)]
    for order in [snapshots, snapshots.reversed()] { #expect(imported(order).map(\.entered) == [[10, 10]]) }
  }

  @Test func valueSeenBeforeItsOwnMomentWasEnteredBefore() {
    let snapshots: [(moment: Int64, value: String?, own: Int64?)] = [(15, "4", nil), (30, "4", 20)]
    for order in [snapshots, snapshots.reversed()] { #expect(imported(order).map(\.entered) == [[0, 15]]) }
  }

  /// A topic written since into a lesson that has its moment from long ago.
  @Test func valueThatASnapshotLacksAfterItsOwnMomentWasEnteredLater() {
    let added: [(moment: Int64, value: String?, own: Int64?)] = [(15, nil, nil), (20, nil, nil), (30, "5", 10)]
    let changed: [(moment: Int64, value: String?, own: Int64?)] = [(15, "4", 2), (20, "4", 2), (30, "5", 10)]
    for order in [[0, 1, 2], [2, 0, 1], [2, 1, 0], [0, 2, 1], [1, 2, 0], [1, 0, 2]] {
      #expect(imported(order.map { added[$0] }).map(\.entered) == [[20, 30]])
      let told = imported(order.map { changed[$0] })
      #expect(told.map(\.entered) == [[2, 2], [20, 30]] && told.map(\.gone) == [[20, 30], [nil, nil]])
    }
  }

  @Test func valueEndsWithTheOwnMomentOfTheNextInAnyOrder() {
    let snapshots: [(moment: Int64, value: String?, own: Int64?)] = [(15, "4", 10), (30, "5", 20)]
    for order in [snapshots, snapshots.reversed()] { #expect(imported(order).map(\.gone) == [[20, 20], [nil, nil]]) }
  }

  @Test func tellsWhatChanged() {
    var timeline = Timeline(runs: [])
    let moments: [Int64] = [10, 20, 30, 40]
    let slots = moments.map { moment in
      SnapshotSlot(
        moment: moment, previous: moment == 10 ? nil : moment - 10, next: nil, file: 0, isKnown: false,
        isFirst: moment == 10)
    }
    #expect(timeline.observe("4", ownMoment: nil, in: slots[0]) == .new)
    #expect(timeline.observe("4", ownMoment: nil, in: slots[1]) == .none)
    #expect(timeline.observe("5", ownMoment: nil, in: slots[2]) == .changed)
    #expect(timeline.observe(nil, ownMoment: nil, in: slots[3]) == .vanished)
    #expect(timeline.runs.map(Told.init).map(\.entered) == [[0, 10], [20, 30]])
    #expect(timeline.runs.map(Told.init).map(\.gone) == [[20, 30], [30, 40]])
  }

  @Test func ownMomentIsExact() {
    var timeline = Timeline(runs: [])
    let slot = SnapshotSlot(moment: 100, previous: 50, next: nil, file: 0, isKnown: false, isFirst: false)
    #expect(timeline.observe("4", ownMoment: 70, in: slot) == .new)
    #expect(timeline.runs[0].isExact && timeline.runs[0].enteredBy == 70)
  }
}
