import FoundationEssentials
import Testing

/// Compares with Tests/Golden/Reporting; ZAVUCH_ACCEPT_GOLDEN=1 accepts what the program gives now, for review by diff.
enum Golden {
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
  static let templates = root + "/ReportTemplates"

  static var accepts: Bool { ProcessInfo.processInfo.environment["ZAVUCH_ACCEPT_GOLDEN"] != nil }

  static func expect(_ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let path = root + "/Tests/Golden/Reporting/\(name).txt"
    if accepts {
      try Data(text.utf8).write(to: URL(filePath: path))
    }
    let data = try #require(
      FileManager.default.contents(atPath: path), "нет файла \(path)", sourceLocation: sourceLocation)
    let expected = String(decoding: data, as: UTF8.self)
    let difference = zip(text.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
    #expect(
      text == expected, "\(name): получено «\(difference?.0 ?? "конец")», ожидалось «\(difference?.1 ?? "конец")»",
      sourceLocation: sourceLocation)
  }
}
