/// The local name of an element or attribute inside a callback of libxml2: no `String` is made to compare it.
struct XMLName {
  private let characters: UnsafePointer<UInt8>

  @inline(__always)
  init(_ qualified: UnsafePointer<UInt8>, _ names: XMLNames) {
    characters = names.local(qualified)
  }

  @inline(__always)
  static func == (name: XMLName, literal: StaticString) -> Bool {
    let expected = literal.utf8Start
    var at = 0
    while name.characters[at] == expected[at] {
      if expected[at] == 0 { return true }
      at += 1
    }
    return false
  }

  @inline(__always)
  static func ~= (literal: StaticString, name: XMLName) -> Bool { name == literal }
}
