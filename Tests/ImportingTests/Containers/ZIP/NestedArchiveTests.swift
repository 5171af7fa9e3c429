import FoundationEssentials
import Importing
import Journal
import Testing

@Suite struct NestedArchiveTests {
  @Test func archivesInAnArchiveShareItsBudget() throws {
    let inner = ZipFixture((0..<6000).map { ("\($0)", "") })
    let bytes = try inner.bytes()
    var outer = ZipFixture()
    for name in ["а.zip", "б.zip"] { outer.parts.append(.init(name: Array(name.utf8), bytes: bytes)) }
    let path = FileManager.default.temporaryDirectory.path + "/zavuch-nested-\(UUID().uuidString).zip"
    try outer.file().write(to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var files: [ImportedFile] = []
    try Importer(ImportOptions()) { files += $0.files }.read([path])
    // The first holds 6,000 files of the 10,000 that both may have.
    #expect(files.filter { $0.path.hasSuffix("б.zip") }.count == 1)
    #expect(files.count { $0.path.contains("а.zip/") } == 6000 && !files.contains { $0.path.contains("б.zip/") })
  }
}
