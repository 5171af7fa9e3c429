/// The bytes of a cell's text while they come in pieces. The buffer is used again for every cell.
struct CellText {
  /// Those from `count` on are left over from longer texts.
  private var bytes: [UInt8] = []
  private var count = 0
  private var runStart = 0

  mutating func clear() { count = 0 }

  var isEmpty: Bool { count == 0 }

  /// A run of rich text, or the only text.
  mutating func beginRun() { runStart = count }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    let end = count + piece.count
    makeRoom(end)
    bytes.withUnsafeMutableBytes {
      UnsafeMutableRawBufferPointer(rebasing: $0[count..<end]).copyMemory(from: UnsafeRawBufferPointer(piece))
    }
    count = end
  }

  mutating func append(_ byte: UInt8) {
    makeRoom(count + 1)
    bytes[count] = byte
    count += 1
  }

  private mutating func makeRoom(_ needed: Int) {
    guard needed > bytes.count else { return }
    bytes.append(contentsOf: repeatElement(0, count: max(needed, 2 * bytes.count) - bytes.count))
  }

  /// Blanks around a run without `xml:space="preserve"` are layout of the XML, not text.
  mutating func endRun(preservesSpace: Bool) {
    guard !preservesSpace else { return }
    while count > runStart, CellText.isBlank(bytes[count - 1]) { count -= 1 }
    guard count > runStart, CellText.isBlank(bytes[runStart]) else { return }
    let blanks = bytes[runStart..<count].prefix(while: CellText.isBlank).count
    bytes.removeSubrange(runStart..<(runStart + blanks))
    count -= blanks
  }

  /// The bytes as they are, valid during the call.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  /// The text as it is.
  func string(_ pool: inout TextPool) -> String { withBytes { pool.string($0) } }

  /// The bytes without blanks around, for numbers and codes.
  var trimmed: String {
    withBytes { bytes in
      var (start, end) = (0, bytes.count)
      while start < end, CellText.isBlank(bytes[start]) { start += 1 }
      while start < end, CellText.isBlank(bytes[end - 1]) { end -= 1 }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }
  }

  /// Turns `_x000D_` into the character that it stands for (ECMA-376-1, 22.9.2.19).
  mutating func unescape() {
    guard withBytes({ $0.holds(UInt8(ascii: "_")) }) else { return }
    var result: [UInt8] = []
    var at = 0
    while at < count {
      if let character = escape(at) {
        result.append(contentsOf: String(character).utf8)
        at += 7
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    (bytes, count) = (result, result.count)
  }

  private func escape(_ at: Int) -> Character? {
    guard at + 7 <= count, bytes[at] == UInt8(ascii: "_"), bytes[at + 1] == UInt8(ascii: "x"),
      bytes[at + 6] == UInt8(ascii: "_"), !bytes[(at + 2)..<(at + 6)].contains(UInt8(ascii: "+")),
      let code = UInt32(String(decoding: bytes[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
    else { return nil }
    return UnicodeScalar(code).map(Character.init)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
}
