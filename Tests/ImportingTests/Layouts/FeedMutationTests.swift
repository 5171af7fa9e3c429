import Importing
import Journal
import Testing

/// Answers and rosters whose values are damaged, one to three at a time: whatever comes of it is told, and the batch points
/// only to what it has.
@Suite struct FeedMutationTests {
  private static let values = [
    "null", "\"\"", "[]", "{}", "[{}]", "[null, 5]", "-1", "0", "99999999999999999999", "1e308", "true", "\"x\"",
    "\"5\"",
    "\"н\"", "\"3/5\"", "\"4/0\"", "\"9999-12-31T23:59:59\"", "\"2025-13-45\"", "\"31.12.9999 00:00:00\"", "\"/\"",
    "\"🏫\"",
  ]

  /// Another value in the place of one; of a list of JSON the first of its values, so that the text stays JSON mostly.
  private func mutated(_ text: String, _ random: inout SeededGenerator) -> String {
    let separator = text.contains("\": ") ? UInt8(ascii: ":") : UInt8(ascii: ",")
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let separators = bytes.indices.filter { bytes[$0] == separator }
      guard let at = separators.randomElement(using: &random) else { break }
      let start = bytes[(at + 1)...].firstIndex { $0 != 32 } ?? bytes.endIndex
      guard start < bytes.endIndex, !"[{".utf8.contains(bytes[start]) else { continue }
      let isQuoted = bytes[start] == UInt8(ascii: "\"")
      let rest = bytes[(isQuoted ? start + 1 : start)...]
      let end = rest.firstIndex { (isQuoted ? "\"" : ",]}\n").utf8.contains($0) } ?? bytes.endIndex
      let value = FeedMutationTests.values.randomElement(using: &random) ?? ""
      bytes.replaceSubrange(start..<min(isQuoted ? end + 1 : end, bytes.endIndex), with: Array(value.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func run(_ files: [(name: String, text: String)], rounds: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var (read, told) = (0, 0)
    for round in 0..<rounds {
      var files = files
      let damaged = round % files.count
      files[damaged].text = mutated(files[damaged].text, &random)
      let export = try ExportFolder(files)
      #expect(export.files.count == files.count)
      for file in export.files {
        if file.layout == nil { told += 1 } else { read += 1 }
        #expect(file.layout != nil || file.rejected.count == 1)
        #expect(file.rejected.allSatisfy { !$0.problem.isEmpty && !$0.hint.isEmpty && $0.raw.count <= 61 })
        told += file.rejected.count
      }
      export.batches.forEach(ImporterMutationTests.checkReferences)
    }
    #expect(read > rounds / 4 && told > rounds / 25, "\(read) \(told)")
  }

  @Test func dnevnikAPI() throws { try run(DnevnikAPITests.files, rounds: 150, seed: 21) }

  @Test func diaries() throws {
    try run([("diary.json", NetSchoolDiaryTests.diary)], rounds: 100, seed: 22)
    try run(
      [("diary.json", EljurTests.diary), ("marks.json", EljurTests.marks), ("finals.json", EljurTests.finals)],
      rounds: 100, seed: 23)
    try run([("estimates.json", PetersburgTests.estimates)], rounds: 100, seed: 24)
    try run([("marks.json", MeshTests.marks)], rounds: 100, seed: 25)
  }

  @Test func oneRoster() throws { try run(OneRosterTests.roster + [OneRosterTests.users], rounds: 150, seed: 26) }
}
