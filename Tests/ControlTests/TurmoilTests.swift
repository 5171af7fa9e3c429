import Foundation
import Testing

@testable import Control

/// What every rule's SELECT gives over `addTurmoil`, as digests: `Tests/Golden/Turmoil.txt`; ZAVUCH_ACCEPT_GOLDEN=1 accepts
/// what the rules give now, and ZAVUCH_TURMOIL=FOLDER writes the rows there, to be compared by a person.
@Suite struct TurmoilTests {
  private static let path =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Tests/Golden/Turmoil.txt"
  private static let environment = ProcessInfo.processInfo.environment

  @Test func rowsOfTurmoilsAreThoseAccepted() throws {
    var lines: [String] = []
    for seed in Turmoil.seeds {
      let turmoil = try Turmoil(seed: seed)
      for rule in Rule.all {
        let prepared = try PreparedExample(rule, in: turmoil)
        let rows = try prepared.rule.map { try prepared.rows($0.select) } ?? ["not applicable"]
        let name = "\(seed) \(rule.id)"
        lines.append("\(name) \(rows.count) \(Self.digest(rows))")
        if let folder = Self.environment["ZAVUCH_TURMOIL"] {
          try Data(rows.joined(separator: "\n").utf8).write(to: URL(filePath: "\(folder)/\(name).txt"))
        }
      }
    }
    if Self.environment["ZAVUCH_ACCEPT_GOLDEN"] != nil {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: Self.path))
    }
    let data = try #require(FileManager.default.contents(atPath: Self.path), "нет файла \(Self.path)")
    let accepted = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines == accepted)
  }

  /// FNV-1a.
  private static func digest(_ rows: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in rows.joined(separator: "\n").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
