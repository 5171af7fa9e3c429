/// Texts of JSON strings.
enum JSONString {
  /// What a string or a number says. Half of a surrogate pair, as a text cut by its length has it, becomes U+FFFD.
  static func decode(_ node: JSONNode, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let raw = bytes[Int(node.start)..<Int(node.end)]
    guard node.kind == .escapedString else { return String(decoding: raw, as: UTF8.self) }
    var units: [UInt16] = []
    var text = ""
    var at = raw.startIndex
    func flush() {
      text += String(decoding: units, as: UTF16.self)
      units = []
    }
    while at < raw.endIndex {
      guard raw[at] == UInt8(ascii: "\\") else {
        let end = raw[at...].firstIndex(of: UInt8(ascii: "\\")) ?? raw.endIndex
        flush()
        text += String(decoding: raw[at..<end], as: UTF8.self)
        at = end
        continue
      }
      switch raw[at + 1] {
      case UInt8(ascii: "u"):
        units.append(raw[(at + 2)..<(at + 6)].reduce(0) { $0 << 4 | (JSONScanner.hexadecimal($1) ?? 0) })
        at += 6
        continue
      case UInt8(ascii: "b"): units.append(8)
      case UInt8(ascii: "f"): units.append(12)
      case UInt8(ascii: "n"): units.append(10)
      case UInt8(ascii: "r"): units.append(13)
      case UInt8(ascii: "t"): units.append(9)
      case let other: units.append(UInt16(other))
      }
      at += 2
    }
    flush()
    return text
  }
}
