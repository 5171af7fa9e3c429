/// A place in the weekly timetable.
struct Slot: Hashable, Sendable {
  /// 1 is Monday.
  var weekday: Int
  /// From 1.
  var number: Int

  /// A bit of its own for every slot of six days by eight lessons, so that busy slots are a mask.
  var bit: UInt64 { 1 << UInt64((weekday - 1) * 8 + number - 1) }
}

/// One class's week: no gaps, no subject twice a day unless its hours or its kind ask for it.
struct Timetable {
  /// Slots by the position of the subject in the list given, sorted by weekday and number.
  private(set) var slots: [[Slot]]
  private var free: [[Int]]

  /// - Parameter loads: weekly hours, and whether two of them stand in a row, subject by subject.
  init(loads: [(hours: Int, doubled: Bool)], days: Int, using random: inout SplitMix64) {
    let total = loads.reduce(0) { $0 + $1.hours }
    free = (0..<days).map { day in Array(1...max(1, total / days + (day < total % days ? 1 : 0))) }
    slots = Array(repeating: [], count: loads.count)
    let order = loads.indices.sorted {
      (loads[$0].doubled ? 0 : 1, -loads[$0].hours, $0) < (loads[$1].doubled ? 0 : 1, -loads[$1].hours, $1)
    }
    for subject in order {
      var hours = loads[subject].hours
      if loads[subject].doubled, hours >= 2, placePair(subject, using: &random) { hours -= 2 }
      for _ in 0..<hours { placeOne(subject, using: &random) }
      slots[subject].sort { ($0.weekday, $0.number) < ($1.weekday, $1.number) }
    }
  }

  private mutating func placePair(_ subject: Int, using random: inout SplitMix64) -> Bool {
    let pairs = free.indices.flatMap { day in
      free[day].filter { free[day].contains($0 + 1) }.map { Slot(weekday: day + 1, number: $0) }
    }
    guard !pairs.isEmpty else { return false }
    let first = random.pick(pairs)
    for number in [first.number, first.number + 1] { take(Slot(weekday: first.weekday, number: number), subject) }
    return true
  }

  private mutating func placeOne(_ subject: Int, using random: inout SplitMix64) {
    var days = free.indices.filter { !free[$0].isEmpty }
    random.shuffle(&days)
    let best = days.min {
      (timesTaught(subject, on: $0), -free[$0].count) < (timesTaught(subject, on: $1), -free[$1].count)
    }
    guard let best else { return }
    take(Slot(weekday: best + 1, number: random.pick(free[best])), subject)
  }

  private func timesTaught(_ subject: Int, on day: Int) -> Int {
    slots[subject].count { $0.weekday == day + 1 }
  }

  private mutating func take(_ slot: Slot, _ subject: Int) {
    slots[subject].append(slot)
    free[slot.weekday - 1].removeAll { $0 == slot.number }
  }
}
