import Glibc

/// The attributes of an element during a callback of libxml2, found by local name whatever their prefix.
struct XMLAttributes {
  /// Names and values in turn, as C strings, up to a nil.
  private let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  private let names: XMLNames

  init(_ pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ names: XMLNames) {
    self.pointers = pointers
    self.names = names
  }

  /// Every attribute in the order of the text: its name and the value's UTF-8 bytes, valid during the callback. A value without
  /// bytes, which only HTML has, is empty.
  @inline(__always)
  func visit(_ body: (XMLName, UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    guard let pointers else { return }
    var at = 0
    while let name = pointers[at] {
      try body(XMLName(name, names), XMLAttributes.bytes(pointers[at + 1]))
      at += 2
    }
  }

  /// The value's UTF-8 bytes, valid during the callback; nil when there is no such attribute.
  subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let pointers else { return nil }
    var at = 0
    while let written = pointers[at] {
      if XMLName(written, names) == name { return XMLAttributes.bytes(pointers[at + 1]) }
      at += 2
    }
    return nil
  }

  private static func bytes(_ value: UnsafePointer<UInt8>?) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: value, count: value.map { strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) } ?? 0)
  }

  func string(_ name: StaticString) -> String? {
    self[name].map { XMLAttributes.string($0) }
  }

  /// Without entity replacement libxml2 leaves each ampersand of an attribute, and only it, as `&#38;`.
  static func string(_ value: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: value, as: UTF8.self)
    return value.contains(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
  }

  /// True for `1` and `true` (XML Schema's boolean).
  func flag(_ name: StaticString) -> Bool {
    self[name].map { $0.equals("1") || $0.equals("true") } ?? false
  }

  /// A whole number without sign, of at most nine digits.
  func number(_ name: StaticString) -> Int? {
    self[name].flatMap { wholeNumber($0) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  @inline(__always)
  func equals(_ literal: StaticString) -> Bool {
    guard let baseAddress else { return literal.utf8CodeUnitCount == 0 }
    return count == literal.utf8CodeUnitCount && memcmp(baseAddress, literal.utf8Start, count) == 0
  }
}

/// One to nine decimal digits and nothing else; nil for any other bytes.
@inline(__always)
func wholeNumber(_ bytes: some Collection<UInt8>) -> Int? {
  guard (1...9).contains(bytes.count) else { return nil }
  var number = 0
  for byte in bytes {
    guard byte &- 48 < 10 else { return nil }
    number = number * 10 + Int(byte - 48)
  }
  return number
}
