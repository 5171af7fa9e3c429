/// One damage to a file.
enum Mutation: CaseIterable {
  case flipBit, cut, drop, insert, repeatPiece, replaceByte, replaceLength, replaceNumber

  /// A copy with one to four damages.
  static func copy(of original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: bytes.indices, using: &random)
      allCases.randomElement(using: &random)?.damage(&bytes, at, &random)
    }
    return bytes
  }

  private func damage(_ bytes: inout [UInt8], _ at: Int, _ random: inout SeededGenerator) {
    switch self {
    case .flipBit: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case .cut:
      // Rarely near the beginning: little would be left to read.
      bytes.removeSubrange(max(at, Int.random(in: bytes.indices, using: &random))...)
    case .drop: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...8, using: &random)))
    case .insert: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
    case .repeatPiece:
      let piece = bytes[at..<min(bytes.count, at + Int.random(in: 1...200, using: &random))]
      bytes.insert(
        contentsOf: Array(repeating: Array(piece), count: Int.random(in: 1...5, using: &random)).joined(), at: at)
    case .replaceByte: bytes[at] = [0, 255, 34, 60, 62, 38, 10, 80].randomElement(using: &random) ?? 0
    case .replaceLength: Mutation.replaceLength(&bytes, at, &random)
    case .replaceNumber: Mutation.replaceNumber(&bytes, at, &random)
    }
  }

  /// Two or four bytes, as binary formats write lengths and offsets.
  private static func replaceLength(_ bytes: inout [UInt8], _ at: Int, _ random: inout SeededGenerator) {
    let values: [UInt32] = [0, 1, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF]
    let value = values.randomElement(using: &random) ?? 0
    for byte in 0..<(Bool.random(using: &random) ? 2 : 4) where at + byte < bytes.count {
      bytes[at + byte] = UInt8(truncatingIfNeeded: value >> (8 * UInt32(byte)))
    }
  }

  /// The next decimal number of a text.
  private static func replaceNumber(_ bytes: inout [UInt8], _ at: Int, _ random: inout SeededGenerator) {
    func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    guard let start = bytes[at...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.endIndex
    let values = [
      "", "0", "-1", "2", "1000", "65536", "1048576", "999999999", "2147483648", "99999999999999999999", "1E308",
    ]
    bytes.replaceSubrange(start..<end, with: Array((values.randomElement(using: &random) ?? "").utf8))
  }
}
