import Foundation
import Testing

/// The same tables in every shape that FORMATS 13 allows are the same facts.
@Suite struct ShapeTests {
  /// Values that need quotes, in every column that takes free text.
  private static let tables = SchoolTables.changed {
    $0.replace("Смирнова Анна Викторовна", with: "\"Смирнова; \"\"Анна\"\", В.\"", in: "teachers")
    $0.replace(";Дроби;", with: ";\"Дроби,\nсложение; вычитание\";", in: "lessons")
    $0.replace(";№ 5;", with: ";\"№ 5 \"\"а\"\"\";", in: "lessons")
  }

  enum Shape: CaseIterable {
    case folder, archive, folderInArchive, mark, windows1251, carriageReturns, onlyCarriageReturns, noLastLineEnd,
      commas
    case tabs, quotedThroughout, blankLines, otherOrder
  }

  @Test(arguments: Shape.allCases)
  func givesTheSameFacts(_ shape: Shape) throws {
    let plain = try Scratch()
    try plain.write(ShapeTests.tables)
    #expect(try plain.zavuch("import", "Школа").status == 0)

    let scratch = try Scratch()
    if shape == .archive || shape == .folderInArchive {
      var archive = Archive()
      for file in ShapeTests.tables.files {
        archive.add(file.text, as: shape == .archive ? file.name : "Школа № 1/\(file.name)")
      }
      try scratch.write(try archive.bytes(), to: "Школа.zip")
    } else {
      for file in ShapeTests.tables.files {
        try scratch.write(try ShapeTests.bytes(of: file.text, in: shape), to: "Школа.zip/\(file.name)")
      }
    }
    let outcome = try scratch.zavuch("import", "Школа.zip")
    #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome)")
    #expect(try scratch.facts() == plain.facts())
    #expect(
      try scratch.rows("SELECT name FROM teacher WHERE key = 'T1'") == ["Смирнова; \"Анна\", В."])
  }

  private static func bytes(of text: String, in shape: Shape) throws -> [UInt8] {
    switch shape {
    case .folder, .archive, .folderInArchive: return Array(text.utf8)
    case .mark: return [0xEF, 0xBB, 0xBF] + text.utf8
    case .windows1251: return try [UInt8](#require(text.data(using: .windowsCP1251)))
    // A line break inside quotes is the value's own and stays as it is.
    case .carriageReturns: return Array(rows(text).joined(separator: "\r\n").utf8)
    case .onlyCarriageReturns: return Array(rows(text).joined(separator: "\r").utf8)
    case .noLastLineEnd: return Array(text.utf8.dropLast())
    case .blankLines: return Array("\n\(rows(text).joined(separator: "\n\n"))\n\n".utf8)
    case .commas: return Array(written(text, delimiter: ",").utf8)
    case .tabs: return Array(written(text, delimiter: "\t").utf8)
    case .quotedThroughout: return Array(written(text, delimiter: ";", quotesAll: true).utf8)
    case .otherOrder: return Array(written(text, delimiter: ";", reversed: true).utf8)
    }
  }

  private static func written(
    _ text: String, delimiter: String, quotesAll: Bool = false, reversed: Bool = false
  ) -> String {
    rows(text).filter { !$0.isEmpty }.map { row in
      var values = values(row)
      if reversed { values.reverse() }
      return values.map { value in
        let needsQuotes = quotesAll || value.contains { "\"\n;,\t".contains($0) }
        return needsQuotes
          ? "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
          : value
      }.joined(separator: delimiter) + "\n"
    }.joined()
  }

  /// Cut at line ends outside quotes; the last is empty.
  private static func rows(_ text: String) -> [String] { cut(text, at: "\n") }

  private static func values(_ row: String) -> [String] {
    cut(row, at: ";").map { field in
      guard field.hasPrefix("\"") else { return field }
      return field.dropFirst().dropLast().split(separator: "\"\"", omittingEmptySubsequences: false).joined(
        separator: "\"")
    }
  }

  private static func cut(_ text: String, at separator: Character) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == separator, !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts
  }
}
