/// The two Russian single-byte code pages that exports use, as far as Russian texts need them.
enum CodePage: String {
  case windows1251 = "Windows-1251"
  case cp866

  func encode(_ text: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard let byte = byte(of: scalar.value) else {
        throw SampleSchoolError.unencodable(Character(scalar), encoding: rawValue)
      }
      bytes.append(byte)
    }
    return bytes
  }

  private func byte(of scalar: UInt32) -> UInt8? {
    switch (self, scalar) {
    case (_, 0..<0x80): UInt8(scalar)
    case (.windows1251, 0x410...0x44F): UInt8(scalar - 0x410 + 0xC0)
    case (.cp866, 0x410...0x43F): UInt8(scalar - 0x410 + 0x80)
    case (.cp866, 0x440...0x44F): UInt8(scalar - 0x440 + 0xE0)
    case (.windows1251, _): CodePage.others1251[scalar]
    case (.cp866, _): CodePage.others866[scalar]
    }
  }

  private static let others1251: [UInt32: UInt8] = [
    0x401: 0xA8, 0x451: 0xB8, 0xAB: 0xAB, 0xBB: 0xBB, 0x2116: 0xB9, 0x2013: 0x96, 0x2014: 0x97, 0x2026: 0x85,
    0xA0: 0xA0, 0xA7: 0xA7,
  ]
  private static let others866: [UInt32: UInt8] = [0x401: 0xF0, 0x451: 0xF1, 0x2116: 0xFC]
}
