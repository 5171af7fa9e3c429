/// A text of HTML as a browser shows it, while it comes in pieces: blanks run together, a block begins a new line.
struct HTMLText {
  private var bytes: [UInt8] = []
  private var hasBlank = false
  private var beginsLine = false
  private var endedSpan = false

  /// Blanks around and empty lines at both ends are left out.
  var string: String {
    let end = bytes.lastIndex { $0 != 10 }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[..<end].drop { $0 == 10 }, as: UTF8.self)
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    endedSpan = false
    for byte in piece {
      if byte == 32 || 9...13 ~= byte {
        hasBlank = true
        continue
      }
      if beginsLine, let last = bytes.last, last != 10 { bytes.append(10) }
      if hasBlank, !beginsLine, let last = bytes.last, last != 10 { bytes.append(32) }
      (hasBlank, beginsLine) = (false, false)
      bytes.append(byte)
    }
  }

  /// `<br>`.
  mutating func breakLine() {
    bytes.append(10)
    (hasBlank, beginsLine, endedSpan) = (false, false, false)
  }

  /// What follows stands below what was.
  mutating func beginBlock() { (beginsLine, endedSpan) = (true, false) }

  /// Two values that touch, each in a span of its own, are two lines.
  mutating func beginSpan() {
    if endedSpan { beginBlock() }
  }

  mutating func endSpan() { endedSpan = true }
}
