import FoundationEssentials
import Testing

@testable import SampleSchool

@Suite struct SampleDataTests {
  private static let committed = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SampleData").path

  /// Files below a folder by their path in it.
  private func files(in folder: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = "\(folder)/\(name)"
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder {
        for (inner, data) in try files(in: path) { result["\(name)/\(inner)"] = data }
      } else {
        result[name] = try Data(contentsOf: URL(filePath: path))
      }
    }
    return result
  }

  /// After a reviewed change of the generator: `ZAVUCH_WRITE_SAMPLE_DATA=SampleData swift test --filter WritingOut`.
  @Test func theCommittedFilesAreWhatTheGeneratorWrites() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "zavuch-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try SampleSchool.writeSampleData(to: scratch)
    let written = try files(in: scratch)
    var committed = try files(in: Self.committed)
    for name in ["README.md", "zavuch.json5"] { committed[name] = nil }
    #expect(Set(written.keys) == Set(committed.keys))
    for (name, data) in written { #expect(committed[name] == data, "\(name)") }
    #expect(committed.values.reduce(0) { $0 + $1.count } < 3_000_000)
  }
}
