import Journal
import Testing

@testable import Importing

@Suite struct JSONLimitTests {
  @Test func valuesAreBoundedBesideBytes() throws {
    let scan = { (text: String, limit: Int) in
      try Array(text.utf8).withUnsafeBufferPointer { bytes in
        var scanner = JSONScanner(bytes, nodeLimit: limit)
        return try scanner.scan().count
      }
    }
    #expect(try scan("[0,0,0]", 4) == 4)
    let found = try #require(throws: ImportProblem.self) { try scan("[0,0,\n0,0]", 4) }
    #expect(found.problem == "значений в файле JSON больше 4" && found.place.row == 2)
  }

  @Test func placesAreRightInWhateverOrderTheyAreAskedFor() throws {
    let text = "[" + (0..<3000).map { "{\"a\": [\($0), 1]}" }.joined(separator: ",") + "]"
    let lists = try JSONDocument(FileBytes(text.utf8)).root.elements.compactMap { $0["a"] }
    for index in [2999, 0, 1, 1500, 1499, 2999] {
      #expect(lists[index].elements[1].path == "$[\(index)].a[1]")
      #expect(lists[index].elements[0].path == "$[\(index)].a[0]")
    }
    #expect(lists.enumerated().allSatisfy { $1.path == "$[\($0)].a" })
  }

  @Test func recordsWithEverNewFieldsAreRefused() throws {
    let records = (0..<200).map { "{\"id\": \"\($0)\", \"class_id\": \"C\", \"name\": \"Б\", \"x\($0)\": 1}" }
    let root = try JSONDocument(FileBytes("{\"pupils\": [\(records.joined(separator: ","))]}".utf8)).root
    let found = try #require(throws: ImportProblem.self) {
      try InterchangeSource.tables(of: root, fileName: "a", limit: .max)
    }
    #expect(found.problem == "в записях больше 100 разных полей" && found.place.row == 98)
    #expect(try InterchangeSource.tables(of: root, fileName: "a", limit: 100).isEmpty)
  }
}
