/// The local name of an element or attribute inside a callback of libxml2: no `String` is made to compare it.
struct XMLName {
  private let characters: UnsafePointer<UInt8>

  /// What stands after the prefix, if there is one.
  @inline(__always)
  init(_ qualified: UnsafePointer<UInt8>) {
    var local = qualified
    var at = qualified
    while at.pointee != 0 {
      let isColon = at.pointee == UInt8(ascii: ":")
      at += 1
      if isColon { local = at }
    }
    characters = local
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
