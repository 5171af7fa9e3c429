/// SplitMix64: the generator's only source of chance, the same on every machine and with every Swift version.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A stream of its own for a part of the school, so that one part can change without moving the others.
  init(seed: UInt64, stream: UInt64) {
    var mixer = SplitMix64(seed: seed &+ stream &* 0xD1B5_4A32_D192_ED03)
    state = mixer.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// 0 ..< bound; 0 for a bound below 1.
  mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(((next() >> 32) * UInt64(bound)) >> 32)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True in `count` cases of `total`.
  mutating func chance(_ count: Int, of total: Int) -> Bool { below(total) < count }

  /// An element of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  mutating func shuffle<Element>(_ list: inout [Element]) {
    var rest = list.count
    while rest > 1 {
      let other = below(rest)
      rest -= 1
      list.swapAt(rest, other)
    }
  }
}
