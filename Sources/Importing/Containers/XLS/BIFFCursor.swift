/// Reads the body of a record, and goes on in the CONTINUE records behind it (MS-XLS 2.4.58) where the body ends too early.
struct BIFFCursor {
  /// Neither the record nor those that continue it hold what they should.
  struct CutShort: Error {}

  let stream: FileBytes
  private(set) var at: Int
  /// Of the record, or of the CONTINUE record that is read now.
  private(set) var end: Int

  init(_ stream: FileBytes, at: Int, end: Int) {
    self.stream = stream
    self.at = at
    self.end = end
  }

  /// How many bytes are left without those in CONTINUE records.
  var left: Int { end - at }

  mutating func integer<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type) throws(CutShort) -> Number {
    let size = MemoryLayout<Number>.size
    if left >= size, let number = stream.littleEndian(type, at: at) {
      at += size
      return number
    }
    var number: Number = 0
    for index in 0..<size {
      while left == 0 { try goOn() }
      guard let byte = stream.littleEndian(UInt8.self, at: at) else { throw CutShort() }
      number |= Number(truncatingIfNeeded: byte) << (8 * index)
      at += 1
    }
    return number
  }

  mutating func byte() throws(CutShort) -> Int { Int(try integer(UInt8.self)) }
  mutating func short() throws(CutShort) -> Int { Int(try integer(UInt16.self)) }
  mutating func double() throws(CutShort) -> Double { Double(bitPattern: try integer(UInt64.self)) }

  mutating func skip(_ count: Int) throws(CutShort) {
    var count = count
    while count > left {
      count -= left
      try goOn()
    }
    at += count
  }

  /// RK: thirty bits of a number of either kind, perhaps a hundred times too large (MS-XLS 2.5.217).
  mutating func rk() throws(CutShort) -> Double {
    let bits = try integer(UInt32.self)
    let number =
      bits & 2 != 0 ? Double(Int32(bitPattern: bits) >> 2) : Double(bitPattern: UInt64(bits & ~3) << 32)
    return bits & 1 != 0 ? number / 100 : number
  }

  /// The characters of a Unicode string with their mark, and runs of formatting and phonetic readings, which are left out
  /// (MS-XLS 2.5.293). A CONTINUE record that goes on with characters repeats the mark; one that goes on with the rest does not.
  mutating func unicode(count: Int) throws(CutShort) -> String {
    let mark = try byte()
    let runs = mark & 8 != 0 ? try short() : 0
    let extra = mark & 4 != 0 ? Int(try integer(UInt32.self)) : 0
    var isWide = mark & 1 != 0
    var units: [UInt16] = []
    units.reserveCapacity(min(count, left))
    while units.count < count {
      if left == 0 {
        try goOn()
        isWide = try byte() & 1 != 0
      }
      let taken = min(count - units.count, isWide ? left / 2 : left)
      guard taken > 0 || left == 0 else { throw CutShort() }
      stream.withUnsafeBytes { bytes in
        for index in 0..<taken {
          units.append(
            isWide ? UInt16(bytes[at + 2 * index]) | UInt16(bytes[at + 2 * index + 1]) << 8 : UInt16(bytes[at + index]))
        }
      }
      at += isWide ? 2 * taken : taken
    }
    try skip(runs * 4 + extra)
    return String(decoding: units, as: UTF16.self)
  }

  /// The bytes of a string of Excel 5.0/95.
  mutating func bytes(count: Int) throws(CutShort) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count { bytes.append(try integer(UInt8.self)) }
    return bytes
  }

  private mutating func goOn() throws(CutShort) {
    guard let type = stream.littleEndian(UInt16.self, at: end), type == BIFFRecordType.continuation.rawValue,
      let count = stream.littleEndian(UInt16.self, at: end + 2), end + 4 + Int(count) <= stream.count
    else { throw CutShort() }
    at = end + 4
    end = at + Int(count)
  }
}
