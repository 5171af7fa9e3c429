import Foundation
import Testing

@testable import Control

/// Every column of every row that a rule's SELECT gives over its examples, among strangers, as it was accepted:
/// `Tests/Golden/Rules`; ZAVUCH_ACCEPT_GOLDEN=1 accepts what the rules give now, for review by diff.
@Suite struct RuleRowsTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Tests/Golden/Rules"

  @Test(arguments: Rule.all.map(\.id)) func rowsOfExamplesAreThoseAccepted(_ id: String) throws {
    let rule = try #require(RuleBook.builtIn.named(id))
    var lines: [String] = []
    for prepared in try PreparedExample.all(rule) {
      lines +=
        ["# \(prepared.example.title)"] + (try prepared.rule.map { try prepared.rows($0.select) } ?? ["not applicable"])
    }
    let text = lines.joined(separator: "\n") + "\n"
    let path = "\(Self.folder)/\(id).txt"
    if ProcessInfo.processInfo.environment["ZAVUCH_ACCEPT_GOLDEN"] != nil {
      try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path))
    }
    let data = try #require(FileManager.default.contents(atPath: path), "нет файла \(path)")
    let expected = String(decoding: data, as: UTF8.self)
    let difference = zip(text.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
    #expect(text == expected, "получено «\(difference?.0 ?? "конец")», ожидалось «\(difference?.1 ?? "конец")»")
  }
}
