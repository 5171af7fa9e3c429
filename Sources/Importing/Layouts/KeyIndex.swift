/// Positions by the source's own keys, over bytes: no `String` is made to look one up. Keys get positions from 0 in
/// order of insertion.
struct KeyIndex {
  private var slots: [Int32]
  private var bytes: ContiguousArray<UInt8> = []
  /// Where each key begins in `bytes`, and the end of the last.
  private var starts: ContiguousArray<Int32> = [0]
  private var mask: Int

  init(capacity: Int = 64) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
  }

  var count: Int { starts.count - 1 }

  func position(of key: UnsafeBufferPointer<UInt8>) -> Int32? {
    let found = slots[slot(of: key)]
    return found < 0 ? nil : found
  }

  /// The key's position, and whether it is there for the first time.
  mutating func insert(_ key: UnsafeBufferPointer<UInt8>) -> (position: Int32, isNew: Bool) {
    let slot = slot(of: key)
    guard slots[slot] < 0 else { return (slots[slot], false) }
    let position = Int32(count)
    slots[slot] = position
    bytes.append(contentsOf: key)
    starts.append(Int32(bytes.count))
    if count * 2 > slots.count { grow() }
    return (position, true)
  }

  func key(_ position: Int) -> String {
    String(decoding: bytes[Int(starts[position])..<Int(starts[position + 1])], as: UTF8.self)
  }

  private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = KeyIndex.hash(key) & mask
    while slots[slot] >= 0, !holds(Int(slots[slot]), key) { slot = (slot + 1) & mask }
    return slot
  }

  private func holds(_ position: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[position])
    guard Int(starts[position + 1]) - start == key.count else { return false }
    for offset in key.indices where bytes[start + offset] != key[offset] { return false }
    return true
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = Array(repeating: -1, count: mask + 1)
    bytes.withUnsafeBufferPointer { bytes in
      for position in 0..<count {
        let key = UnsafeBufferPointer(rebasing: bytes[Int(starts[position])..<Int(starts[position + 1])])
        var slot = KeyIndex.hash(key) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(position)
      }
    }
  }

  /// FNV-1a, 64 bits, the upper half folded in.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Int.max
  }
}
