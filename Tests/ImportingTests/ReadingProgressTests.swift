import FoundationEssentials
import Synchronization
import Testing

@testable import Importing

/// How far an import is: every file of several, a long table in percent, and nothing of short ones.
@Suite struct ReadingProgressTests {
  private final class Lines: Sendable {
    let all = Mutex<[String]>([])
  }

  private func told(_ files: [(name: String, text: String)]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.path + "/zavuch-progress-\(UUID().uuidString)/Школа"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in files { try FileBytes(Array(text.utf8)).write(to: "\(folder)/\(name)") }
    let lines = Lines()
    try Importer(ImportOptions(), progress: { line in lines.all.withLock { $0.append(line) } }) { _ in }.read([folder])
    return lines.all.withLock { $0 }
  }

  @Test func aLongTableIsToldInPercent() throws {
    let rows = (1...40_000).map { "T\($0);S1;Учитель \($0)\n" }.joined()
    let lines = try told([("teachers.csv", "id;school_id;name\n" + rows)])
    #expect(lines == ["Школа", "teachers 40 %: Школа", "teachers 81 %: Школа"])
  }

  @Test func filesAreCounted() throws {
    let lines = try told([("a.xlsx", "PK\u{3}\u{4}"), ("b.xlsx", "PK\u{3}\u{4}")])
    #expect(lines == ["Школа", "файл 1 из 2: Школа/a.xlsx", "файл 2 из 2: Школа/b.xlsx"])
  }

  @Test func sheetsAndRowsStandBeforeTheName() {
    let lines = Lines()
    let progress = ReadingProgress { line in lines.all.withLock { $0.append(line) } }.beginning("5а.xlsx", 2, of: 3)
    progress.sheet(1, of: 12)
    for row in 1...20_000 { progress.row(row) }
    #expect(
      lines.all.withLock { $0 } == [
        "файл 2 из 3: 5а.xlsx", "файл 2 из 3, лист 1 из 12: 5а.xlsx", "файл 2 из 3, строк 16384: 5а.xlsx",
      ])
  }
}
