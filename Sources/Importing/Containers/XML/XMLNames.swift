/// Where the local parts of names begin, of those seen last. libxml2 keeps one copy of each name as long as it parses, so a name is
/// known by its address.
struct XMLNames {
  private typealias Entry = (qualified: UnsafePointer<UInt8>?, local: UnsafeBufferPointer<UInt8>)
  private static let count = 64
  private let entries: UnsafeMutablePointer<Entry>

  init() {
    entries = .allocate(capacity: XMLNames.count)
    entries.initialize(repeating: (nil, UnsafeBufferPointer(start: nil, count: 0)), count: XMLNames.count)
  }

  func deallocate() { entries.deallocate() }

  /// What stands after the prefix, if there is one.
  @inline(__always)
  func local(_ qualified: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let address = UInt(bitPattern: qualified)
    let entry = entries + Int((address ^ address >> 6) & UInt(XMLNames.count - 1))
    if entry.pointee.qualified == qualified { return entry.pointee.local }
    entry.pointee = (qualified, XMLNames.search(qualified))
    return entry.pointee.local
  }

  private static func search(_ qualified: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var local = qualified
    var at = qualified
    while at.pointee != 0 {
      let isColon = at.pointee == UInt8(ascii: ":")
      at += 1
      if isColon { local = at }
    }
    return UnsafeBufferPointer(start: local, count: at - local)
  }
}
