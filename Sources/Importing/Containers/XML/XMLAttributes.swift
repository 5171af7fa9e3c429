/// The attributes of an element during a callback of libxml2, found by local name whatever their prefix.
struct XMLAttributes {
  /// Five pointers an attribute: local name, prefix, namespace, begin and end of the value.
  private let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let count: Int

  init(_ pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
    self.pointers = pointers
    self.count = count
  }

  /// The value's UTF-8 bytes, valid during the callback; nil when there is no such attribute.
  subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let pointers else { return nil }
    for index in 0..<count {
      guard let local = pointers[index * 5], XMLName(local) == name,
        let begin = pointers[index * 5 + 3], let end = pointers[index * 5 + 4]
      else { continue }
      return UnsafeBufferPointer(start: begin, count: end - begin)
    }
    return nil
  }

  /// Without entity replacement libxml2 leaves each ampersand of an attribute, and only it, as `&#38;`.
  func string(_ name: StaticString) -> String? {
    self[name].map { String(decoding: $0, as: UTF8.self).replacing("&#38;", with: "&") }
  }

  /// True for `1` and `true` (XML Schema's boolean).
  func flag(_ name: StaticString) -> Bool {
    self[name].map { $0.elementsEqual("1".utf8) || $0.elementsEqual("true".utf8) } ?? false
  }

  /// A whole number without sign, of at most nine digits.
  func number(_ name: StaticString) -> Int? {
    self[name].flatMap { wholeNumber($0) }
  }
}

/// One to nine decimal digits and nothing else; nil for any other bytes.
func wholeNumber(_ bytes: some Collection<UInt8>) -> Int? {
  guard (1...9).contains(bytes.count) else { return nil }
  var number = 0
  for byte in bytes {
    guard byte &- 48 < 10 else { return nil }
    number = number * 10 + Int(byte - 48)
  }
  return number
}
