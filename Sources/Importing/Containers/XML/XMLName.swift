/// The local name of an element or attribute inside a callback of libxml2: no `String` is made to compare it.
struct XMLName {
  private let characters: UnsafeBufferPointer<UInt8>

  @inline(__always)
  init(_ qualified: UnsafePointer<UInt8>, _ names: XMLNames) {
    characters = names.local(qualified)
  }

  @inline(__always)
  static func == (name: XMLName, literal: StaticString) -> Bool { name.characters.equals(literal) }

  @inline(__always)
  static func ~= (literal: StaticString, name: XMLName) -> Bool { name == literal }
}
