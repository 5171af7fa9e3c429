import Importing
import Journal
import Testing

private func text(_ file: FileBytes) -> String {
  file.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
}

@Suite struct ZipReaderTests {
  @Test func filesInOrder() throws {
    let archive = try ZipReader(ZipFixture([("папка/", ""), ("папка/б.csv", "id\n1\n"), ("а.csv", "")]).file())
    #expect(archive.entries.map(\.name) == ["папка/б.csv", "а.csv"])
    #expect(archive.entries.map(\.fileName) == ["б.csv", "а.csv"])
    #expect(text(try archive.read(archive.entries[0])) == "id\n1\n")
    #expect(try archive.read(archive.entries[1]).count == 0)
  }

  @Test func namesOfCodePage866() throws {
    var fixture = ZipFixture()
    // «2018_2019_10 а (10а).xlsx» as the real export writes it.
    let name = Array("2018_2019_10 ".utf8) + [0xA0] + Array(" (10".utf8) + [0xA0] + Array(").xlsx".utf8)
    fixture.parts = [.init(name: name, bytes: [])]
    #expect(try ZipReader(fixture.file()).entries.map(\.name) == ["2018_2019_10 а (10а).xlsx"])
  }

  @Test func namesInUTF8WithoutTheFlag() throws {
    var bytes = try ZipFixture([("класс.csv", "")]).bytes()
    let directory = try #require(bytes.indices.dropLast(3).last { bytes[$0..<($0 + 4)] == [0x50, 0x4B, 1, 2] })
    #expect(bytes[7] & 8 == 8)
    bytes[7] &= ~8
    bytes[directory + 9] &= ~8
    #expect(try ZipReader(FileBytes(bytes)).entries.map(\.name) == ["класс.csv"])
  }

  @Test(arguments: [
    ("../../etc/passwd", "etc/passwd"), ("/корень.csv", "корень.csv"), ("C:\\папка\\a.csv", "папка/a.csv"),
    ("./a//b.csv", "a/b.csv"), ("a\u{1}\n.csv", "a\u{FFFD}\u{FFFD}.csv"),
  ])
  func namesThatPointElsewhere(_ written: String, _ safe: String) throws {
    let archive = try ZipReader(ZipFixture([(written, "x")]).file())
    #expect(archive.entries.map(\.name) == [safe])
    #expect(text(try archive.read(archive.entries[0])) == "x")
  }

  @Test func namesThatAreNoFiles() throws {
    let archive = try ZipReader(ZipFixture([("..", ""), ("__MACOSX/._a.csv", ""), ("b\\", "")]).file())
    #expect(archive.entries.isEmpty)
  }

  @Test func equalNamesAreDifferentFiles() throws {
    // libzip refuses to write two equal names: the second is made by a change of its bytes.
    var bytes = try ZipFixture([("a.csv", "1"), ("b.csv", "2")]).bytes()
    for at in bytes.indices.dropLast(4) where bytes[at..<(at + 5)].elementsEqual("b.csv".utf8) {
      bytes[at] = UInt8(ascii: "a")
    }
    let archive = try ZipReader(FileBytes(bytes))
    #expect(archive.entries.map(\.name) == ["a.csv", "a.csv"])
    #expect(try archive.entries.map { text(try archive.read($0)) } == ["1", "2"])
  }

  @Test func timesAreReadAsWritten() throws {
    var fixture = ZipFixture([("a", ""), ("b", ""), ("c", "")])
    // 31.01.2019 05:35:44; 02:30 of 31.03.2019, which most of Europe does not have; not set.
    fixture.parts[0].dos = (39 << 9 | 1 << 5 | 31, 5 << 11 | 35 << 5 | 22)
    fixture.parts[1].dos = (39 << 9 | 3 << 5 | 31, 2 << 11 | 30 << 5)
    let entries = try ZipReader(fixture.file()).entries
    #expect(entries.map { $0.modified?.description } == ["2019-01-31T05:35:44", "2019-03-31T02:30:00", nil])
  }

  @Test func anArchiveInAnArchive() throws {
    var fixture = ZipFixture()
    fixture.parts = [.init(name: Array("in.zip".utf8), bytes: try ZipFixture([("a", "б")]).bytes())]
    let outer = try ZipReader(fixture.file())
    let inner = try ZipReader(try outer.read(outer.entries[0]))
    #expect(text(try inner.read(inner.entries[0])) == "б")
  }

  @Test func chunksJoinToTheFile() throws {
    let long = String(repeating: "0123456789", count: 20_000)
    let archive = try ZipReader(ZipFixture([("a", long)]).file())
    var sizes: [Int] = []
    var joined: [UInt8] = []
    try archive.forEachChunk(of: archive.entries[0]) { chunk in
      sizes.append(chunk.count)
      joined.append(contentsOf: chunk)
    }
    #expect(sizes.count > 1)
    #expect(joined.elementsEqual(long.utf8))
  }
}
