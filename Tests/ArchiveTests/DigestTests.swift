import Foundation
import Testing

@testable import Archive

@Suite struct DigestTests {
  /// FIPS 180-4 examples; ГОСТ Р 34.11-2012 examples M1 and M2 (RFC 6986, bytes in the order of nettle's and gost-engine's
  /// tests); gost-engine's vectors for the carry and for 539 and 1024 bytes.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func sha256(text: String, expected: String) {
    #expect(Digest(of: Array(text.utf8)).sha256 == expected)
  }

  @Test(
    arguments: [
      ([], "3f539a213e97c802cc229d474c6aa32a825a360b2a933a949fd925208d9ce1bb"),
      (
        Array("012345678901234567890123456789012345678901234567890123456789012".utf8),
        "9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500"
      ),
      (standardM2, "9dd2fe4e90409e5da87f53976d7405b0c0cac628fc669a741d50063c557e8f50"),
      (
        [UInt8](repeating: 0xEE, count: 64) + [0x16] + [UInt8](repeating: 0x11, count: 62) + [0x16],
        "81bb632fa31fcc38b4c379a662dbc58b9bed83f50d3a1b2ce7271ab02d25babb"
      ),
      (
        Array(String(repeating: "12345670", count: 128).utf8.prefix(539)),
        "c98a17f9fadff78d08521e4179a7b2e6275f3b1da88339a3cb961a3514e5332e"
      ),
      (
        Array(String(repeating: "12345670", count: 128).utf8),
        "1906512b86a1283c68cec8419e57113efc562a1d0e95d8f4809542900c416fe4"
      ),
    ] as [([UInt8], String)])
  func streebog256(bytes: [UInt8], expected: String) {
    #expect(Digest(of: bytes).streebog256 == expected)
  }

  /// gost-engine's vector of 294,918 bytes, more than a piece; SHA-256 by the same bytes in memory.
  @Test func fileInPieces() throws {
    let scratch = try Scratch()
    let line = String(repeating: "121345678", count: 7) + "1234567\n"
    let bytes = Array((String(repeating: line, count: 4096) + "12345\n").utf8)
    try scratch.write(bytes, to: "bigdata.dat")
    let digest = try Digest(ofFile: scratch.path("bigdata.dat"))
    #expect(digest.streebog256 == "50e935d725d9359e5991b6b7eba8b3539fca03584d26adf4c827c982ffd49367")
    #expect(digest == Digest(of: bytes))
  }

  @Test func fileThatIsNotThere() throws {
    let path = try Scratch().path("нет.pdf")
    let error = #expect(throws: ArchiveError.self) { try Digest(ofFile: path) }
    #expect(error?.description == "Не удалось открыть «\(path)»: такого файла или папки нет.")
  }
}

/// «Се ветри, Стрибожи внуци, веютъ с моря стрелами на храбрыя плъкы Игоревы» in Windows-1251.
private let standardM2: [UInt8] = [
  0xD1, 0xE5, 0x20, 0xE2, 0xE5, 0xF2, 0xF0, 0xE8, 0x2C, 0x20, 0xD1, 0xF2, 0xF0, 0xE8, 0xE1, 0xEE, 0xE6, 0xE8, 0x20,
  0xE2,
  0xED, 0xF3, 0xF6, 0xE8, 0x2C, 0x20, 0xE2, 0xE5, 0xFE, 0xF2, 0xFA, 0x20, 0xF1, 0x20, 0xEC, 0xEE, 0xF0, 0xFF, 0x20,
  0xF1,
  0xF2, 0xF0, 0xE5, 0xEB, 0xE0, 0xEC, 0xE8, 0x20, 0xED, 0xE0, 0x20, 0xF5, 0xF0, 0xE0, 0xE1, 0xF0, 0xFB, 0xFF, 0x20,
  0xEF,
  0xEB, 0xFA, 0xEA, 0xFB, 0x20, 0xC8, 0xE3, 0xEE, 0xF0, 0xE5, 0xE2, 0xFB,
]
