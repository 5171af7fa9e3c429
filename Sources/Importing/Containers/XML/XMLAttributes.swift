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

  /// The value's UTF-8 bytes, valid during the callback; nil when there is no such attribute.
  subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    for attribute in self where attribute.name == name { return attribute.value }
    return nil
  }

  func string(_ name: StaticString) -> String? {
    self[name].map { XMLAttributes.string($0) }
  }

  /// Without entity replacement libxml2 leaves each ampersand of an attribute, and only it, as `&#38;`.
  static func string(_ value: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: value, as: UTF8.self)
    return value.holds(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
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

/// In the order of the text.
extension XMLAttributes: Sequence {
  struct Element {
    let name: XMLName
    fileprivate let start: UnsafePointer<UInt8>?

    /// UTF-8, valid during the callback. A value without bytes, which only HTML has, is empty.
    @inline(__always)
    var value: UnsafeBufferPointer<UInt8> {
      let count = start.map { strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) } ?? 0
      return UnsafeBufferPointer(start: start, count: count)
    }
  }

  struct Iterator: IteratorProtocol {
    fileprivate var rest: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    fileprivate let names: XMLNames

    @inline(__always)
    mutating func next() -> Element? {
      guard let pair = rest, let name = pair[0] else { return nil }
      rest = pair + 2
      return Element(name: XMLName(name, names), start: pair[1])
    }
  }

  @inline(__always)
  func makeIterator() -> Iterator { Iterator(rest: pointers, names: names) }
}

extension UnsafeBufferPointer<UInt8> {
  @inline(__always)
  func equals(_ literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard count == length, let baseAddress else { return count == length }
    let (own, other) = (UnsafeRawPointer(baseAddress), UnsafeRawPointer(literal.utf8Start))
    /// Two words, which may overlap: the literal's are constants, and no function is called.
    func areEqual<Word: FixedWidthInteger & BitwiseCopyable>(_: Word.Type) -> Bool {
      let last = length - MemoryLayout<Word>.size
      return own.loadUnaligned(as: Word.self) == other.loadUnaligned(as: Word.self)
        && own.loadUnaligned(fromByteOffset: last, as: Word.self)
          == other.loadUnaligned(fromByteOffset: last, as: Word.self)
    }
    return switch length {
    case 8...16: areEqual(UInt64.self)
    case 4..<8: areEqual(UInt32.self)
    default: memcmp(own, other, length) == 0
    }
  }

  /// As `contains`, many bytes at a time.
  @inline(__always)
  func holds(_ byte: UInt8) -> Bool {
    guard let baseAddress else { return false }
    return memchr(baseAddress, Int32(byte), count) != nil
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
