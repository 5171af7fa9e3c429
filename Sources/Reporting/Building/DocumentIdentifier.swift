/// Tells documents apart by what they are made from: 128 bits of FNV-1a, no proof of anything. The proof is the archive's.
enum DocumentIdentifier {
  /// 32 hexadecimal digits.
  static func digits(of parts: [String]) -> String {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b
    for part in parts {
      for byte in Array(part.utf8) + [0] { hash = (hash ^ UInt128(byte)) &* prime }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
