/// A line of a compound file's directory (MS-CFB 2.6.1).
struct CompoundEntry {
  enum Kind { case unused, storage, stream, root }

  static let size = 128

  let name: String
  let kind: Kind
  /// Numbers of the entries beside it in its parent's tree and of the first one below it; nil for none.
  let left: Int?
  let right: Int?
  let child: Int?
  let start: UInt32
  let byteCount: UInt64

  /// As a problem names it, without control characters.
  var title: String { "часть «\(name.filter { $0 >= " " })»" }

  /// Nil when the bytes end before the entry does, and for a kind or a length of name that the format does not have.
  init?(_ directory: FileBytes, at offset: Int, longSizes: Bool) {
    guard let nameSize = directory.littleEndian(UInt16.self, at: offset + 64), nameSize <= 64,
      let kind = directory.littleEndian(UInt8.self, at: offset + 66).flatMap(CompoundEntry.kind),
      let left = directory.littleEndian(UInt32.self, at: offset + 68),
      let right = directory.littleEndian(UInt32.self, at: offset + 72),
      let child = directory.littleEndian(UInt32.self, at: offset + 76),
      let start = directory.littleEndian(UInt32.self, at: offset + 116),
      let size = directory.littleEndian(UInt64.self, at: offset + 120)
    else { return nil }
    let units = (0..<max(0, Int(nameSize) / 2 - 1)).compactMap {
      directory.littleEndian(UInt16.self, at: offset + 2 * $0)
    }
    name = String(decoding: units, as: UTF16.self)
    self.kind = kind
    self.left = CompoundEntry.number(left)
    self.right = CompoundEntry.number(right)
    self.child = CompoundEntry.number(child)
    self.start = start
    // Writers of version 3 leave anything in the upper half (MS-CFB 2.6.3).
    byteCount = longSizes ? size : size & 0xFFFF_FFFF
  }

  private static func kind(_ code: UInt8) -> Kind? {
    switch code {
    case 0: .unused
    case 1: .storage
    case 2: .stream
    case 5: .root
    default: nil
    }
  }

  private static func number(_ written: UInt32) -> Int? { written == 0xFFFF_FFFF ? nil : Int(written) }
}
