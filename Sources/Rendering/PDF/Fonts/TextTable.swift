import Glibc

/// Values by texts that are equal when their bytes are: a table of a page's words is asked hundreds of thousands of times, and
/// strings compare by canonical equivalence.
struct TextTable<Value> {
  private var slots = [Int32](repeating: -1, count: 64)
  private var hashes: [UInt64] = []
  /// One after another; `ends` says where each ends.
  private var texts: [UInt8] = []
  private var ends: [Int] = []
  private var values: [Value] = []

  var count: Int { values.count }

  func find(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
    let hash = Self.hash(text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, isEqual(index, text) { return values[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The text must not be there yet.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ value: Value) {
    if 2 * (values.count + 1) > slots.count { grow() }
    hashes.append(Self.hash(text))
    texts.append(contentsOf: text)
    ends.append(texts.count)
    values.append(value)
    place(values.count - 1)
  }

  private func isEqual(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == text.count, let bytes = text.baseAddress else { return ends[index] == start }
    return texts.withUnsafeBytes { texts in
      texts.baseAddress.map { memcmp($0 + start, bytes, text.count) == 0 } ?? false
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for index in values.indices { place(index) }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: hashes[index]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  /// FNV-1a, its high bits folded onto the low ones.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}

extension String {
  /// The text's bytes, as they lie in memory where they do.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A part, counted from the start.
  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self[range]) }

  /// Calls for each word between spaces, tabs and line ends. No-break spaces are no such place. Stops at false.
  func forEachWord(_ body: (Range<Int>) -> Bool) {
    var start = 0
    for index in 0...count {
      let isEnd =
        index == count || self[index] == UInt8(ascii: " ") || self[index] == UInt8(ascii: "\t")
        || self[index] == UInt8(ascii: "\n") || self[index] == UInt8(ascii: "\r")
      guard isEnd else { continue }
      if index > start, !body(start..<index) { return }
      start = index + 1
    }
  }
}
