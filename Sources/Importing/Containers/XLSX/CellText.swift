/// The bytes of a cell's text while they come in pieces. The buffer is used again for every cell.
struct CellText {
  private var bytes: [UInt8] = []
  private var runStart = 0

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// A run of rich text, or the only text.
  mutating func beginRun() { runStart = bytes.count }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: piece) }

  /// Blanks around a run without `xml:space="preserve"` are layout of the XML, not text.
  mutating func endRun(preservesSpace: Bool) {
    guard !preservesSpace else { return }
    while bytes.count > runStart, let last = bytes.last, CellText.isBlank(last) { bytes.removeLast() }
    let blanks = bytes[runStart...].prefix(while: CellText.isBlank).count
    bytes.removeSubrange(runStart..<(runStart + blanks))
  }

  /// The bytes as they are.
  var raw: some Collection<UInt8> { bytes }

  /// The bytes without blanks around, for numbers and codes.
  var trimmed: String {
    let head = bytes.drop(while: CellText.isBlank)
    let tail = head.reversed().prefix(while: CellText.isBlank).count
    return String(decoding: head.dropLast(tail), as: UTF8.self)
  }

  /// The text, with `_x000D_` turned into the character that it stands for (ECMA-376-1, 22.9.2.19).
  var unescaped: String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if let character = escape(at) {
        result.append(contentsOf: String(character).utf8)
        at += 7
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func escape(_ at: Int) -> Character? {
    guard at + 7 <= bytes.count, bytes[at] == UInt8(ascii: "_"), bytes[at + 1] == UInt8(ascii: "x"),
      bytes[at + 6] == UInt8(ascii: "_"), !bytes[(at + 2)..<(at + 6)].contains(UInt8(ascii: "+")),
      let code = UInt32(String(decoding: bytes[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
    else { return nil }
    return UnicodeScalar(code).map(Character.init)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
}
