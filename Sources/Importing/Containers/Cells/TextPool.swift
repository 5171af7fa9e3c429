import Glibc

/// Makes the texts of cells. Equal ones near each other share their storage: the last thousand are remembered, so that the memory does not
/// grow with the sheet.
struct TextPool {
  private var recent = [String](repeating: "", count: 1024)

  /// The bytes are UTF-8.
  mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    // Shorter strings have no storage to share, and long ones seldom come twice.
    guard 16...256 ~= bytes.count, let start = bytes.baseAddress else { return String(decoding: bytes, as: UTF8.self) }
    let place = TextPool.hash(bytes) & 1023
    let isKnown = recent[place].utf8.withContiguousStorageIfAvailable { known in
      known.count == bytes.count && known.baseAddress.map { memcmp($0, start, bytes.count) == 0 } == true
    }
    if isKnown == true { return recent[place] }
    let text = String(decoding: bytes, as: UTF8.self)
    recent[place] = text
    return text
  }

  /// At least sixteen bytes, eight at a time; the last eight may be taken twice.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash: UInt64 = UInt64(bytes.count)
    var at = 0
    while at + 8 <= raw.count {
      hash = mixed(hash, raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    hash = mixed(hash, raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
    return Int(truncatingIfNeeded: hash >> 40)
  }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 29)
  }
}
