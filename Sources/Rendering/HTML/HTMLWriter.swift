/// Writes markup that is HTML and well-formed XML at once; every text is escaped. Bytes are UTF-8.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []
  private var open: [String] = []
  private var number = 0

  typealias Attributes = KeyValuePairs<String, String>

  /// Markup as it stands.
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func text(_ text: String) {
    escape(text)
  }

  mutating func start(_ name: String, _ attributes: Attributes = [:]) {
    tag(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    open.append(name)
  }

  /// Ends the element that was started last.
  mutating func end() {
    guard let name = open.popLast() else { return }
    bytes += Array("</\(name)>".utf8)
  }

  /// An element that holds a text only.
  mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
    start(name, attributes)
    self.text(text)
    end()
  }

  /// An element that can hold nothing, such as `meta`.
  mutating func void(_ name: String, _ attributes: Attributes = [:]) {
    tag(name, attributes)
    bytes += Array("/>".utf8)
  }

  /// For the names of elements that others refer to.
  mutating func nextNumber() -> Int {
    number += 1
    return number
  }

  mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func tag(_ name: String, _ attributes: Attributes) {
    bytes += Array("<\(name)".utf8)
    for (name, value) in attributes {
      bytes += Array(" \(name)=\"".utf8)
      escape(value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func escape(_ text: String) {
    for byte in text.withoutControlCharacters.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}
