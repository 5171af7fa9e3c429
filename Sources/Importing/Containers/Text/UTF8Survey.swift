/// What a text looks like when it is read as UTF-8 (RFC 3629: no overlong forms, no surrogates).
struct UTF8Survey {
  /// The offset of the first byte that is not UTF-8; nil for a valid text.
  private(set) var firstInvalid: Int?
  private(set) var invalidBytes = 0
  /// Letters U+0400…U+047F, which are rarely valid by chance in a text of another code page.
  private(set) var cyrillicLetters = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    var at = 0
    while at < count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        while at + 8 <= count, UTF8Survey.isASCII(bytes, at) { at += 8 }
        continue
      }
      let length = UTF8Survey.sequenceLength(bytes, at, count)
      if length == 0 {
        if firstInvalid == nil { firstInvalid = at }
        invalidBytes += 1
        at += 1
      } else {
        if lead & 0xFE == 0xD0 { cyrillicLetters += 1 }
        at += length
      }
    }
  }

  @inline(__always)
  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
  }

  /// The length of the valid sequence of two to four bytes at `at`; 0 when there is none.
  @inline(__always)
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ count: Int) -> Int {
    let lead = bytes[at]
    guard at + 1 < count else { return 0 }
    let second = bytes[at + 1]
    guard second & 0xC0 == 0x80 else { return 0 }
    if lead < 0xE0 { return lead >= 0xC2 ? 2 : 0 }
    guard at + 2 < count, bytes[at + 2] & 0xC0 == 0x80 else { return 0 }
    if lead < 0xF0 {
      if lead == 0xE0, second < 0xA0 { return 0 }
      if lead == 0xED, second >= 0xA0 { return 0 }
      return 3
    }
    guard lead < 0xF5, at + 3 < count, bytes[at + 3] & 0xC0 == 0x80 else { return 0 }
    if lead == 0xF0, second < 0x90 { return 0 }
    if lead == 0xF4, second >= 0x90 { return 0 }
    return 4
  }
}
