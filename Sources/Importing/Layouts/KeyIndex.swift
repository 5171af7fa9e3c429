import Glibc

/// Positions by the source's own keys, over bytes: no `String` is made to look one up. Keys get positions from 0 in
/// order of insertion.
struct KeyIndex {
  private var slots: [Int32]
  private var bytes: ContiguousArray<UInt8> = []
  /// Where each key begins in `bytes`, and the end of the last.
  private var starts: ContiguousArray<Int32> = [0]
  private var mask: Int

  init() {
    slots = Array(repeating: -1, count: 64)
    mask = slots.count - 1
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
    if count * 2 > slots.count { resize(to: slots.count * 2) }
    return (position, true)
  }

  /// Makes room for so many keys in all.
  mutating func reserve(_ capacity: Int) {
    var size = slots.count
    while size < capacity * 2 { size *= 2 }
    if size > slots.count { resize(to: size) }
  }

  func key(_ position: Int) -> String {
    String(decoding: bytes[Int(starts[position])..<Int(starts[position + 1])], as: UTF8.self)
  }

  private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    slots.withUnsafeBufferPointer { slots in
      bytes.withUnsafeBufferPointer { bytes in
        starts.withUnsafeBufferPointer { starts in
          var slot = KeyIndex.hash(key) & mask
          while slots[slot] >= 0 {
            let position = Int(slots[slot])
            let start = Int(starts[position])
            if Int(starts[position + 1]) - start == key.count,
              let known = bytes.baseAddress, let sought = key.baseAddress,
              memcmp(known + start, sought, key.count) == 0
            {
              break
            }
            slot = (slot + 1) & mask
          }
          return slot
        }
      }
    }
  }

  private mutating func resize(to size: Int) {
    mask = size - 1
    slots = Array(repeating: -1, count: size)
    bytes.withUnsafeBufferPointer { bytes in
      for position in 0..<count {
        let key = UnsafeBufferPointer(rebasing: bytes[Int(starts[position])..<Int(starts[position + 1])])
        var slot = KeyIndex.hash(key) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(position)
      }
    }
  }

  /// Eight bytes at a time, multiplied and folded: keys of one table differ in their last digits.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(key)
    var hash = UInt64(truncatingIfNeeded: key.count) &* 0x9e37_79b9_7f4a_7c15
    var offset = 0
    while offset + 8 <= raw.count {
      hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < raw.count {
      rest = rest << 8 | UInt64(raw[offset])
      offset += 1
    }
    return Int(truncatingIfNeeded: mix(hash ^ rest)) & Int.max
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9fb2_1c65_1e98_df25)
    return product.high ^ product.low
  }
}
